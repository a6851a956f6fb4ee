"""Resources that several APIs share."""

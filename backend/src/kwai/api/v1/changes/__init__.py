"""Package for the API of the change log."""

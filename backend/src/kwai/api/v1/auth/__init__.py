"""Package for the auth API."""

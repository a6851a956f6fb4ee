"""Package for the portal API."""

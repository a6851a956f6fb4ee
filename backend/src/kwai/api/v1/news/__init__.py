"""Package for the news API."""

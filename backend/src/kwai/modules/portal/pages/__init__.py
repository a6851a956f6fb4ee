"""Package for all modules related to pages."""

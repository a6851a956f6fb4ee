"""Package for all modules related to stories."""

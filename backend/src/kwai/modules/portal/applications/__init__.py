"""Package for all modules related to applications."""

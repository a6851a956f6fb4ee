"""Package for all modules related to authors."""

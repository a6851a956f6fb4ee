"""Package for the API of the bus."""

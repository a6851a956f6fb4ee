"""Package that contains endpoints for the bus."""

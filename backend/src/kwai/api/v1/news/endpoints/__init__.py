"""Package that contains endpoints for news."""

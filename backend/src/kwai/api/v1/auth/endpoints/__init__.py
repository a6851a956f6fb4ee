"""Package that contains endpoints for authentication."""

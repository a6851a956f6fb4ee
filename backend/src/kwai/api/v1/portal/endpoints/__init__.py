"""Package that contains endpoints for the portal."""

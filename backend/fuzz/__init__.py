"""Searches the API for answers that its own OpenAPI document does not allow."""

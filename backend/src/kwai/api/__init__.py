"""The API: HTTP in, JSON:API out; the only part that knows FastAPI."""

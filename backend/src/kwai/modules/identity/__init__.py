"""The identity module is responsible for user management."""

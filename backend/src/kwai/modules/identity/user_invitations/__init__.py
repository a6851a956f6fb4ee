"""Invitations to become a user."""

"""Rendering templates, and mails of a text and an HTML template."""

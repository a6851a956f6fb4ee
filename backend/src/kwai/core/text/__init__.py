"""Texts that people write: from what they type to the HTML that is safe to show."""

"""Login sessions: what all tokens of one login belong to."""

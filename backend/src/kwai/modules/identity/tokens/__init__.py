"""Access and refresh tokens, known by the digest of their identifier."""

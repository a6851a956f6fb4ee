"""Keys, sealing, tokens, digests and passwords: the cryptography of kwai in one place."""

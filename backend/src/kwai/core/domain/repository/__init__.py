"""The ports through which the inside reads and writes entities."""

"""Values with rules: what cannot be constructed cannot be stored."""

"""Secret calendar feeds of coaches."""

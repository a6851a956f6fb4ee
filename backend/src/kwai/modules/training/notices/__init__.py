"""What coaches are to be told."""

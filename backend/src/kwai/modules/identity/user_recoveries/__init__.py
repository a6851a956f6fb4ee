"""Ways back in for users who lost their password."""

"""The mails on their way, as an administrator sees them."""

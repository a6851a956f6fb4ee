"""Users and the accounts they log in with."""

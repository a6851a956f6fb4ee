"""The record of what happened to accounts: failed logins, stolen tokens, revocations."""

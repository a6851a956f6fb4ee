"""Kills the programs of a club at random, and counts what that costs (events.md section 15)."""

"""Closures: days on which the club or a location is closed."""

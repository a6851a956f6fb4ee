"""Runs a sports club: who trains when and with whom, what the club tells the world."""

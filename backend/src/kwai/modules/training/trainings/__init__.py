"""Trainings, and the definitions they are generated from."""

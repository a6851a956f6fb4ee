"""Trainings: weekly slots, seasons, closures, who coaches whom, when and where."""

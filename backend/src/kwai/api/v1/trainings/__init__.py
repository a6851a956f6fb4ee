"""The API of the trainings: plan, cancel, subscribe, count."""

"""Endpoints of the trainings API."""

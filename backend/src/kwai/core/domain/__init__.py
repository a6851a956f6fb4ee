"""The vocabulary of the inside: entities, value objects, ports and the errors they raise."""

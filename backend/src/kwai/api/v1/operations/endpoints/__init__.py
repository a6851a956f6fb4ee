"""Package that contains the endpoint of atomic operations."""

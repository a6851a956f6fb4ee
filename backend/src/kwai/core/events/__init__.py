"""Events, the outbox they are committed to, and the worker that runs their handlers."""

"""The steps around every request, pure ASGI, from the outside to the inside."""

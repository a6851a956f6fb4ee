"""Search: what a person types, found in what people wrote."""

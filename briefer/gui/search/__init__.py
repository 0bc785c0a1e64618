"""Search over all saved documents: the field and the results."""

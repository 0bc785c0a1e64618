"""The pages that a document was read from, as they were printed, beside its text."""

"""Document symbols in the text, and the documents that they name."""

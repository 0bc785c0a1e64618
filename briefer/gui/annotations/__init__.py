"""The annotations of the document at hand: their list, their editor, and what is done with them."""

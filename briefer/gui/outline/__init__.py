"""The outline of the document at hand, in the left column."""

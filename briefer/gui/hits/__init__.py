"""All hits of what is sought in the open document, listed in context beside the text."""

"""From lines of text, of whatever format, to a document: paragraphs, versions, kinds, masthead."""

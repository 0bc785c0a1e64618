"""Going around in the documents: back and forward, to a label, by the outline."""

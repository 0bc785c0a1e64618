"""Reading OpenDocument text."""

"""Small dialogs that belong to no feature."""

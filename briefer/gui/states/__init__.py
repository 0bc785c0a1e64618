"""What stands in the middle while there is nothing to read: calm, and of help."""

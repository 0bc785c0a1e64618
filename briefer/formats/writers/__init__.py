"""Values written as files and texts for outside."""

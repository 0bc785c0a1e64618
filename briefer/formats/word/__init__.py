"""Reading DOCX."""

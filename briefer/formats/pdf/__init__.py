"""Reading PDF: from the lines of pages to blocks."""

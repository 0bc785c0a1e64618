"""What goes to the printer."""

"""The walls around the parsing process."""

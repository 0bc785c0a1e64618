"""The whole window, with a real library in a temporary folder."""

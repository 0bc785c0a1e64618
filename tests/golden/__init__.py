"""Exports compared with files that were looked at once; `pytest tests/golden --regenerate` writes them."""

"""The command line: thin commands over app. Never imports PySide6."""

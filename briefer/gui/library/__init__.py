"""The library in the window: its list, the head of a document, the page before the first one."""

"""The terms of the current pair, and what a word is in the other language."""

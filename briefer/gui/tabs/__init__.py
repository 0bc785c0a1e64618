"""The tabs above the text, and what was closed; and the session from one day to the next."""

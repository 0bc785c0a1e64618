"""One window: a second start hands its files to the running one of the same user and library."""

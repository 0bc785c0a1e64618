"""One window for one user and library."""

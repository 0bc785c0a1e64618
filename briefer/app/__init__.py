"""Use cases, free of Qt: the only layer that joins formats and store."""

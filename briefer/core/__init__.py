"""Values and pure functions: no Qt, no disk, no network, no clock."""

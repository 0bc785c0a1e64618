"""Measurements, run by `make bench` and never by pytest: timings are looked at, not asserted."""

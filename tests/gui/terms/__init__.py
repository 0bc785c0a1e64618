"""Tests of the terms of a pair."""

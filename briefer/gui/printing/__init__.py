"""The text on paper: both languages beside each other, level by pair."""

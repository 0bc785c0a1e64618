"""The dialog of settings, made from their declarations."""

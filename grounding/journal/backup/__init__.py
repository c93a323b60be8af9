"""Copies of the journal: made, kept in rotation, carried away, and put in its place."""

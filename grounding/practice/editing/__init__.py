"""Editing a practice file as a person would by hand: what they wrote around it stays, letter for letter."""

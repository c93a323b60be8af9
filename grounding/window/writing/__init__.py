"""A practice of one's own while somebody writes it: its steps, its prompts, its file, and the way back."""

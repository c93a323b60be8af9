"""Floor 0: regions, words, and the sensation a person reports."""

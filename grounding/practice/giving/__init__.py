"""A practice given to somebody else: one `.practice` file with its words and its voices, written and read."""

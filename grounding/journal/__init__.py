"""Floor 3: sensations kept in one encrypted file, and what is not yet kept in sealed ones."""

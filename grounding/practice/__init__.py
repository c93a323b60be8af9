"""Floor 1: steps, practice files, and the shelf they stand on."""

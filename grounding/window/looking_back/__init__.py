"""The journal's pages: what was said, looked for, opened, reworded, and seen over time."""

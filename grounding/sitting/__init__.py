"""Floor 2: a practice laid out in time, and lived through."""

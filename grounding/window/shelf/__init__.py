"""The shelf on the first page: what can be chosen there, how long it is, and a practice of one's own deleted."""

"""Floor 4: what a person sees and touches; what holds the window together here, a room for each thing one does."""

"""Floor 0: strokes, curves and patterns; what fullness is at any second, as pure functions."""

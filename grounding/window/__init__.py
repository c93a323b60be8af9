"""Floor 4: what a person sees and touches; view models here, the pages in `qml/Grounding`."""

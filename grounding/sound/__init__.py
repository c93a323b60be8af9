"""Floor 3: a breath laid out in time, as samples; heard through a process of its own."""

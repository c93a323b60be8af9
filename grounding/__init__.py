"""A window that helps a person, or two together, slow down with what the body is saying."""

__version__ = "0.1.0"

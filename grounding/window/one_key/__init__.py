"""Everything with one key: when and where the keyboard goes by itself, and the letters that are written with it."""

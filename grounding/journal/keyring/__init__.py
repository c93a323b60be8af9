"""What opens the journal and what locks it: keys, the envelope with its slots, and what is sealed to them."""

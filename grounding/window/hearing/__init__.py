"""What is heard: the sound of a sitting, tried out; and voices, recorded or the system's own."""

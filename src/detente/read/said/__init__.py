"""Who says what, and how far the words go."""

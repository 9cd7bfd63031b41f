"""What bounds an act: red lines, answers announced, constraints."""

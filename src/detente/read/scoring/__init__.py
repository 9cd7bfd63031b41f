"""The reader's marks: passages that people annotated, and the card of right and wrong."""

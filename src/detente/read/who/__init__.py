"""Who there is in a text, and whom its names, titles, nouns and pronouns mean."""

"""Questions about parsed words: clauses, moods, conditions, where the parser slips."""

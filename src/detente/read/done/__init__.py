"""Acts, done or not: what, by whom, to whom, and how they stand."""

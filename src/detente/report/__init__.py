"""The report room: results into words, tables and pictures."""

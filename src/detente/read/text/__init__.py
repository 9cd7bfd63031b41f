"""From characters to parsed words: the language model, sentences, dates, the word lists."""

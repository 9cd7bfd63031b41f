"""The reading room: text in, claims out.

``detente.read(...)`` is `detente.read.reading.read`. A text goes through the rooms
in this order, and imports go the same way (checked in CI):

| room | makes |
| --- | --- |
| `formats` | plain text of a file, a page, a mail or a feed |
| `text` | parsed words of plain text; the word lists |
| `grammar` | answers about words and clauses: subject, tense, how an act stands |
| `who` | actors: whom names, titles, nouns and pronouns mean |
| `said` | sayings: who says what, and how far the words go |
| `article` | the record of one text with all that, which the rooms below get |
| `done` | acts, done or not, with doer, target, type and status |
| `ahead` | conditionals, effects, forecasts |
| `bounds` | red lines, announced answers, constraints |
| `findings` | claims of all these, in one pass |
| `reading` | a `Reading` of several documents |

Beside them stand `corrections` (an analyst's), `llm` (a second reader, off by
default), `merge`, `shelf` (what was read is kept) and `scoring` with `evaluate`.
"""

from detente._verbs import make_callable

make_callable(__name__, "detente.read.reading", "read")

"""The exchange form of a case: a folder of plain files that reads well in git.

::

    case.yaml            what the case is called
    model.yaml           the model; history/m1.yaml ... its versions
    documents/d1.txt     the text of a report, as it was read
    documents/d1.json    where it came from, who is in it
    claims.jsonl         a claim a line
    corrections.jsonl    what an analyst put right
    proposals.jsonl      what reports proposed, and what was decided
    forecasts.jsonl      a record, as 'detente score' reads it
    log.jsonl            who did what and when

The same case gives the same bytes: keys are sorted, lines stand in the order
in which they came to be, and nothing of the machine or the day is in them.
"""

import json
import re
from typing import Any

FORMAT = 1
ABOUT, MODEL, HISTORY, DOCUMENTS = "case.yaml", "model.yaml", "history", "documents"
CLAIMS, CORRECTIONS, PROPOSALS = "claims.jsonl", "corrections.jsonl", "proposals.jsonl"
FORECASTS, LOG = "forecasts.jsonl", "log.jsonl"
FILES = (ABOUT, MODEL, CLAIMS, CORRECTIONS, PROPOSALS, FORECASTS, LOG)
HEAD = "# A case of Détente, exported: 'detente case import FOLDER CASE' takes it in.\n"
DOCUMENT = re.compile(r"d([1-9]\d{0,6})\.(txt|json)")
VERSION = re.compile(r"m([1-9]\d{0,6})\.yaml")


def line(value: dict[str, Any]) -> str:
    """Return a record as a line of JSON, keys sorted."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, allow_nan=False) + "\n"

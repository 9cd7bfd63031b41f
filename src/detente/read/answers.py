"""What a language model added to a page: kept, so that nobody pays for it twice."""

import json
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

from detente.provenance import checksum
from detente.read import corrections
from detente.read.claim import Claim, Document
from detente.read.llm import INSTRUCTIONS, LONGEST_PART, Answer, added, read_with
from detente.read.shelf import Page, claim_of, file_whole
from detente.read.signing import with_named

if TYPE_CHECKING:
    from pydantic_ai.models import Model


def with_model(page: Page, model: "str | Model", keep: str | Path | None = None) -> Page:
    """Return a page with what a language model found beside the rules, and its cost.

    Parameters
    ----------
    page : Page
        What the rules made.
    model : str or pydantic_ai.models.Model
        As for `detente.read.llm.read_with`.
    keep : str or Path, optional
        A folder for answers: one that is there is taken, and nothing is asked.

    Returns
    -------
    Page
        The corrections that stand beside the document hold for the model's claims too.
    """
    file = None if keep is None else _file(Path(keep), page.document, model)
    known = None if file is None else _taken(file)
    answer = known or read_with(page.document, model)
    if file is not None and known is None:
        file_whole(file, asdict(answer), "answers")
    price = "" if answer.price is None else f", {answer.price:.4f} US dollars by list price"
    cost = (
        f"{page.document.source}: {answer.model} added to the rules' claims: {answer.requests}"
        f" requests, {answer.input_tokens} tokens in, {answer.output_tokens} out{price},"
        f" {len(answer.rejected)} quotes rejected as not in the text"
        + (" (kept from an earlier reading)" if known else "")
    )
    fresh, warnings = _corrected(page, answer)
    claims = added(page.claims, replace(answer, claims=fresh))
    return replace(
        page,
        claims=claims,
        actors=with_named(page.actors, claims),
        warnings=(*warnings, cost),
    )


def _corrected(page: Page, answer: Answer) -> tuple[tuple[Claim, ...], tuple[str, ...]]:
    """Return the model's claims as an analyst has them, and the page's warnings that remain.

    A claim of the rules that was rejected must not come back by the model's mouth; a
    correction that fits the model's claim isn't one that fits none.
    """
    document = page.document
    made = [one for one in corrections.beside(document) if one.do != "add"]
    claims, warnings = answer.claims, page.warnings
    for one in made:
        claims, missed = corrections.apply(document, claims, [one])
        if not missed:
            warnings = tuple(said for said in warnings if not said.startswith(f"{one.where}: "))
    return claims, warnings


def _file(folder: Path, document: Document, model: "str | Model") -> Path:
    name = model if isinstance(model, str) else f"{type(model).__name__}:{model.model_name}"
    parts = (document.text, name, INSTRUCTIONS, str(LONGEST_PART))
    key = checksum(*(part.encode("utf-8", "replace") for part in parts))
    return folder / f"{key.removeprefix('sha256:')}.llm.json"


def _taken(file: Path) -> Answer | None:
    try:
        kept: dict[str, Any] = json.loads(file.read_text("utf-8"))
        kept["claims"] = tuple(claim_of(one) for one in kept["claims"])
        kept["rejected"] = tuple(kept["rejected"])
        return Answer(**kept)
    except (OSError, ValueError, KeyError, TypeError):
        return None

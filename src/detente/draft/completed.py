"""Words that an option's label wants and the text has beside it.

"Order 400 marines" went ashore; "refrain from actions" means those "that could raise
tensions"; "suspend the decision" is about the extension that was just spoken of.
"""

import re

from detente.read.claim import Claim

_WHITHER = r"(?P<whither>back|home|ashore|aboard|abroad|inland)"
_THINGS = re.compile(
    r"\b(?:actions?|acts|activities|steps|measures|moves|policies|conduct|statements?)$"
)
_BARE_PLURAL = re.compile(r"^[a-z]+ (?:\w+ )?[a-z]{3,}s$")
_RELATIVE = re.compile(
    r"\s+(?P<which>(?:that|which)\s+(?:(?:could|might|may|can)\s+)?(?!(?:were|was|had|have|has|are|is|would|they|it)\b)[a-z]+(?:\s+(?!(?:and|but|said|says|who|which)\b)[\w'’-]+){1,6}?)"
    r"(?=[.,;:)”\"]|\s+(?:and|but|said|says|who|which|when|if|unless|because|after|before)\b|$)"
)
_DECIDED = re.compile(
    r"^(?P<verb>suspend|reverse|cancel|revoke|rescind|undo|drop|postpone|delay|reconsider|withdraw|lift) "
    r"(?:the|its|their|that|this) (?:decision|move|step|measure|plan|order)$"
)
_DEED = re.compile(
    r"\b(?P<deed>(?:the|its|their) (?:[a-z]+ )?[a-z]+(?:tion|sion|ment|al|ure|ing|ade) of "
    r"(?:(?!(?:and|that|which|who|was|were|is|are|has|had|on|by)\b)[\w'’-]+ ?){1,7})"
)
_PLANNED = re.compile(
    r"^(?P<verb>drop|abandon|give up|suspend|renounce|shelve|postpone) (?P<plan>(?:a|the|its|their) (?:\w+ )?(?:plan|threat|demand|claim|attempt|bid))$"
)
_TO_DO = re.compile(
    r"\s+(?P<deed>to\s+[a-z]+(?:\s+(?!(?:and|but|said|says|who|which|that|if|unless)\b)[\w'’-]+){0,6})(?=[.,;:)”\"]|\s)"
)
_BEFORE, _AFTER, _NEAR = 250, 90, 12


def completed(phrase: str, claim: Claim, text: str) -> str:
    """Return a verb phrase with what it wants and the text has beside it.

    Parameters
    ----------
    phrase : str
        A label, or the beginning of one.
    claim : Claim
        Where it is said.
    text : str
        The document's text.
    """
    if not phrase:
        return phrase
    said = _directed(phrase, text[claim.start : claim.end + _NEAR] or claim.quote)
    if _THINGS.search(said) or _BARE_PLURAL.match(said):
        return f"{said}{_after(_RELATIVE, said, claim, text)}"
    if _PLANNED.match(said):
        return f"{said}{_after(_TO_DO, said, claim, text)}"
    return _decided(said, claim, text)


def _directed(phrase: str, quote: str) -> str:
    """Return "order 400 marines ashore" where the quote has it so."""
    words = phrase.split()
    if len(words) < 2:  # noqa: PLR2004 - a verb and its object
        return phrase
    found = re.search(rf"\b{re.escape(words[-1])}\s+{_WHITHER}\b", quote)
    return phrase if found is None or found["whither"] in words else f"{phrase} {found['whither']}"


def _after(pattern: re.Pattern[str], phrase: str, claim: Claim, text: str) -> str:
    """Return the words behind a phrase's last one, as they stand in the text, after a space."""
    last = phrase.rsplit(maxsplit=1)[-1]
    at = text.rfind(last, claim.start, claim.end + len(last))
    found = pattern.match(text[: at + len(last) + _AFTER], at + len(last)) if at >= 0 else None
    return f" {' '.join(found.group().split())}" if found else ""


def _decided(phrase: str, claim: Claim, text: str) -> str:
    """Return "suspend the extension of the port's limits" for "suspend the decision"."""
    found = _DECIDED.match(phrase)
    if found is None:
        return phrase
    deeds = list(_DEED.finditer(text[max(0, claim.start - _BEFORE) : claim.start]))
    return f"{found['verb']} {deeds[-1]['deed'].strip()}" if deeds else phrase

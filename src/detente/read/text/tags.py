"""Where a tagger and a parser contradict each other: a noun that has a subject is a verb.

"The presidency replies that ..." is sometimes tagged as two nouns and parsed as a clause.
The parse is right then, so the tag follows it, before lemmas are looked up.
"""

from typing import TYPE_CHECKING

from detente.read.text.inflections import present

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc, Token

STEP = "detente_tags"
_HEADS = frozenset(("ROOT", "ccomp", "advcl", "conj", "relcl", "xcomp", "pcomp"))
_NOMINAL = frozenset(("det", "poss", "amod", "nummod", "compound", "nmod", "case", "attr"))
_SUBJECTS = frozenset(("nsubj", "nsubjpass"))
# "made him head of the council": what stands behind one of these is no clause
_MAKING = frozenset(
    ("make", "made", "makes", "making", "declare", "declared", "declares", "proclaim", "find",
     "proclaimed", "found", "finds", "consider", "considers", "considered", "name", "named", "call",
     "called", "calls", "elect", "elected", "think", "thinks", "thought", "deem", "deemed", "held",
     "hold", "holds", "appoint", "appointed", "with")
)  # fmt: skip
_SAME_IN_THE_PAST = frozenset(
    ("cost", "hit", "put", "cut", "set", "let", "shut", "quit", "split", "spread", "hurt", "burst")
)
LABELS = frozenset(("option", "scenario", "course", "choice", "alternative", "path", "plan"))
_MANDATIVE = frozenset(
    ("demand", "insist", "propose", "recommend", "request", "urge", "ask", "suggest", "order")
)


def mend(doc: "Doc") -> "Doc":
    """Tag as verbs the nouns that the parser gave a subject, a modal or an object of their own.

    Parameters
    ----------
    doc : Doc
        Tagged and parsed; no lemmas yet. Its tags are changed in place.

    Returns
    -------
    Doc
        The same.
    """
    for i in _places(doc):
        token = doc[i]
        if token.tag_ in {"NN", "NNS"} and token.dep_ in _HEADS:
            tag = _tag(token)
            if tag is not None:
                token.tag_ = tag
        elif token.dep_ == "amod" and token.tag_ in {"VBN", "VBD"}:
            _rejoin(token)
        elif token.text == ":" and 1 < token.i < len(doc) - 1:
            _label(token)
    return doc


def _places(doc: "Doc") -> list[int]:
    """Return the places of words that may be mended: by numbers, without a look at each word."""
    number = doc.vocab.strings
    nouns, past = {number["NN"], number["NNS"]}, {number["VBN"], number["VBD"]}
    heads = {number[each] for each in _HEADS}
    adjective, colon = number["amod"], number[":"]
    rows = doc.to_array(["TAG", "DEP", "ORTH"]).reshape(-1, 3).tolist()
    return [
        i
        for i, (tag, dep, text) in enumerate(rows)
        if (tag in nouns and dep in heads) or (dep == adjective and tag in past) or text == colon
    ]


def _rejoin(verb: "Token") -> None:
    """Give a past tense behind "but" its verb and its object: "refused to send troops but supplied arms".

    The parser takes it for an adjective of what would be a second object of the infinitive.
    """
    noun, joint = verb.head, verb.doc[verb.i - 1]
    below = noun.head
    if joint.dep_ != "cc" or noun.dep_ != "dobj" or below.tag_ != "VB" or below.i > verb.i:
        return
    above = below.head
    if below.dep_ != "xcomp" or above.tag_ not in {"VBD", "VBZ"} or joint.head.i != below.i:
        return
    behind = [each for each in below.children if each.i > noun.i and each.dep_ == "prep"]
    verb.tag_, verb.dep_, verb.head = "VBD", "conj", above
    for each in (noun, *behind):
        each.head = verb
    joint.head = above


def _label(colon: "Token") -> None:
    """Part the name of a choice from what it is: "Option B: strike the site" has no B that strikes."""
    name, label = colon.doc[colon.i - 1], colon.doc[colon.i - 2]
    if name.dep_ == "nummod" and name.head.i == label.i:
        name = label
    if label.lower_ not in LABELS or name.dep_ != "nsubj" or name.head.i < colon.i:
        return
    name.dep_ = "intj"
    if name.head.tag_ in {"VBP", "NN", "VB"}:
        name.head.tag_ = "VB"


def join(model: "Language") -> None:
    """Put the step behind a model's parser, where it has one."""
    from spacy.language import Language

    if "parser" in model.pipe_names and STEP not in model.pipe_names:
        Language.component(STEP, func=mend)
        model.add_pipe(STEP, after="parser")


def _tag(noun: "Token") -> str | None:
    """Return the tag of the verb that a noun is by its parse, None where it's a noun."""
    kids = list(noun.children)
    if not kids or any(each.dep_ in _NOMINAL for each in kids) or not present(noun.lower_):
        return None
    helpers = [each for each in kids if each.dep_ in {"aux", "auxpass"}]
    if any(each.tag_ not in {"MD", "TO"} for each in helpers):
        return None
    if helpers:
        return "VB" if noun.tag_ == "NN" else None
    who = next((each for each in kids if each.dep_ in _SUBJECTS and each.i < noun.i), None)
    if who is not None:
        return None if _no_clause(noun) else _finite(noun)
    acts_upon = any(each.dep_ == "dobj" and each.i > noun.i for each in kids)
    joined = (
        noun.dep_ == "conj"
        and noun.i > 0
        and noun.doc[noun.i - 1].dep_ in {"cc", "punct", "advmod"}
    )
    return _of_series(noun) if joined and acts_upon else None


def _no_clause(noun: "Token") -> bool:
    return noun.dep_ in {"ccomp", "xcomp", "pcomp"} and noun.head.lower_ in _MAKING


def _finite(noun: "Token") -> str:
    if noun.tag_ == "NNS":
        return "VBZ"
    if noun.lower_ in _SAME_IN_THE_PAST:
        return "VBD"
    above = noun.head.lower_
    wished = noun.dep_ == "ccomp" and any(above.startswith(verb[:-1]) for verb in _MANDATIVE)
    return "VB" if wished else "VBP"


def _of_series(noun: "Token") -> str | None:
    """Return the tag of a verb that another governs: "could seize an island or launch strikes"."""
    first = noun.head.tag_
    if noun.tag_ == "NN" and first in {"VB", "VBP"}:
        return first
    return "VBZ" if noun.tag_ == "NNS" and first == "VBZ" else None

"""Speech that is only spoken of: in somebody else's words, in what is asked, refused or joined in.

"Ministers said that Lima had asked for help" is the ministers' saying, and "Peru
turned down Lima's request" is nobody's.
"""

from detente.read.said.tidings import handed_over
from detente.read.text.wordlists import speech, speech_verbs
from detente.read.who.mentions import Scene

_DEMANDING = frozenset({"demand", "ask", "insist", "propose", "urge", "request", "recommend"})
_BLAMING = frozenset(
    {"accuse", "suspect", "criticise", "criticize", "blame", "condemn", "denounce"}
)
_NAMING = frozenset({"call", "describe", "term", "label", "brand", "dub", "regard", "see"})
_CITING = frozenset({"quote", "cite", "report", "hear", "record"})
_CLAUSES = frozenset({"ccomp", "parataxis"})
_SUBJECTS = frozenset({"nsubj", "nsubjpass"})
_CLIMB = 4  # clauses joined by "and" between a verb and who reports it


def spoken_of(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether the verb of speech at `i` tells of words that are only spoken of.

    Parameters
    ----------
    scene : Scene
        The document.
    i : int
        The verb's token.
    lemma : str
        Its lemma.
    """
    return (
        _told_of_as_past(scene, i)
        or _only_demanded(scene, i)
        or _by_the_way(scene, i, lemma)
        or _in_a_note(scene, i)
        or _only_blamed_for(scene, i)
        or _in_anothers_words(scene, i)
        or _kept_from(scene, i)
        or _joined_in(scene, i)
    )


def _reported_under(scene: Scene, i: int) -> int | None:
    """Return the verb of speech in whose words a clause stands, "and" between them aside."""
    for _ in range(_CLIMB):
        above = scene.heads[i]
        if scene.deps[i] == "ccomp":
            said = above < i and scene.doc[above].lemma_ in speech_verbs()
            return above if said else None
        if scene.deps[i] != "conj":
            return None
        i = above
    return None


def _told_of_as_past(scene: Scene, i: int) -> bool:
    """Say whether words tell of an earlier plea or offer: "said that he had asked for help"."""
    children = scene.children(i)
    had = any(scene.deps[c] == "aux" and scene.lowers[c] == "had" for c in children)
    if scene.deps[i] == "conj" and scene.tags[i] == "VBN":  # "had been considered and ruled out"
        above = scene.children(scene.heads[i])
        had = had or any(scene.deps[c] == "aux" and scene.lowers[c] == "had" for c in above)
    clause = any(scene.deps[c] == "ccomp" for c in children)
    return had and not clause and _reported_under(scene, i) is not None


def _in_anothers_words(scene: Scene, i: int) -> bool:
    """Say whether a plea or an offer, no clause of its own behind it, is what somebody else reports.

    "Analysts suspect that Chad has offered to pay", "Lima is asking Peru for help, two sources said".
    """
    above = scene.heads[i]
    reports = (speech("say") | speech("clause") | speech("mind")) - speech("strict")
    if scene.deps[i] != "ccomp" or scene.doc[above].lemma_ not in reports:
        return False
    if above > i and any(scene.tags[c] == "MD" for c in scene.children(above)):
        return False  # an aside: "Had they come, he argued later, it would have ended"
    if any(scene.deps[c] in _CLAUSES for c in scene.children(i)):
        return False
    first, last = min(i, above), max(i, above)
    if {";", ":", '"'} & set(scene.texts[first:last]):
        return False
    return any(scene.deps[c] in _SUBJECTS for c in scene.children(above))


def _only_demanded(scene: Scene, i: int) -> bool:
    """Say whether speech is what somebody asks for: "demanded that Peru apologise and promise"."""
    if scene.tags[i] not in {"VB", "VBP"}:
        return False
    above = _reported_under(scene, i)
    if above is None or scene.doc[above].lemma_ not in _DEMANDING:
        return False
    return scene.lowers[scene.doc[i].left_edge.i] != "whether"


def _only_blamed_for(scene: Scene, i: int) -> bool:
    """Say whether speech is only what somebody is said to do: "accused of apologising"."""
    if scene.deps[i] != "pcomp" or scene.tags[i] != "VBG":
        return False
    above = scene.heads[scene.heads[i]]
    if scene.deps[above] == "dobj":  # the parser may hang "of" on who is accused
        above = scene.heads[above]
    return scene.doc[above].lemma_ in _BLAMING


def _by_the_way(scene: Scene, i: int, lemma: str) -> bool:
    """Say whether a name that somebody gives a thing stands in another's words: "criticised what he called"."""
    if lemma not in _NAMING or scene.deps[i] not in {"ccomp", "pcomp"}:
        return False
    if not any(scene.lowers[c] == "what" for c in scene.children(i)):
        return False
    for _ in range(_CLIMB):
        i = scene.heads[i]
        if scene.parts[i] == "VERB":
            return scene.doc[i].lemma_ in speech_verbs()
    return False


def _in_a_note(scene: Scene, i: int) -> bool:
    """Say whether a participle tells what a note says that somebody hands over.

    "Sent a note demanding": one saying, which "sent" tells.
    """
    if scene.deps[i] != "acl" or scene.tags[i] != "VBG":
        return False
    noun = scene.heads[i]
    verb = scene.heads[noun]
    return scene.deps[noun] == "dobj" and handed_over(scene, verb, scene.doc[verb].lemma_.lower())


def _kept_from(scene: Scene, i: int) -> bool:
    """Say whether speech is what somebody doesn't do: "avoided raising the question"."""
    return (
        scene.deps[i] == "xcomp"
        and scene.tags[i] == "VBG"
        and scene.doc[scene.heads[i]].lemma_ in speech("kept_from")
    )


def _joined_in(scene: Scene, i: int) -> bool:
    """Say whether speech without a clause is what others are to join in, or a means: "joined Lima in demanding"."""
    if scene.deps[i] != "pcomp" or scene.tags[i] != "VBG":
        return False
    if any(scene.deps[c] in _CLAUSES | _SUBJECTS for c in scene.children(i)):
        return False
    above = scene.heads[scene.heads[i]]
    return scene.doc[above].lemma_ not in speech("opened_by") | _CITING

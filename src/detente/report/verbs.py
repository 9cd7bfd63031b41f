"""Inflect the verb phrases that label options: supply, supplied, supplying, supplies.

A label is a short verb phrase in its base form, "supply lethal weapons to
Ukraine". Only its head verb changes; the rest stands. Spelling rules do most of
the work, a table of irregular verbs the rest. What is no verb phrase ("Modified
control order") is carried along in quotes: "go for “Modified control order”".
"""

from typing import Literal

Form = Literal["base", "past", "participle", "gerund", "third"]

# base: past, past participle
IRREGULAR = {
    base: (past, participle)
    for base, past, participle in (
        line.split()
        for line in """\
        arise arose arisen
        be was been
        bear bore borne
        beat beat beaten
        become became become
        begin began begun
        bend bent bent
        bet bet bet
        bid bid bid
        bind bound bound
        bite bit bitten
        bleed bled bled
        blow blew blown
        break broke broken
        breed bred bred
        bring brought brought
        broadcast broadcast broadcast
        build built built
        burst burst burst
        buy bought bought
        cast cast cast
        catch caught caught
        choose chose chosen
        cling clung clung
        come came come
        cut cut cut
        deal dealt dealt
        dig dug dug
        do did done
        draw drew drawn
        drink drank drunk
        drive drove driven
        eat ate eaten
        fall fell fallen
        feed fed fed
        feel felt felt
        fight fought fought
        find found found
        flee fled fled
        fling flung flung
        fly flew flown
        forbid forbade forbidden
        forecast forecast forecast
        foresee foresaw foreseen
        forget forgot forgotten
        forgive forgave forgiven
        forgo forwent forgone
        forsake forsook forsaken
        freeze froze frozen
        get got got
        give gave given
        go went gone
        grind ground ground
        grow grew grown
        hang hung hung
        have had had
        hear heard heard
        hide hid hidden
        hit hit hit
        hold held held
        hurt hurt hurt
        keep kept kept
        know knew known
        lay laid laid
        lead led led
        leave left left
        lend lent lent
        let let let
        light lit lit
        lose lost lost
        make made made
        mean meant meant
        meet met met
        mislead misled misled
        outbid outbid outbid
        outdo outdid outdone
        overcome overcame overcome
        override overrode overridden
        oversee oversaw overseen
        overtake overtook overtaken
        overthrow overthrew overthrown
        pay paid paid
        put put put
        quit quit quit
        read read read
        rebuild rebuilt rebuilt
        redo redid redone
        redraw redrew redrawn
        repay repaid repaid
        resell resold resold
        rethink rethought rethought
        retake retook retaken
        ride rode ridden
        ring rang rung
        rise rose risen
        run ran run
        say said said
        see saw seen
        seek sought sought
        sell sold sold
        send sent sent
        set set set
        shake shook shaken
        shed shed shed
        shine shone shone
        shoot shot shot
        show showed shown
        shrink shrank shrunk
        shut shut shut
        sing sang sung
        sink sank sunk
        sit sat sat
        slide slid slid
        speak spoke spoken
        speed sped sped
        spend spent spent
        spin spun spun
        split split split
        spread spread spread
        spring sprang sprung
        stand stood stood
        steal stole stolen
        stick stuck stuck
        strike struck struck
        strive strove striven
        swear swore sworn
        sweep swept swept
        swim swam swum
        swing swung swung
        take took taken
        teach taught taught
        tear tore torn
        tell told told
        think thought thought
        throw threw thrown
        undercut undercut undercut
        undergo underwent undergone
        understand understood understood
        undertake undertook undertaken
        undo undid undone
        uphold upheld upheld
        upset upset upset
        wake woke woken
        wear wore worn
        win won won
        wind wound wound
        withdraw withdrew withdrawn
        withhold withheld withheld
        withstand withstood withstood
        write wrote written""".splitlines()
    )
}

# Longer verbs with the stress on their last syllable (or a doubled l): the consonant doubles.
DOUBLED = frozenset(
    """abet abhor abut acquit admit allot annul befit cancel channel commit compel concur confer
    control counsel deter defer demur disbar dispel embed emit equal equip excel expel
    extol forbid forget fuel fulfil handicap impel incur infer instil intermit kidnap label level
    marshal model occur omit outbid outfit outwit overrun patrol permit prefer propel quarrel rebel
    rebut recur refer regret remit repel rerun reset rival shovel signal submit total transfer
    transmit transship travel tunnel unplug worship""".split()
)
VOWELS = "aeiou"
# Verbs that end in -ly, so that they aren't taken for adverbs.
LY_VERBS = frozenset(
    "ally apply bully comply dally fly imply misapply multiply rally rely reply resupply "
    "sully supply tally".split()
)
# Endings of nouns, and the verbs that have them all the same.
NOUN_ENDINGS = (
    "tion",
    "sion",
    "ment",
    "ness",
    "ity",
    "ship",
    "ance",
    "ence",
    "ing",
    "ism",
    "al",
    "ic",
    "ous",
    "ive",
    "ful",
    "ible",
    "able",
    "ar",
)
NOUN_LIKE_VERBS = frozenset(
    """auction audition balance bring caution cement champion commence comment commission complement
    compliment condition dance document enhance experiment fence finance fling function implement
    influence lament mention mission motion occasion partition pension petition position provision
    provision question ration reference relation requisition ring sanction sentence ship silence sing
    sling spring station sting string supplement swing torment transition vision wing worship
    advance decommission cling focus bias gas appeal repeal reveal conceal heal seal signal rival
    panic mimic traffic arrive receive survive revive deprive dive live enable disable table cable
    bar jar scar""".split()
)
ED_VERBS = frozenset("need heed embed wed proceed exceed succeed seed weed".split())
DETERMINERS = frozenset("a an the no any all more some this that these those its their".split())
# Acts that are refrainings: undoing them is doing so "no longer", not "stopping".
REFRAINING = frozenset(
    "abstain avoid cease halt hold ignore keep oppose refrain refuse reject remain resist stay stop "
    "suspend withhold be".split()
)


def head(word: str, form: Form) -> str:
    """Inflect one verb given in its base form.

    Examples
    --------
    >>> [head(verb, "past") for verb in ("supply", "withdraw", "ban", "deploy", "commit", "agree")]
    ['supplied', 'withdrew', 'banned', 'deployed', 'committed', 'agreed']
    """
    if form == "base":
        return word
    stem, hyphen, verb = word.rpartition("-")  # re-arm, co-operate
    if verb == "be":
        return (
            stem
            + hyphen
            + {"gerund": "being", "third": "is"}.get(form, IRREGULAR["be"][form == "participle"])
        )
    if form == "third":
        made = _third(verb)
    elif form == "gerund":
        made = _gerund(verb)
    elif verb in IRREGULAR:
        made = IRREGULAR[verb][form == "participle"]
    else:
        made = _past(verb)
    return stem + hyphen + made


def inflect(phrase: str, form: Form) -> str:
    """Inflect the head verb of a verb phrase; adverbs before it stand as they are.

    Verbs joined at the head ("review and approve the sale") are all inflected.

    Parameters
    ----------
    phrase : str
        A verb phrase in its base form, as `verb_phrase` returns it.
    form : str
        ``base``, ``past``, ``participle``, ``gerund`` or ``third`` (person).

    Returns
    -------
    str
        The phrase in that form.

    Examples
    --------
    >>> inflect("supply lethal weapons to Ukraine", "gerund")
    'supplying lethal weapons to Ukraine'
    >>> inflect("openly arm and train the rebels", "past")
    'openly armed and trained the rebels'
    >>> inflect("not join the talks", "gerund")
    'not joining the talks'
    """
    words = phrase.split(" ")
    at = 0
    while at < len(words) - 1 and _is_adverb(words[at]):
        at += 1
    if at and words[0] == "not":
        return _negated(" ".join(words[1:]), form)
    words[at] = head(words[at], form)
    while at + 3 < len(words) and words[at + 1] in {"and", "or"} and _may_be_verb(words[at + 2]):
        at += 2
        words[at] = head(words[at], form)
        if at + 1 < len(words) and words[at + 1] not in {"and", "or"}:
            break
    return " ".join(words)


def verb_phrase(label: str, option: str) -> str:
    """Return an option's label as a verb phrase in its base form.

    Parameters
    ----------
    label : str
        What the model calls it; may be empty, or no verb phrase.
    option : str
        The option's id, ``decision_maker.option``, for want of a label.

    Returns
    -------
    str
        A phrase whose head verb `inflect` can inflect.

    Examples
    --------
    >>> verb_phrase("Supply lethal weapons", "korea.lethal")
    'supply lethal weapons'
    >>> verb_phrase("", "left.swerve")
    'choose “swerve”'
    >>> verb_phrase("Modification of the order", "moe.modify")
    'choose “Modification of the order”'
    """
    label = " ".join(label.split()).rstrip(".;,")
    if label.casefold().startswith("to "):
        label = label[3:]
    if not label:
        return f"choose “{option.rpartition('.')[2].replace('_', ' ')}”"
    first, _, rest = label.partition(" ")
    if first.lower() == first or (first.istitle() and first[1:].islower()):
        lowered = first.lower()
        if _is_verb(lowered):
            return f"{lowered} {rest}".rstrip()
    return f"choose “{label}”"


def undo_phrase(phrase: str, form: Form) -> str:
    """Say that an act is given up: "stop sending volunteers", "no longer refuse talks".

    Examples
    --------
    >>> undo_phrase("send volunteers", "past")
    'stopped sending volunteers'
    >>> undo_phrase("refuse talks", "past")
    'no longer refused talks'
    """
    if phrase.split(" ", 1)[0] in REFRAINING:
        return f"no longer {inflect(phrase, form)}"
    return f"{head('stop', form)} {inflect(phrase, 'gerund')}"


def _negated(phrase: str, form: Form) -> str:
    if form in {"gerund", "participle"}:
        return f"not {inflect(phrase, form)}"
    auxiliary = {"base": "not", "past": "did not", "third": "does not"}[form]
    return f"{auxiliary} {phrase}"


def _is_adverb(word: str) -> bool:
    return word in {"not", "never", "also", "again", "soon", "first"} or (
        word.endswith("ly") and word not in LY_VERBS
    )


def _may_be_verb(word: str) -> bool:
    return word.isalpha() and word.islower() and not word.endswith(("s", *NOUN_ENDINGS))


def _is_verb(word: str) -> bool:
    if word in IRREGULAR or word in NOUN_LIKE_VERBS:
        return True
    return (
        word.replace("-", "").isalpha()
        and word not in DETERMINERS
        and not word.endswith(NOUN_ENDINGS)
        and not (word.endswith("s") and not word.endswith("ss"))
        and not (word.endswith("ed") and word not in ED_VERBS)
    )


def _doubles(verb: str) -> bool:
    if verb in DOUBLED:
        return True
    if len(verb) < 3 or verb[-1] in "aeiouwxyh" or verb[-2] not in VOWELS:
        return False
    before = verb[:-2]
    if before.endswith("qu"):  # quit, quiz
        before = before[:-1]
    return not any(letter in VOWELS + "y" for letter in before)


def _past(verb: str) -> str:
    if verb.endswith("e"):
        return verb + "d"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ied"
    if verb in {"panic", "mimic", "traffic", "picnic"}:
        return verb + "ked"
    return verb + verb[-1] * _doubles(verb) + "ed"


def _gerund(verb: str) -> str:
    if verb.endswith("ie"):
        return verb[:-2] + "ying"
    if verb.endswith("e") and not verb.endswith(("ee", "oe", "ye")):
        return verb[:-1] + "ing"
    if verb in {"panic", "mimic", "traffic", "picnic"}:
        return verb + "king"
    return verb + verb[-1] * _doubles(verb) + "ing"


def _third(verb: str) -> str:
    if verb == "have":
        return "has"
    if verb.endswith("y") and verb[-2:-1] not in VOWELS:
        return verb[:-1] + "ies"
    if verb.endswith(("s", "sh", "ch", "x", "z", "o")):
        return verb + "es"
    return verb + "s"

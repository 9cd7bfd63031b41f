"""Random conflicts and statements for property tests, and their slow twin.

The twin evaluates a statement by its definition, one state at a time, on
nested tuples: it shares no code with `detente.model`.
"""

from hypothesis import strategies as st

from detente.model.conflict import CONCEPTS, Conflict


def formulas(n_options: int, most: int = 6):
    """Draw a formula over the options 0 .. n_options - 1, as an operator and its parts."""
    leaf = st.tuples(st.just("option"), st.integers(0, n_options - 1))

    def grow(inner):
        return st.tuples(st.just("!"), inner) | st.tuples(
            st.sampled_from(["&", "|", "if", "iff"]), inner, inner
        )

    return st.recursive(leaf, grow, max_leaves=most)


def holds(formula, s: int) -> bool:
    """Say whether a formula is true at a state, from the definition."""
    operator, *parts = formula
    if operator == "option":
        return bool(s & (1 << parts[0]))
    values = [holds(part, s) for part in parts]
    if operator == "!":
        return not values[0]
    if operator == "&":
        return values[0] and values[1]
    if operator == "|":
        return values[0] or values[1]
    if operator == "if":
        return values[0] if values[1] else True
    return values[0] is values[1]


def spelled(formula, names) -> str:
    """Write a formula with every parenthesis there is."""
    operator, *parts = formula
    if operator == "option":
        return names[parts[0]]
    said = [f"({spelled(part, names)})" for part in parts]
    return f"!{said[0]}" if operator == "!" else f"{said[0]} {operator} {said[1]}"


def ranked(formulas_, feasible) -> dict[int, int]:
    """Rank states by 2^(m - k) for the k-th of m formulas, then count levels."""
    m = len(formulas_)
    score = {
        s: sum(2 ** (m - k) for k, one in enumerate(formulas_, start=1) if holds(one, s))
        for s in feasible
    }
    levels = sorted(set(score.values()))
    return {s: levels.index(value) for s, value in score.items()}


texts = st.text(st.characters(codec="utf-8", exclude_categories=["Cs", "Cc"]), max_size=12)
awkward = st.sampled_from(
    [
        "NO",
        "null",
        "~",
        "1",
        "1.5",
        "true",
        "a: b",
        "# no",
        "- x",
        "'",
        '"',
        "\\",
        "é—“”",
        " x ",
        "",
    ]
)
words = texts | awkward | st.text(st.sampled_from("a\n\t\x07\u2028:# "), max_size=6)
ids = st.from_regex(r"\A[a-zA-Z_à-ö][a-zA-Z0-9_à-ö-]{0,6}\Z").filter(
    lambda one: one not in {"if", "iff"}
)


@st.composite
def conflicts(draw: st.DrawFn) -> Conflict:
    """Draw a conflict that uses any field of the model; all its names are known."""
    made = Conflict(title=draw(words), as_of=draw(words), source=draw(words))
    owns = draw(
        st.dictionaries(ids, st.lists(ids, max_size=3, unique=True), min_size=1, max_size=3)
    )
    names = [f"{dm}.{one}" for dm, mine in owns.items() for one in mine]
    statement = (
        formulas(len(names), 4).map(lambda one: spelled(one, names)) if names else st.nothing()
    )
    because = st.lists(ids, max_size=2)
    size = 1 << len(names)
    for dm, mine in owns.items():
        options = {
            one: draw(
                st.fixed_dictionaries(
                    {},
                    optional={
                        "label": words,
                        "status": st.sampled_from(["done", "ruled_out", "considered"]),
                        "reversible": st.sampled_from(["both", "forward", "backward"]),
                        "because": because,
                        "assumed": words,
                    },
                )
            )
            for one in mine
        }
        fields: dict[str, object] = {}
        kinds = ["none", "ranking", "payoffs"] + (["priorities", "weights"] if names else [])
        kind = draw(st.sampled_from(kinds))
        if kind == "ranking":
            fields["ranking"] = draw(st.permutations(range(size)).map(lambda p: [[*p[:2]], *p[2:]]))
        elif kind == "payoffs":
            fields["payoffs"] = {s: draw(st.floats(-9, 9)) for s in range(size)}
        elif kind == "weights":
            fields["weights"] = draw(st.dictionaries(statement, st.floats(-9, 9), max_size=3))
        elif kind == "priorities":
            stated = st.fixed_dictionaries(
                {"statement": statement},
                optional={
                    "confidence": st.floats(0, 1),
                    "order": st.sampled_from(["known", "partly", "unknown"]),
                    "sign": st.sampled_from(["known", "unknown"]),
                    "because": because,
                },
            )
            fields["priorities"] = draw(st.lists(stated, max_size=3))
        if draw(st.booleans()):
            fields["foresight"] = draw(
                st.dictionaries(st.sampled_from(CONCEPTS), st.floats(0, 1), max_size=2)
            )
        made.add(dm, options=options, name=draw(words), **fields)
    makers = list(owns)
    if names:
        made.status_quo = draw(st.none() | st.lists(st.sampled_from(names), unique=True))
        made.infeasible = draw(st.lists(statement, max_size=2))
        records = {
            "red_lines": {"by": draw(st.sampled_from(makers)), "against": draw(statement)},
            "constraints": {"on": draw(st.sampled_from(names)), "says": draw(words)},
            "experts": {"by": draw(words), "of": draw(statement), "low": 0.1, "high": 0.5},
        }
        for field, record in records.items():
            if draw(st.booleans()):
                setattr(made, field, [{**record, "because": draw(because)}])
    made.theatres = draw(st.dictionaries(words, st.lists(st.sampled_from(makers), max_size=2)))
    quotes = st.builds(lambda quote: {"quote": quote}, words)
    made.evidence = draw(st.dictionaries(ids, quotes, max_size=3))
    made.notes = draw(st.lists(words, max_size=2))
    made.open_questions = draw(st.lists(words, max_size=2))
    return made

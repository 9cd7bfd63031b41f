"""The classical stability concepts, one decision maker at a time.

Each concept asks whether every improvement that `i` has at `s` is deterred;
they differ only in which replies deter:

====  =======================================  ==============================
name  a reply is                               and it deters when
====  =======================================  ==============================
nash  (there is none)                          never
gmr   any sequence of the others' moves        `i` is no better off than at `s`
smr   any sequence of the others' moves        ... and can't get out of that
seq   a sequence of the others' improvements   `i` is no better off than at `s`
sseq  a sequence of the others' improvements   ... and can't get out of that
====  =======================================  ==============================

`detente.solve.sim` has the sixth, where the others don't wait for the move.
A decision maker may move more than once in a sequence, though not twice in a
row; in option form two moves in a row are one move, so that forbids nothing.
"""

from detente.axes import BoolM
from detente.model.game import Game
from detente.solve.engine import verdicts
from detente.solve.rules import Rules


def nash(game: Game, i: int) -> BoolM:
    r"""Return the states at which `i` has no improvement.

    State `s` is Nash stable for `i` [1]_ when nothing `i` can move to is better:

    .. math:: R_i^+(s) = \emptyset

    Parameters
    ----------
    game : Game
        The conflict, with `I` decision makers and `M` masks.
    i : int
        The decision maker, ``0 <= i < I``.

    Returns
    -------
    (M,) array of bool
        Entry `s` says whether mask `s` is feasible and stable for `i`.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`; a negative `i` never wraps.

    Notes
    -----
    One pass over the masks for each option of `i`.

    References
    ----------
    .. [1] J. F. Nash, "Equilibrium points in n-person games", *Proceedings of
       the National Academy of Sciences* 36 (1950) 48-49.

    Examples
    --------
    In the prisoner's dilemma betrayal always pays, whatever the other does:

    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> nash(dilemma, 0).tolist()
    [False, True, False, True]
    """
    return _stable(game, i, "nash")


def gmr(game: Game, i: int) -> BoolM:
    r"""Return the states at which each improvement of `i` can be punished.

    State `s` is general metarational for `i` [1]_ when after every improvement
    `q` the others can move, in one or more steps and at whatever cost to
    themselves, to a state `r` that is no better for `i` than `s`:

    .. math:: \forall q \in R_i^+(s)\; \exists r \in R_{N \setminus i}(q) : r \precsim_i s

    Parameters
    ----------
    game : Game
        The conflict, with `I` decision makers and `M` masks.
    i : int
        The decision maker who fears retaliation, ``0 <= i < I``.

    Returns
    -------
    (M,) array of bool
        Stable wherever `nash`, `smr` or `seq` is.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`.

    Notes
    -----
    One pass over the masks for each option where every mask is feasible; else
    a few such rounds, until nothing changes.

    References
    ----------
    .. [1] N. Howard, *Paradoxes of Rationality* (MIT Press, 1971).

    Examples
    --------
    In the prisoner's dilemma silence holds when betrayal would be answered:

    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> gmr(dilemma, 0).tolist()
    [True, True, False, True]
    """
    return _stable(game, i, "gmr")


def smr(game: Game, i: int) -> BoolM:
    r"""Return the states at which each improvement of `i` can be punished for good.

    State `s` is symmetric metarational for `i` [1]_ when after every
    improvement `q` the others can move to a state `r` that is no better for
    `i` than `s`, and from which no move of `i` leads to anything better either:

    .. math:: \forall q \in R_i^+(s)\; \exists r \in R_{N \setminus i}(q) :
        r \precsim_i s \land \forall t \in R_i(r) : t \precsim_i s

    Parameters
    ----------
    game : Game
        The conflict, with `I` decision makers and `M` masks.
    i : int
        The decision maker who looks one move further, ``0 <= i < I``.

    Returns
    -------
    (M,) array of bool
        Stable nowhere that `gmr` isn't.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`.

    Notes
    -----
    As `gmr`, and one more pass over the masks for each option of `i`.

    References
    ----------
    .. [1] N. Howard, *Paradoxes of Rationality* (MIT Press, 1971).

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> smr(dilemma, 0).tolist()
    [True, True, False, True]
    """
    return _stable(game, i, "smr")


def seq(game: Game, i: int) -> BoolM:
    r"""Return the states at which each improvement of `i` is credibly deterred.

    State `s` is sequentially stable for `i` [1]_ when every improvement `q`
    meets a sequence of the others' improvements, each for who makes it at the
    state it is made from, that ends at a state `r` no better for `i` than `s`:

    .. math:: \forall q \in R_i^+(s)\; \exists r \in R_{N \setminus i}^+(q) : r \precsim_i s

    Parameters
    ----------
    game : Game
        The conflict, with `I` decision makers and `M` masks.
    i : int
        The decision maker who thinks ahead, ``0 <= i < I``.

    Returns
    -------
    (M,) array of bool
        Stable wherever `nash` or `sseq` is, and nowhere that `gmr` isn't.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`.

    Notes
    -----
    The states that a mover can change into each other are gone through from
    the best for that mover to the worst, again and again until nothing changes.

    References
    ----------
    .. [1] N. M. Fraser and K. W. Hipel, "Solving complex conflicts", *IEEE
       Transactions on Systems, Man, and Cybernetics* 9 (1979) 805-816.

    Examples
    --------
    In the prisoner's dilemma mutual silence is no Nash state, yet it holds once
    each sees that the other would answer betrayal with betrayal:

    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> seq(dilemma, 0).tolist()
    [True, True, False, True]
    """
    return _stable(game, i, "seq")


def sseq(game: Game, i: int) -> BoolM:
    r"""Return the states at which each improvement of `i` is credibly deterred for good.

    State `s` is symmetric sequentially stable for `i` [1]_ when every
    improvement `q` meets a sequence of the others' improvements to a state `r`
    no better for `i` than `s`, from which no move of `i` leads to anything
    better either:

    .. math:: \forall q \in R_i^+(s)\; \exists r \in R_{N \setminus i}^+(q) :
        r \precsim_i s \land \forall t \in R_i(r) : t \precsim_i s

    Parameters
    ----------
    game : Game
        The conflict, with `I` decision makers and `M` masks.
    i : int
        The decision maker who thinks one move further, ``0 <= i < I``.

    Returns
    -------
    (M,) array of bool
        Stable nowhere that `seq` or `smr` isn't.

    Raises
    ------
    NotFoundError
        If the conflict has no decision maker `i`.

    Notes
    -----
    As `seq`, and one more pass over the masks for each option of `i`. Papers
    on the strength of preference use the same letters for *strong* SEQ, which
    is another concept.

    References
    ----------
    .. [1] L. C. Rego and G. I. A. Vieira, "Symmetric sequential stability in
       the graph model for conflict resolution with multiple decision makers",
       *Group Decision and Negotiation* 26 (2017) 775-792.

    Examples
    --------
    >>> dilemma = Game.of({"a": ["betray"], "b": ["betray"]}, [[2, 3, 0, 1], [2, 0, 3, 1]])
    >>> sseq(dilemma, 0).tolist()
    [True, True, False, True]
    """
    return _stable(game, i, "sseq")


def _stable(game: Game, i: int, concept: str) -> BoolM:
    i = game.decision_maker(i)
    return verdicts(Rules.of(game), game.rank, (concept,), actors=(i,))[concept][0]

"""The command line: parse, call one function, print.

Exit codes: 0 done, 1 bad input (one sentence on stderr), 2 bad usage, 70 a
fault of Détente's own, 130 stopped by Ctrl-C.
"""

import atexit
import os
import sys
from io import TextIOWrapper

from detente.errors import DetenteError


def main() -> None:
    """Run ``detente`` on the process's arguments and exit."""
    from detente.cli.app import app

    for stream in (sys.stdout, sys.stderr):  # a terminal that lacks a sign gets a stand-in
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        app(prog_name="detente", standalone_mode=True)
    except DetenteError as error:
        _say(str(error))
        sys.exit(1)
    except BrokenPipeError:  # the reader of our output went away: nothing to say to it
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)
    except KeyboardInterrupt:
        _say("stopped: nothing was left half-written")
        sys.exit(130)
    except MemoryError:
        _say("there isn't enough memory for this: try fewer options, draws or documents")
        sys.exit(1)
    except Exception as error:  # our own fault: said as such, and never swallowed when asked for
        if os.environ.get("DETENTE_TRACEBACK"):
            raise
        _say(
            f"a fault of Détente's own ({type(error).__name__}: {error}): nothing was written;"
            " please report it with what DETENTE_TRACEBACK=1 shows"
        )
        sys.exit(70)


def run() -> None:
    """Run ``detente`` as a process: the same, and gone as soon as it is done.

    Taking the compiled kernels' libraries down in order costs a third of a second
    at the end of every command, for memory that the system takes back anyway.
    What was registered to run at the end is run, and the streams are flushed.
    """
    code: object = 0
    try:
        main()
    except SystemExit as stopped:
        code = stopped.code
    atexit._run_exitfuncs()  # noqa: SLF001 - there is no public way to run them early
    try:
        sys.stdout.flush()
        sys.stderr.flush()
    except OSError:  # whoever read our output went away
        code = code or 1
    os._exit(code if isinstance(code, int) else 1 if code else 0)


def _say(sentence: str) -> None:
    shown = "".join(
        sign if sign.isprintable() or sign == "\n" else "\N{REPLACEMENT CHARACTER}"
        for sign in sentence
    )
    print(f"detente: {shown}", file=sys.stderr)  # noqa: T201 - the one voice on stderr

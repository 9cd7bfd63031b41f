"""``python -m detente`` is the command ``detente``."""

from detente.cli import run

if __name__ == "__main__":
    run()

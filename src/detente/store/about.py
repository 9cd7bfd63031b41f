"""``case.yaml``: what a case is called and where its store is; and files written whole."""

import json
import os
from pathlib import Path

from detente.errors import InputError, NotFoundError

ABOUT = "case.yaml"
FORMAT = 1
_LARGEST = 100_000


def write_about(folder: Path, name: str, store: str) -> None:
    """Write what a case is called, and the address of its store where that is a server's."""
    from sqlalchemy.engine import URL, make_url

    lines = [
        "# A case of Détente: see 'detente case --help'.",
        f"case: {FORMAT}",
        f"name: {json.dumps(name)}",
    ]
    if store and "://" not in store:
        lines.append(f"store: {json.dumps(store, ensure_ascii=False)}")
    elif store:  # never with its password: that comes from DETENTE_STORE or ~/.pgpass
        url = make_url(store)
        shown = URL.create(
            url.drivername, url.username, None, url.host, url.port, url.database, url.query
        )
        lines.append(f"store: {json.dumps(shown.render_as_string(hide_password=False))}")
    write_whole(folder / ABOUT, "\n".join(lines) + "\n")


def write_whole(path: Path, text: str) -> None:
    """Write a file of a case, all of it or nothing, and see it on the disk."""
    half = path.with_name(f".{path.name}.{os.getpid()}.part")
    try:
        with half.open("w", encoding="utf-8", newline="\n") as file:
            file.write(text)
            file.flush()
            os.fsync(file.fileno())
        half.replace(path)
    except OSError as error:
        half.unlink(missing_ok=True)
        raise InputError(
            f"can't be written ({error.strerror or error})",
            "check the folder's rights and the room on the disk",
            where=str(path),
        ) from error


def read_about(folder: Path) -> dict[str, str]:
    """Return what ``case.yaml`` says, or say why there is no case."""
    path = folder / ABOUT
    if not path.is_file():
        raise NotFoundError(
            "there is no case here", "make one: detente case new DIR", where=str(folder)
        )
    from ruamel.yaml import YAML
    from ruamel.yaml.error import YAMLError

    try:
        with path.open("rb") as file:
            found = YAML(typ="safe", pure=True).load(file.read(_LARGEST))
    except (OSError, YAMLError, ValueError, RecursionError) as error:
        raise InputError(
            "can't be read", "it says 'case: 1' and 'name: ...'", where=str(path)
        ) from error
    if not isinstance(found, dict) or not isinstance(found.get("name"), str):
        raise InputError("says no name", "it says 'case: 1' and 'name: ...'", where=str(path))
    if found.get("case") != FORMAT:
        raise InputError(
            f"the case has format {found.get('case')!r}, and this program knows {FORMAT}",
            "install a newer Détente",
            where=str(path),
        )
    return {key: value for key, value in found.items() if isinstance(value, str)}

"""Serve a workbench on this machine, and nowhere else."""

import shutil
import socket
from pathlib import Path

from detente.errors import InputError, NotFoundError
from detente.read.formats import IN_FOLDERS
from detente.store.case import ABOUT, Case, open_case
from detente.web.app import workbench
from detente.web.security import Gate, Key
from detente.web.workspace import Workspace

LOOPBACK = "127.0.0.1"
MODELS = (".yaml", ".yml")


def opened(source: Path, *, store: str = "") -> Workspace | Case:
    """Return the case or the workspace of a folder, a report or a model file.

    Parameters
    ----------
    source : Path
        A folder is the workspace, or the case if it has a ``case.yaml``. A model
        file is worked on where it is, and reports go into ``documents`` beside
        it. A report is copied into a new workspace beside it, named after it.
    store : str
        The address of the case's store, where that isn't what it says itself.

    Raises
    ------
    NotFoundError
        If there is no such file or folder.
    InputError
        If the file is neither a report nor a model in YAML, or can't be copied.
    """
    if (source / ABOUT).is_file():
        return open_case(source.resolve(), store=store)
    if source.is_dir():
        return Workspace(source.resolve())
    if not source.exists():
        raise NotFoundError("there is no such file or folder", "name one", where=str(source))
    suffix = source.suffix.lower()
    if suffix in MODELS:
        return Workspace(source.resolve().parent, source.name)
    if suffix not in IN_FOLDERS:
        raise InputError(
            f"{suffix or 'no suffix'} names neither a report nor a model",
            f"give a folder, a model in YAML, or a report ({' '.join(IN_FOLDERS)})",
            where=str(source),
        )
    found = Workspace(source.resolve().with_name(f"{source.stem}-workbench"))
    aim = found.documents_folder / source.name
    if not aim.exists():
        try:
            found.documents_folder.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(source, aim)
        except OSError as error:
            raise InputError(
                f"it can't be copied: {error.strerror or error}",
                "check the folder's rights",
                where=str(aim),
            ) from error
    return found


def listening(port: int, at: str = LOOPBACK) -> socket.socket:
    """Return a socket that listens, on this machine only if not told otherwise; port 0 takes a free one.

    Raises
    ------
    InputError
        If the port is taken.
    """
    family = socket.AF_INET6 if ":" in at else socket.AF_INET
    bound = socket.socket(family, socket.SOCK_STREAM)
    bound.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        bound.bind((at, port))
        bound.listen(128)  # whoever comes before the server is up waits for it
    except OSError as error:
        bound.close()
        raise InputError(
            f"port {port} can't be had: {error.strerror or error}",
            "give another with --port, or 0 for any that is free",
        ) from error
    return bound


def serve(source: Workspace | Case, bound: socket.socket, *, token: str = "") -> None:
    """Serve a folder or a case on a socket until it is stopped.

    Parameters
    ----------
    source : Workspace or Case
        What is worked on.
    bound : socket
        From `listening`.
    token : str
        The token that opens it.
    """
    port = int(bound.getsockname()[1])
    run(workbench(source, port=port, key=Key(token=token) if token else None), bound)


def run(app: Gate, bound: socket.socket, *, tls: tuple[Path, Path] | None = None) -> None:
    """Run a workbench on a socket until it is stopped.

    Parameters
    ----------
    app : Gate
        The workbench, of one person or of a team.
    bound : socket
        From `listening`.
    tls : (Path, Path), optional
        Certificate and key, to speak https.
    """
    import uvicorn

    config = uvicorn.Config(
        app,
        log_level="warning",
        access_log=False,
        server_header=False,
        proxy_headers=False,
        limit_concurrency=128,
        timeout_keep_alive=30,
        timeout_graceful_shutdown=3,
        ws="none",
        ssl_certfile=None if tls is None else str(tls[0]),
        ssl_keyfile=None if tls is None else str(tls[1]),
    )
    uvicorn.Server(config).run(sockets=[bound])

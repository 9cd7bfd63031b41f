"""The folder: nothing leaves it, nothing is lost, the later of two changes is told."""

import threading

import pytest

from detente.errors import InputError, NotFoundError, SourceError, TooLargeError
from detente.web import workspace as room
from detente.web.uploads import LARGEST
from detente.web.workspace import StaleError, Workspace, tag_of


def test_a_name_never_leaves_the_folder(tmp_path):
    space = Workspace(tmp_path / "w")
    for name in ("../../a.txt", "/etc/a.txt", "..\\..\\a.txt", ".a.txt", "C:\\a.txt", "\0a.txt"):
        path = space.add(name, b"text")
        assert path.parent == space.documents_folder
        assert not path.name.startswith(".")
    assert {p.name for p in tmp_path.iterdir()} == {"w"}


@pytest.mark.parametrize("name", ["a.exe", "a", ".txt", "a.html.exe", "", "a.txt/", "model.yaml"])
def test_only_reports_are_taken(tmp_path, name):
    with pytest.raises(InputError):
        Workspace(tmp_path).add(name, b"text")


def test_long_and_odd_names_are_cut(tmp_path):
    space = Workspace(tmp_path)
    assert len(space.add("é" * 500 + ".txt", b"text").name.encode()) < 255
    assert "<" not in space.add("<script>.txt", b"text").name
    assert "\u202e" not in space.add("a\u202etxt.exe.txt", b"text").name


def test_two_reports_of_one_name_both_stand(tmp_path):
    space = Workspace(tmp_path)
    space.add("a.txt", b"one")
    assert space.add("A.TXT", b"two").name == "A (2).TXT"
    assert {path.read_bytes() for path in space.documents()} == {b"one", b"two"}


def test_bounds_of_size_and_count(tmp_path, monkeypatch):
    space = Workspace(tmp_path)
    with pytest.raises(TooLargeError, match="5 MB"):
        space.add("a.txt", b"x" * (LARGEST + 1))
    with pytest.raises(InputError, match="empty"):
        space.add("a.txt", b" \n")
    monkeypatch.setattr(room, "MOST_DOCUMENTS", 1)
    space.add("a.txt", b"x")
    with pytest.raises(TooLargeError, match="limit"):
        space.add("b.txt", b"x")


def test_links_are_no_reports(tmp_path):
    space = Workspace(tmp_path / "w")
    space.add("a.txt", b"x")
    secret = tmp_path / "secret.txt"
    secret.write_text("secret")
    (space.documents_folder / "link.txt").symlink_to(secret)
    assert [path.name for path in space.documents()] == ["a.txt"]
    for name in ("link.txt", "../secret.txt", "../../secret.txt", "", "."):
        with pytest.raises(NotFoundError):
            space.document(name)


def test_what_is_taken_out_is_kept(tmp_path):
    space = Workspace(tmp_path)
    for text in (b"one", b"two"):
        space.add("a.txt", text)
        space.remove("a.txt")
    assert space.documents() == []
    kept = {path.read_bytes() for path in (space.kept / "removed").iterdir()}
    assert kept == {b"one", b"two"}


def test_corrections_are_checked_before_they_are_written(tmp_path):
    space = Workspace(tmp_path)
    path = space.add("a.txt", b"Iran may strike.")
    good = {"do": "reject", "kind": "option", "quote": "Iran may strike"}
    space.correct(path, good)
    with pytest.raises(SourceError):
        space.correct(path, {"do": "correct", "kind": "option", "quote": "x", "set": {"id": "c9"}})
    assert space.corrections(path).read_text().count("\n") == 1
    assert [p.name for p in space.documents()] == ["a.txt"]
    with pytest.raises(NotFoundError):
        space.take_back(path, 2)
    space.take_back(path, 1)
    assert space.corrections(path).read_text() == ""
    assert not list(space.documents_folder.glob(".*"))


def test_the_later_of_two_changes_is_told_and_nothing_is_lost(tmp_path):
    space = Workspace(tmp_path)
    first = space.save("title: a\n", on=None)
    space.save("title: mine\n", on=first.tag)
    with pytest.raises(StaleError, match="somebody else"):
        space.save("title: theirs\n", on=first.tag)
    with pytest.raises(StaleError):
        space.save("title: theirs\n", on=None)
    assert space.model().text == "title: mine\n"


def test_of_many_at_once_one_is_saved(tmp_path):
    space = Workspace(tmp_path)
    tag = space.save("title: a\n", on=None).tag
    saved, told = [], []

    def change(n: int) -> None:
        try:
            saved.append(space.save(f"title: {n}\n", on=tag).text)
        except StaleError:
            told.append(n)

    threads = [threading.Thread(target=change, args=(n,)) for n in range(12)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(saved) == 1
    assert len(told) == 11
    assert space.model().text == saved[0]


def test_undo_and_redo_go_through_the_versions(tmp_path):
    space = Workspace(tmp_path)
    texts = [f"title: {n}\n" for n in range(4)]
    tag = None
    for text in texts:
        tag = space.save(text, on=tag).tag
    assert space.can_step() == (True, False)
    for text in texts[2::-1]:
        tag = space.step(-1, on=tag).tag
        assert space.model().text == text
    assert space.can_step() == (False, True)
    with pytest.raises(NotFoundError):
        space.step(-1, on=tag)
    tag = space.step(1, on=tag).tag
    assert space.model().text == texts[1]
    tag = space.save("title: other\n", on=tag).tag
    assert space.can_step() == (True, False)  # what was undone is no longer ahead
    assert space.version(tag_of(texts[3])) == texts[3]  # but it is kept


def test_undo_brings_back_what_was_edited_outside(tmp_path):
    space = Workspace(tmp_path)
    tag = space.save("title: a\n", on=None).tag
    space.save("title: b\n", on=tag)
    space.model_path.write_text("title: by hand\n")
    with pytest.raises(StaleError):
        space.step(-1, on=tag)
    tag = space.step(-1, on=space.model().tag).tag
    assert space.model().text == "title: b\n"
    assert space.step(1, on=tag).text == "title: by hand\n"


@pytest.mark.parametrize("broken", ["", "[]", '{"tags": ["../../x"], "at": 0}', '{"at": 9}', "\0"])
def test_a_broken_history_costs_undo_and_nothing_else(tmp_path, broken):
    space = Workspace(tmp_path)
    tag = space.save("title: a\n", on=None).tag
    (space.kept / "versions.json").write_text(broken)
    assert space.can_step() == (False, False)
    assert space.save("title: b\n", on=tag).text == "title: b\n"
    assert space.can_step() == (True, False)


@pytest.mark.parametrize("tag", ["", "../../model", "0" * 16, "zz", "0" * 15 + "/"])
def test_versions_are_found_by_their_tags_only(tmp_path, tag):
    with pytest.raises(NotFoundError):
        Workspace(tmp_path).version(tag)


def test_a_folder_that_cant_be_written_is_told(tmp_path):
    (tmp_path / "documents").write_text("a file in the way")
    with pytest.raises(InputError, match="can't be written"):
        Workspace(tmp_path).add("a.txt", b"x")

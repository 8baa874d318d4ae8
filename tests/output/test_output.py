"""Files are written whole or not at all, never over an input, and what fails is told in words."""

from __future__ import annotations

import json
import os
import resource
import signal
import subprocess
import sys
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

import framing
from framing.errors import FramingWarning, OutputError, SettingsError
from framing.output import protecting, replacing, will_write, write_whole

TEXT = "The occupation forces left the town on Monday, and the soldiers waved."


def run(*words: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    """Run the command line in a folder."""
    environment = os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])}
    return subprocess.run(
        [sys.executable, "-m", "framing.cli", *words],
        cwd=cwd, env=environment, capture_output=True, text=True, check=False,
    )  # fmt: skip


@pytest.fixture
def news(tmp_path: Path) -> Path:
    """One JSON-lines file with two articles of one event."""
    rows = [
        {"id": str(n), "outlet": outlet, "event": "e", "text": f"{TEXT} {outlet} saw it."}
        for n, outlet in enumerate(["Ash", "Birch"])
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    return path


def test_an_error_while_writing_leaves_the_old_file(tmp_path: Path) -> None:
    """Nothing is cut short and no temporary file stays behind."""
    path = write_whole(tmp_path / "note.txt", "old")

    def fails() -> None:
        with replacing(path) as temporary:
            temporary.write_text("half")
            raise RuntimeError

    with pytest.raises(RuntimeError):
        fails()
    assert path.read_text() == "old"
    assert list(tmp_path.iterdir()) == [path]


def test_an_input_is_not_written_over(news: Path) -> None:
    """The corpus stays as it was, and the user is told to name another file."""
    before = news.read_bytes()
    with protecting(news), pytest.raises(OutputError, match="being read"):
        write_whole(news, "mentions")
    assert news.read_bytes() == before


def test_an_article_inside_a_folder_that_is_read_is_not_written_over(tmp_path: Path) -> None:
    """An article there is kept; a report of our own may be drawn anew, a new file be made."""
    article = write_whole(tmp_path / "e" / "C.html", "<p>an article</p>")
    ours = write_whole(tmp_path / "r.html", '<meta name="generator" content="framing 1">')
    with protecting(tmp_path):
        with pytest.raises(OutputError, match="being read"):
            write_whole(article, "a report")
        write_whole(ours, "anew")
        write_whole(tmp_path / "new.html", "made")
    assert article.read_text() == "<p>an article</p>"


def test_a_link_to_an_input_is_the_input(news: Path, tmp_path: Path) -> None:
    """Another name for the same file protects it no less."""
    link = tmp_path / "link.jsonl"
    link.symlink_to(news)
    with protecting(news), pytest.raises(OutputError, match="being read"):
        write_whole(link, "mentions")


def test_what_a_link_points_to_is_written_and_the_link_stays(tmp_path: Path) -> None:
    """A report that a link leads to elsewhere is made anew there, whole."""
    (tmp_path / "there").mkdir()
    report = write_whole(tmp_path / "there" / "report.html", "old")
    (tmp_path / "link.html").symlink_to(report)
    (tmp_path / "new.html").symlink_to(tmp_path / "there" / "new.html")
    for link in ("link.html", "new.html"):
        write_whole(tmp_path / link, "new")
        assert (tmp_path / link).is_symlink()
        assert (tmp_path / link).resolve().read_text() == "new"
    assert len(list((tmp_path / "there").iterdir())) == 2


_LONG = "x" * 300


@pytest.mark.parametrize(
    "words",
    [
        ("mentions", _LONG), ("mentions", "news.jsonl", "-o", f"{_LONG}.csv"),
        ("compare", "news.jsonl", "--tables", _LONG), ("worksheet", _LONG, "-o", "w.html"),
        ("mark", _LONG, "--key", _LONG), ("reproduce", _LONG), ("batch", _LONG, "out"),
        ("lexicon", "new", f"{_LONG}.yaml"), ("kwic", "a", f"{_LONG}.jsonl"),
        ("lexicon", "convert", f"{_LONG}.dic", "-o", "a.csv"), ("lexicon", "check", _LONG),
    ],
    ids=lambda words: " ".join(words).replace(_LONG, "LONG"),
)  # fmt: skip
def test_a_name_that_no_disk_holds_is_told_in_words(words: tuple[str, ...], news: Path) -> None:
    """A path longer than a file's name may be is an error like another, for every command."""
    done = run(*words, cwd=news.parent)
    assert done.returncode in (1, 2, 3), done.stderr
    assert "Traceback" not in done.stderr
    assert _LONG in done.stderr + done.stdout


@pytest.mark.parametrize(
    "words",
    [
        ("mentions", "news.jsonl", "-o", "news.jsonl"),
        ("compare", "news.jsonl", "-o", "news.jsonl"),
        ("chart", "naming", "news.jsonl", "-o", "chart.png", "--data", "news.jsonl"),
        ("compare", "news.jsonl", "-o", "/proc/no/report.html"),
        ("mentions", "news.jsonl", "-o", "news.jsonl/m.csv"),
        ("compare", "news.jsonl", "--tables", "/proc/no/tables"),
    ],
)
def test_what_cannot_be_written_ends_with_status_3_before_the_work(
    words: tuple[str, ...], news: Path
) -> None:
    """One line in words, no traceback, nothing read, nothing changed."""
    before = news.read_bytes()
    done = run(*words, cwd=news.parent)
    assert done.returncode == 3, done.stderr
    assert "Traceback" not in done.stderr
    assert "articles read" not in done.stderr
    assert news.read_bytes() == before


def test_a_lexicon_is_not_converted_onto_itself(tmp_path: Path) -> None:
    """The dictionary that was read stays as it was."""
    path = write_whole(tmp_path / "my.csv", "word,category\nregime,bad\n")
    done = run("lexicon", "convert", "my.csv", "-o", "my.csv", cwd=tmp_path)
    assert done.returncode == 3
    assert path.read_text() == "word,category\nregime,bad\n"


def test_a_place_is_tried_before_the_work(tmp_path: Path) -> None:
    """A folder is made where it is missing; a file in its way is told."""
    will_write(tmp_path / "new" / "report.html", None, folders=[tmp_path / "tables"])
    assert (tmp_path / "new").is_dir()
    blocked = write_whole(tmp_path / "file", "x")
    with pytest.raises(OutputError, match="could not be written"):
        will_write(blocked / "report.html")
    with pytest.raises(OutputError, match="is a folder"):
        will_write(tmp_path / "new")


def test_a_full_disk_leaves_the_old_report(news: Path, tmp_path: Path) -> None:
    """With a limit on file sizes the report is refused whole, the one before stays whole."""
    comparison = framing.compare(framing.analyze(news, sentiment=False))
    report = framing.write_report(comparison, tmp_path / "report.html")
    before = report.read_bytes()
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    old = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    try:
        resource.setrlimit(resource.RLIMIT_FSIZE, (20_000, limits[1]))
        with pytest.raises(OutputError, match="could not be written"):
            framing.write_report(comparison, report)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, old)
    assert report.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir() if path.name.startswith(".")] == []


def test_a_folder_of_articles_is_not_taken_for_a_saved_analysis(tmp_path: Path) -> None:
    """A corpus called articles.jsonl survives `save` into its own folder."""
    corpus = tmp_path / "articles.jsonl"
    corpus.write_text(json.dumps({"id": "1", "outlet": "Ash", "text": TEXT, "mine": 1}) + "\n")
    before = corpus.read_bytes()
    with pytest.raises(OutputError, match="no part of a saved analysis"):
        framing.analyze(corpus, sentiment=False).save(tmp_path)
    assert corpus.read_bytes() == before


@pytest.fixture
def saved(news: Path, tmp_path: Path) -> Path:
    """Save an analysis of the two articles."""
    return framing.analyze(news, sentiment=False).save(tmp_path / "saved")


FILES = ["articles.jsonl", "mentions.jsonl", "scores.jsonl", "provenance.json", "manifest.json"]


@pytest.mark.parametrize("name", FILES)
@pytest.mark.parametrize("damage", ["gone", "cut", "edited", "rubbish"])
def test_a_damaged_folder_is_refused_by_name(saved: Path, name: str, damage: str) -> None:
    """A file that is gone, cut, edited or rubbish is named, whichever it is."""
    path = saved / name
    data = path.read_bytes()
    changed = {"cut": data[: len(data) // 2], "edited": data.replace(b"o", b"u", 1)}
    if damage == "gone":
        path.unlink()
    else:
        path.write_bytes(changed.get(damage, b"\xff\x00[" * 9))
    with pytest.raises(SettingsError, match=name):
        framing.open_analysis(saved)


def _said(saved: Path) -> dict[str, Any]:
    return dict(json.loads((saved / "manifest.json").read_text("utf-8")))


def _without_mentions(manifest: dict[str, Any]) -> None:
    del manifest["files"]["mentions.jsonl"]


def _other_digest(manifest: dict[str, Any]) -> None:
    manifest["files"]["scores.jsonl"]["sha256"] = "0" * 64


def _other_rows(manifest: dict[str, Any]) -> None:
    manifest["files"]["scores.jsonl"]["rows"] += 1


def _other_setting(manifest: dict[str, Any]) -> None:
    manifest["sentiment"] = True


def _without_texts(manifest: dict[str, Any]) -> None:
    manifest["text"] = False


@pytest.mark.parametrize(
    "edit", [_without_mentions, _other_digest, _other_rows, _other_setting, _without_texts]
)
def test_a_manifest_edited_anywhere_is_refused(
    saved: Path, edit: Callable[[dict[str, Any]], None]
) -> None:
    """Whatever the manifest is made to say, it is no longer the one that was written."""
    manifest = _said(saved)
    edit(manifest)
    (saved / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")
    with pytest.raises(SettingsError, match=r"manifest\.json is not the file that was saved"):
        framing.open_analysis(saved)


def test_a_table_that_the_manifest_does_not_name_is_not_read(saved: Path) -> None:
    """A table of another run beside the one that was saved is no part of the analysis."""
    want = framing.open_analysis(saved).mentions.to_dict("records")
    (saved / "mentions.csv").write_text("article_id,start\n9,9\n", "utf-8")
    assert framing.open_analysis(saved).mentions.to_dict("records") == want


def test_a_folder_saved_before_manifests_had_a_digest_opens_and_says_so(saved: Path) -> None:
    """Its files are checked as they were; that the manifest is not, stands in a warning."""
    manifest = _said(saved)
    del manifest["sha256"]
    (saved / "manifest.json").write_text(json.dumps(manifest, indent=1), "utf-8")
    with pytest.warns(FramingWarning, match="before manifests had a digest"):
        assert len(framing.open_analysis(saved).articles) == 2
    (saved / "scores.jsonl").write_text("{}", "utf-8")
    with (
        pytest.warns(FramingWarning),
        pytest.raises(SettingsError, match=r"scores\.jsonl is not the file"),
    ):
        framing.open_analysis(saved)


KILLED = """
    import os, sys, threading, time, framing
    analysis = framing.analyze(sys.argv[1], sentiment=False)
    want = framing.open_analysis(sys.argv[2]).mentions.to_dict("records")
    for moment in range(20):
        child = os.fork()
        if not child:
            threading.Thread(
                target=lambda: (time.sleep(moment * 0.0031), os.kill(os.getpid(), 9)), daemon=True
            ).start()
            while True:
                analysis.save(sys.argv[2])
        os.waitpid(child, 0)
        try:
            found = framing.open_analysis(sys.argv[2]).mentions.to_dict("records")
            print("whole" if found == want else "mixed")
        except framing.errors.SettingsError as error:
            print("refused" if "not saved to the end" in str(error) else error)
"""


@pytest.mark.slow
@pytest.mark.skipif(not hasattr(os, "fork"), reason="kills processes that it forks")
def test_a_run_killed_while_saving_leaves_a_whole_or_a_refused_folder(
    news: Path, saved: Path
) -> None:
    """After twenty kills at different moments the folder opens as saved, or is refused."""
    done = subprocess.run(
        [sys.executable, "-W", "ignore", "-c", textwrap.dedent(KILLED), str(news), str(saved)],
        env=os.environ | {"PYTHONPATH": str(Path(framing.__file__).parents[1])},
        capture_output=True,
        text=True,
    )
    assert done.returncode == 0, done.stderr[-2000:]
    told = done.stdout.split()
    assert len(told) == 20
    assert set(told) <= {"whole", "refused"}
    assert "refused" in told, "no kill came while a folder was being written"


def test_control_characters_of_names_do_not_reach_the_terminal(tmp_path: Path) -> None:
    """What would colour the terminal or turn the line round is shown as an escape."""
    rows = [
        {"outlet": outlet, "event": "e", "text": f"{TEXT} {n}"}
        for n, outlet in enumerate(["A\x1b[31m\x07sh", "Bir\u202ech"])
    ]
    path = tmp_path / "news.jsonl"
    path.write_text("".join(json.dumps(row) + "\n" for row in rows), encoding="utf-8")
    done = run("compare", "news.jsonl", "--no-sentiment", cwd=tmp_path)
    assert "\\x1b[31m" in done.stdout
    assert not {"\x1b", "\x07", "\u202e"} & set(done.stdout + done.stderr)

"""The command line beyond the contract: help, streams, files, feeding tables back."""

from __future__ import annotations

import re
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner, Result

from framing.cli import cli
from framing.lexicon import load_lexicon

COMMANDS = sorted(cli.commands)


def run(*arguments: str) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, list(arguments))


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """Make two outlets' coverage of one event."""
    top = tmp_path / "news" / "ferry"
    top.mkdir(parents=True)
    (top / "post.txt").write_text("Occupation forces came. Terrorists left the port.", "utf-8")
    (top / "wire.txt").write_text("Foreign troops came. Fighters left the port.", "utf-8")
    return tmp_path / "news"


@pytest.mark.parametrize("command", COMMANDS)
def test_help_of_every_command(command: str) -> None:
    """Each command explains itself in a first sentence and ends with 0."""
    done = run(command, "--help")
    assert done.exit_code == 0
    assert len(done.stdout.splitlines()) > 5


def test_style_check(folder: Path) -> None:
    """`style-check` writes the uses a guide rules out."""
    done = run("style-check", str(folder), "--guide", "bbc")
    assert done.exit_code == 0
    assert "only-attributed" in done.stdout
    assert run("style-check", str(folder), "--guide", "nobody").exit_code == 2


def test_kwic(folder: Path) -> None:
    """How many uses a term has is said, none too; a width below 0 is refused."""
    assert run("kwic", "terrorist*", str(folder)).stderr.endswith("\n1 use\n")
    assert run("kwic", "zebra", str(folder)).stderr.endswith("\n0 uses\n")
    assert "-5 is not in the range" in run("kwic", "zebra", "--width", "-5", str(folder)).stderr


@pytest.mark.parametrize(("given", "missing"), [([], "IN"), (["corpus"], "OUT")])
def test_batch_says_which_of_its_paths_is_missing(given: list[str], missing: str) -> None:
    """One path alone is what is read; the folder to write is the one that lacks."""
    done = run("batch", *given)
    assert done.exit_code == 2
    assert f"Missing argument '{missing}'" in done.output


def test_lexicon_coverage_and_suggest(folder: Path) -> None:
    """`lexicon coverage` and `lexicon suggest` run on a corpus."""
    done = run("lexicon", "coverage", str(folder))
    assert done.exit_code == 0
    assert done.stdout.startswith("lexicon,concept,namings")
    assert "head,uses" in run("lexicon", "coverage", str(folder), "--uncovered").stdout
    done = run("lexicon", "suggest", str(folder), "--concept", "foreign-troops")
    assert done.exit_code == 0
    assert "variants:" in done.stdout
    assert "too few to learn" in done.stderr


def test_discover(folder: Path) -> None:
    """`discover` lists pairs of one event with their lines, and names events it does not know."""
    done = run("discover", "ferry", str(folder))
    assert done.exit_code == 0
    assert done.stdout.startswith("left,right,why,score,left_uses,right_uses,left_lines")
    assert "nobody but you can say" in done.stderr
    assert run("discover", "nowhere", str(folder)).exit_code == 1


def test_events_fed_back(folder: Path, tmp_path: Path) -> None:
    """A table of `events`, edited, decides the events of any later command."""
    table = tmp_path / "events.csv"
    assert run("events", str(folder), "-o", str(table)).exit_code == 0
    rows = pd.read_csv(table, dtype=str)
    assert rows["event"].tolist() == ["ferry", "ferry"]
    rows["event"] = ["one", "two"]
    rows.to_csv(table, index=False)
    done = run("score", str(folder), "--events", str(table), "--no-sentiment")
    assert ",one," in done.stdout
    assert ",two," in done.stdout


def test_targets_and_corrections(folder: Path, tmp_path: Path) -> None:
    """--targets binds invented parties; --corrections overrides a decision, and says what not."""
    (folder / "ferry" / "sun.txt").write_text("Varenian forces came.", "utf-8")
    targets = tmp_path / "targets.yaml"
    targets.write_text("Varenia: [Varenia, Varenian]\n", "utf-8")
    done = run("mentions", str(folder), "--targets", str(targets))
    assert ",Varenia," in done.stdout
    corrections = tmp_path / "c.csv"
    corrections.write_text(
        "article_id,field,start,end,column,value,who,why\n"
        "ferry/post,text,0,17,voice,quoted,me,test\nferry/post,text,5,6,voice,own,me,test\n",
        "utf-8",
    )
    done = run("mentions", str(folder), "--corrections", str(corrections))
    assert ",corrected," in done.stdout
    assert "correction not applied" in done.stderr


@pytest.mark.parametrize("ending", [".png", ".svg", ".pdf"])
def test_chart(folder: Path, tmp_path: Path, ending: str) -> None:
    """`chart` draws to the file's format, and its data beside it."""
    out, data = tmp_path / f"c{ending}", tmp_path / "c.csv"
    done = run("chart", "naming", str(folder), "-o", str(out), "--data", str(data))
    assert done.exit_code == 0, done.output
    assert out.stat().st_size > 1000
    assert len(pd.read_csv(data)) > 0
    assert run("chart", "pie", str(folder), "-o", str(out)).exit_code == 2


def test_lexicon_convert(tmp_path: Path) -> None:
    """`lexicon convert` goes there and back, and says what is lost."""
    out = tmp_path / "forces.dic"
    done = run("lexicon", "convert", "foreign-forces", "-o", str(out))
    assert done.exit_code == 0, done.output
    assert out.read_text(encoding="utf-8").startswith("%")
    assert len(done.stderr.splitlines()) > 1
    back = run("lexicon", "convert", str(out), "-o", str(tmp_path / "back.yaml"))
    assert back.exit_code == 0, back.output
    assert "rates" in back.stderr
    assert run("lexicon", "convert", "foreign-forces", "-o", str(tmp_path / "x.foo")).exit_code == 2


def test_lexicon_check(tmp_path: Path) -> None:
    """`lexicon check` names file, line, fault and mend, and ends with 1 on an error."""
    path = tmp_path / "bad.yaml"
    path.write_text("schema: 1\nkind: naming\nid: bad\ncolour: red\nconcepts: []\n", "utf-8")
    done = run("lexicon", "check", str(path))
    assert done.exit_code == 1
    assert f"{path}:4: error: " in done.stdout
    assert "colour" in done.stdout
    shown = run("lexicon", "check", str(load_lexicon("foreign-forces").path), "--directions")
    assert shown.exit_code == 0
    assert "favouring" in shown.stdout


def test_worksheet_and_mark(folder: Path, tmp_path: Path) -> None:
    """`worksheet` writes three files, and `mark` reads answers against the key."""
    sheet = tmp_path / "sheet.html"
    done = run("worksheet", str(folder / "ferry"), "-o", str(sheet), "--level", "find")
    assert done.exit_code == 0, done.output
    key = tmp_path / "sheet.key.json"
    assert sheet.is_file()
    assert key.is_file()
    (tmp_path / "empty.json").write_text("{}", encoding="utf-8")
    done = run("mark", str(tmp_path / "empty.json"), "--key", str(key))
    assert done.exit_code == 2
    assert "no answers to mark" in done.stderr
    assert run("worksheet", str(folder), "-o", str(sheet), "--level", "sing").exit_code == 2


def test_nothing_usable(tmp_path: Path) -> None:
    """An empty folder, a folder of pictures and a path that is not there end with 1."""
    (tmp_path / "pictures").mkdir()
    (tmp_path / "pictures" / "a.png").write_bytes(b"\x89PNG\r\n")
    for path in (tmp_path, tmp_path / "pictures", tmp_path / "absent"):
        done = run("compare", str(path))
        assert done.exit_code == 1
        assert "framing: " in done.stderr


def test_lexicon_show_leaves_no_word_out(tmp_path: Path) -> None:
    """`lexicon show` prints nouns, verbs, adjectives and words as written alike."""
    path = tmp_path / "mood.yaml"
    path.write_text(
        "id: mood\nconcepts:\n  - id: talk\n    variants:\n"
        "      - {id: v, nouns: [row], verbs: [quarrel], adjectives: [heated], exact: [at odds]}\n",
        "utf-8",
    )
    shown = run("lexicon", "show", str(path))
    assert "row, quarrel, heated, at odds" in shown.stdout


@pytest.mark.parametrize("command", ["mentions", "attributions", "cues", "score", "compare"])
def test_help_says_where_sentiment_is_computed(command: str) -> None:
    """--no-sentiment is taken everywhere; its help names the commands that it changes."""
    said = " ".join(run(command, "--help").stdout.split())
    assert "--no-sentiment Leave sentiment out of `score` and of the tables of `compare`" in said
    assert "nothing else computes it" in said


def test_compare_works_sentiment_out_for_the_tables_alone(folder: Path, tmp_path: Path) -> None:
    """No report shows it, so nothing waits for it where no tables are written."""
    page, tables = tmp_path / "page.html", tmp_path / "tables"
    run("compare", str(folder), "-o", str(page), "--tables", str(tables), "--format", "csv")
    assert "polarity" in (tables / "scores.csv").read_text("utf-8").partition("\n")[0]
    run("compare", str(folder), "-o", str(tmp_path / "alone.html"))
    told = [
        re.sub(r"sentiment.{0,40}?(true|false)", "", p.read_text("utf-8"), flags=re.I | re.S)
        for p in (page, tmp_path / "alone.html")
    ]
    assert told[0] == told[1]


def test_category_lexicons_are_said_to_be_where_they_are(folder: Path, tmp_path: Path) -> None:
    """Entries without alternatives have rates, and the note says so."""
    path = tmp_path / "harm.yaml"
    path.write_text(
        "id: harm\nkind: category\nconcepts:\n  - id: force\n    variants:\n"
        "      - {id: forces, nouns: [force]}\n",
        "utf-8",
    )
    said = run("compare", str(folder), "--lexicon", str(path), "--no-sentiment")
    notes = " ".join((said.stdout + said.stderr).split())
    assert "Their categories have rates" in notes
    assert ",harm,force," in run("mentions", str(folder), "--lexicon", str(path)).stdout


def test_remarks_of_one_kind_stand_once(folder: Path) -> None:
    """A set with the same damage in every article says it once, and how often."""
    for number in range(4):
        text = f'He said "Port {number} was shut. ' + "The ferry left in the evening. " * 3
        (folder / "ferry" / f"paper{number}.txt").write_text(text, "utf-8")
    said = run("mentions", str(folder)).stderr
    remarks = [line for line in said.splitlines() if "odd number of quotation marks" in line]
    assert len(remarks) == 1
    assert remarks[0].endswith("(and 3 more like it)")


def test_one_is_counted_in_the_singular(tmp_path: Path) -> None:
    """What is said of one thing names one: "1 row written", "1 error"."""
    article = tmp_path / "news" / "event" / "post.txt"
    article.parent.mkdir(parents=True)
    news = str(tmp_path / "news")
    article.write_text("The Iranian regime fell on Monday, and nobody was there to see it go.\n")
    asked = CliRunner().invoke
    told = asked(cli, ["mentions", news, "-o", str(tmp_path / "m.csv")]).stderr
    assert "1 article read" in told
    assert "1 row written to" in told
    assert "1 event holds 1 of 1 article" in asked(cli, ["events", news]).stderr
    told = asked(cli, ["methods-text", news]).stdout
    assert "We compared 1 article of" in told
    assert "The corpus (1 article) has" in told
    empty = tmp_path / "mine.yaml"
    empty.write_text("")
    assert "1 error, 0 warnings" in asked(cli, ["lexicon", "check", str(empty)]).output

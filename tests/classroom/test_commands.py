"""`framing worksheet` and `framing mark`: every option from the command line."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from framing.classroom import LEVELS
from framing.cli import cli


def run(*arguments: str | Path) -> Result:
    """Run the command line in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def folder(tmp_path: Path, event: list) -> Path:
    """Write the event's articles as files, one an outlet."""
    made = tmp_path / "lindow-noon"
    made.mkdir()
    for article in event:
        head = f"---\noutlet: {article.outlet}\ntitle: {article.title}\n---\n"
        (made / f"{article.id}.txt").write_text(head + article.text, encoding="utf-8")
    return made


def data_of(path: Path) -> dict:
    """Read the data that a worksheet's page carries."""
    text = path.read_text(encoding="utf-8").partition('id="sheet">')[2].partition("</script>")[0]
    return json.loads(text)


@pytest.mark.parametrize("level", list(LEVELS))
def test_every_level_from_a_folder_to_a_mark(
    folder: Path, hand_keys: Path, hand_in: Any, as_mark: Any, tmp_path: Path, level: str
) -> None:
    """A folder becomes a worksheet with its key and print; an answer to it is marked."""
    sheet = tmp_path / "out" / f"{level}.html"
    done = run("worksheet", folder, "-o", sheet, "--level", level, "--answers", hand_keys)
    assert done.exit_code == 0, done.output
    key = json.loads(sheet.with_name(f"{level}.key.json").read_text(encoding="utf-8"))
    assert LEVELS[level] in sheet.with_name(f"{level}.print.html").read_text(encoding="utf-8")
    ids = [one["id"] for one in (key["tasks"] if level == "rewrite" else key["items"])]
    answer = {
        "marks": [as_mark(key["items"][0], "own")] if level in ("find", "compare") else [],
        "choices": {"A" if level == "guess" else ids[0]: {"value": "own", "reason": "no name"}},
    }
    answers = hand_in(key, "owl", **answer).parent
    hand_in(key, "owl", name="again.json", **answer)
    hand_in(key, "edited", check="0", **answer)
    hand_in(key, "blank")
    (answers / "empty.json").write_text("", encoding="utf-8")
    page, tables = tmp_path / "class.html", tmp_path / "tables"
    done = run("mark", *sorted(answers.iterdir()), "--key", sheet.with_name(f"{level}.key.json"),
               "--due", "2024-05-17T08:10:00Z", "-o", page, "--tables", tables)  # fmt: skip
    assert done.exit_code == 0, done.output
    said = done.stderr
    for words in ("blank.json is empty", "empty.json: can't be read", "was changed after", "late"):
        assert words in said.replace("blank.json: is", "blank.json is"), said
    assert "owl.json" in said or "again.json" in said
    assert "2 pupils" in done.stdout
    assert page.is_file()
    assert {file.name for file in tables.iterdir()} >= {"class.csv"}
    key_file = sheet.with_name(f"{level}.key.json")
    assert run("mark", answers / "edited.json", "--key", key_file, "-o", page).stdout.startswith(
        "1 pupil\n"
    )
    assert "1 set of answers." in page.read_text(encoding="utf-8")


def test_about_stands_where_pupils_guess(folder: Path, tmp_path: Path) -> None:
    """Words on an outlet reach the page of level guess; one that is not there is refused."""
    sheet = tmp_path / "guess.html"
    words = ("--about", "Harbour Post=a daily of the port", "--about", "Lindow Star = a tabloid")
    done = run("worksheet", folder, "-o", sheet, "--level", "guess", *words)
    assert done.exit_code == 0, done.output
    assert data_of(sheet)["outlets"] == [
        ["Harbour Post", "a daily of the port"], ["Lindow Star", "a tabloid"]
    ]  # fmt: skip
    wrong = run("worksheet", folder, "-o", sheet, "--about", "Harbor Post=a daily")
    assert wrong.exit_code == 2
    assert "the outlets are Harbour Post, Lindow Star" in wrong.stderr
    wrong = run("worksheet", folder, "-o", sheet, "--about", "a daily")
    assert wrong.exit_code == 2
    assert "NAME=VALUE" in wrong.stderr


def test_masks_lexicon_and_marking_page(folder: Path, tmp_path: Path) -> None:
    """Further names are hidden, a lexicon chosen, and the marking page written beside it."""
    sheet, page = tmp_path / "s.html", tmp_path / "marking.html"
    done = run("worksheet", folder, "-o", sheet, "--mask", "Ana Roe", "-l", "governments",
               "--marking-page", page)  # fmt: skip
    assert done.exit_code == 0, done.output
    assert "Ana Roe" not in sheet.read_text(encoding="utf-8")
    key = json.loads(sheet.with_name("s.key.json").read_text(encoding="utf-8"))
    assert {item["concept"] for item in key["items"]} == {"government"}
    assert "mark" in page.read_text(encoding="utf-8")
    assert "http" not in page.read_text(encoding="utf-8").replace("http-equiv", "")


def test_a_draft_is_said_and_corrections_end_it(examples, tmp_path):
    """Without decisions the command says draft; with one on every answer it does not."""
    from framing import analyze
    from framing.classroom import event_articles, read_key

    event, sheet = examples / "corpus" / "saint-orla", tmp_path / "s.html"
    done = CliRunner().invoke(cli, ["worksheet", str(event), "-o", str(sheet)])
    assert done.exit_code == 0, done.output
    key = read_key(tmp_path / "s.key.json")
    assert (
        f"this is a draft: of {len(key.items)} namings found for its key nobody has read "
        f"{key.undecided};" in done.output
    )
    rows = ["article_id,field,start,end,column,value"]
    found = analyze(event_articles(event), sentiment=False).mentions
    for row in found.to_dict("records"):
        place = (str(row[name]) for name in ("article_id", "field", "start", "end"))
        rows.append(",".join([*place, "voice", row["voice"]]))
    decisions = tmp_path / "d.csv"
    decisions.write_text("\n".join(rows), encoding="utf-8")
    options = ["-o", str(sheet), "--corrections", str(decisions), "--show-outlets"]
    done = CliRunner().invoke(cli, ["worksheet", str(event), *options])
    assert done.exit_code == 0, done.output
    assert "this is a draft" not in done.output
    assert read_key(tmp_path / "s.key.json").undecided == 0
    assert "Norlan Wire" in sheet.read_text(encoding="utf-8")

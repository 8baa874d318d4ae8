"""The ready lesson: its pages are up to date, keep the key apart, and run in a browser."""

from __future__ import annotations

import json
import re

import pytest
from scripts import load_script

import framing
from framing.classroom import mark_answers

#: What may change without a worksheet becoming another: the lexicons' list, the version.
LOOSE = re.compile(r'"listed":(?:"[^"]*"|\[[^\]]*\])|framing \d[\w.+]*')


@pytest.fixture(scope="module")
def remade(examples, tmp_path_factory):
    """Make the worksheets anew."""
    folder = tmp_path_factory.mktemp("classroom")
    load_script(examples / "make_classroom.py").make(folder)
    return folder


def _files(folder):
    return sorted(p.relative_to(folder).as_posix() for p in folder.rglob("*") if p.is_file())


def test_committed_pages_are_those_the_script_makes(examples, remade):
    """Every page and key in examples/classroom comes from the corpus and the script."""
    folder = examples / "classroom"
    assert set(_files(folder)) - {"README.md"} == set(_files(remade))
    for name in _files(remade):
        old, new = ((f / name).read_text(encoding="utf-8") for f in (folder, remade))
        old, new = (LOOSE.sub("", text).replace('"listed": ', '"listed":') for text in (old, new))
        assert LOOSE.sub("", old) == LOOSE.sub("", new), f"{name}: run examples/make_classroom.py"


def test_pupils_pages_do_not_give_the_outlets_away(examples):
    """No outlet's name stands in a pupils' page, except where it is to be guessed."""
    for page in (examples / "classroom").glob("*.html"):
        text = page.read_text(encoding="utf-8")
        if "guess" in page.name:
            text, choices = text.split('<script type="application/json"')
            assert "Norlan Wire" in choices
        for name in ("Castrel Herald", "Free Ferrun", "Norlan", "Blare", "castrel-herald"):
            assert name not in text, (page.name, name)


def test_nothing_here_is_read_as_an_article(examples):
    """`framing compare examples` reads the articles and no page of the classroom."""
    articles = framing.read_articles(examples)
    assert len(articles) == len(framing.read_articles(examples / "corpus"))
    assert len(articles) > 0
    assert articles.skipped == ()


def test_the_guide_names_files_that_are_there(examples):
    """Each file the lesson guide names exists; it has three lessons and its limits."""
    folder = examples / "classroom"
    guide = (folder / "README.md").read_text(encoding="utf-8")
    named = set(re.findall(r"`((?:teacher/)?[\w-]+\.(?:html|key\.json))`", guide))
    assert len(named) >= 7
    assert [name for name in named if not (folder / name).exists()] == []
    assert guide.count("\n## Lesson ") == 3
    assert "## What the tool can't tell" in guide


def test_a_lesson_from_opening_to_marking(browser, examples, tmp_path):
    """A pupil opens the first sheet, marks, saves; the teacher's page marks the file."""
    folder = examples / "classroom"
    page = browser.new_context(offline=True, accept_downloads=True).new_page()
    page.goto((folder / "1-find-it.html").as_uri())
    for word in ("Rioters", "regime", "uprising"):
        page.locator(".w", has_text=re.compile(f"^{word}$")).first.click()
        page.locator(".card.chosen").get_by_label("the outlet's own words").check()
    with page.expect_download() as caught:
        page.click("#save")
    saved = tmp_path / caught.value.suggested_filename
    caught.value.save_as(saved)
    page.goto((folder / "teacher" / "mark-answers.html").as_uri())
    page.set_input_files("#key", folder / "teacher" / "1-find-it.key.json")
    page.set_input_files("#files", saved)
    page.click("#mark")
    page.wait_for_selector("#results:not([hidden])")
    shown = page.locator("#sums").inner_text()
    marking = mark_answers(saved, folder / "teacher" / "1-find-it.key.json")
    counts = next(iter(marking.counts.values()))
    found, of = counts["loaded words of the key found"]
    assert found == 3
    assert f"{found} of {of}" in shown
    assert json.loads(saved.read_text(encoding="utf-8"))["level"] == "find"

"""The pages driven as a class would: open, mark, save, hand in, mark the class."""

from __future__ import annotations

import json
import re

import pytest

from framing.classroom import mark_answers, marking_page


def _save(page, folder):
    """Press save and keep what the browser downloads."""
    with page.expect_download() as caught:
        page.click("#save")
    path = folder / caught.value.suggested_filename
    caught.value.save_as(path)
    return path


def _word(page, text, nth=0):
    return page.locator(".w", has_text=re.compile(f"^{text}$")).nth(nth)


def _field(page, label):
    return page.get_by_label(label, exact=True)


@pytest.fixture
def answers(tmp_path):
    """Name the folder the class hands in to."""
    folder = tmp_path / "handed-in"
    folder.mkdir()
    return folder


def _owl(page, url, answers):
    """Mark with the mouse: two words, one voice each, a milder word and a reason."""
    page.goto(url)
    page.fill("#code", "owl")
    _word(page, "regime").click()
    card = page.locator(".card")
    card.get_by_label("quoted").check()
    card.get_by_label("milder or stronger").select_option("milder")
    card.get_by_label("another word for regime").fill("government")
    card.get_by_label("Why did you mark it?").fill("It takes a side.")
    _word(page, "terrorists").click()
    assert page.locator("#count").inner_text() == "2 marked"
    return _save(page, answers)


def _wren(page, url, answers, tab_to):
    """Mark with the keyboard alone: walk to a word, reach over two, mark, take one away."""
    page.goto(url)
    page.fill("#code", "wren")
    tab_to(page, 'article[data-article="A"] .w')
    page.keyboard.press("Enter")
    page.keyboard.press("Delete")
    assert page.locator(".card").count() == 0
    page.keyboard.press("Shift+ArrowRight")
    page.keyboard.press("Enter")
    assert page.locator(".card .word").inner_text().startswith("Government sends")
    for _ in range(60):
        if page.evaluate("document.activeElement.textContent") == "regime":
            break
        page.keyboard.press("ArrowRight")
    page.keyboard.press(" ")
    page.locator(".card.chosen").get_by_label("the outlet's own words").check()
    return _save(page, answers)


def test_from_opening_to_marking(make, page, answers, tab_to, tmp_path):
    """Two pupils answer in the browser; the library and the marking page agree on them."""
    files, _ = make("find")
    url = files.sheet.as_uri()
    saved = [_owl(page, url, answers), _wren(page, url, answers, tab_to)]
    assert [path.name for path in saved] == ["answers-find-owl.json", "answers-find-wren.json"]
    marking = mark_answers(answers, files.key)
    assert marking.problems == ()
    assert [one.edited for one in marking.pupils] == [False, False]
    owl = {mark.text: mark for mark in marking.pupils[0].marks}
    assert (owl["regime"].voice, owl["regime"].other) == ("quoted", "government")
    assert {mark.text for mark in marking.pupils[1].marks} == {"Government sends", "regime"}
    _same_in_the_browser(page, files, saved, marking, tmp_path)


def _same_in_the_browser(page, files, saved, marking, tmp_path):
    page.goto(marking_page(tmp_path / "marking.html").as_uri())
    page.set_input_files("#key", files.key)
    page.set_input_files("#files", saved)
    page.click("#mark")
    page.wait_for_selector("#results:not([hidden])")
    made = page.evaluate("({counts: result.scored.counts, alphas: result.scored.alphas})")
    plain = {name: {k: list(v) for k, v in c.items()} for name, c in marking.counts.items()}
    assert made["counts"] == plain
    for name, one in marking.alphas.items():
        assert made["alphas"][name]["value"] == (
            None if one.value is None else pytest.approx(one.value)
        )
        assert made["alphas"][name]["words"] == one.words
    words = page.evaluate("result.scored.words.map((w) => [w.article, w.text, w.n, w.of, w.key])")
    assert words == [[w.article, w.text, w.n, w.of, w.key] for w in marking.words]
    problems = page.evaluate("result.problems.map((p) => [p.file, p.what])")
    assert problems == [[p.file, p.what] for p in marking.problems]


@pytest.mark.parametrize("level", ["find", "voice", "rewrite", "guess", "compare"])
def test_browser_and_library_mark_alike(make, hand_in, as_mark, page, tmp_path, level):
    """On files good and bad the marking page finds what `mark_answers` finds."""
    files, key = make(level)
    items = key["items"]
    ids = {"voice": [i["id"] for i in items], "rewrite": [t["id"] for t in key["tasks"]]}
    ids["guess"] = [text["label"] for text in key["texts"]]
    values = {"voice": ["own", "quoted"], "rewrite": ["A regime’s end", "They sent no troop"]}
    values["guess"] = ["Lindow Star", "Harbour Post"]
    paths = []
    for number, student in enumerate(("owl", "wren", "jay")):
        if level in values:
            given = {
                name: {"value": values[level][(place * number) % 2], "reason": "because"}
                for place, name in enumerate(ids[level])
            }
            paths.append(hand_in(key, student, choices=given))
        else:
            marks = [as_mark(i, "own", concept=i["concept"]) for i in items[number :: number + 1]]
            paths.append(hand_in(key, student, marks=marks))
    paths.append(hand_in(key, "empty"))
    paths.append(hand_in({**key, "sheet": "x"}, "foreign"))
    paths.append(hand_in(key, "edited", marks=[as_mark(items[0])], check="1"))
    broken = paths[0].with_name("broken.json")
    broken.write_text("{", encoding="utf-8")
    _same_in_the_browser(
        page, files, [*paths, broken], mark_answers([*paths, broken], files.key), tmp_path
    )


def test_saved_answers_open_again(make, page, answers):
    """A pupil who closed the page goes on from the saved file."""
    files, _ = make("find")
    path = _owl(page, files.sheet.as_uri(), answers)
    page.goto(files.sheet.as_uri())
    page.set_input_files("#open", path)
    page.wait_for_function("document.querySelectorAll('.card').length === 2")
    assert page.input_value("#code") == "owl"
    assert page.locator(".w.on").count() == 2
    again = json.loads(_save(page, answers).read_text(encoding="utf-8"))
    first = json.loads(path.read_text(encoding="utf-8"))
    assert again["marks"] == first["marks"]


def test_rewrite_is_checked_against_the_list(make, page, answers):
    """The page names listed words that are left, in any inflection, and says when none is."""
    files, _ = make("rewrite")
    page.goto(files.sheet.as_uri())
    card = page.locator(".card").first
    said = card.locator(".said")
    card.get_by_role("button", name="Check").click()
    assert said.inner_text() == "Write your sentence first."
    area = card.get_by_label("Your sentence")
    area.fill("regime sends TROOPS!")
    card.get_by_role("button", name="Check").click()
    assert said.inner_text() == "That is still the same sentence."
    area.fill("The dictatorship’s troops leave")
    card.get_by_role("button", name="Check").click()
    assert said.inner_text() == "Still on the list of loaded words: dictatorship's."
    area.fill("Dog")
    card.get_by_role("button", name="Check").click()
    assert "this is gone: what happened" in said.inner_text() or "most of" in said.inner_text()
    area.fill("The glorious government sends troops")
    card.get_by_role("button", name="Check").click()
    assert "New words are yours: glorious, government. Does one of them" in said.inner_text()
    area.fill("The government sends troops")
    card.get_by_role("button", name="Check").click()
    assert said.inner_text().startswith("No listed word is left, and no name")
    saved = json.loads(_save(page, answers).read_text(encoding="utf-8"))
    assert saved["choices"]["t1"]["value"] == "The government sends troops"


def test_voice_guess_and_compare_save_choices(make, page, answers):
    """The other levels save what was chosen; compare fills its table."""
    page.goto(make("voice")[0].sheet.as_uri())
    page.locator(".card").first.get_by_label("reported").check()
    voice = json.loads(_save(page, answers).read_text(encoding="utf-8"))
    assert next(iter(voice["choices"].values()))["value"] == "attributed"
    page.goto(make("guess")[0].sheet.as_uri())
    page.locator(".card").first.get_by_label("Lindow Star").check()
    guess = json.loads(_save(page, answers).read_text(encoding="utf-8"))
    assert guess["choices"]["A"]["value"] == "Lindow Star"
    page.goto(make("compare")[0].sheet.as_uri())
    _word(page, "regime").click()
    page.locator(".card").get_by_label("It names").select_option("government")
    page.fill("#sentence", "A writes government where B writes regime.")
    assert "regime (?)" in page.locator("#tally").inner_text()
    compared = json.loads(_save(page, answers).read_text(encoding="utf-8"))
    assert compared["choices"]["sentence"]["value"].startswith("A writes")


def test_no_name_is_needed(make, page, answers):
    """The page proposes a code of its own, and saves under it."""
    page.goto(make("find")[0].sheet.as_uri())
    code = page.input_value("#code")
    assert re.fullmatch(r"[a-z]+-[a-z]+-\d\d", code)
    _word(page, "regime").click()
    assert _save(page, answers).name == f"answers-find-{code}.json"


def test_drawing_over_words_marks_them_together(make, page):
    """A selection by mouse over several words is one mark."""
    page.goto(make("find")[0].sheet.as_uri())
    start, end = _word(page, "sent").bounding_box(), _word(page, "troops", 1).bounding_box()
    height = round(start["y"] + start["height"] / 2)
    page.mouse.move(round(start["x"]) + 2, height)
    page.mouse.down()
    for across in range(round(start["x"]) + 6, round(end["x"] + end["width"]), 6):
        page.mouse.move(across, height)
    page.mouse.up()
    assert page.locator(".card .word").inner_text().startswith("sent troops")


def test_tables_can_be_saved_from_the_marking_page(make, hand_in, as_mark, page, tmp_path):
    """class.csv and a pupil's table come out of the browser; the projector hides pupils."""
    files, key = make("find")
    loaded = [item for item in key["items"] if item["loaded"]]
    paths = [hand_in(key, n, marks=[as_mark(loaded[0], "own", reason="=1")]) for n in ("a1", "b2")]
    page.goto(marking_page(tmp_path / "marking.html").as_uri())
    page.click("#mark")
    assert "choose the answer key first" in page.locator("#said").inner_text()
    page.set_input_files("#key", files.key)
    page.set_input_files("#files", paths)
    page.click("#mark")
    page.wait_for_selector("#results:not([hidden])")
    with page.expect_download() as caught:
        page.click("#classcsv")
    rows = caught.value.path().read_text(encoding="utf-8-sig").splitlines()
    assert rows[0].startswith("student,file,saved")
    assert [row.split(",")[0] for row in rows[1:]] == ["a1", "b2"]
    with page.expect_download() as caught:
        page.get_by_label("Save the table of a1").click()
    assert "'=1" in caught.value.path().read_text(encoding="utf-8-sig")
    page.click("#projector")
    assert not page.locator("#pupils").is_visible()
    assert page.locator("#words").is_visible()


def test_where_nobody_differs_the_marking_page_says_so(make, hand_in, as_mark, page, tmp_path):
    """A class that answered alike sees a sentence, not the heads of an empty table."""
    files, key = make("voice")
    given = {item["id"]: {"value": "own", "reason": ""} for item in key["items"]}
    paths = [hand_in(key, student, choices=given) for student in ("owl", "jay")]
    page.goto(marking_page(tmp_path / "marking.html").as_uri())
    page.set_input_files("#key", files.key)
    page.set_input_files("#files", paths)
    page.click("#mark")
    page.wait_for_selector("#results:not([hidden])")
    assert "Nowhere: all answers are alike." in page.locator("#words").inner_text()


@pytest.mark.parametrize("level", ["find", "voice", "rewrite", "guess", "compare"])
def test_axe_finds_nothing_serious(make, page, axe, level):
    """Worksheets have no serious or critical violation by axe-core."""
    files, _ = make(level)
    page.goto(files.sheet.as_uri())
    if level in ("find", "compare"):
        _word(page, "regime").click()
    _no_serious(axe, page)
    page.goto(files.printable.as_uri())
    _no_serious(axe, page)


@pytest.mark.slow
def test_axe_on_the_marking_pages(make, hand_in, as_mark, page, axe, tmp_path):
    """The marking page, filled, and the projector page pass axe-core as well."""
    files, key = make("find")
    paths = [hand_in(key, name, marks=[as_mark(key["items"][0], "own")]) for name in ("a", "b")]
    page.goto(marking_page(tmp_path / "marking.html").as_uri())
    page.set_input_files("#key", files.key)
    page.set_input_files("#files", paths)
    page.click("#mark")
    page.wait_for_selector("#results:not([hidden])")
    _no_serious(axe, page)
    page.goto(mark_answers(paths, files.key).write(tmp_path / "class.html").as_uri())
    _no_serious(axe, page)


def _no_serious(axe, page):
    found = axe.Axe().run(page).response["violations"]
    serious = [
        (one["id"], one["nodes"][0]["html"])
        for one in found
        if one["impact"] in ("serious", "critical")
    ]
    assert serious == []


@pytest.mark.parametrize("level", ["find", "voice", "rewrite", "guess", "compare"])
def test_a_sheet_to_print_is_no_wider_than_a_phone(make, page, level):
    """On 320 pixels only its tables scroll sideways, each within itself and by the keyboard too."""
    files, _ = make(level)
    page.set_viewport_size({"width": 320, "height": 700})
    for file in (files.sheet, files.printable):
        page.goto(file.as_uri())
        assert page.evaluate("document.documentElement.scrollWidth") <= 320
    tables = page.locator("table")
    assert page.locator(".across[tabindex='0'] > table").count() == tables.count()

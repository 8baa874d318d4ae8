"""Small inputs that once came out wrong, kept beside the measuring corpora and not in the project.

What in `reading.md` only a person can lay out (a database's export) is in `articles/test_exports`.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any, NamedTuple

import pandas as pd
import pytest
from eachrow import for_each

from framing import Analysis, Articles, analyze, load_lexicon, read_articles
from framing.lexicon import Lexicon, lexicon_from_mapping
from framing.values import Article
from framing.voice import voice_of

VOICES = {"own", "quoted", "attributed", "distanced"}
FILLING = "The council met on Monday and spoke of the old bridge until the lamps were lit. " * 8


@pytest.fixture(scope="module")
def cases(corpora: Path) -> Path:
    """Return the folder of the shared cases, or skip where it is absent."""
    folder = corpora.resolve().parent / "cases"
    if not folder.is_dir():
        pytest.skip(f"the shared cases are not at {folder}, beside the measuring corpora")
    return folder


def records(path: Path) -> list[dict[str, Any]]:
    """Read one case a line; a file without any is refused, for it would ask nothing."""
    found = [json.loads(line) for line in path.read_text(encoding="utf-8").splitlines() if line]
    assert found, f"{path} holds no case"
    return found


def naming(*words: str) -> Lexicon:
    """Make a lexicon that finds these words as they are written."""
    variants = [{"id": f"v{at}", "exact": [word]} for at, word in enumerate(sorted({*words}))]
    return lexicon_from_mapping({"id": "cases", "concepts": [{"id": "c", "variants": variants}]})


def test_voices(cases: Path) -> None:
    """Each phrase of `voice.jsonl` is in the voice that was decided for it."""
    wrong = [
        f"{case['phrase']!r} is {voice}, not {case['voice']}: {case['text']}"
        for case in records(cases / "voice.jsonl")
        for voice in voice_of(case["text"], [(case["start"], case["end"])])
        if voice != case["voice"]
    ]
    assert not wrong, "\n".join(wrong)


def test_speakers(cases: Path) -> None:
    """Where `voice.jsonl` says who speaks, the phrase is that one's."""
    told = [case for case in records(cases / "voice.jsonl") if case["speaker"]]
    articles = [Article(id=str(at), text=case["text"]) for at, case in enumerate(told)]
    found = analyze(articles, naming(*(case["phrase"] for case in told)), sentiment=False)
    table = found.mentions.set_index(["article_id", "start"])
    wrong = []
    for at, case in enumerate(told):
        row = table.loc[(str(at), case["start"])]
        names = f"{row['speaker']} / {row['speaker_name']}"
        if not re.search(rf"\b{re.escape(case['speaker'])}\b", names, re.IGNORECASE):
            wrong.append(f"{case['phrase']!r} is of {names}, not {case['speaker']}: {case['text']}")
    assert told
    assert not wrong, "\n".join(wrong)


def test_targets(cases: Path) -> None:
    """Each slot of `targets.jsonl` is filled by that party, with its direction, or by none.

    A concept that the lexicons have under another name now is looked for by its words; of a
    wording that they have come to call neutral only the party is asked.
    """
    wrong = []
    for case in records(cases / "targets.jsonl"):
        article = Article(id="case", text=case["text"])
        parties = dict.fromkeys(case["targets"], ()) or None
        table = analyze([article], sentiment=False, targets=parties).mentions
        rows = [
            row
            for row in table.itertuples()
            if row.text in case["phrase"] or case["phrase"] in row.text
        ]
        rows = [row for row in rows if row.concept == case["concept"]] or rows
        bound = [(each, row.intensity) for row in rows for each in row.bindings]
        bound = [one for one in bound if one[0]["slot"] == case["slot"]] or bound
        if case["target"] is None:
            right = not any(each["target"] for each, _ in bound)
        else:
            right = any(
                each["target"] == case["target"]
                and (each["direction"] == (case["direction"] or 0) or not intensity)
                for each, intensity in bound
            )
        if not right:
            wrong.append(f"{case['phrase']!r} has {bound}, not {case['target']}: {case['text']}")
    assert not wrong, "\n".join(wrong)


class Row(NamedTuple):
    """A row of `reading.md`: its inputs, what is right for each, and a folder to write in."""

    inputs: list[str]
    rights: list[str]
    folder: Path

    def read(self, name: str, text: str) -> Articles:
        """Read a file of that name and text."""
        path = self.folder / name
        path.write_text(text, encoding="utf-8")
        return read_articles(path)


def said(articles: Articles) -> str:
    """Return all that was said about what was read."""
    return " | ".join(one.reason for one in (*articles.skipped, *articles.warnings))


def looked_at(text: str, words: str = "regime terrorist massacre Occupation_forces") -> Analysis:
    """Analyse a text for some contested words."""
    lexicon = naming(*(word.replace("_", " ") for word in words.split()))
    return analyze([Article(id="case", text=text)], lexicon, sentiment=False)


def is_read(text: str, right: str) -> None:
    """Hold that a text's last naming (else what is said in it) has this voice and speaker."""
    found = looked_at(text)
    table = found.mentions.tail(1) if len(found.mentions) else found.attributions
    voice, _, speaker = right.partition(", ") if right.split(",")[0] in VOICES else ("", "", right)
    names = {str(name).strip(" ,") for name in [*table["speaker"], *table["speaker_name"]]}
    got = f"{text!r} is {list(table.get('voice', []))}, of {sorted(names)}, not {right}"
    assert not voice or list(table["voice"]) == [voice], got
    assert not speaker or speaker in names, got


def speech(row: Row) -> None:
    """Hold each text's voice or speaker; what follows a colon or semicolon explains."""
    for text, right in zip(row.inputs, row.rights, strict=True):
        is_read(text, re.split(r"[;:]", right)[0].strip())


def turns(row: Row) -> None:
    """Hold that a labelled line among others is of whom its label names."""
    others = "OYE: It did, and the town slept.\nRUIZ: And so we left."
    is_read(
        f"{row.inputs[0]}\n{others}", f"attributed, {row.rights[0].removesuffix(chr(39) + 's')}"
    )


def bullets(row: Row) -> None:
    """Hold that lines of a list are no quotation."""
    lines = ("Buses ran until noon.", "The town slept.", "The regime fell.")
    is_read("\n".join(row.inputs[0] + line for line in lines), row.rights[0])


def names(row: Row) -> None:
    """Hold that a speaker's name is taken whole and ends where the sentence does."""
    *whole, lost_space = row.inputs
    for name in whole:
        is_read(f"“The regime fell,” {name} said.", f"quoted, {name}")
    name = lost_space.removeprefix("said ").partition(".")[0]
    is_read(f"“The regime fell,” {lost_space} late.", f"quoted, {name}")


def negation(row: Row) -> None:
    """Hold that an answer's No negates nothing behind it, and that “n't” is “not”."""
    assert not looked_at(row.inputs[0]).mentions["negated"].any()
    full = re.findall(r'"([^"]+)"', row.rights[1])[0]
    texts = [row.inputs[1], f"It {full}."]
    scores = analyze([Article(id=text, text=text) for text in texts]).scores
    assert scores["polarity_own"].nunique() == 1, list(scores["polarity_own"])


def countries(row: Row) -> None:
    """Hold that a country is that country; a word that is none, or may be two, is none."""
    texts = [f"Buses ran while {text} fell." for text in row.inputs]
    tables = [analyze([Article(id="case", text=text)], sentiment=False).mentions for text in texts]
    targets = [[one for one in table["target"] if pd.notna(one)] for table in tables]
    assert targets == [["Republic of the Congo"], [], []]


def anonymity(row: Row) -> None:
    """Hold that whoever will not be named is anonymous, however that is put."""
    first, second, third = (text.strip("…") for text in row.inputs)
    for text in (f"The regime fell{first}.", f"The regime fell, said an aide, {second}.",
                 f"An aide who {third} publicly said the regime fell."):  # fmt: skip
        mention = looked_at(text).mentions.iloc[0]
        assert mention["speaker_kind"] == "anonymous", text
        assert "aide" in mention["speaker"], text


def files(row: Row) -> None:
    """Hold that each file of a folder is read, or named."""
    given = re.findall(r"\b[A-Z]\.[a-z]+", " ".join(row.inputs))
    for name in given:
        (row.folder / name).write_text(FILLING, encoding="utf-8")
    articles = read_articles(row.folder)
    told = said(articles) + " ".join(str(one.file) for one in articles.skipped)
    lost = [name for name in given if name not in told + " ".join(one.id for one in articles)]
    assert len(given) == 3
    assert not [name for name in lost if not any(one.id == name[0] for one in articles)]


def page(row: Row) -> None:
    """Hold that both articles of a page are read, or the second is said to be left out."""
    part = f"{row.inputs[0]}<h2>HEAD</h2><p>{FILLING}</p></div>"
    both = part.replace("HEAD", "Bridge") + part.replace("HEAD", "Mill").replace("bridge", "mill")
    articles = row.read("page.html", f"<html><body>{both}</body></html>")
    assert len(articles) == 2 or "not read" in said(articles)


def dates(row: Row) -> None:
    """Hold that each date is that day; one that may be two stays open and is said."""
    right = row.rights[0]
    lines = [f'"{FILLING}","{date}"' for date in row.inputs]
    articles = row.read("dates.csv", "\n".join(["text,date", *lines]))
    assert {str(one.date)[:10] for one in articles} == {right[:10]}
    doubtful = re.findall(r"\d\d/\d\d/\d{4}", right)[0]
    articles = row.read("open.csv", f'text,date\n"{FILLING}",{doubtful}\n')
    assert articles[0].date is None
    assert doubtful in said(articles)


def outlets(row: Row) -> None:
    """Hold that spellings of one outlet are one outlet, or a warning."""
    lines = [f'"{FILLING}",{name}' for name in row.inputs]
    articles = row.read("outlets.csv", "\n".join(["text,outlet", *lines]))
    assert len({one.outlet for one in articles}) == 1 or "one outlet" in said(articles)


def columns(row: Row) -> None:
    """Read the first of two columns of one name, and say so."""
    articles = row.read("columns.csv", f'{row.inputs[0]}\n"{FILLING}",another text\n')
    assert articles[0].text == FILLING
    assert "several columns have one name" in said(articles)


def escaped(row: Row) -> None:
    """Hold that marks behind backslashes, and lost ones, are read or remarked on."""
    quoted = row.inputs[0]
    for text in (quoted, quoted.replace('\\"', "\ufffd")):
        articles = row.read("escaped.txt", text)
        voices = set(looked_at(articles[0].text).mentions["voice"])
        assert (
            voices == {"quoted"} or "quotation mark" in said(articles) or "lost" in said(articles)
        )


def hyphens(row: Row) -> None:
    """Find a word parted at a line's end, at its place in the text as given."""
    variant = re.findall(r"[a-z]+-[a-z]+", row.rights[0])[0]
    for words in row.inputs:
        text = f"The {words} left the town."
        table = analyze([Article(id="case", text=text)], sentiment=False).mentions
        found = [(one.variant, text[one.start : one.end]) for one in table.itertuples()]
        assert found == [(variant, words)], found


def headline(row: Row) -> None:
    """Count a headline that the text begins with once."""
    title, opening = re.findall(r'"([^"]+)"', " ".join(row.inputs))
    article = Article(id="case", title=title, text=f"{opening}\n\n{FILLING}")
    assert len(analyze([article], naming("Regime"), sentiment=False).mentions) == 1


def dictionary(folder: Path, name: str, written: str, text: str) -> tuple[list[str], Lexicon]:
    """Write a word list; return what it finds in a text, and the list as it was read."""
    path = folder / name
    path.write_text(written, encoding="utf-8")
    lexicon = load_lexicon(path)
    table = analyze([Article(id="case", text=text)], lexicon, sentiment=False).mentions
    return list(table["text"]), lexicon


def wildcard(row: Row) -> None:
    """Hold that a wildcard inside an entry of several words matches."""
    found, _ = dictionary(
        row.folder, "d.yml", f"neg:\n  - {row.inputs[0]}\n", "Oh, bad words hurt."
    )
    assert found == ["bad words"]


def conditional(row: Row) -> None:
    """Leave out one line with conditions, and say so; the file is read."""
    numbers = "".join(f"{number}\tc{number}\n" for number in (1, 125, 134, 464))
    written = f"%\n{numbers}%\n{row.inputs[0]}\ngood\t1\n"
    found, lexicon = dictionary(row.folder, "d.dic", written, "A kind and good man.")
    assert found == ["good"]
    assert any(repr(row.inputs[0].split("\t")[0]) in note for note in lexicon.notes)


def word_list(row: Row) -> None:
    """Read a word a line as one category."""
    found, lexicon = dictionary(row.folder, "words.txt", "good\nbad\n", "A good, bad man.")
    assert found == ["good", "bad"]
    assert len(lexicon.concepts) == 1


HOW: dict[str, Callable[[Row], None]] = {
    "one page, many articles": page, "not read, not said": files, "dates": dates,
    "one outlet, several spellings": outlets, "two columns `text`": columns,
    "escaped marks": escaped, "hyphen at a line's end": hyphens, "headline twice": headline,
    "same surname": speech, "carrier for speaker": speech, 'by-agent before "as"': speech,
    "object swallows a clause": speech, "time or place before the subject": speech,
    "turns": turns, "headline attribution": speech, "hearsay adverb": speech,
    "single marks": speech, "bullets": bullets, "names": names,
    "wildcard in a multiword entry": wildcard, "LIWC2007 line": conditional,
    "plain list": word_list, "negation": negation, "countries": countries, "anonymity": anonymity,
}  # fmt: skip


@for_each("kind", HOW)
def test_rows_of_a_table(kind: str, cases: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    """Each row of `reading.md` that can be laid out without a person comes out right."""
    for line in (cases / "reading.md").read_text(encoding="utf-8").splitlines():
        named, *cells = line.strip("| ").split(" | ")
        if named == kind:
            given = " | ".join(cells[:-2]).replace("⏎", "\n").replace("⇥", "\t")
            inputs = re.findall(r"`([^`]+)`", given) or [given]
            HOW[kind](Row(inputs, cells[-1].split(" · "), tmp_path_factory.mktemp("row")))
            return
    pytest.fail("the table has no such row")

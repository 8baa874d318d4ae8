"""Inflected forms and spellings of entries, irregular ones and phrases among them."""

from __future__ import annotations

import importlib.util
import shutil
import subprocess
import sys
from pathlib import Path
from types import SimpleNamespace

import lemminflect
import pytest

from framing.language import inflection, spelling
from framing.language.inflection import inflect
from framing.language.spelling import spellings
from framing.lexicon import lexicon_from_mapping, word_classes


@pytest.mark.parametrize(
    ("entry", "part", "expected"),
    [
        ("child", "nouns", {"child", "children"}),
        ("passer-by", "nouns", {"passer-by", "passers-by"}),
        ("cover-up", "nouns", {"cover-up", "cover-ups"}),
        ("tar sand", "nouns", {"tar sand", "tar sands"}),
        ("ouster", "nouns", {"ouster", "ousters"}),
        ("army of occupation", "nouns", {"army of occupation", "armies of occupation"}),
        ("weapon of mass destruction", "nouns", {"weapons of mass destruction"}),
        ("attorney general", "nouns", {"attorneys general"}),
        ("coup d'état", "nouns", {"coups d'état"}),
        ("commander-in-chief", "nouns", {"commanders-in-chief"}),
        ("troops", "nouns", {"troops"}),
        ("aircraft", "nouns", {"aircraft"}),
        ("jihadi", "nouns", {"jihadi", "jihadis"}),
        ("Takfiri", "nouns", {"Takfiri", "Takfiris"}),
        ("NGO", "nouns", {"NGO", "NGOs"}),
        ("strike", "verbs", {"strike", "strikes", "struck", "striking"}),
        ("flee", "verbs", {"flee", "flees", "fled", "fleeing"}),
        ("panic", "verbs", {"panic", "panics", "panicked", "panicking"}),
        ("crack down on", "verbs", {"cracked down on", "cracking down on"}),
        ("sexually assault", "verbs", {"sexually assaulted"}),
        ("be", "verbs", {"be", "am", "are", "is", "was", "were", "been", "being"}),
        ("deadly", "adjectives", {"deadly", "deadlier", "deadliest"}),
        ("colonise", "verbs", {"colonised", "colonized", "colonising", "colonizing"}),
        ("defence force", "nouns", {"defence force", "defense forces"}),
        ("labour", "exact", {"labour"}),
        ("{nation:holder} force", "nouns", {"{nation:holder} force", "{nation:holder} forces"}),
        ("terroris*", "nouns", {"terroris*"}),
    ],
)
def test_forms(entry: str, part: str, expected: set[str]) -> None:
    """The forms wanted are made; the entry itself comes first."""
    forms = inflect(entry, part)
    assert forms[0] == entry
    assert expected <= set(forms)


@pytest.mark.parametrize(
    ("entry", "part", "count"),
    [
        ("troops", "nouns", 1),
        ("police", "nouns", 1),
        ("labour", "exact", 1),
        ("undergo", "verbs", 5),
    ],
)
def test_no_form_too_many(entry: str, part: str, count: int) -> None:
    """Plurals get no second plural, `exact` nothing, and no form is torn in two."""
    assert len(inflect(entry, part)) == count


@pytest.mark.parametrize(
    ("word", "other"),
    [
        ("neighbour", "neighbor"),
        ("neighborhood", "neighbourhood"),
        ("centre", "center"),
        ("organisation", "organization"),
        ("paralyzed", "paralysed"),
        ("travelling", "traveling"),
        ("LABOUR", "LABOR"),
        ("Defence", "Defense"),
        ("programme", "program"),
        ("promise", None),
        ("exercise", None),
        ("seize", None),
        ("four", None),
        ("humorous", None),
        ("raises", None),
        ("enterprise", None),
    ],
)
def test_spellings(word: str, other: str | None) -> None:
    """The other spelling is given where there is one, both ways, and only there."""
    assert spellings(word) == ((word,) if other is None else (word, other))
    if other:
        assert word in spellings(other)


def test_other_data_makes_another_key(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A byte of lemminflect's data that differs is told, also where its files are as long."""
    names = {"infl_lu.csv.gz", "infl_overrides.csv", "model_infl.pkl.gz"}
    copied = tmp_path / "resources"
    copied.mkdir()
    for name in names:
        shutil.copy(Path(lemminflect.__file__).parent / "resources" / name, copied)
    elsewhere = SimpleNamespace(origin=str(tmp_path / "__init__.py"))
    said = inflection.inflection_data.__wrapped__
    before = said()
    monkeypatch.setattr(importlib.util, "find_spec", lambda name: elsewhere)
    assert said() == before
    for name in names:
        whole = (copied / name).read_bytes()
        (copied / name).write_bytes(whole[:-1] + bytes([whole[-1] ^ 1]))
        assert said() != before
        (copied / name).write_bytes(whole)
    assert said() == before


def test_no_stem_is_shorter_than_what_it_is_looked_up_by() -> None:
    """Words are passed over by their first four letters, so no stem may have fewer."""
    pairs = [pair.split(":") for pair in spelling._STEM_PAIRS.split()]
    assert all(len(stem) >= 4 for pair in pairs for stem in pair)
    for british, american in pairs:
        assert spelling.spellings(f"{british}s") == (f"{british}s", f"{american}s")
        assert spelling.spellings(f"{american}s") == (f"{american}s", f"{british}s")


def test_word_classes_hold_every_form() -> None:
    """Each inflected form leads to its classes, in small letters and straight apostrophes."""
    classes = word_classes("reporting-verbs")
    assert set(classes["said"]) == set(classes["says"]) == set(classes["say"]) != set()
    assert all(word == word.lower() and "  " not in word for word in classes)


def test_shared_form_leads_to_all_its_classes(tmp_path_factory: pytest.TempPathFactory) -> None:
    """A form in two classes names both, in the order of the file."""
    file = tmp_path_factory.mktemp("classes") / "c.yaml"
    file.write_text(
        "kind: cues\nid: c\nconcepts:\n  - {id: a, verbs: [claim]}\n  - {id: b, nouns: [claim]}\n",
        encoding="utf-8",
    )
    classes = word_classes(str(file))
    assert classes["claims"] == ("a", "b")
    assert classes["claimed"] == ("a",)


def test_inflection_is_loaded_only_when_needed() -> None:
    """Importing the room, and compiling exact words, loads neither lemminflect nor numpy."""
    code = (
        "import sys\n"
        "from framing.lexicon import lexicon_from_mapping\n"
        "from framing.lexicon.forms import forms_of\n"
        "variants = [{'id': 'v', 'exact': ['war']}]\n"
        "plain = {'id': 'x', 'concepts': [{'id': 'c', 'variants': variants}]}\n"
        "lexicon = lexicon_from_mapping(plain)\n"
        "assert forms_of(lexicon)[0][0][0].text == 'war'\n"
        "loaded = {'lemminflect', 'numpy', 'pandas', 'spacy', 'difflib'} & set(sys.modules)\n"
        "sys.exit(' '.join(sorted(loaded)) or 0)\n"
    )
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_forms_follow_the_lists_not_the_file(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Two lexicons with the same words share their forms; other words get their own."""
    from framing.lexicon.forms import forms_of

    def forms(noun: str) -> list[str]:
        plain = {"id": "x", "concepts": [{"id": "c", "variants": [{"id": "v", "nouns": [noun]}]}]}
        return [form.text for form in forms_of(lexicon_from_mapping(plain))[0][0]]

    assert forms("militant") == ["militant", "militants"]
    assert forms("man") == ["man", "men"]
    assert forms("militant") == ["militant", "militants"]

"""A small event, a class's worth of answers, and a browser where there is one."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing import Article
from framing.classroom import worksheet
from framing.classroom.rewrites import fnv1a

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"

TEXTS = {
    "Harbour Post": (
        "Regime sends troops",
        "The regime sent troops to Lindow. “The terrorists must go,” said Ana Roe.\n\n"
        "She told the Post that the regime would fall.",
    ),
    "Lindow Star": (
        "Government sends troops",
        "The government sent troops to Lindow, the ministry said. "
        "“It is a regime,” said Bo Lund.\n\n"
        "The so-called “peacekeepers” came at noon.",
    ),
}
KEYS = {
    "Harbour Post": """mentions:
- {text: Regime, field: title, concept: government, loaded: true, voice: own, milder: [government]}
- {text: regime, in: The regime sent, concept: government, loaded: true, voice: own}
- {text: terrorists, concept: armed-group, loaded: true, voice: quoted, speaker: Ana Roe}
- {text: regime, in: the regime would, concept: government, loaded: true, voice: attributed}
""",
    "Lindow Star": """mentions:
- {text: Government, field: title, concept: government, loaded: false, voice: own}
- {text: government, concept: government, loaded: false, voice: attributed}
- {text: regime, concept: government, loaded: true, voice: quoted, speaker: Bo Lund}
- {text: peacekeepers, concept: foreign-troops, loaded: true, voice: distanced}
""",
}


@pytest.fixture
def event():
    """Give two articles of one event."""
    return [
        Article(name.lower().replace(" ", "-"), name, "lindow-noon", None, title, None, text)
        for name, (title, text) in TEXTS.items()
    ]


@pytest.fixture
def hand_keys(tmp_path):
    """Write answer keys for the two articles."""
    folder = tmp_path / "keys"
    folder.mkdir()
    for name, key in KEYS.items():
        file = folder / f"{name.lower().replace(' ', '-')}.yaml"
        file.write_text(key, encoding="utf-8")
    return folder


@pytest.fixture
def make(event, hand_keys, tmp_path):
    """Make a worksheet at a level; return its files and its key as plain data."""

    def _make(level):
        files = worksheet(
            event, tmp_path / f"{level}.html", level=level, answers=hand_keys, lexicon="governments"
        )
        return files, json.loads(files.key.read_text(encoding="utf-8"))

    return _make


@pytest.fixture
def hand_in(tmp_path):
    """Write one pupil's answer file as the worksheet would."""
    folder = tmp_path / "answers"
    folder.mkdir()

    def _hand_in(key, student, *, marks=(), choices=None, name=None, **more):
        content = {
            "kind": "framing-answers",
            "schema": 1,
            "sheet": key["sheet"],
            "level": key["level"],
            "student": student,
            "started": "2024-05-17T08:00:00.000Z",
            "saved": "2024-05-17T08:30:00.000Z",
            "marks": list(marks),
            "choices": choices or {},
            **more,
        }
        written = json.dumps(content, ensure_ascii=False, separators=(",", ":"))
        content.setdefault("check", fnv1a(written.encode()))
        path = folder / (name or f"{student}.json")
        path.write_text(json.dumps(content, ensure_ascii=False, indent=1), encoding="utf-8")
        return path

    return _hand_in


def marked(item, voice=None, **more):
    """Return the mark a pupil would set on an item of the key."""
    places = {name: item[name] for name in ("article", "field", "start", "end", "text")}
    rest = {"concept": None, "voice": voice, "how": None, "other": "", "reason": ""}
    return {**places, **rest, **more}


@pytest.fixture
def as_mark():
    """Give the function that marks an item of the key."""
    return marked


@pytest.fixture
def page(browser):
    """Open a page that fails the test on console errors and on requests beyond its own file."""
    context = browser.new_context(accept_downloads=True, viewport={"width": 1300, "height": 900})
    opened, wrong = context.new_page(), []
    opened.on("pageerror", lambda error: wrong.append(str(error)))
    opened.on("console", lambda m: wrong.append(m.text) if m.type in ("error", "warning") else None)
    allowed = ("file:", "blob:", "data:")
    opened.on("request", lambda r: None if r.url.startswith(allowed) else wrong.append(r.url))
    yield opened
    context.close()
    assert wrong == []

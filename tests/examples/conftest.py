"""The teaching corpus and its hand-made keys, read without the library: they judge it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest
import yaml

EXAMPLES = Path(__file__).resolve().parents[2] / "examples"


@dataclass(frozen=True)
class Keyed:
    """One article of the teaching corpus with its answer key."""

    name: str
    front: dict[str, object]
    text: str
    mentions: list[dict[str, object]]

    @property
    def title(self) -> str:
        """The headline of the front matter."""
        return str(self.front["title"])

    def span(self, mention: dict[str, object]) -> tuple[str, int, int]:
        """Field and offsets of a key's mention, found through its `in`."""
        field = str(mention.get("field", "text"))
        whole = self.title if field == "title" else self.text
        words = str(mention["text"])
        around = str(mention.get("in", words))
        assert whole.count(around) == 1, (
            f"{self.name}: {around!r} stands {whole.count(around)} times"
        )
        assert around.count(words) == 1, f"{self.name}: {words!r} is not once in {around!r}"
        start = whole.index(around) + around.index(words)
        return field, start, start + len(words)


def _read(key: Path) -> Keyed:
    article = EXAMPLES / "corpus" / key.parent.name / f"{key.stem}.txt"
    _, front, text = article.read_text(encoding="utf-8").split("---\n", 2)
    answers = yaml.safe_load(key.read_text(encoding="utf-8"))
    return Keyed(str(answers["article"]), yaml.safe_load(front), text, answers["mentions"])


@pytest.fixture(scope="session")
def keyed() -> list[Keyed]:
    """Every article of the teaching corpus with its key, in the order of their names."""
    return [_read(path) for path in sorted((EXAMPLES / "keys").glob("*/*.yaml"))]


@pytest.fixture(scope="session")
def examples() -> Path:
    """Name the folder of examples."""
    return EXAMPLES

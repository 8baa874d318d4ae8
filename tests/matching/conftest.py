"""Documents and lexicons for the matching tests, cut by hand rather than by the readers."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
from cutting import cut

from framing.lexicon import Lexicon, lexicon_from_mapping
from framing.matching import Matcher
from framing.values import Document, Target

_PARTIES = (
    Target("Varenia", ("Varenia", "Varenian", "Varenians")),
    Target("Ostland", ("Ostland", "Ostlandic", "Ostlanders")),
)


def _naming(
    variants: Sequence[Mapping[str, object]],
    slots: Mapping[str, object] | None = None,
    concept: str = "c",
) -> Lexicon:
    """Build a naming lexicon of one concept; a variant's id is its first word if it has none."""
    return lexicon_from_mapping(
        {
            "id": "lex",
            "concepts": [{"id": concept, "slots": dict(slots or {}), "variants": list(variants)}],
        }
    )


def _found(matcher: Matcher, text: str, date: str | None = None) -> list[str]:
    """Return the words of each hit."""
    return [text[hit.start : hit.end] for hit in matcher.find(cut(text), date)]


@pytest.fixture(scope="session", autouse=True)
def own_cache(tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """Keep compiled lexicons in a temporary folder, not in the user's."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("FRAMING_CACHE", str(tmp_path_factory.mktemp("cache")))
        yield


@pytest.fixture(scope="session")
def document() -> Callable[..., Document]:
    """Give the function that cuts a text into a document."""
    return cut


@pytest.fixture(scope="session")
def naming() -> Callable[..., Lexicon]:
    """Give the function that builds a one-concept lexicon."""
    return _naming


@pytest.fixture(scope="session")
def found() -> Callable[..., list[str]]:
    """Give the function that returns the words of each hit in a text."""
    return _found


@pytest.fixture(scope="session")
def parties() -> tuple[Target, ...]:
    """Give two made-up parties with their aliases."""
    return _PARTIES

"""A folded text as the sentences in which namings stand, each with the parties named in it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from framing.language.wordclasses import PERSONAL
from framing.matching.aliases import Aliases, Named, Parties
from framing.matching.folding import Folded
from framing.matching.persons import Persons
from framing.matching.scene import Scene
from framing.values import Span

__all__ = ["Discourse"]

_PRONOUNS = tuple(f"{word}{end}" for word in sorted(PERSONAL) for end in (" ", "'"))


class Discourse:
    """The sentences of one text; each is looked at when it is first asked for.

    `names` are the places of parties' names in the folded text, as (end, start).
    """

    __slots__ = ("_aliases", "_folded", "_names", "_parties", "_persons", "_scenes", "_sentences")

    def __init__(
        self, aliases: Aliases, folded: Folded, names: list[Span], sentences: Sequence[Span]
    ) -> None:
        self._aliases, self._folded = aliases, folded
        self._names, self._sentences = names, sentences
        self._parties: Parties | None = None
        self._persons: Persons | None = None
        self._scenes: dict[tuple[int, bool], Scene] = {}

    def scene(self, sentence: int, *, persons: bool = False) -> Scene:
        """Return a sentence with the parties named in it; with `persons`, those of no list too."""
        scene = self._scenes.get((sentence, persons))
        if scene is None:
            scene = self._with_persons(sentence) if persons else self._scene(sentence)
            self._scenes[sentence, persons] = scene
        return scene

    def _scene(self, sentence: int) -> Scene:
        first, last = self._sentences[sentence]
        named: list[Named] = []
        if self._names:
            if self._parties is None:
                self._parties = Parties(self._aliases, self._folded, self._names)
            named = self._parties.between(first, last)
        before = partial(self.scene, sentence - 1) if sentence else None
        folded = self._folded
        return Scene(folded.low, first, last, named, cased=folded.cased, earlier=before)

    def _with_persons(self, sentence: int) -> Scene:
        """Return a sentence with all persons named, which those before it are read with too."""
        plain = self.scene(sentence)
        if self._persons is None:
            self._persons = Persons(self._folded.cased)
        said = plain.low[plain.first : plain.last]
        return plain.again(
            self._persons.between(plain.first, plain.last, plain.named),
            earlier=partial(self.scene, sentence - 1, persons=True) if sentence else None,
            pronouns=any(map(said.__contains__, _PRONOUNS)),
        )

    def close(self) -> None:
        """Let go of the sentences, which hold on to each other."""
        self._scenes.clear()

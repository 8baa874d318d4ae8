"""Who acts and who is acted on: the parties on both sides of a verb of harm.

Read from word order alone, within one clause of the sentence. Active verbs: the nearest party
before acts, the nearest after is acted on. Passives: the other way round, the agent after "by".
Nouns ("the attack by A on B", "A's attack on B"): "by" and what stands before act, what follows
"on" or "against" is acted on. Pronouns and subjects of other verbs are not followed.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import NamedTuple

from framing.language.closed import NOUN_PHRASE_OPENERS
from framing.stance.bytefold import fold
from framing.values import Cue, Document

__all__ = ["Party", "Role", "harm_roles"]

_BREAKS = ";:!?"
_REACH = 10  # words to either side within which a party is looked for
_ON = (b"on", b"against", b"upon")
_DETERMINERS = frozenset(word.encode() for word in NOUN_PHRASE_OPENERS)


class Party(NamedTuple):
    """One place where a text names a party."""

    start: int
    end: int
    target: str


class Role(NamedTuple):
    """A party in a harm verb's scene: `role` is ``acts`` or ``acted_on``; `cue` the verb's span."""

    target: str
    role: str
    start: int
    end: int
    cue: tuple[int, int]


def harm_roles(document: Document, cues: Sequence[Cue], parties: Sequence[Party]) -> list[Role]:
    """Find who acts and who is acted on in the verbs of harm of a document.

    Parameters
    ----------
    document
        The document the spans are in.
    cues
        What `find_cues` found; ``harm`` and the passives are read.
    parties
        Where the text names the parties, by start.

    Examples
    --------
    >>> text = "Varenia attacked Ostmark. Varenians were killed."
    >>> document = Document("a", "text", text, ((0, 48),), ((0, 25), (26, 48)), ("lead",) * 2)
    >>> named = [Party(0, 7, "V"), Party(17, 24, "O"), Party(26, 35, "V")]
    >>> passive = Cue(36, 47, "agentless_passive", "own", 1)
    >>> harm = [Cue(8, 16, "harm", "own", 0), Cue(41, 47, "harm", "own", 1)]
    >>> [(role.target, role.role) for role in harm_roles(document, [*harm, passive], named)]
    [('V', 'acts'), ('O', 'acted_on'), ('V', 'acted_on')]
    """
    if not parties:
        return []
    folded = fold(document.text)
    passives = {cue.end: cue for cue in cues if cue.kind.endswith("_passive")}
    roles: list[Role] = []
    for cue in cues:
        if cue.kind == "harm":
            scene = _Scene(document, folded, parties, cue)
            passive = passives.get(cue.end)
            roles.extend(scene.passive(passive) if passive else scene.active_or_noun())
    return roles


class _Scene:
    """One harm verb and the parties near it in its clause."""

    def __init__(
        self, document: Document, folded: bytes, parties: Sequence[Party], cue: Cue
    ) -> None:
        low, high = document.sentences[cue.sentence]
        self.text, self.folded, self.cue = document.text, folded, cue
        self.inside = [p for p in parties if low <= p.start and p.end <= high]

    def passive(self, passive: Cue) -> list[Role]:
        """Read "B was attacked (by A)"."""
        return [
            *self._role("acted_on", self._before(passive.start)),
            *self._role("acts", self._after(self._past_word((b"by",)))),
        ]

    def active_or_noun(self) -> list[Role]:
        """Read "A attacked B", "B, attacked by A", "the attack by A on B", "A's attack on B"."""
        by = self._past_word((b"by",))
        on = self._past_word(_ON)
        if self._is_noun() or (on is not None and not self._past()):
            actor = self._after(by) if by is not None else self._before(self.cue.start)
            return [
                *self._role("acts", actor),
                *self._role("acted_on", self._after(on)),
            ]
        if by is not None and self._past():
            return [
                *self._role("acted_on", self._before(self.cue.start)),
                *self._role("acts", self._after(by)),
            ]
        return [
            *self._role("acts", self._before(self.cue.start)),
            *self._role("acted_on", self._after(self.cue.end)),
        ]

    def _role(self, role: str, party: Party | None) -> list[Role]:
        if party is None:
            return []
        return [Role(party.target, role, party.start, party.end, (self.cue.start, self.cue.end))]

    def _before(self, at: int) -> Party | None:
        """Return the nearest party that ends before `at`, in the same clause."""
        near = [p for p in self.inside if p.end <= at]
        return near[-1] if near and self._close(near[-1].end, at) else None

    def _after(self, at: int | None) -> Party | None:
        """Return the nearest party that starts at or after `at`, in the same clause."""
        if at is None:
            return None
        near = [p for p in self.inside if p.start >= at]
        return near[0] if near and self._close(at, near[0].start) else None

    def _close(self, start: int, end: int) -> bool:
        return self._unbroken(start, end) and len(self.text[start:end].split()) <= _REACH

    def _unbroken(self, start: int, end: int) -> bool:
        gap = self.text[start:end]
        return not any(mark in gap for mark in _BREAKS)

    def _past_word(self, words: tuple[bytes, ...]) -> int | None:
        """Return where the text goes on after one of `words`, within five words of the verb."""
        at = self.cue.end
        for _ in range(5):
            window = self.folded[at + 1 : at + 41]
            word = window.lstrip()
            begin = at + len(window) - len(word)
            word = word.split(b" ", 1)[0]
            if not word or not self._unbroken(at, begin):
                return None
            at = begin + len(word)
            if word in words:
                return at
        return None

    def _is_noun(self) -> bool:
        """Tell whether a determiner stands before the word, as before a noun."""
        before = self.folded[max(0, self.cue.start - 20) : self.cue.start + 1].split()
        return bool(before) and before[-1] in _DETERMINERS and not self._past()

    def _past(self) -> bool:
        """Tell whether the word has the ending of a past form, which no noun has."""
        return self.text[self.cue.start : self.cue.end].lower().endswith("ed")

"""Where reported words go on after a source and its cue in their middle: "C, she said, C"."""

from __future__ import annotations

from framing.language.joiningwords import ADDS_TO, CONTRASTS, REASONS, TIMES_TOO
from framing.language.reportwords import MEDIA
from framing.voice.grammar.beginnings import ends_here
from framing.voice.quoted.framedquotes import whole_before
from framing.voice.text.tagpatterns import FINITE_VERB, pattern
from framing.voice.text.tags import Tag, Tags, any_of, sequence
from framing.voice.verbs.unitreader import UnitReader

__all__ = ["goes_on"]

_CONTENT_OPENS = any_of("that|to|open")
_WORDS_QUOTED = sequence("<quoted> <quoted>")
_VERB_NEXT = pattern("<adv>? <present-form>")
_CUE_BETWEEN = pattern("<reporting|comma>")
_IT_IS = sequence("<it> <be>")
_PHRASE = pattern("<of|in> <^pause|finite|dash>{2,8}")


def goes_on(
    reader: UnitReader, low: int, left: int, right: int, has_content: bool, frames: int
) -> int:
    """Return where content goes on after a source and cue in its middle, or -1.

    What is told before stands from token `low` to `left`, source and cue from there to `right`.
    """
    mask = reader.mask
    stop = ends_here(mask, right, reader.end, frames)
    if stop < 0:
        stop = mask.find(Tag.OPEN, right, reader.end) - 1
        if stop > 0 and _CUE_BETWEEN.search(mask, right, stop):
            return -1
    if stop < 0 or stop + 1 >= reader.end:
        return -1
    if _quotes_condition(reader, low, left):
        return stop + 1 if mask[stop] == Tag.COMMA else -1
    if mask[stop + 1] != Tag.OPEN and stop > 0 and whole_before(reader, low, left):
        return -1
    if mask[stop] == Tag.SEMICOLON and mask[left - 1] == Tag.COMMA:
        return -1 if low == left else stop + 1  # "They were tired, she said; C"
    if mask[stop] not in Tags.INTRODUCES or _comments(reader, stop, has_content):
        return -1
    again = mask[left - 1] == Tag.COMMA and _after_pauses(reader, low, left, stop, has_content)
    if again or mask[stop + 1] in _CONTENT_OPENS:
        return stop + 1
    if mask.startswith(_IT_IS, low) and mask[stop + 1] == Tag.WHO:
        return stop + 1  # "It was the crew, they said, | who fled"
    # "Many closures, he said, have followed": no finite verb yet
    begun = max(low, mask.rfind(Tag.COMMA, low, left - 1) + 1)
    incomplete = (
        FINITE_VERB.search(mask, begun, left) is None and _WORDS_QUOTED not in mask[begun:left]
    )
    return stop + 1 if has_content and incomplete else -1


def _quotes_condition(reader: UnitReader, low: int, left: int) -> bool:
    """Whether what is quoted first is a condition: "“If they go,” she said, the port | shuts"."""
    tags = reader.page.tokens.tags
    if reader.mask[low] != Tag.OPEN or tags[low + 1 : low + 2] != Tag.IF:
        return False
    return Tag.COMMA not in tags[low + 2 : left - 2]


def _comments(reader: UnitReader, stop: int, has_content: bool) -> bool:
    """Whether a participle comments: "In Osk, the court ruled for Venn, | denying C"."""
    mask = reader.mask
    if not has_content or mask[stop + 1] not in Tags.ING_FORM:
        return False
    return FINITE_VERB.search(mask, stop, reader.end) is None


def _after_pauses(reader: UnitReader, low: int, left: int, stop: int, has_content: bool) -> bool:
    """Whether what follows source and cue between commas, from token `stop` on, goes on."""
    mask = reader.mask
    opens, after = reader.lowered[stop + 1], mask[stop + 1]
    if after in Tags.JOINS or opens in CONTRASTS:
        return True
    if opens in REASONS and (
        opens not in TIMES_TOO or mask[stop + 2 : stop + 3] not in Tags.PRONOUN
    ):
        return True  # "The stakes, she said, are high, as C"
    if opens in ADDS_TO and not mask.startswith(Tag.AS, stop + 2):
        return True  # "C, she said, especially in Osk", but "even as the rebels slept"
    if _VERB_NEXT.match(mask, stop + 1):
        return True
    if mask[stop] != Tag.COMMA:
        return False
    if left - 1 > low and mask[low : left - 1].rstrip(Tag.ADV)[-1:] in tuple(Tags.AUX):
        return True  # "The fence is, they say, a disgrace", "had never, she said, C"
    # "It has come, they note, to the point of C"; "But, he said, C"; "If it rains, he said, C"
    return not has_content or mask[low] == Tag.IF or _completes(reader, stop + 1)


def _completes(reader: UnitReader, at: int) -> bool:
    """Whether a phrase with a preposition goes on, and does not tell when or where it was said."""
    if reader.mask[at] not in Tags.OF_OR_IN or reader.mask[at + 1 : at + 2] in Tags.TIME:
        return False
    phrase = _PHRASE.match(reader.mask, at, reader.end)
    if phrase is None:
        return False
    return not any(reader.lowered[token] in MEDIA for token in range(at + 1, phrase.end()))

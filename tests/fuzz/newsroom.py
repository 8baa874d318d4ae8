"""Made-up articles that look like news, and mutations of them: what the fuzz feeds the library.

Every sentence here is invented for the fuzz. `article_of(seed)` is one article, the same for the
same seed; `mutated(text, random)` breaks it as files, converters, editors and enemies do.
"""

from __future__ import annotations

import random
import textwrap
import unicodedata
from collections.abc import Callable

__all__ = ["FILLED_IN", "MUTATIONS", "OUTLETS", "article_of", "mutated"]

FILLED_IN = str(1009 * 1013)
"""What a page would show if it took an article's words for a template."""
OUTLETS = ("Alder Times", "Birch Wire", "Cedar Post", "=Dogwood()", "Élan <Presse>")
PEOPLE = ("Ana Ruiz", "Gen. Orlo Venn", "Maj. Dov Ashe", "Sen. Mara Quill (R-Ohio)", "T. O’Dell")
ROLES = tuple(
    "the mayor|a defence spokesman|the minister|officials|a senior official|critics|Tehran|"
    "people familiar with the talks|the opposition|the ministry".split("|")
)
NAMINGS = tuple(
    "American occupation forces|coalition troops|the regime|rebels|terrorists|illegal immigrants|"
    "undocumented migrants|so-called peacekeepers|freedom fighters|the Iranian government|"
    "riot police|protesters|a massacre|the drone strike|pro-life groups|anti-abortion groups|"
    "settlers|the disputed territories".split("|")
)
DEEDS = tuple(
    "left the town on Monday|stormed the building|were met by a crowd of 1,200|must go|"
    "killed at least 12 people, including six children|denied any part in it|"
    "have opened fire on the convoy|would not leave before spring".split("|")
)
SAYING = tuple(
    "said|told reporters|claimed|warned|insisted|acknowledged|alleged|did not say|"
    "has repeatedly denied|added|tweeted|is expected to say".split("|")
)
FRAMES = (
    "{naming} {deed}.",
    "{who} {says} that {naming} {deed}.",
    "“{Naming} {deed},” {who} {says}.",
    "“{Naming} {deed},” {who} {says} on Tuesday. “They {deed2}. The {naming2} {deed3}.”",
    "According to {who}, {naming} {deed}.",
    "{who}, {role}, {says} {naming} {deed}, while {who2} called them “{naming2}”.",
    "{Naming} reportedly {deed}; {naming2} did not.",
    "{who} {says}: “{Naming} {deed}.”",
    "It was not clear whether {naming} {deed}, {who} {says}.",
    "Asked if {naming} {deed}, {who} {says} “no comment”.",
    "The statement, posted at 4:30 p.m. on a U.S. site, called {naming} ‘{naming2}’.",
    "“{Naming} {deed}\n\n“{Naming2} {deed2},” {who} {says}.",
)
HEADS = ("{Naming} {deed}", "{who}: ‘{Naming} must go’", "What we know about {naming}")


def article_of(seed: int) -> tuple[str, str]:
    """Return a made-up headline and text.

    Examples
    --------
    >>> article_of(1) == article_of(1), len(article_of(1)[1]) > 100
    (True, True)
    """
    chance = random.Random(f"article {seed}")  # noqa: S311  (no secret is made)
    paragraphs = [
        " ".join(_filled(chance.choice(FRAMES), chance) for _ in range(chance.randint(1, 4)))
        for _ in range(chance.randint(1, 5))
    ]
    dateline = chance.choice(("", "LUMENA (BW) — ", "KAVAR, April 3 – "))
    return _filled(chance.choice(HEADS), chance), dateline + "\n\n".join(paragraphs)


def _filled(frame: str, chance: random.Random) -> str:
    words = {}
    for number in ("", "2", "3"):
        naming = chance.choice(NAMINGS)
        words[f"naming{number}"] = naming
        words[f"Naming{number}"] = naming[:1].upper() + naming[1:]
        words[f"deed{number}"] = chance.choice(DEEDS)
        words[f"who{number}"] = chance.choice(PEOPLE + ROLES)
    filled = frame.format(role=chance.choice(ROLES), says=chance.choice(SAYING), **words)
    return filled[:1].upper() + filled[1:]


ODD = (
    *"“ ” \" ' ’ « » „ `` '' ( ) [ — … İ ß ﬁ 日本 🙂 said that not , . ; :".split(),
    *("\u00a0", "\u200b", "\u00ad", "\u202e", "\u0301", "\u2028", "\ufeff", "\x0b", "\x00"),
    *(" - ", "\t", "\r\n", "\n", "\n\n", "\x1b[31m", "</script>", "<script>alert(1)</script>"),
    *("&amp;", "{{1009*1013}}", "=1+1", "according to"),
)


def _put_in(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(ODD) + text[at:]


def _cut_out(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    return text[:at] + text[at + chance.choice((1, 1, 2, 8, 40)) :]


def _again(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    end = min(len(text), at + chance.choice((1, 5, 30, 120)))
    return text[:end] + text[at:]


def _exchanged(text: str, chance: random.Random) -> str:
    words = text.split(" ")
    one, other = chance.randrange(len(words)), chance.randrange(len(words))
    words[one], words[other] = words[other], words[one]
    return " ".join(words)


def _recased(text: str, chance: random.Random) -> str:
    at = chance.randint(0, len(text))
    end = at + chance.choice((1, 12, 200))
    how: Callable[[str], str] = chance.choice((str.upper, str.lower, str.title, str.swapcase))
    return text[:at] + how(text[at:end]) + text[end:]


_STOPS = (
    *((". ", ".  "), (". ", "."), ("\n\n", "\n"), (" ", "\n"), ("“", '"'), ("”", '"'), (", ", ",")),
    *(("”", ""), ("“", ""), (" ", "\u00a0"), ("-", "\u2011"), ("\n\n", " "), (" ", "  ")),
)


def _restopped(text: str, chance: random.Random) -> str:
    old, new = chance.choice(_STOPS)
    return text.replace(old, new, chance.choice((1, 3, -1)))


def _joined(text: str, chance: random.Random) -> str:
    return text + chance.choice(("", " ", "\n", "\n\n")) + article_of(chance.randrange(10**6))[1]


def _halved(text: str, chance: random.Random) -> str:
    return text[: chance.randint(0, len(text))]


_MARKS = (
    *("„“", "„”", "«»", "»«", "‹›", "‚‘", "「」", "『』", "‟”", "〝〞", "＂＂", "″″", "‘’", "“„"),
    *(("``", "''"), ("''", "''"), ("&ldquo;", "&rdquo;"), ("\x93", "\x94"), ("<q>", "</q>")),
    *(("\u201c\u00a0", "\u00a0\u201d"), ('\\"', '\\"'), ("“", "“"), ("", "”")),
)


def _requoted(text: str, chance: random.Random) -> str:
    """Quote with other marks: a language's own, a converter's, or one mark that is missing."""
    marks = chance.choice(_MARKS)
    opening, closing = marks[0], marks[1]
    return text.replace("“", opening).replace("”", closing)


_LONG = (
    *("x", "“", '"', "'", "(", "[", "—", ".", "?!", "\u0301", "\u202e", "🙂", "said ", "he said, "),
    *("the regime ", "according to ", "“no” ", "and ", "Mr. ", "U.S. ", "a.b.", "1,", "<b>", "&"),
    *("’s", "-", "\n", "\n\n", " ", "\t", "said that ", "so-called ", "not ", "Ana Ruiz, "),
)


def _stretched(text: str, chance: random.Random) -> str:
    """Put one thing in many times over: a word without end, brackets that never close."""
    at = chance.randint(0, len(text))
    return text[:at] + chance.choice(_LONG) * chance.choice((9, 60, 400, 3000)) + text[at:]


def _wrapped(text: str, chance: random.Random) -> str:
    """Lay the text out as mails, printers and converters do."""
    width = chance.choice((12, 40, 68))
    margin = chance.choice(("", "", "> ", "    ", "\t", "| "))
    lines = [
        margin + (line if chance.random() < 0.95 else line + "-")
        for part in text.split("\n")
        for line in textwrap.wrap(part, width) or [""]
    ]
    return chance.choice(("\n", "\r\n", "\r", "\n\n", "\u2028", "<br>")).join(lines)


def _recoded(text: str, chance: random.Random) -> str:
    """Write letters as other code points: decomposed, wide, look-alikes, read in a wrong code."""
    how = chance.choice(("NFD", "NFKC", "wide", "alike", "twice", "soft"))
    if how in ("NFD", "NFKC"):
        return unicodedata.normalize("NFD" if how == "NFD" else "NFKC", text)
    if how == "twice":
        return text.encode("utf-8").decode("latin-1")
    if how == "soft":
        return "\u00ad".join(text[at : at + 3] for at in range(0, len(text), 3))
    wide = {ord(sign): ord(sign) + 0xFEE0 for sign in "abcdefghijklmnopqrstuvwxyzAST,."}
    alike = str.maketrans("aceopxAEHOT", "асеорхАЕНОТ")
    at = chance.randint(0, len(text))
    end = at + chance.choice((5, 80, 1000))
    return text[:at] + text[at:end].translate(wide if how == "wide" else alike) + text[end:]


_TAGS = (
    *("<p>", "</p>", "<div>", "<br/>", "<a href='javascript:alert(1)'>", "<img src=x onerror=a()>"),
    *("<!--", "-->", "]]>", "<![CDATA[", "<svg/onload=alert(1)>", "&#x202e;", "&#0;", "</article>"),
    *("<template>", "<noscript>", "{% raw %}", "${7*7}", "javascript:alert(1)", "<plaintext>"),
)


def _tagged(text: str, chance: random.Random) -> str:
    for _ in range(chance.choice((1, 4, 20))):
        at = chance.randint(0, len(text))
        text = text[:at] + chance.choice(_TAGS) + text[at:]
    return text


def _glued(text: str, chance: random.Random) -> str:
    """Lose the spaces of a stretch, as bad extraction does."""
    at = chance.randint(0, len(text))
    end = at + chance.choice((10, 60, 600))
    return text[:at] + text[at:end].replace(" ", "") + text[end:]


MUTATIONS: tuple[Callable[[str, random.Random], str], ...] = (
    _put_in, _put_in, _put_in, _cut_out, _cut_out, _again, _exchanged, _recased, _restopped,
    _joined, _halved, _requoted, _requoted, _stretched, _wrapped, _recoded, _tagged, _glued,
)  # fmt: skip


def mutated(text: str, chance: random.Random) -> str:
    """Return the text after one to eight mutations."""
    for _ in range(chance.choice((1, 1, 2, 3, 8))):
        text = chance.choice(MUTATIONS)(text, chance)[:6000]
    return text

"""Whether a text is English, by its function words; no model, and short texts pass."""

from __future__ import annotations

import re

__all__ = ["not_english", "said_foreign"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


_ENGLISH = _words(
    "the of and to that for with on by from at as it was were has have had is are be been this "
    "which who would will not but his her their they he she said after an or its"
)
_OTHERS: dict[str, frozenset[str]] = {
    "French": _words(
        "le la les des du de et est une un dans pour que qui sur pas avec au aux ce ses"
    ),
    "German": _words(
        "der die das und ist nicht ein eine den von mit auf für sich dem zu auch wird sind"
    ),
    "Spanish": _words("el la los las de del y que en un una por con para su se es al como más"),
    "Portuguese": _words("o a os as de do da dos das e que em um uma para com não por no na se ao"),
    "Italian": _words(
        "il lo la gli le di del della e che in un una per con non si è dei da al nel sono"
    ),
    "Dutch": _words("de het een en van dat niet voor met zijn op te aan ook er maar bij wordt"),
    "Swedish, Danish or Norwegian": _words(
        "och att det som en på är av för med till den har inte och og er af ikke"
    ),
    "Polish": _words("i w na z że się nie do jest to o jak po przez od oraz dla"),
    "Turkish": _words("ve bir bu da de için ile olarak olan daha çok gibi ama"),
    "Indonesian or Malay": _words("yang dan di dengan untuk ini itu dari pada tidak akan dalam ke"),
    "Romanian": _words("și în de la nu cu pe este care din pentru că o un"),
}
# ISO 639-1 and 639-2 codes of other languages that news is written in.
_CODES = _words(
    "ar az be bg bn bs ca cs cy da de el es et eu fa fi fil fr ga gu he hi hr hu hy id is it ja ka "
    "kk km kn ko ku ky lb lo lt lv mk ml mn mr ms mt my ne nl no nb nn pa pl ps pt ro ru si sk sl "
    "so sq sr sv sw ta te tg th tl tr uk ur uz vi zh deu fra fre ger ita nld dut por rus spa ukr"
)
_WORD = re.compile(r"\b[^\W\d_]+\b")
_SAMPLE = 4_000  # characters
_DISTINCT = 4  # function words of the other language, so that a list of names is none
_FEW = 20  # words; below it there is nothing to count
_FEW_LETTERS = 30  # a name in its own letters is no article


_TAG = re.compile(r"([a-z]{2,3})(?:[-_][a-z0-9]{2,8})*", re.IGNORECASE)
_NAMES = {name.lower() for name in _OTHERS if " " not in name}


def said_foreign(given: object) -> str | None:
    """Say that data give another language than English, or return None.

    Parameters
    ----------
    given
        A tag such as ``de`` or ``pt-BR`` or the name of a language, as data have it; English,
        what is neither, and nothing at all are passed over.

    Examples
    --------
    >>> said_foreign("de-AT"), said_foreign("en-GB"), said_foreign(None)
    ("not English (its language is given as 'de-AT'); framing reads English only", None, None)
    """
    if not isinstance(given, str):
        return None
    tag = _TAG.fullmatch(given.strip())
    if given.strip().lower() in _NAMES or (tag is not None and tag[1].lower() in _CODES):
        return f"not English (its language is given as {given!r}); framing reads English only"
    return None


def not_english(text: str) -> str | None:
    """Say why a text is taken for another language than English, or return None.

    Examples
    --------
    >>> not_english("Troops left.") is None
    True
    >>> not_english("政府周一派出警察对付示威者。" * 3)
    'not English (its script is not Latin); framing reads English only'
    >>> not_english("Le ministre a dit que les soldats et les civils sont dans la ville " * 3)
    'not English (it reads as French); framing reads English only'
    """
    sample = text[:_SAMPLE].lower()
    if _plainly_english(sample):
        return None
    letters = [letter for letter in sample if letter.isalpha()]
    # Letters, not words: Chinese has no spaces, and a sentence in Cyrillic is short.
    if len(letters) >= _FEW_LETTERS and 2 * sum(c < "\u0250" for c in letters) < len(letters):
        return "not English (its script is not Latin); framing reads English only"
    words = _WORD.findall(sample)
    if len(words) < _FEW:
        return None
    english = sum(1 for word in words if word in _ENGLISH)
    if english * 7 >= len(words):
        return None
    for language, common in _OTHERS.items():
        seen = [word for word in words if word in common]
        if len(seen) > max(2 * english, len(words) // 8) and len(set(seen)) >= _DISTINCT:
            return f"not English (it reads as {language}); framing reads English only"
    if len(words) >= 60 and english * 50 < len(words):
        return "not English (hardly an English function word in it); framing reads English only"
    return None


def _plainly_english(sample: str) -> bool:
    """Tell at little cost what most articles are: Latin letters and many English small words."""
    tokens = sample.split()
    english = len([token for token in tokens if token in _ENGLISH])
    return english * 6 >= len(tokens) and len(sample.encode(errors="replace")) < 1.2 * len(sample)

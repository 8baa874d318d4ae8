"""Photo captions, and the credits that stand behind or without them."""

from __future__ import annotations

import re

__all__ = ["is_caption", "is_credit"]

_AGENCIES = (
    r"(?:AP|AFP|Reuters|REUTERS|Getty|EPA|UPI|Xinhua|Shutterstock|Bloomberg|Anadolu|iStock|ZUMA"
    r"|Associated\ Press|Thomson\ Reuters|Wikimedia|Flickr|Twitter|Facebook|NurPhoto|Sipa|TASS"
    r"|Alamy|Redux|Polaris|Magnum|Handout|CQ\ Roll\ Call|WireImage|Pool|MEHR|IRNA|ISNA|SANA)"
)
_CREDIT = (
    rf"(?:(?:file\ |File\ |FILE\ )?(?:[Pp]hotos?|PHOTO|[Pp]ictures?|[Ii]mages?|[Cc]redit"
    rf"|[Cc]ourtesy|[Ss]creen\ ?(?:shot|grab|capture)|[Ii]llustration|[Vv]ia)\b[^()\[\]\n]{{0,90}}"
    rf"|[^()\[\]\n]{{0,70}}/\s?{_AGENCIES}\b[^()\[\]\n]{{0,40}}"
    rf"|{_AGENCIES}\ ?[:/–-]\ ?[^()\[\]\n]{{2,60}}"
    rf"|{_AGENCIES}\ (?:[Pp]hoto|[Ii]mages?|[Ff]ile)[^()\[\]\n]{{0,50}})"
)
_NAMES = r"(?:(?:[A-Z][\w.'’/&|-]{0,30}+|and|for|via|by|of|the|[/|&,–-])(?:\ |(?=\.?$))){1,10}"
_BRACKETED = re.compile(rf"[(\[]\s?{_CREDIT}\s?[)\]]\.?$", re.VERBOSE)
_LINE = re.compile(
    rf"(?:(?:FILE\ )?(?:[Pp]hoto(?:graph)?s?|PHOTO|[Pp]ictures?|[Ii]mages?|[Cc]redit)"
    rf"(?:\ [Cc]redit|\ [Cc]ourtesy|\ by|\ copyright)?:?\ {_NAMES}\.?"
    rf"|(?:\|\ )?[^.,;\n()\[\]|]{{2,60}}/\s?{_AGENCIES}\b[^.\n]{{0,40}}\.?"
    rf"|(?:\|\ )?{_AGENCIES}\ (?:[Pp]hoto|[Ii]mages?)[^.\n]{{0,60}}\.?)$",
    re.VERBOSE,
)
_CREDIT_START = re.compile(
    rf"\||FILE|[Pp]hoto|PHOTO|[Pp]icture|[Ii]mage|[Cc]redit|{_AGENCIES}\ ", re.VERBOSE
)
_TRAILING = re.compile(
    rf"(?:\|\ [^.|\n]{{0,50}}\b{_AGENCIES}\b[^.|\n]{{0,30}}"
    rf"|\b(?:[Pp]hotograph|[Pp]hoto|[Cc]redit|[Pp]icture):\ [^.\n]{{2,70}}"
    rf"|\b[A-Z]\w+(?:\ [A-Z]\w+)?/\s?{_AGENCIES}\b(?:[/ ][^.\n]{{0,30}})?)$",
    re.VERBOSE,
)
_OPENING = re.compile(
    r"""(?:©|image\ (?:copyright|caption|source)|media\ caption|file\ photo|file\ [–—-]
        |photos?\s?:|photograph\s?:|pictured?\s?:|caption\s?:|enlarge\ this\ image|\(file\ photo\)
        |in\ this\ (?:[\w.,]{1,12}\ ){0,6}(?:file\ )?(?:photo|picture|image|handout)\b
        |(?:this|an?|the)\ (?:[\w-]{1,12}\ ){0,3}(?:photo|picture|image|photograph|handout)\s
            (?:taken|released|provided|shows|made|obtained|from\ video|grabbed|published|issued)\b
        )""",
    re.VERBOSE,
)
_FIRST = frozenset(
    {"©", "image", "images", "media", "file", "photo", "photos", "photograph", "picture"}
    | {"pictured", "pictures", "caption", "enlarge"}
)
_ARTICLES = frozenset(["in", "this", "a", "an", "the"])


def is_credit(line: str) -> bool:
    """Say whether a line or sentence is a credit and nothing else, such as "(Photo by AP)".

    Examples
    --------
    >>> is_credit("(Photo by AP)"), is_credit("Ann Lens/Reuters"), is_credit("He is with the AP.")
    (True, True, False)
    """
    if len(line) > 160:
        return False
    if line[0] in "([":
        return _BRACKETED.match(line) is not None
    if "/" not in line and not _CREDIT_START.match(line):
        return False
    return _LINE.match(line) is not None


def is_caption(line: str, low: str, first: str) -> bool:
    """Say whether a paragraph describes a photo: by how it opens, or by the credit it ends in.

    Parameters
    ----------
    line, low, first
        The paragraph, the same lower-cased, and its first word, lower-cased and bare.

    Examples
    --------
    >>> line = "Soldiers wait at the gate. (Ann Lens/Reuters)"
    >>> is_caption(line, line.lower(), "soldiers")
    True
    """
    last = line[-1]
    if last in ")]" or (last == "." and line[-2:] in {").", "]."}):
        opening = max(line.rfind("(", -140), line.rfind("[", -140))
        if opening >= 0 and _BRACKETED.match(line, opening):
            return True
    elif last not in ".”\"'’?!:" and _TRAILING.search(line, max(0, len(line) - 120)):
        return True
    if first in _ARTICLES:
        head = low[:70]
        if not ("photo" in head or "picture" in head or "image" in head or "handout" in head):
            return False
    elif first not in _FIRST:
        return False
    return _OPENING.match(low) is not None

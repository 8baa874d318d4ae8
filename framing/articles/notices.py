"""Texts that stand where an article was: taken down, behind a wall, or a question about cookies."""

from __future__ import annotations

import re

__all__ = ["why_no_article"]

_REMOVED = re.compile(
    r"\W{0,3}(?:removed|deleted|redacted|article removed|content removed|unavailable|no content"
    r"|content unavailable|text unavailable|not available|null|none|n/a)\W{0,3}",
    re.IGNORECASE,
)
_LONGEST = 1_500  # characters; a notice is shorter, and an article that mentions one longer
# Why it is no article; words without which it is not looked at closer; what such notices say.
_NOTICES = (
    (
        "a question about cookies, not an article",
        ("cookie", "privacy", "consent"),
        re.compile(
            r"\bwe (?:and our partners )?(?:use|store) cookies|\buses? cookies\b"
            r"|\baccept (?:all )?cookies|\breject all\b|\bcookie (?:policy|settings|preferences)\b"
            r"|\bmanage (?:your )?(?:cookies|preferences|consent)|\bwe value your privacy\b"
            r"|\byour privacy choices\b|\bbefore you continue\b|\bconsent to (?:the use|our use)\b"
        ),
    ),
    (
        "a page that bars the way (a robot check, an error), not an article",
        ("javascript", "cookies", "denied", "browser", "human", "found", "robot", "unusual", "40"),
        re.compile(
            r"\bplease (?:enable|turn on) (?:javascript|cookies)|\benable javascript\b"
            r"|\baccess denied\b|\bchecking your browser\b|\bverify (?:that )?you are (?:a )?human"
            r"|\bpage (?:you (?:are looking for|requested)|not found)"
            r"|\b(?:404|403) (?:error|not found|forbidden)"
            r"|\bare you a robot\b|\bunusual (?:traffic|activity)\b|\bddos protection by\b"
            r"|\bbrowser will redirect\b"
        ),
    ),
    (
        "an offer to subscribe, not an article",
        ("subscri", "trial", "to continue", "account", "log in", "limit"),
        re.compile(
            r"\bsubscribe (?:now |today )?to (?:continue|keep|read|unlock)"
            r"|\b(?:already a|for) subscribers?( only)?\b|\bstart your free trial\b"
            r"|\bto continue reading\b|\bcreate a free account\b|\blog in to (?:continue|read)"
            r"|\byou have reached your (?:limit|article limit)"
        ),
    ),
)


def why_no_article(text: str) -> str | None:
    """Say what stands in the place of an article, or return None for what may be one.

    Examples
    --------
    >>> why_no_article("[Removed]")
    'no text: the publisher or the database took it down ("[Removed]")'
    >>> why_no_article("We use cookies. Accept all cookies or manage your preferences.")
    'a question about cookies, not an article'
    >>> why_no_article("The regulator fined the firm, which uses cookies.") is None
    True
    """
    if len(text) <= 40 and _REMOVED.fullmatch(text.strip()):
        return f'no text: the publisher or the database took it down ("{text.strip()}")'
    if len(text) > _LONGEST:
        return None
    low = text.lower()
    for reason, signs, pattern in _NOTICES:
        if any(sign in low for sign in signs):
            found = {match.group() for match in pattern.finditer(low)}
            whole = sum(map(len, found)) * 2 >= len(low)  # "403 Forbidden", and nothing else
            if whole or (len(found) >= 2 and len(found) * 40 >= len(low.split())):
                return reason
    return None

"""The rules of the voice reader in words, for readers who have never seen their ids."""

from __future__ import annotations

from framing.voice import all_rules

__all__ = ["in_words"]


def in_words(rule: str | None) -> str:
    """Return what a rule looks at; an id of another reader's own becomes its words.

    Examples
    --------
    >>> in_words("trailing")
    'stands before a source and its reporting word (…, the mayor said)'
    >>> in_words("my-model"), in_words(None)
    ('rule “my model” of the reader used', '')
    """
    if not rule:
        return ""
    if rule == "corrected":
        return "a reader of these articles corrected it"
    known = all_rules().get(rule)
    return f"rule “{rule.replace('-', ' ')}” of the reader used" if known is None else known.words

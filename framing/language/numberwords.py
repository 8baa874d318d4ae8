"""Numbers in sentences: with their nouns, and shares in per cent."""

from __future__ import annotations

__all__ = ["counted", "percent"]


def counted(n: int, one: str, many: str | None = None) -> str:
    """Write a number with its noun.

    Examples
    --------
    >>> counted(1, "party", "parties"), counted(2, "party", "parties"), counted(3, "concept")
    ('1 party', '2 parties', '3 concepts')
    """
    return f"{n} {one if n == 1 else many or one + 's'}"


def percent(share: float) -> str:
    """Write a share in whole per cent.

    Examples
    --------
    >>> percent(0.444)
    '44%'
    """
    return f"{100 * share:.0f}%"

"""One test of many rows: each is asked, and all for which it fails are named.

A test of its own for every row of a long file costs pytest more than the row: it is collected,
reported and timed one by one. Here the rows are asked one after the other.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable, Sequence
from typing import Any

import pytest

__all__ = ["ONLY", "for_each"]

#: What a row's name must hold to be asked; set by ``--row TEXT``, which looks into one failure.
ONLY: list[str] = []


def for_each(
    names: str | Sequence[str], rows: Iterable[Any], ids: Iterable[str] | None = None
) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Ask a test every row, as `pytest.mark.parametrize` would, but as one test.

    Parameters
    ----------
    names
        The argument that a row is, or the arguments that its parts are; the test's other ones are
        fixtures.
    rows
        A value each, or as many as there are names.
    ids
        What each row is called where it fails; by default the row.

    Returns
    -------
    callable
        A decorator. The test it makes holds in ``rows`` the arguments of every row, and in
        ``asked`` the function that asks one.

    Examples
    --------
    >>> @for_each(("word", "length"), [("war", 3), ("peace", 4), ("truce", 6)])
    ... def test_lengths(word, length):
    ...     assert len(word) == length, f"it has {len(word)}"
    >>> test_lengths()
    Traceback (most recent call last):
    AssertionError: 2 of 3 fail:
    ('peace', 4): it has 5
    ('truce', 6): it has 5
    """
    one = isinstance(names, str)
    parts = [names] if isinstance(names, str) else list(names)
    listed = [dict(zip(parts, [row] if one else row, strict=True)) for row in rows]
    told = (row.values() for row in listed)
    called = [str(*row) if one else str(tuple(row)) for row in told] if ids is None else list(ids)
    assert len(called) == len(listed) > 0, "every row has a name, and there are rows"

    def decorated(test: Callable[..., None]) -> Callable[..., None]:
        def asking(**given: Any) -> None:
            chosen = [at for at, name in enumerate(called) if all(word in name for word in ONLY)]
            if not chosen:
                pytest.skip("no row has such a name")
            wrong: dict[int, BaseException] = {}
            skipped = None
            for at in chosen:
                try:
                    test(**listed[at], **given)
                except pytest.skip.Exception as skip:
                    skipped = skip
                except (Exception, pytest.fail.Exception) as error:  # whatever it is, it fails
                    wrong[at] = error
            if wrong:
                lines = [f"{called[at]}: {_told(error)}" for at, error in wrong.items()]
                message = "\n".join([f"{len(wrong)} of {len(chosen)} fail:", *lines])
                raise AssertionError(message) from next(iter(wrong.values()))
            if skipped is not None:
                raise skipped

        signature = inspect.signature(test)
        fixtures = [each for name, each in signature.parameters.items() if name not in parts]
        asking.__signature__ = signature.replace(parameters=fixtures)  # type: ignore[attr-defined]
        asking.__doc__, asking.__name__ = test.__doc__, test.__name__
        asking.__module__, asking.__qualname__ = test.__module__, test.__qualname__
        asking.rows, asking.asked = listed, test  # type: ignore[attr-defined]
        return asking

    return decorated


def _told(error: BaseException) -> str:
    """Return the first line of what an error says; its kind where that is no failed assertion."""
    first = str(error).partition("\n")[0]
    return first if isinstance(error, AssertionError) else f"{type(error).__name__}: {first}"

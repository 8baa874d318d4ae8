"""The one error tree: every error framing raises on purpose is a `FramingError`.

Each error is also the built-in error a caller would expect (`ValueError`, `ImportError`),
and its message says what was wrong, where, and what to do next.
"""

from __future__ import annotations

__all__ = [
    "ArticleError",
    "ComparisonError",
    "FramingError",
    "FramingWarning",
    "LexiconError",
    "MissingExtraError",
    "OutputError",
    "SettingsError",
]


class FramingError(Exception):
    """Base of every error that framing raises on purpose."""


class FramingWarning(UserWarning):
    """Something given was taken, but part of it has no effect; the message says which part."""


class ArticleError(FramingError, ValueError):
    """Nothing usable could be read, or two articles claim one id."""


class LexiconError(FramingError, ValueError):
    """A lexicon is missing, malformed or contradicts itself."""


class SettingsError(FramingError, ValueError):
    """A targets file, a corrections file or an option can't be used as given."""


class OutputError(FramingError, OSError):
    """A file could not be written, or would have replaced one that is being read."""


class ComparisonError(FramingError, ValueError):
    """A statistic was refused, and the message says what it would need."""


class MissingExtraError(FramingError, ImportError):
    """An optional dependency is needed; the message holds the command that installs it.

    Examples
    --------
    >>> str(MissingExtraError.of("html", "trafilatura", "reading .html files"))
    'reading .html files needs trafilatura; install it with: pip install "framing[html]" (in a \
checkout: pip install ".[html]")'
    """

    @classmethod
    def of(cls, extra: str, package: str, purpose: str) -> MissingExtraError:
        """Build the error for `package`, which the extra `extra` would bring.

        Parameters
        ----------
        extra
            The extra of this package that brings it.
        package
            What is missing.
        purpose
            What needs it, as the message's first words.

        Returns
        -------
        MissingExtraError
            With the command that installs it.
        """
        return cls(
            f'{purpose} needs {package}; install it with: pip install "framing[{extra}]" '
            f'(in a checkout: pip install ".[{extra}]")'
        )

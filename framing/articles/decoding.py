"""From bytes to text, without changing the text: encodings, and what is no text at all."""

from __future__ import annotations

import codecs
import re

__all__ = ["NotTextError", "decode"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")


class NotTextError(ValueError):
    """The bytes are no text: binary data, or an encoding nobody could name."""


def decode(data: bytes, declared: str | None = None) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of `data` and remarks about it; nothing but a BOM is taken away.

    Tried in this order: a byte-order mark, the encoding `declared` (by an HTML page), UTF-16
    without a mark, UTF-8, UTF-8 with a few broken bytes, Windows-1252, charset-normalizer.

    Parameters
    ----------
    data
        The whole file.
    declared
        An encoding that the file names itself, tried before any guess.

    Returns
    -------
    tuple
        The text, and remarks for ``Articles.warnings`` (none for sound text).

    Raises
    ------
    NotTextError
        When the bytes are no text.

    Examples
    --------
    >>> decode("“Yes”\r\n".encode("windows-1252"))
    ('“Yes”\r\n', ())
    """
    text, remarks = _decode(data, declared)
    sample = text[:100_000]
    if len(_CONTROLS.findall(sample)) > max(3, len(sample) // 200):
        raise NotTextError("binary data, not text")
    return text, remarks


def _decode(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return _or_replaced(data, encoding)
    for guess in (declared, _unmarked_utf16(data), "utf-8"):
        if guess:
            try:
                return data.decode(guess), ()
            except (UnicodeDecodeError, LookupError):
                continue
    if _mostly_utf8(data):
        return _or_replaced(data, "utf-8")
    try:
        return data.decode("windows-1252"), ()
    except UnicodeDecodeError:
        return _last_resort(data)


def _or_replaced(data: bytes, encoding: str) -> tuple[str, tuple[str, ...]]:
    try:
        return data.decode(encoding), ()
    except UnicodeDecodeError:
        text = data.decode(encoding, errors="replace")
    name = encoding.removesuffix("-sig").upper()
    count = text.count("\ufffd")
    return text, (f"{count} broken {name} sequence(s), shown as \ufffd: the file is damaged",)


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: every other byte of Latin text is one."""
    sample = data[:4096]
    if len(sample) < 4 or len(data) % 2 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 file with a few broken bytes from one that was never UTF-8."""
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd")
    whole = len(re.findall(r"[^\x00-\x7f\ufffd]", text))
    return whole >= 3 and broken * 5 <= whole


def _last_resort(data: bytes) -> tuple[str, tuple[str, ...]]:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise NotTextError("binary data, or text in an encoding that could not be recognised")
    text, remarks = _or_replaced(data, best.encoding)
    return text, (*remarks, f"read as {best.encoding}, a guess: save the file as UTF-8")

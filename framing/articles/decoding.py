"""From bytes to text, without changing the text: encodings, and what is no text at all.

UTF-8 unless proven otherwise: a byte that breaks it costs one character, not the encoding of the
file. Whatever had to be guessed is said in a remark.
"""

from __future__ import annotations

import codecs
import io
import re
from collections.abc import Callable
from typing import BinaryIO

__all__ = ["NotTextError", "decode", "decoded_stream"]

_BOMS = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_CONTROLS = re.compile(r"[\x00-\x08\x0e-\x1a\x7f]")
_PACKED = {
    b"\x1f\x8b": ".gz", b"BZh": ".bz2", b"\xfd7zXZ": ".xz",
    b"PK\x03\x04": ".zip, or as what it is (.docx, .xlsx, .odt)",
}  # fmt: skip
_SAMPLE = 1_000_000  # bytes of a long table by which its encoding is judged at once
_BLOCK = 1 << 20  # bytes read at a time

# Quotation marks and apostrophes where they belong, as bytes of either encoding.
_WINDOWS_MARKS = re.compile(
    rb"(?<![A-Za-z\x80-\xff])[\x91\x93](?=[A-Za-z])|(?<=[A-Za-z.,!?])[\x92\x94](?![A-Za-z\x80-\xff])"
    rb"|(?<=[a-z])\x92(?=[a-z])|(?<=\ )[\x96\x97](?=\ )"
)
_MACINTOSH_MARKS = re.compile(
    rb"(?<![A-Za-z\x80-\xff])[\xd2\xd4](?=[A-Za-z])|(?<=[A-Za-z.,!?])[\xd3\xd5](?![A-Za-z\x80-\xff])"
    rb"|(?<=[a-z])\xd5(?=[a-z])|(?<=\ )[\xd0\xd1](?=\ )"
)


class NotTextError(ValueError):
    """The bytes are no text: binary data, or an encoding nobody could name."""


def decode(
    data: bytes, declared: str | None = None, *, records: bool = False
) -> tuple[str, tuple[str, ...]]:
    r"""Return the text of `data` and remarks about it; nothing but a BOM is taken away.

    Tried in this order: a byte-order mark, UTF-16 without a mark, UTF-8, the encoding `declared`
    (by a web page, as browsers read its name), UTF-8 with broken bytes where most of its longer
    characters are sound, Windows-1252 or Mac Roman by where the quotation marks then stand, and
    charset-normalizer.

    Parameters
    ----------
    data
        The whole file.
    declared
        The encoding that the file names itself.
    records
        Whether each line is a record of its own: a few lines of control characters then do not
        make the whole file binary data.

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
    >>> decode("“Yes”\r\n".encode("utf-8"))
    ('“Yes”\r\n', ())
    >>> decode("“Yes”\r\n".encode("windows-1252"))
    ('“Yes”\r\n', ('read as windows-1252, a guess: save the file as UTF-8',))
    """
    _refuse_packed(data)
    encoding, remarks = _encoding_of(data, declared)
    text = _decoded(data, encoding)
    _refuse_binary(text, records=records)
    return text, (*remarks, *_broken(text, data, encoding))


def decoded_stream(opened: Callable[[], BinaryIO]) -> tuple[io.TextIOBase, tuple[str, ...]]:
    r"""Open a long file as text, its lines cut as they are ended: by \n, or by \r alone.

    The whole file is looked through once to judge the encoding, a block at a time; nothing of it
    is kept.
    """
    with opened() as stream:
        data = stream.read(_SAMPLE)
        _refuse_packed(data)
        ends_lines, longer = b"\n" in data, False
        unfinished = _unfinished_utf8(data)
        if unfinished is not None and len(data) == _SAMPLE:
            other, longer = _first_other_block(stream, unfinished)
            longer = longer or not data.isascii()
            data = other or data[: len(data) - len(unfinished)]
    encoding, remarks = ("utf-8", ()) if longer else _encoding_of(data, None)
    sample = _decoded(data, encoding)
    _refuse_binary(sample, records=True)
    if encoding == "windows-1252":
        encoding = "cp1252"
    stream = opened()
    text = io.TextIOWrapper(
        stream, encoding, errors="replace", newline="\n" if ends_lines else "\r"
    )
    return text, (*remarks, *_broken(sample, data, encoding))


def _unfinished_utf8(data: bytes) -> bytes | None:
    """Return the bytes of a character cut at the end of sound UTF-8; None where it is not sound."""
    decoder = codecs.getincrementaldecoder("utf-8")()
    try:
        decoder.decode(data)
    except UnicodeDecodeError:
        return None
    return None if b"\0" in data[:4096] else decoder.getstate()[0]


def _first_other_block(stream: BinaryIO, rest: bytes) -> tuple[bytes | None, bool]:
    """Return the first block that is not UTF-8, from a character's start, or None without one.

    Also, whether there were longer characters before it: then the file is UTF-8, and damaged.
    """
    longer = False
    while block := stream.read(_BLOCK):
        unfinished = _unfinished_utf8(rest + block)
        if unfinished is None:
            return rest + block, longer
        rest, longer = unfinished, longer or not block.isascii()
    return rest or None, longer


def _encoding_of(data: bytes, declared: str | None) -> tuple[str, tuple[str, ...]]:
    """Say which encoding to read `data` in, and what is to be remarked about the choice."""
    for mark, encoding in _BOMS:
        if data.startswith(mark):
            return encoding, ()
    unmarked = _unmarked_utf16(data)
    if unmarked:
        return unmarked, (f"read as {unmarked}, a guess: save the file as UTF-8",)
    named, remarks = _named(declared)
    if _is_utf8(data):
        if named not in (None, "utf-8") and not data.isascii():
            remarks = (f"says that it is in {declared}, but is sound UTF-8 and read as that",)
        return "utf-8", remarks
    if named is not None and named != "utf-8":
        return named, remarks
    if _mostly_utf8(data):
        return "utf-8", remarks
    return _guessed(data, remarks)


def _named(declared: str | None) -> tuple[str | None, tuple[str, ...]]:
    """Return Python's name for a declared encoding, by the labels that browsers know."""
    if declared is None:
        return None, ()
    from webencodings import lookup

    found = lookup(declared)
    if found is None:
        return None, (f"names an encoding there is none of ({declared:.40}); read as UTF-8",)
    name = found.codec_info.name
    if name.startswith(("utf-16", "x-user", "replacement")) or found.name == "replacement":
        return None, ()  # a page whose ASCII could be read says so wrongly
    return ("windows-1252" if name == "cp1252" else name), ()


def _is_utf8(data: bytes) -> bool:
    try:
        data.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _guessed(data: bytes, remarks: tuple[str, ...]) -> tuple[str, tuple[str, ...]]:
    windows, macintosh = len(_WINDOWS_MARKS.findall(data)), len(_MACINTOSH_MARKS.findall(data))
    encoding = "mac-roman" if macintosh > windows else "windows-1252"
    if encoding == "windows-1252" and not windows:
        try:
            data.decode(encoding)
        except UnicodeDecodeError:
            encoding = _last_resort(data)
    return encoding, (*remarks, f"read as {encoding}, a guess: save the file as UTF-8")


def _decoded(data: bytes, encoding: str) -> str:
    try:
        return data.decode(encoding)
    except UnicodeDecodeError:
        return data.decode(encoding, errors="replace")


def _broken(text: str, data: bytes, encoding: str) -> tuple[str, ...]:
    """Remark on characters lost in decoding, apart from those that were lost in the file."""
    if "\ufffd" not in text:
        return ()
    try:
        data.decode(encoding)
    except UnicodeDecodeError:
        name = encoding.removesuffix("-sig").upper()
        count = text.count("\ufffd")
        return (f"{count} broken {name} sequence(s), shown as \ufffd: the file is damaged",)
    return ()


def _refuse_packed(data: bytes) -> None:
    """Refuse packed bytes under another name, and say what to call the file."""
    for opening, ending in _PACKED.items():
        if data.startswith(opening):
            raise NotTextError(f"a packed file under another name: let its name end in {ending}")


def _refuse_binary(text: str, *, records: bool) -> None:
    """Refuse what holds many control characters; of records by line, where most lines do."""
    sample = text[:100_000]
    if len(_CONTROLS.findall(sample)) <= max(3, len(sample) // 200):
        return
    lines = [line for line in sample.split("\n") if line.strip()] if records else [sample]
    if 2 * sum(_CONTROLS.search(line) is not None for line in lines) > len(lines):
        raise NotTextError("binary data, not text")


def _unmarked_utf16(data: bytes) -> str | None:
    """Tell UTF-16 without a mark by its zero bytes: every other byte of Latin text is one."""
    sample = data[:4096]
    if len(sample) < 4 or b"\0" not in sample:
        return None
    half = len(sample) // 2
    even, odd = sample[0::2].count(0), sample[1::2].count(0)
    if odd > 0.7 * half and even < 0.05 * half:
        return "utf-16-le"
    if even > 0.7 * half and odd < 0.05 * half:
        return "utf-16-be"
    return None


def _mostly_utf8(data: bytes) -> bool:
    """Tell a UTF-8 file with broken bytes: most of its longer characters are sound.

    In other encodings two bytes above 127 hardly ever stand together in the way of UTF-8.
    """
    text = data.decode("utf-8", errors="replace")
    broken = text.count("\ufffd") - data.count(b"\xef\xbf\xbd")
    sound = sum(1 for _ in re.finditer(r"[^\x00-\x7f\ufffd]", text))
    return sound > 0 and broken <= sound


def _last_resort(data: bytes) -> str:
    from charset_normalizer import from_bytes

    best = from_bytes(data[:200_000]).best()
    if best is None:
        raise NotTextError("binary data, or text in an encoding that could not be recognised")
    return best.encoding

"""Markdown as its reader sees it: without marks, addresses and what only describes a picture."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from itertools import chain
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.tree import SyntaxTreeNode

__all__ = ["read_markdown"]

_DEEPEST = 60  # blocks and marks in each other; what lies deeper the parser leaves out
_NOTE = re.compile(r"\[\^[^\]\[\s]{1,80}\](?:: ?)?")  # a mark of a note, or what a note opens with
_SIGNED = re.compile(r"(?:[—–]|--) ?(?=[A-Z@])")
_SPOKEN = '“”"'
_COMMENT = "<!--", "-->"


def read_markdown(written: str) -> tuple[str | None, str]:
    r"""Return the heading that a text opens with, and its words without marks.

    Text without marks comes back as it is. A heading is a line of its own, a block quotation stands
    in quotation marks, cells of a table are parted by tabs; pictures, struck words, addresses of
    links and marks of notes are left out.

    Examples
    --------
    >>> read_markdown("# Troops *leave*\nThey [left](http://a.example) ![Ships](b.png)**today**.")
    ('Troops leave', 'Troops leave\n\nThey left today.')
    >>> read_markdown("> It is over.\n>\n> — Ana Ruiz\n\nNone * stayed_here. [So] it was, then.")[1]
    '“It is over.” — Ana Ruiz\n\nNone * stayed_here. [So] it was, then.'
    """
    from markdown_it.tree import SyntaxTreeNode

    tokens = _parser().parse(written)
    inner = chain.from_iterable(token.children or () for token in tokens)
    if any(token.level >= _DEEPEST - 1 for token in chain(tokens, inner)):
        return None, written
    blocks = SyntaxTreeNode(tokens).children
    texts = [_block(block, len(written)) for block in blocks]
    text = _joined(texts)
    if text.split() == written.split():
        return None, written
    opening = next((at for at, one in enumerate(texts) if one.strip()), None)
    is_title = opening is not None and blocks[opening].type == "heading"
    title = texts[opening] if opening is not None and is_title else None
    return title if title is None or "\n" not in title else None, text


@cache
def _parser() -> MarkdownIt:
    from markdown_it import MarkdownIt

    parser = MarkdownIt("commonmark", {"maxNesting": _DEEPEST})
    return parser.enable(["table", "strikethrough"])


def _joined(texts: Iterable[str], between: str = "\n\n") -> str:
    return between.join(text for text in texts if text.strip())


def _block(node: SyntaxTreeNode, length: int) -> str:
    """Return the words of a block of a text of that length."""
    if node.type == "inline":
        return _NOTE.sub("", _words(node)).strip(" ")
    if node.type in {"fence", "code_block", "html_block"}:
        return _without_comments(node.content).rstrip("\n")
    inner = [_block(child, length) for child in node.children]
    if node.type == "blockquote":
        return _in_marks(inner, length)
    if node.type == "tr":
        return "\t".join(inner)
    if node.type == "list_item":
        return f"{node.info}{node.markup} {_joined(inner)}"
    if node.type in {"table", "thead", "tbody"} or (node.type.endswith("_list") and _tight(node)):
        return _joined(inner, "\n")
    return _joined(inner)


def _tight(items: SyntaxTreeNode) -> bool:
    """Say whether no blank lines stand between the items of a list."""
    return all(
        block.hidden for item in items.children for block in item.children
        if block.type == "paragraph"
    )  # fmt: skip


def _words(inline: SyntaxTreeNode) -> str:
    """Return the words that stand in a line, or in a mark of one."""
    pieces = []
    for node in inline.children:
        if node.type in {"softbreak", "hardbreak"}:
            pieces.append("\n")
        elif node.type == "html_inline":
            pieces.append("" if node.content.startswith(_COMMENT[0]) else node.content)
        elif node.type not in {"image", "s"}:
            pieces.append(_words(node) if node.children else node.content)
    return "".join(pieces)


def _without_comments(text: str) -> str:
    kept, at, (opens, closes) = [], 0, _COMMENT
    while (start := text.find(opens, at)) >= 0 and (end := text.find(closes, start)) >= 0:
        kept.append(text[at:start])
        at = end + len(closes)
    return "".join([*kept, text[at:]])


def _in_marks(paragraphs: list[str], length: int) -> str:
    """Put a block quotation into marks, as a page's; not one that has them or holds half of all."""
    whole = _joined(paragraphs)
    if not whole or len(whole) * 2 > length or any(mark in whole for mark in _SPOKEN):
        return whole
    *above, last = whole.split("\n")
    name = ""
    if above and _SIGNED.match(last):
        name = " — " + _SIGNED.sub("", last, count=1)
        whole = "\n".join(above).rstrip()
    return "\n\n".join(f"“{part}" for part in whole.split("\n\n")) + "”" + name

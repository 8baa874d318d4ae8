"""What a file hides from whoever opens it is no part of the article."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing import read_articles
from framing.articles.hidden import without_hidden

TEXT = (
    "The troops left the base on Monday, and the crowd that had waited since dawn went home "
    "along the harbour, where the last ship lay with the flags of both sides. It sailed at noon, "
    "an officer said, and the work of the port began again on the day after that with a band."
)
SPACES = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in (
        ("office", "office"), ("text", "text"), ("draw", "drawing"), ("style", "style"),
        ("svg", "svg-compatible"),
    )
)  # fmt: skip


@pytest.mark.parametrize(
    ("hidden", "seen"),
    [
        (r"{\deleted fled}left", "left"),
        (r"{\v fled}left", "left"),
        (r"\v fled\v0 left", "left"),
        (r"\v1 fled \{so\}\v0 left", "left"),
        (r"{\v fled {\b at} once}left", "left"),
        (r"\v\b fled\plain left", "left"),
        (r"\v fl\'e9d\u8217?\emdash\v0 left", "left"),
        (r"{\v\deleted fled\v0 at once}left", "left"),
        (r"\deleted fled\deleted0 left", "left"),
        (r"{\viewkind4 }left", "left"),
        (r"{\v0 they }left", "they left"),
    ],
)
def test_hidden_and_deleted_words_of_rich_text(
    tmp_path: Path, optional: Callable[..., Any], hidden: str, seen: str
) -> None:
    """They last until their switch, their group or the formatting ends."""
    optional("striprtf", "exports")
    path = tmp_path / "a.rtf"
    path.write_text(rf"{{\rtf1\ansi The guards {hidden} on Friday. {TEXT}}}", encoding="ascii")
    assert read_articles(path)[0].text == f"The guards {seen} on Friday. {TEXT}"


def test_rich_text_that_closes_more_groups_than_it_opens() -> None:
    """A damaged file is read as far as it goes."""
    assert without_hidden(r"}}{\v fled}left\v ") == r"}}{\v }left\v "


@pytest.mark.parametrize("by", ["itself", "style", "base", "paragraph"])
def test_hidden_words_of_a_word_file(tmp_path: Path, optional: Callable[..., Any], by: str) -> None:
    """A run is hidden by itself or by a style; where it says that it is not, it is seen."""
    docx = optional("docx", "exports")
    document = docx.Document()
    kind = 1 if by == "paragraph" else 2  # of a paragraph, of characters
    style = document.styles.add_style("Unseen", kind)
    style.font.hidden = by != "itself"
    other = document.styles.add_style("Also", kind)
    other.base_style = style
    paragraph = document.add_paragraph(f"{TEXT} ")
    shown = document.add_paragraph()
    if by == "paragraph":
        paragraph, shown = shown, paragraph
        paragraph.style = other
    run = paragraph.add_run("It had fled.")
    if by == "itself":
        run.font.hidden = True
    elif by != "paragraph":
        run.style = style if by == "style" else other
    run = paragraph.add_run("It sank.")
    run.font.hidden = False
    document.save(tmp_path / "a.docx")
    text = read_articles(tmp_path / "a.docx")[0].text
    assert "fled" not in text
    assert "It sank." in text
    assert TEXT in text


def open_document(path: Path, body: str, styles: str = "") -> str:
    """Write an OpenDocument text and read it."""
    automatic = f"<office:automatic-styles>{styles}</office:automatic-styles>"
    content = f"<office:document-content {SPACES}>{automatic}{body}</office:document-content>"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("content.xml", content)
    return read_articles(path)[0].text


@pytest.mark.parametrize(
    "hidden",
    [
        '<text:p>It <text:span text:style-name="T1">fled and </text:span>sank.</text:p>',
        '<text:p text:style-name="P1">It fled.</text:p><text:p>It sank.</text:p>',
        '<text:section text:display="none"><text:p>It fled.</text:p></text:section>'
        "<text:p>It sank.</text:p>",
        '<text:p>It <text:hidden-text text:string-value="fled">fled</text:hidden-text>sank.'
        "</text:p>",
        '<text:p>It fled.<text:hidden-paragraph text:is-hidden="true"/></text:p>'
        "<text:p>It sank.</text:p>",
        "<text:p>It <office:annotation><text:p>It fled?</text:p></office:annotation>sank.</text:p>",
        "<text:p>It <draw:frame><svg:desc>A barge that fled</svg:desc></draw:frame>sank.</text:p>",
    ],
)
def test_hidden_words_of_an_open_document(
    tmp_path: Path, optional: Callable[..., Any], hidden: str
) -> None:
    """Styles, fields and sections hide words; a comment and a picture's description are none."""
    optional("lxml.etree", "exports")
    styles = "".join(
        f'<style:style style:name="{name}" style:family="{family}">'
        '<style:text-properties text:display="none"/></style:style>'
        for name, family in (("T1", "text"), ("P1", "paragraph"))
    )
    body = f'<text:p text:style-name="T1">{TEXT}</text:p>{hidden}'  # a paragraph has no T1
    assert open_document(tmp_path / "a.odt", body, styles) == f"{TEXT}\nIt sank."


def test_a_box_in_a_paragraph_is_read_once(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """The paragraphs of a text box stand behind the one that holds it."""
    optional("lxml.etree", "exports")
    box = "<draw:frame><draw:text-box><text:p>A box.</text:p></draw:text-box></draw:frame>"
    body = f"<text:p>It <!-- so -->sank{box}, <text:s/>they<text:tab/>said.</text:p>"
    text = open_document(tmp_path / "a.odt", f"<text:p>{TEXT}</text:p>{body}")
    assert text == f"{TEXT}\nIt sank,  they\tsaid.\nA box."


def test_a_box_in_a_word_file_is_read_once(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """Word writes a box twice, for itself and for older programs; a hidden one is none."""
    docx = optional("docx", "exports")
    etree = optional("lxml.etree", "exports")
    document = docx.Document()
    paragraph = document.add_paragraph("It sank. ")
    word = paragraph._p.nsmap["w"]
    older = "http://schemas.openxmlformats.org/markup-compatibility/2006"
    run = "<w:r>{}<w:t>{}</w:t></w:r>"
    box = (
        "<w:txbxContent><w:p>" + run.format("", "A box.")
        + run.format("<w:rPr><w:vanish/></w:rPr>", "It fled.") + "</w:p></w:txbxContent>"
    )  # fmt: skip
    both = (
        f'<w:r xmlns:w="{word}"><m:AlternateContent xmlns:m="{older}"><m:Choice>{box}</m:Choice>'
        f"<m:Fallback>{box}</m:Fallback></m:AlternateContent></w:r>"
    )
    paragraph._p.append(etree.fromstring(both))
    paragraph.add_run("They left.")
    document.add_paragraph(TEXT)
    document.save(tmp_path / "a.docx")
    assert read_articles(tmp_path / "a.docx")[0].text == f"It sank. They left.\nA box.\n{TEXT}"


@pytest.mark.parametrize(
    "hidden",
    [
        "<p hidden>It fled.</p>",
        '<div hidden=""><p>It fled.</p></div>',
        '<p style="display:none">It fled.</p>',
        '<p style="color: red; DISPLAY : none !important">It fled.</p>',
        '<p>It <span style="visibility: hidden">fled and </span>sank.</p>',
    ],
)
def test_what_a_page_hides_is_not_read(
    tmp_path: Path, optional: Callable[..., Any], hidden: str
) -> None:
    """Its own tags say so; what a style sheet hides is not known."""
    optional("trafilatura", "html")
    body = f"<article><h1>Pull-out</h1><p>{TEXT}</p>{hidden}<p>{TEXT} So it was.</p></article>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    text = read_articles(tmp_path / "a.html")[0].text
    assert "fled" not in text
    assert text.count(TEXT) == 2
    assert ("It sank." in text) is ("sank" in hidden)


def test_a_page_that_hides_its_article_is_read(
    tmp_path: Path, optional: Callable[..., Any]
) -> None:
    """A script shows the body when the page has loaded; a saved one may still hide it."""
    optional("trafilatura", "html")
    body = f"<article hidden><h1>Pull-out</h1><p>{TEXT}</p></article><p>Menu</p>"
    (tmp_path / "a.html").write_text(f"<html><body>{body}</body></html>", encoding="utf-8")
    assert TEXT in read_articles(tmp_path / "a.html")[0].text

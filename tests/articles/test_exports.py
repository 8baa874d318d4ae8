"""Exports of newspaper databases: one file of many records is many articles, labels are no text.

All records are invented; their form is that of the database.
"""

from __future__ import annotations

import json
import textwrap
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from framing import analyze, read_articles
from framing.errors import ArticleError

FIRST = (
    "American occupation forces left the port of Varna Bay on Monday, and the crowd that had "
    "waited since dawn followed them down to the water with flags and with drums.",
    '"The occupation forces must go," said Ana Ruiz, the mayor, who had walked with the crowd '
    "from the square to the harbour wall and who spoke to it from there.",
)
SECOND = (
    "Coalition troops pulled out of the port on Monday under a plan that both sides had signed "
    "in the spring, an officer said, and the last ship sailed before noon.",
    "The harbour master said that work would begin again on Tuesday, when the cranes had been "
    "looked over by the engineers of the city and by those of the army.",
)


def nexis(*, html: bool = False) -> str:
    """Return two records in the older form of Nexis, as text or as a page."""
    records = []
    for number, (outlet, title, body) in enumerate(
        (("The Daily Lantern", "Forces leave port", FIRST), ("Harrow Post", "Pull-out", SECOND)), 1
    ):
        fields = [
            f"{number} of 2 DOCUMENTS",
            "Copyright 2021 Invented News Ltd.\nAll Rights Reserved",
            outlet,
            "May 3, 2021 Monday\nFinal Edition",
            title,
            "BYLINE: Bram Oye",
            "SECTION: NEWS; Pg. 4",
            "LENGTH: 60 words",
            *body,
            "GRAPHIC: A ship leaves the port",
            "LOAD-DATE: May 4, 2021",
            "LANGUAGE: ENGLISH",
            "SUBJECT: OCCUPATION FORCES (90%); ARMED FORCES (72%)",
            "PUBLICATION-TYPE: Newspaper",
        ]
        if html:
            lines = (field.replace("\n", "<br>") for field in fields)
            records.append("".join(f"<div><p>{line}</p></div>" for line in lines))
        else:
            records.append("\n\n".join("\n".join(textwrap.wrap(f, 80)) for f in fields[4:]))
            head = "\n\n".join(textwrap.indent(field, " " * 25) for field in fields[:4])
            records[-1] = f"{head}\n\n{records[-1]}"
    if html:
        cover = "<p>Download Request: Selected Items: 1-2</p>"
        return f"<html><head><title> </title></head><body>{cover}{''.join(records)}</body></html>"
    return "Download Request: Selected Items: 1-2\nTerms: occupation forces\n\n\n" + "\n\n\n".join(
        records
    )


def uni() -> list[str]:
    """Return two records of Nexis Uni, a line an item."""
    lines = ["User Name: A. Reader", "Job Number: 12345", "Documents (2)", "1. Forces leave port"]
    lines += ["Client/Matter: -None-", "Search Terms: occupation forces", "2. Pull-out", ""]
    for outlet, title, body in (
        ("The Daily Lantern", "Forces leave port", FIRST),
        ("Harrow Post", "Pull-out", SECOND),
    ):
        lines += ["", title, outlet, "May 3, 2021 Monday 9:33 AM GMT", ""]
        lines += ["Copyright 2021 Invented News Ltd. All Rights Reserved", ""]
        lines += ["Section:\xa0NEWS; Pg. 4", "Length:\xa060 words", "Byline:\xa0Bram Oye", "Body"]
        lines += ["", *body, "", "Graphic", "", "A ship leaves the port", "Classification", "", ""]
        lines += ["Language: ENGLISH", "Publication-Type: Newspaper"]
        lines += ["Subject: OCCUPATION FORCES (90%)", "Load-Date: May 4, 2021", "End of Document"]
    return lines


def proquest(rule: str = "_" * 60) -> str:
    """Return two records of ProQuest's text form."""
    records = []
    for outlet, title, body in (
        ("The Daily Lantern", "Forces leave port", FIRST),
        ("Harrow Post", "Pull-out", SECOND),
    ):
        text = "\n\n".join(body)
        records.append(
            f"{title}\n\nAuthor: Oye, Bram\n\nPublication info: {outlet} ; Varna Bay [Varna Bay]"
            f"03 May 2021: A.4.\n\nhttps://www.proquest.example/docview/1\n\nAbstract: None "
            f"available.\n\nLinks: http://x.example\n\nFull text: {text}\n\nSubject: Occupation "
            f"forces; Ports\n\nLocation: Varna Bay\n\nTitle: {title}\n\nPublication title: {outlet}"
            "\n\nFirst page: A.4\n\nPublication date: May 3, 2021\n\nSection: News\n\nDocument "
            "URL: https://www.proquest.example/docview/1\n\nCopyright: Copyright Invented News"
            "\n\nLast updated: 2021-05-04"
        )
    joined = f"\n\n{rule}\n\n".join(records)
    return f"{rule}\n\n{joined}\n\n{rule}\n\nContact us at: http://x.example"


def factiva() -> str:
    """Return two records of Factiva's form without field codes."""
    records = []
    for outlet, title, body in (
        ("The Daily Lantern", "Forces leave the port of Varna Bay", FIRST),
        ("Harrow Post", "Troops pull out of port by noon", SECOND),
    ):
        text = "\n\n".join(body)
        records.append(
            f"News\n{title}\nBy Bram Oye\n60 words\n3 May 2021\n10:15 GMT\n{outlet}\nLANTRN\n4\n"
            f"English\n© 2021. Invented News Ltd. All rights reserved.\n\n{text}\n\n"
            "Document LANTRN0020210503eh53000b1\n"
        )
    return "\n".join(records) + "\nSearch Summary\nText\toccupation forces\n"


def indexed() -> str:
    """Return two records of Factiva's form with field codes."""
    records = []
    for outlet, title, body in (
        ("The Daily Lantern", "Forces leave port", FIRST),
        ("Harrow Post", "Pull-out", SECOND),
    ):
        records.append(
            f"SE  News\nHD  {title}\nBY  Bram Oye\nWC  60 words\nPD  3 May 2021\nSN  {outlet}\n"
            f"SC  LANTRN\nLA  English\nCY  (c) 2021 Invented News\nLP\n{body[0]}\n\nTD\n{body[1]}"
            "\n\nNS\ngdef : Defence | gcat : Political/General News\nRE  vrn : Varna\n"
            "AN  Document LANTRN0020210503eh53000b1\n"
        )
    return "\n\n".join(records)


def europresse() -> str:
    """Return two documents of a page of Europresse."""
    articles = "".join(
        f'<article><header><div class="rdp__DocPublicationName"><span class="DocPublicationName">'
        f'{outlet}, no. 812</span></div><span class="DocHeader">News, Monday, May 3, 2021 60 words,'
        f' p. 4</span><div class="titreArticle"><p class="titreArticleVisu">{title}</p></div>'
        f'<div class="docAuthors">Bram Oye</div></header><section><div class="DocText clearfix">'
        f"<p>{body[0]}</p><p>{body[1]}</p></div></section><footer>© 2021 Invented News</footer>"
        f"</article>"
        for outlet, title, body in (
            ("The Daily Lantern", "Forces leave port", FIRST),
            ("Harrow Post", "Pull-out", SECOND),
        )
    )
    return f"<html><body>{articles}</body></html>"


def wiso() -> str:
    """Return two records of WISO."""
    return "\n\n".join(
        f"{title}\n\n{body[0]}\n\n{body[1]}\n\nQuelle:  {outlet}, 03.05.2021, Nr. 100, S. 4\n"
        "Rubrik:  News\nDokumentnummer:  LANT_1\n\nDauerhafte Adresse des Dokuments:  "
        "https://www.wiso-net.example/document/LANT_1\n\nAlle Rechte vorbehalten:  (c) Invented "
        "News\n\n© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n"
        for outlet, title, body in (
            ("The Daily Lantern", "Forces leave port", FIRST),
            ("Harrow Post", "Pull-out", SECOND),
        )
    )


def as_docx(path: Path, lines: list[str], optional: Callable[..., Any]) -> None:
    """Write lines as paragraphs of a Word document."""
    document = optional("docx", "exports").Document()
    for line in lines:
        document.add_paragraph(line)
    document.save(str(path))


def as_rtf(path: Path, lines: list[str]) -> None:
    """Write lines as paragraphs of a rich text document."""
    escaped = (
        "".join(c if c.isascii() else rf"\u{ord(c)}?" for c in line.replace("\\", "\\\\"))
        for line in lines
    )
    body = "\n".join(rf"\pard {line}\par" for line in escaped)
    path.write_text(r"{\rtf1\ansi\deff0{\fonttbl{\f0 Courier;}}" + body + "}", encoding="ascii")


def as_page(text: str) -> str:
    """Return text as the body of a page, a block an empty line, rules as <hr>."""
    blocks = (
        "<hr>" if set(block.strip()) == {"_"} else f"<p>{block.replace(chr(10), '<br>')}</p>"
        for block in text.split("\n\n")
    )
    return f"<html><body>{''.join(blocks)}</body></html>"


TEXTS: dict[str, Callable[[], str]] = {
    "nexis": nexis,
    "nexis-uni": lambda: "\n".join(uni()),
    "proquest": proquest,
    "proquest-stars": lambda: proquest("*" * 50),
    "factiva": factiva,
    "factiva-indexed": indexed,
    "wiso": wiso,
}
PAGES: dict[str, Callable[[], str]] = {
    "nexis": lambda: nexis(html=True),
    "proquest": lambda: as_page(proquest()),
    "factiva": lambda: as_page(factiva()),
    "europresse": europresse,
}


def check(path: Path) -> None:
    """Hold that a file gives both articles whole, and nothing else."""
    articles = read_articles(path)
    assert [a.outlet for a in articles] == ["The Daily Lantern", "Harrow Post"]
    assert [str(a.date)[:10] for a in articles] == ["2021-05-03"] * 2
    assert [len(str(a.title)) > 5 for a in articles] == [True, True]
    assert [a.id for a in articles] == [f"{path.name}:1", f"{path.name}:2"]
    for article, body in zip(articles, (FIRST, SECOND), strict=True):
        assert " ".join(article.text.split()) == " ".join(" ".join(body).split())
    assert articles.skipped == ()


@pytest.mark.parametrize("form", TEXTS)
def test_text_exports(tmp_path: Path, form: str) -> None:
    """Two records in a text file are two articles: outlet, date, title; labels are no text."""
    path = tmp_path / f"{form}.txt"
    path.write_text(TEXTS[form](), encoding="utf-8")
    check(path)


@pytest.mark.parametrize(
    ("above", "title"),
    [
        ("Forces leave the port\n\nBram Oye\n", "Forces leave the port"),
        ("Forces leave the port\n\nBram T. Oye and Ada Rook\n", "Forces leave the port"),
        ("Forces leave the port\nof Varna Bay\n", "Forces leave the port of Varna Bay"),
        ("Forces leave the port of\nVarna Bay\n", "Forces leave the port of Varna Bay"),
        ("Forces leave the port\n\nThey left by noon\n", "Forces leave the port They left by noon"),
    ],
)
def test_a_name_that_stands_apart_is_no_part_of_a_title(
    tmp_path: Path, above: str, title: str
) -> None:
    """A writer without "By" stands a line below Factiva's title; a title's own lines stay."""
    path = tmp_path / "factiva.txt"
    path.write_text(factiva().replace(
        "Forces leave the port of Varna Bay\nBy Bram Oye\n", above), encoding="utf-8")  # fmt: skip
    assert read_articles(path)[0].title == title


@pytest.mark.parametrize("form", PAGES)
def test_page_exports(tmp_path: Path, form: str, optional: Callable[..., Any]) -> None:
    """Two records in a page are two articles."""
    optional("trafilatura", "html")
    path = tmp_path / f"{form}.html"
    path.write_text(PAGES[form](), encoding="utf-8")
    check(path)


def test_indexed_factiva_page(tmp_path: Path, optional: Callable[..., Any]) -> None:
    """A table of Factiva's field codes, a row a field, is read by its codes."""
    optional("trafilatura", "html")
    rows = "".join(
        f'<div class="article enArticle"><table><tr><td><b>HD</b>&nbsp;</td><td><b>{title}</b>'
        f"</td></tr><tr><td><b>WC</b>&nbsp;</td><td>60 words</td></tr><tr><td><b>PD</b>&nbsp;</td>"
        f"<td>3 May 2021</td></tr><tr><td><b>SN</b>&nbsp;</td><td>{outlet}</td></tr><tr><td><p><b>"
        f"LP</b>&nbsp;</p></td><td><p>{body[0]}</p></td></tr><tr><td><p><b>TD</b>&nbsp;</p></td>"
        f"<td><p>{body[1]}</p></td></tr><tr><td><b>AN</b>&nbsp;</td><td>Document LANTRN0020210503"
        f"eh53000b1</td></tr></table></div>"
        for outlet, title, body in (
            ("The Daily Lantern", "Forces leave port", FIRST),
            ("Harrow Post", "Pull-out", SECOND),
        )
    )
    path = tmp_path / "factiva.html"
    path.write_text(f"<html><body>{rows}</body></html>", encoding="utf-8")
    check(path)


@pytest.mark.parametrize("form", ["nexis", "nexis-uni", "factiva"])
def test_rich_text_exports(tmp_path: Path, form: str, optional: Callable[..., Any]) -> None:
    """Two records in a rich text document are two articles."""
    optional("striprtf", "exports")
    path = tmp_path / f"{form}.rtf"
    as_rtf(path, TEXTS[form]().split("\n"))
    check(path)


@pytest.mark.parametrize("form", ["nexis", "nexis-uni", "factiva"])
def test_word_exports(tmp_path: Path, form: str, optional: Callable[..., Any]) -> None:
    """Two records in a Word document are two articles."""
    path = tmp_path / f"{form}.docx"
    as_docx(path, TEXTS[form]().split("\n"), optional)
    check(path)


def test_fields_of_a_record(tmp_path: Path) -> None:
    """Section, length, by-line and index terms are kept beside the text."""
    path = tmp_path / "a.txt"
    path.write_text(nexis(), encoding="utf-8")
    article = read_articles(path)[0]
    assert article.title == "Forces leave port"
    assert article.meta["section"] == "NEWS; Pg. 4"
    assert article.meta["length"] == 60
    assert article.meta["author"] == "Bram Oye"
    assert article.meta["edition"] == "Final Edition"
    assert str(article.meta["subject"]).startswith("OCCUPATION FORCES")


def test_labels_are_no_words_and_no_speakers(tmp_path: Path) -> None:
    """Index terms give no naming, and no label is quoted as a source."""
    path = tmp_path / "a.txt"
    path.write_text(nexis(), encoding="utf-8")
    analysis = analyze(read_articles(path), sentiment=False)
    assert "SUBJECT" not in " ".join(analysis.attributions["speaker"].dropna())
    texts = "\n".join(" ".join(article.text.split()) for article in read_articles(path))
    assert len(analysis.mentions)
    assert all(" ".join(naming.split()) in texts for naming in analysis.mentions["text"])


def test_a_cut_export_is_said(tmp_path: Path) -> None:
    """Fewer records than announced, a cut last one and a record half as long as it says: said."""
    path = tmp_path / "a.txt"
    cut = nexis().replace(" of 2 DOCUMENTS", " of 5 DOCUMENTS").replace("60 words", "600 words")
    path.write_text(cut, encoding="utf-8")
    said = " ".join(one.reason for one in read_articles(path).warnings)
    assert "announces 5 documents and holds 2" in said
    assert "states 600 words and holds" in said
    path.write_text("\n".join(uni()[:-1]), encoding="utf-8")
    said = " ".join(one.reason for one in read_articles(path).warnings)
    assert "breaks off before 'End of Document'" in said


def test_a_record_without_text_is_skipped_by_its_line(tmp_path: Path) -> None:
    """A ProQuest record with an abstract only is skipped, the others are read."""
    path = tmp_path / "a.txt"
    text = proquest().replace(f"Full text: {FIRST[0]}\n\n{FIRST[1]}\n\n", "", 1)
    path.write_text(text, encoding="utf-8")
    articles = read_articles(path)
    assert [a.outlet for a in articles] == ["Harrow Post"]
    assert "holds no full text, only an abstract" in articles.skipped[0].reason
    assert articles.skipped[0].line is not None


def test_an_article_that_speaks_of_exports_is_one(tmp_path: Path) -> None:
    """Words such as "1 of 2 documents" inside a sentence make no export of an article."""
    path = tmp_path / "a.txt"
    path.write_text(
        "The court released 1 of 2 documents on Monday.\n\nSubject: the port, it said. End of "
        "document reached, the clerk wrote. Publication title: none.",
        encoding="utf-8",
    )
    assert len(read_articles(path)) == 1


def test_records_without_empty_lines(tmp_path: Path) -> None:
    """A copy without its empty lines, and one record without its number, are read the same."""
    path = tmp_path / "a.txt"
    lines = [line for line in nexis().split("\n") if line.strip()]
    path.write_text("\n".join(lines), encoding="utf-8")
    assert [a.outlet for a in read_articles(path)] == ["The Daily Lantern", "Harrow Post"]
    assert all("LOAD-DATE" not in a.text and len(a.text) > 200 for a in read_articles(path))
    start = nexis().index("1 of 2 DOCUMENTS") + len("1 of 2 DOCUMENTS")
    path.write_text(nexis()[start : nexis().index("2 of 2 DOC")], encoding="utf-8")
    (article,) = read_articles(path)
    assert (article.outlet, article.title) == ("The Daily Lantern", "Forces leave port")


def test_answers_of_news_services(tmp_path: Path) -> None:
    """What news services answer is read as it comes: lists under a name, texts a level down."""
    body = " ".join(FIRST)
    answers: dict[str, object] = {
        "newsapi": {
            "status": "ok",
            "articles": [
                {"source": {"id": None, "name": "Lantern"}, "title": "Forces leave",
                 "publishedAt": "2021-05-03T10:15:00Z", "content": body},
            ],
        },
        "guardian": {
            "response": {"status": "ok", "results": [
                {"webTitle": "Forces leave", "webPublicationDate": "2021-05-03T10:15:00Z",
                 "outlet": "Lantern", "fields": {"bodyText": body}},
            ]},
        },
        "news-please": {
            "maintext": body, "source_domain": "Lantern", "title": "Forces leave",
            "date_publish": "2021-05-03 10:15:00", "authors": ["A. Oye"],
        },
        "mediacloud": [
            {"stories_id": 1, "media_name": "Lantern", "publish_date": "2021-05-03",
             "title": "Forces leave", "text": body},
        ],
    }  # fmt: skip
    for name, answer in answers.items():
        path = tmp_path / f"{name}.json"
        path.write_text(json.dumps(answer, indent=2), encoding="utf-8")
        (article,) = read_articles(path)
        assert (article.outlet, article.title, article.text) == ("Lantern", "Forces leave", body)
        assert str(article.date)[:10] == "2021-05-03"
        wrong = path.rename(tmp_path / f"{name}.jsonl")
        assert read_articles(wrong)[0].text == body, "pretty JSON under the ending .jsonl"


def test_an_answer_without_texts_says_how_to_get_them(tmp_path: Path) -> None:
    """GDELT's lists give addresses only: how to save the pages is said, nothing is fetched."""
    path = tmp_path / "gdelt.json"
    listed = {"url": "https://lantern.example/1", "title": "T", "seendate": "20210503T101500Z"}
    path.write_text(json.dumps({"articles": [listed]}), encoding="utf-8")
    with pytest.raises(ArticleError, match="only addresses of articles"):
        read_articles(path)

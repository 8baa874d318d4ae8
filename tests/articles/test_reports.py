"""Forms that public bug reports of this field speak of: each is read, or said.

The reports are those of LexisNexisTools (dates taken from headlines, corrections appended, labels
above their values, the database in German), readtext and quanteda (columns, encodings), and of
clean-up scripts for WISO. All texts here are invented.
"""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from framing import read_articles

ONE = (
    "The occupation forces left the port of Varna Bay on Monday, and the crowd that had waited "
    "since dawn followed them down to the water with flags and drums and songs, and later home."
)
TWO = (
    "Coalition troops pulled out of the port on Monday under a plan that both sides had signed in "
    "the spring, an officer said, and the last ship sailed before noon with nobody else aboard."
)


def written(folder: Path, text: str, name: str = "a.txt") -> Path:
    """Write one file."""
    path = folder / name
    path.write_text(text, encoding="utf-8")
    return path


GERMAN = ("Dokument {} von 2", "AUTOR: Bram Oye", "RUBRIK: NEWS", "LÄNGE: 34 Wörter",
          "UPDATE: 4. Mai 2021", "SPRACHE: ENGLISCH; ENGLISH", "3. Mai 2021 Montag",
          "4. März 2021 Donnerstag")  # fmt: skip
FRENCH = ("Document {} de 2", "AUTEUR: Bram Oye", "RUBRIQUE: NEWS", "LONGUEUR: 34 mots",
          "DATE-CHARGEMENT: 4 mai 2021", "LANGUE: ANGLAIS", "3 mai 2021 lundi",
          "4 mars 2021 jeudi")  # fmt: skip


@pytest.mark.parametrize("labels", [GERMAN, FRENCH], ids=["german", "french"])
def test_nexis_in_another_language(tmp_path: Path, labels: tuple[str, ...]) -> None:
    """English articles from a German or French Nexis: labels are no text, dates are read."""
    mark, author, section, length, load, language, *days = labels
    records = [
        "\n\n".join(
            (mark.format(at), outlet, day, title, author, section, length, body, load, language)
        )
        for at, outlet, day, title, body in (
            (1, "Daily Lantern", days[0], "Forces leave port", ONE),
            (2, "Harrow Post", days[1], "Pull-out", TWO),
        )
    ]
    articles = read_articles(written(tmp_path, "\n\n\n".join(records) + "\n"))
    assert [(a.outlet, a.date, a.title, a.text) for a in articles] == [
        ("Daily Lantern", "2021-05-03", "Forces leave port", ONE),
        ("Harrow Post", "2021-03-04", "Pull-out", TWO),
    ]
    assert articles[0].meta["author"] == "Bram Oye"
    assert articles[0].meta["length"] == 34


def test_labels_above_their_values(tmp_path: Path) -> None:
    """A label alone on its line has its value on the next one, which is no text."""
    text = (
        "DAILY LANTERN\n\nNovember 9, 2015 Monday\n\n FIRST EDITION\n\nForces make the wrong call"
        f"\n\nSECTION: \n\nNEWS; Pg. 7A\n\nLENGTH: 34 words\n\n{ONE}\n\n"
        "LOAD-DATE: November 9, 2015\n"
    )
    (article,) = read_articles(written(tmp_path, text))
    assert article.text == ONE
    assert (article.outlet, article.date) == ("DAILY LANTERN", "2015-11-09")
    assert article.meta["section"] == "NEWS; Pg. 7A"


def uni(title: str, day: str, text: str) -> str:
    """Return one record in the form of Nexis Uni."""
    return (
        f"{title}\nThe Daily Lantern\n{day}\nCopyright 2021 Invented News\nSection: NEWS\n"
        f"Length: 34 words\nBody\n\n\n{text}\n\n\nClassification\n\n\nLanguage: ENGLISH\n\n"
        "Load-Date: May 4, 2021\n\n\nEnd of Document\n\n\n"
    )


@pytest.mark.parametrize(
    ("title", "day", "iso"),
    [
        ("Rebuilding better after Covid-19, part 1", "May 3, 2021 Monday", "2021-05-03"),
        ("Port handed over on May 2, 2021", "May 3, 2021 Monday 10:15 AM GMT",
         "2021-05-03T10:15:00+00:00"),
        ("Allies plan for 2000 um 4,5 percent more", "3. Mai 2021 Montag", "2021-05-03"),
        ("Forces leave port", "May 3, 2021 Monday Correction Appended", "2021-05-03"),
        ("Forces leave port", "May 3, 2021 Monday\nCorrection Appended", "2021-05-03"),
        ("Forces leave port", "Montag 3. Mai 2021", "2021-05-03"),
        ("Forces leave port", "lundi 3 mai 2021", "2021-05-03"),
    ],
)  # fmt: skip
def test_the_date_is_not_in_the_headline(tmp_path: Path, title: str, day: str, iso: str) -> None:
    """Numbers and dates in a headline stay there; what follows the day is no part of it."""
    (article,) = read_articles(written(tmp_path, uni(title, day, ONE)))
    assert (article.title, article.date, article.outlet) == (title, iso, "The Daily Lantern")
    assert article.text == ONE


@pytest.mark.parametrize(
    ("source", "outlet", "iso"),
    [
        ("Daily Lantern vom 03.05.2021, S. 4", "Daily Lantern", "2021-05-03"),
        ("Daily Lantern v. 3.5.21, Nr. 101", "Daily Lantern", "2021-05-03"),
        ("DAILY LANTERN VOM 03.05.1999", "DAILY LANTERN", "1999-05-03"),
        ("Daily Lantern, den 3. Mai 2021, Seite 4", "Daily Lantern", "2021-05-03"),
        ("Daily Lantern, 03.05.2021", "Daily Lantern", "2021-05-03"),
        ("Daily Lantern", "Daily Lantern", None),
    ],
)
def test_wiso_sources(tmp_path: Path, source: str, outlet: str, iso: str | None) -> None:
    """Outlet and date stand on one line in several ways; pages and contents are no text."""
    text = (
        f"Dokumente\n\nInhaltsverzeichnis\n\nForces leave port . . . . . . . 2\n\nSeite 1 von 2\n\n"
        f"Forces leave port\n\n{ONE}\n\nQuelle:      {source}\nRessort:     News\n"
        "Dokumentnummer: DL0305\n\nDauerhafte Adresse des Dokuments: https://x.example/DL\n"
        "Alle Rechte vorbehalten: (c) Invented News\n"
        "© GBI-Genios Deutsche Wirtschaftsdatenbank GmbH\n"
    )
    (article,) = read_articles(written(tmp_path, text))
    assert (article.outlet, article.date) == (outlet, iso)
    assert (article.title, article.text) == ("Forces leave port", ONE)


def test_an_unknown_export_is_said(tmp_path: Path) -> None:
    """Several records of a form nobody described are one article, with a remark that says so."""
    text = "\n-----\n".join(
        f"Titel: {title}\nZeitung: Lantern\nLänge: 34 Wörter\n\n{body}\n"
        for title, body in (("Forces leave", ONE), ("Pull-out", TWO))
    )
    articles = read_articles(written(tmp_path, text))
    assert len(articles) == 1
    assert any("looks like an export" in one.reason for one in articles.warnings)


class TestBrokenJson:
    """A broken element of a list costs that element alone, and is said."""

    GOOD = (
        {"outlet": "Lantern", "text": ONE},
        {"outlet": "Post", "text": TWO},
        {"outlet": "Globe", "text": ONE},
    )

    @pytest.mark.parametrize(
        "damage",
        [
            lambda one: one.replace("Coalition", 'the "Coalition"'),
            lambda one: one[:-1],
            lambda one: one[:-2] + "}",
            lambda one: one.replace('"outlet"', "outlet"),
            lambda one: one.replace('"Post",', '"Post"'),
        ],
        ids=["marks", "brace", "string", "name", "comma"],
    )
    def test_the_others_are_read(self, tmp_path: Path, damage) -> None:
        """First and last are articles; the broken one is skipped by its line."""
        first, second, third = map(json.dumps, self.GOOD)
        path = written(tmp_path, f"[{first},\n{damage(second)},\n{third}]\n", "a.json")
        articles = read_articles(path)
        assert [a.outlet for a in articles] == ["Lantern", "Globe"]
        assert [row.line for row in articles.skipped] == [2]

    def test_commas_before_brackets(self, tmp_path: Path) -> None:
        """A comma that people leave before a closing bracket is no damage; one in a text stays."""
        odd = {"outlet": "Globe", "text": f"{ONE} So [they, ] said, }} he wrote."}
        rows = ",\n".join(json.dumps(one)[:-1] + ", }" for one in (*self.GOOD[:2], odd))
        articles = read_articles(written(tmp_path, f"[{rows},\n]\n", "a.json"))
        assert [a.text for a in articles] == [ONE, TWO, odd["text"]]
        assert articles.skipped == ()

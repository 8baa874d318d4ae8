"""Paragraphs and zones: what is the article, and what is left over from its page."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

import pandas as pd
import pytest

import framing
from framing.articles import documents, read_articles
from framing.articles.paragraphs import split_paragraphs
from framing.values import Article

BODY = (
    "The ministry said on Monday that the last of the troops had left the base in the north, "
    "two years after they arrived, and that the army would take it over within the month."
)


def zones(text: str, title: str | None = None) -> list[tuple[str, str]]:
    """Return the sentences of a text with their zones."""
    document = documents(Article(id="a", title=title, text=text))[0]
    return [
        (document.text[start:end], zone)
        for (start, end), zone in zip(document.sentences, document.zones, strict=True)
    ]


def zone_of(line: str) -> str:
    """Return the zone of a line that stands below the lead of an article, with text below it."""
    text = "\n\n".join(["Troops leave the northern base", BODY, BODY, line, BODY])
    found = {zone for sentence, zone in zones(text) if sentence in line}
    assert len(found) == 1, found
    return found.pop()


@pytest.mark.parametrize(
    "line",
    [
        "Advertisement",
        "ADVERTISEMENT",
        "Share this",
        "Share this article",
        "Read more:",
        "Read more: How the base was built",
        "Read More",
        "SEE ALSO: How the base was built",
        "Related: How the base was built",
        "Related Coverage How the base was built",
        "Sign up for our newsletter",
        "Sign up here for our daily newsletter and never miss a story.",
        "Get our best stories delivered to your inbox. By signing up, you agree to our terms.",
        "Subscribe to the Star's morning newsletter.",
        "Follow Ann Writer on Twitter @annwriter.",
        "Follow us on Facebook",
        "Click here to read the full report.",
        "© 2020 The Star",
        "Copyright 2020 The Star. All rights reserved.",
        "This material may not be published, broadcast or rewritten.",
        "The Associated Press contributed to this report.",
        "Reporting by Ann Writer; Editing by Bo Penman",
        "(Reporting by Ann Writer; Editing by Bo Penman)",
        "Additional reporting by Ann Writer.",
        "• This article is based in part on wire service reports.",
        "This story has been updated.",
        "The views expressed in this article are the author's own.",
        "Play Video 1:26 Troops leave the base – video",
        "How the base was built Read more",
        "Opinion: Why the troops should have stayed",
        "TROOPS LEAVE THE NORTHERN BASE AFTER TWO YEARS OF FIGHTING",
        "Updated 3 hours ago",
        "Published: January 8, 2020, 10:05 a.m. ET",
        "Last updated on Wednesday, 8 January 2020 at 10:05 GMT",
        "(Photo by AP)",
        "Ann Lens/Reuters",
        "Photograph: Ann Lens/AP",
        "Getty Images",
        "* * *",
        "———",
        "Share Tweet Email Print",
        "Story continues below",
    ],
)
def test_left_overs(line: str) -> None:
    """Left-overs of the page, in their usual forms, are boilerplate."""
    assert zone_of(line) == "boilerplate"


@pytest.mark.parametrize(
    "line",
    [
        "The report was first published by the ministry in 2015, and few people read it.",
        "Read the letter carefully, he told them, and sign it.",
        "Follow the money, the senator said, and it leads to the ministry.",
        "Sign up for health insurance by Friday, officials told the families.",
        "Share prices fell by a tenth after the news from the base.",
        "More than 100 soldiers were killed in the attack on the base.",
        "More: that is what the soldiers wanted, and what they never got from the ministry.",
        "“Subscribe to our newsletter,” the leaflet said, to the soldiers' surprise.",
        "The views of the soldiers were never asked for.",
        "By Tuesday night the base was empty.",
        "By Christmas, Ann Smith said, the army would be home.",
        "Like clockwork, the posts on Twitter and Facebook were taken down.",
        "The minister's death contributed to the summit taking place.",
        "She said the factors contributed to the decision.",
        "He was told to click on a link in the message.",
        "Related cases in the north were never counted.",
        "This photo shows that the base was empty, the minister told reporters.",
        "Watch and wait: that was the army's plan for the north.",
        "Officials said the copyright of the pictures was the army's.",
        "In this picture of the war there are no heroes, the general said.",
        "WHAT WE KNOW ABOUT THE ATTACK",
        "‘Right decision’",
        "An army of 20,000 and / or its allies would be needed.",
        "Five people, among them Ann Smith and Bo Jones, were hurt.",
        "January was the worst month for the soldiers at the base.",
        "60,000.",
    ],
)
def test_what_is_the_article_stays(line: str) -> None:
    """Sentences of the article that begin like a left-over are none."""
    assert zone_of(line) in {"body", "caption"}


@pytest.mark.parametrize(
    "line",
    [
        "Soldiers wait at the gate of the base, January 8, 2020. (Ann Lens/Reuters)",
        "FILE - In this Jan. 8, 2020, file photo, soldiers wait at the gate.",
        "This aerial file picture taken from a helicopter shows the base. (Photo by AP)",
        "Soldiers wait at the gate. [Ann Lens/Anadolu Agency]",
        "Soldiers wait at the gate. | AP Photo",
        "Image copyright Reuters Image caption Soldiers wait at the gate",
        "Photo: soldiers wait at the gate of the base.",
    ],
)
def test_captions(line: str) -> None:
    """Captions are known by how they open or by the credit they end in."""
    text = "\n\n".join(["Troops leave the northern base", line, BODY, BODY])
    found = [zone for sentence, zone in zones(text) if sentence in line]
    assert found[0] == "caption"
    assert set(found) <= {"caption", "boilerplate"}


def test_credit_of_a_caption_is_boilerplate() -> None:
    """The credit behind a caption is boilerplate, the caption is not."""
    line = "Soldiers wait at the gate. (Photo by AP)"
    assert zones(f"{BODY}\n\n{line}\n\n{BODY}")[1:3] == [
        ("Soldiers wait at the gate.", "caption"),
        ("(Photo by AP)", "boilerplate"),
    ]


def test_head_of_an_article() -> None:
    """Path, headline, by-line, date and lead are told apart, and what follows is body."""
    text = "\n\n".join(
        [
            "World > Middle East > Iraq",
            "Troops leave the northern base: Source",
            "By Ann Writer and Bo Penman, Star Staff Writers",
            "Wednesday, 8 January 2020 10:05 AM",
            BODY,
            BODY,
        ]
    )
    assert [zone for _, zone in zones(text)] == [
        "boilerplate",
        "headline",
        "boilerplate",
        "boilerplate",
        "lead",
        "body",
    ]


@pytest.mark.parametrize(
    "line",
    [
        "The troops left.",
        "Here is what the ministry said about it:",
        "- the troops left the base",
        "the troops left the base",
        "The troops left. So did the rest of them on Monday",
        "“The troops left the base on Monday”",
    ],
)
def test_what_is_no_headline(line: str) -> None:
    """A first line that ends like a sentence, or holds one, is no headline."""
    assert zones(f"{line}\n\n{BODY}")[0][1] == "lead"


def test_a_single_line_is_no_headline() -> None:
    """A short text of one line is a lead: a headline needs text below it."""
    assert zones("Troops leave the northern base") == [("Troops leave the northern base", "lead")]
    assert zones("") == []


def test_lead_is_short_in_a_text_without_paragraphs() -> None:
    """Where all stands in one paragraph the lead is its first three sentences."""
    assert [zone for _, zone in zones("The troops left. " * 5)] == ["lead"] * 3 + ["body"] * 2


def test_dateline_on_its_own_belongs_to_the_lead() -> None:
    """A dateline that stands alone is lead, and so is the paragraph after it."""
    found = zones(f"WEST PALM BEACH , Fla. —\n{BODY}\n{BODY}")
    assert [zone for _, zone in found] == ["lead", "lead", "body"]


def test_everything_after_the_addresses_is_boilerplate() -> None:
    """After "the website can also be accessed at" nothing belongs to the article."""
    ending = ["The Star’s website can also be accessed at these addresses:", "Star Roku", BODY]
    text = "\n\n".join([BODY, BODY, *ending])
    assert [zone for _, zone in zones(text)] == ["lead", "body", *["boilerplate"] * 3]


def test_links_under_a_heading() -> None:
    """Lines without a stop below "Related stories:" are links, until a sentence comes."""
    lines = [BODY, BODY, "Related stories:", "How the base was built", "Why they left", BODY]
    assert [zone for _, zone in zones("\n\n".join(lines))] == [
        "lead",
        "body",
        *["boilerplate"] * 3,
        "body",
    ]


def test_author_note_at_the_end() -> None:
    """A last line about the writer is boilerplate; the same words in the middle are not."""
    note = "Ann Writer is a columnist for the Star."
    assert zones(f"{BODY}\n\n{note}\n\n© 2020 The Star")[1][1] == "boilerplate"
    assert zone_of(note) == "body"


def test_title_that_opens_the_text_is_no_document() -> None:
    """A title repeated at the head of the text is the headline there, whatever its marks."""
    title = "Troops leave the northern base: 'It's over'"
    for text in (
        f"Troops leave the northern base: ‘It’s over’\n\n{BODY}",
        f"World / Iraq\n\nTROOPS LEAVE THE NORTHERN BASE — IT'S OVER!\n\n{BODY}",
        f"Troops leave the northern base: 'It's over' {BODY}",
    ):
        (document,) = documents(Article(id="a", title=title, text=text))
        assert "headline" in document.zones
        assert document.zones.count("lead") == 1


def test_title_of_its_own_is_a_document() -> None:
    """A title that the text does not open with is a document of its own, all headline."""
    for title in ("Iran", "Troops leave the northern base in the night"):
        text = f"Iran said the troops left. {BODY}\n\nTroops leave the northern base."
        first, second = documents(Article(id="a", title=title, text=text))
        assert first.zones[0] == "lead"
        assert (second.field, second.text, second.zones) == ("title", title, ("headline",))
        assert second.sentences == second.paragraphs == ((0, len(title)),)
    assert len(documents(Article(id="a", title=" ", text=BODY))) == 1
    assert len(documents(Article(id="a", title="?!", text=BODY))) == 2


def test_paragraphs_at_line_breaks() -> None:
    """Each line is a paragraph, trimmed, whatever marks the line ends."""
    text = "One.\r\n\r\n  Two.\u2028Three.\x0bFour.\rFive.\u00a0\n"
    assert [text[start:end] for start, end in split_paragraphs(text)] == [
        "One.",
        "Two.",
        "Three.",
        "Four.",
        "Five.",
    ]


def test_wrapped_lines_are_one_paragraph() -> None:
    """Where lines are wrapped by hand only blank lines part paragraphs."""
    text = (
        "The ministry said on Monday that the last of the troops had left the\n"
        "base in the north, two years after they arrived, and that the army\n"
        "would take it over within the month.\n"
        "\n"
        "Officials said the base, which was built in the seventies, would be\n"
        "opened to the public, but that nobody knew who would pay for the\n"
        "work.\n"
    )
    spans = split_paragraphs(text)
    assert [text[start:end][:12] for start, end in spans] == ["The ministry", "Officials sa"]
    (document,) = documents(Article(id="a", text=text))
    assert len(document.sentences) == 2


def test_lists_and_verse_are_not_wrapped_text() -> None:
    """Short lines that end in stops, or begin with capitals, stay paragraphs of their own."""
    text = "The troops left.\nThey went home.\nThe base was shut.\nNobody came.\nIt is empty."
    assert len(split_paragraphs(text)) == 5
    names = "Ann Smith\nBo Jones\nCy Brown\nDi White\nEd Green"
    assert len(split_paragraphs(names)) == 5


def test_seed_article(corpora: Path) -> None:
    """The seed article's path, headline, caption, credit and addresses are marked as such."""
    (article,) = read_articles(corpora / "ain-al-asad.txt")
    (document,) = documents(article)
    expected = ["boilerplate", "headline", "caption", "boilerplate", "lead"]
    assert list(document.zones[:5]) == expected
    assert list(document.zones[-2:]) == ["boilerplate", "boilerplate"]
    assert set(document.zones[5:-2]) == {"body"}
    assert len(document.sentences) == 22


def test_little_of_the_corpora_is_boilerplate(corpora: Path) -> None:
    """Few words of edited articles are marked: BASIL was cleaned by hand, `abp` was not."""

    def share(articles: Iterable[Article]) -> float:
        marked = words = 0
        for article in articles:
            document = documents(article)[0]
            for (start, end), zone in zip(document.sentences, document.zones, strict=True):
                count = len(document.text[start:end].split())
                words += count
                marked += count * (zone == "boilerplate")
        return marked / words

    assert share(read_articles(corpora / "basil/articles.jsonl")) < 0.001
    table = pd.read_parquet(corpora / "abp/articles.parquet").head(300)
    assert 0.001 < share(read_articles(table)) < 0.02


def test_tags_of_blocks_part_paragraphs_and_belong_to_none() -> None:
    """What a column keeps of a web page's blocks begins no sentence; offsets are those given."""
    text = "<p>The army left.</p><p class='b'>According to Ana Ruiz, the regime lied.<br/>Rain.\n"
    spans = split_paragraphs(text + "Where a < b, and x > y, it stays. <b>Bold</b> is no block.")
    assert [text[start:end] for start, end in spans[:3]] == [
        "The army left.", "According to Ana Ruiz, the regime lied.", "Rain.",
    ]  # fmt: skip
    assert len(spans) == 4
    article = Article("a", outlet="Ash", text=text)
    mentions = framing.analyze([article], "governments", sentiment=False).mentions
    assert mentions[["text", "voice"]].to_numpy().tolist() == [["regime", "attributed"]]
    hostile = "<p " * 60_000
    assert split_paragraphs(hostile) == [(0, len(hostile) - 1)]

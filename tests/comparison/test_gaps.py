"""What is missing is said in words, and all that can be given is given."""

from __future__ import annotations

import pandas as pd
import pytest

from framing import analyze
from framing.comparison import compare
from framing.values import Article


def said(found, words):
    """Whether one of the notes holds the words."""
    return any(words in note for note in found.notes)


def test_one_outlet(build):
    """One outlet has its shares, an empty table of differences, and a sentence."""
    found = compare(build.from_counts({("e1", "A"): (2, 4), ("e2", "A"): (0, 3)}))
    assert found.shares.query("scope == 'own'")["total"].tolist() == [7]
    assert len(found.differences) == 0
    assert "one outlet only" in found.primary.refusal
    assert "which words does A choose" in found.question


def test_the_findings_of_one_outlet_say_that_nothing_can_be_compared(build):
    """In Python as on the command line: what it wrote, and then what is missing."""
    found = compare(build.from_counts({("e1", "A"): (4, 4)}))
    told = [str(sentence) for sentence in found.findings()]
    assert "A wrote “harsh” 4 of 4 times" in told[0]
    assert told[-1] == str(found.primary.refusal)
    assert "nothing to compare it with; add articles of another outlet" in told[-1]
    assert found.primary.refusal not in found.primary.statements


def test_articles_without_any_outlet_are_not_called_one_outlet(build):
    """Where no article says whose it is, that is what is missing."""
    article = Article(id="1", event="e", text="x")
    found = compare(build.analysis_of([article], [build.mention(article, "harsh")]))
    assert "No article says which outlet it is of" in found.primary.refusal
    assert "one outlet only" not in str(found.findings())


def test_where_two_sides_meet_in_attributed_words_alone_these_are_compared(build):
    """A side that only reports others' words is set beside the other's, and this is said."""
    articles = [Article(id=f"{e}{o}", outlet=o, event=e) for e in "abcdef" for o in "AB"]
    mentions = [
        build.mention(article, *(("harsh", "own") if article.outlet == "A" else
                                 ("plain", "attributed")))
        for article in articles
    ]  # fmt: skip
    first, second = compare(build.analysis_of(articles, mentions)).findings()
    assert "no choice of words can be compared" in first
    assert "in its own words and those it attributes to others, A wrote “harsh” 6 of 6" in second
    assert "p = .031" in second


def test_no_shared_events(build):
    """Outlets that never meet: shares stay, differences are empty, and a note says so."""
    found = compare(build.from_counts({("e1", "A"): (2, 4), ("e2", "B"): (0, 3)}))
    assert said(found, "No event is covered by more than one outlet.")
    assert "needs 6 events" in found.primary.refusal
    assert "there is none" in found.primary.refusal
    assert found.differences["difference"].isna().all()


def test_no_events_at_all(build):
    """Without events everything is descriptive, and the way to events is told."""
    articles = [Article(id=o, outlet=o, text="x") for o in "AB"]
    found = compare(build.analysis_of(articles, [build.mention(a, "harsh") for a in articles]))
    assert said(found, "`framing events` makes one")
    assert "No article says which event it belongs to." in found.primary.refusal
    assert found.shares.query("scope == 'own'")["share"].tolist() == [1, 1]
    assert found.coverage["event"].isna().all()


def test_an_outlet_with_no_mentions(build):
    """An outlet that names nothing has N = 0, missing shares, and a note."""
    a, b = (Article(id=o, outlet=o, event="e", text="x") for o in "AB")
    found = compare(build.analysis_of([a, b], [build.mention(a, "plain")]))
    assert said(found, "B names none of these concepts.")
    row = found.shares.query("outlet == 'B' and scope == 'own'").iloc[0]
    assert row["total"] == 0
    assert pd.isna(row["share"])
    assert "no choice of words can be compared" in found.primary.statements[0]


def test_an_outlet_that_only_quotes(build):
    """No naming in own words is told apart from no naming."""
    a, b = (Article(id=o, outlet=o, event="e", text="x") for o in "AB")
    mentions = [build.mention(a, "plain"), build.mention(b, "harsh", "quoted")]
    found = compare(build.analysis_of([a, b], mentions))
    assert said(found, "B names these concepts, but never in its own words.")


def test_many_outlets_that_name_nothing_are_one_remark(build):
    """Of eighty outlets a remark each would bury what is missing; five are named."""
    articles = [Article(id=f"a{n}", outlet=f"Post {n}", event="e", text="x") for n in range(9)]
    rows = [build.mention(articles[0], "harsh"), build.mention(articles[1], "plain")]
    found = compare(build.analysis_of(articles, rows))
    told = [note for note in found.notes if "none of these concepts" in note]
    assert told == [
        "Post 2, Post 3, Post 4, Post 5, Post 6 and 2 more name none of these concepts."
    ]


def test_all_neutral(many_events):
    """Nothing loaded anywhere: p = 1, a difference of 0, and a note."""
    found = compare(many_events(7, A=(0, 4), B=(0, 4)))
    assert said(found, "Every naming found is neutral per its lexicon's sources.")
    row = found.differences.query("role == 'primary'").iloc[0]
    assert (row["p_value"], row["difference"], row["nonzero_events"]) == (1, 0, 0)
    assert row["smallest_p"] == 1


def test_missing_dates(build):
    """Some articles without a date are counted in a note; none at all are not worth one."""
    one = Article(id="1", outlet="A", event="e", date="2020-01-01")
    two = Article(id="2", outlet="B", event="e")
    assert said(compare(build.analysis_of([one, two], [])), "Articles without a date: 1 of 2.")
    assert not said(compare(build.analysis_of([two], [])), "date")


def test_a_concept_no_one_names(one_event):
    """A concept nobody named, or misspelt, is a note, and the rest is given."""
    found = compare(one_event, concepts=["troops", "strikes"])
    assert said(found, "No article names the concept 'strikes'.")
    assert set(found.naming["concept"]) == {"troops"}
    wrong = compare(one_event, concepts=["trops"])
    assert said(wrong, "Did you mean 'troops'?")
    assert len(wrong.naming) == 0
    told = [str(sentence) for sentence in wrong.primary.statements]
    assert told[-1] == "None of these concepts is named in anybody's own words."


def test_no_mentions_at_all(build):
    """Nothing found: empty tables with their columns, coverage still there."""
    articles = [Article(id=o, outlet=o, event="e", text="a b c") for o in "AB"]
    found = compare(build.analysis_of(articles, []))
    assert said(found, "No article names any concept of these lexicons.")
    assert len(found.naming) == len(found.shares) == 0
    assert "shrunk_share" in found.naming.columns
    assert found.coverage["words"].tolist() == [3, 3]


def test_no_articles_at_all(build):
    """An empty analysis compares to empty tables and a refusal."""
    found = compare(build.analysis_of([], []))
    assert all(len(table) == 0 for table in found.tables.values())
    assert found.primary.refusal
    assert found.methods_text()


def test_opinion_and_news_are_never_pooled_silently(build):
    """Several genres together are named in a note."""
    articles = [
        Article(id=g, outlet="A", event="e", meta={"genre": g}) for g in ("news", "opinion")
    ]
    found = compare(build.analysis_of(articles, []))
    assert said(found, "several genres stand together here (news, opinion)")


def test_category_lexicons_enter_no_naming_share(build):
    """Mentions without `loaded` are counted in rates, not as choices."""
    a = Article(id="1", outlet="A", event="e")
    mentions = [build.mention(a, "plain"), build.mention(a, "plain", loaded=None, weight=1.0)]
    found = compare(build.analysis_of([a], mentions))
    assert found.rates.query("kind == 'side' and scope == 'all'")["n"].sum() == 1
    assert found.naming.query("scope == 'own'")["n"].sum() == 1


def words_of_moods(build, hits):
    """Six events of two outlets with 100 own words each and some entries of one category."""
    articles = [Article(id=f"{e}{o}", outlet=o, event=e, text="x") for e in "abcdef" for o in hits]
    mentions = [
        build.mention(article, "plain", loaded=None, weight=1.0, concept="anger")
        for article in articles
        for _ in range(hits[article.outlet])
    ]
    return compare(build.analysis_of(articles, mentions))


def test_category_lexicons_alone_are_told_as_rates_and_not_as_namings(build):
    """How often each used such words, of how many, with the test, and every number its lines."""
    found = words_of_moods(build, {"A": 3, "B": 1})
    (said,) = found.findings()
    assert "Over the 6 events both cover, A used words of “anger” 18 times in" in said
    assert "p = .031" in said
    numbers = [part for part in said if part.query is not None]
    assert [int(part.text) for part in numbers] == [len(found.lines(part)) for part in numbers]
    assert "words of these categories" in found.question
    assert "Of 1 rates tested in own words, 1 differs" in found.primary.result
    assert "naming" not in found.primary.measure
    assert "namings of one article" not in found.methods_text()


def test_once_is_one_time(build):
    """A count of one is told as such, of sides and of a side alone."""
    articles = [Article(id=f"{o}", outlet=o, event="e", text="x") for o in "AB"]
    mentions = [build.mention(a, "plain", loaded=None, weight=1.0) for a in articles]
    (said,) = compare(build.analysis_of(articles, mentions)).findings()[:1]
    assert " 1 time in " in said
    alone = compare(build.analysis_of(articles[:1], mentions[:1])).findings()
    assert any(" 1 time in " in said for said in alone)


def test_category_lexicons_beside_namings_come_after_them(build):
    """Both were asked for, so both are told."""
    article = Article(id="1", outlet="A", event="e", text="x")
    other = Article(id="2", outlet="B", event="e", text="x")
    mentions = [build.mention(a, "plain") for a in (article, other)]
    mentions.append(build.mention(other, "plain", loaded=None, weight=1.0, concept="anger"))
    told = compare(build.analysis_of([article, other], mentions)).findings()
    assert "naming troops" in told[0]
    assert "A used words of “anger” 0 times" in told[-1]


def test_one_outlet_with_category_lexicons_alone_has_its_rates(build):
    """What can be given without a second outlet is how often it used such words."""
    found = words_of_moods(build, {"A": 3})
    told = [str(sentence) for sentence in found.findings()]
    assert any("Words of “anger” in own words: A 18 times in" in sentence for sentence in told)
    assert "nothing to compare it with" in found.primary.refusal


def test_a_row_of_rates_opens_its_entries(build):
    """Of a side all of them in its voice; of a difference those in the events both cover."""
    found = words_of_moods(build, {"A": 3, "B": 1})
    for _, row in found.rates.query("kind == 'side'").iterrows():
        assert len(found.lines(row)) == row["n"]
    pair = found.rates.query("kind == 'pair' and scope == 'own'").iloc[0]
    assert found.lines(pair)["outlet"].value_counts().to_dict() == {"A": 18, "B": 6}


def test_a_target_nothing_is_bound_to(one_event):
    """An unknown target is a note, and the comparison stands."""
    found = compare(one_event, target="Varenia")
    assert said(found, "No naming is bound to 'Varenia'; bound are: none.")
    assert found.primary == compare(one_event).primary


def test_many_outlets_are_not_paired(build):
    """Above twelve outlets each is set against the rest, and a note says how to pair."""
    names = [f"O{i:02d}" for i in range(13)]
    found = compare(build.from_counts({("e", o): (1, 2) for o in names}))
    assert set(found.differences["kind"]) == {"rest"}
    assert said(found, "With 13 outlets each is compared with all others together")


WIRE = " ".join(f"Point {i} of the talks was put off until the spring." for i in range(9))


def test_copies_are_one_decision(build):
    """Reposted copy counts once, is listed in the coverage, and can be counted each time."""
    texts = {"A": WIRE, "B": WIRE + " It was late.", "C": "Nothing was agreed at all. " * 12}
    articles = [
        Article(id=o, outlet=o, event="e", date=f"2020-01-0{i + 1}", text=t)
        for i, (o, t) in enumerate(texts.items())
    ]
    analysis = build.analysis_of(articles, [build.mention(a, "harsh") for a in articles])
    found = compare(analysis)
    assert said(found, "Articles that repeat another of the same event: 1 of 3.")
    assert found.provenance["comparison"]["copied"] == {"B": "A"}
    assert found.shares.query("scope == 'own'")["total"].tolist() == [1, 0, 1]
    coverage = found.coverage.set_index("outlet")
    assert coverage["copies"].to_dict() == {"A": 0, "B": 1, "C": 0}
    assert coverage["articles"].to_dict() == {"A": 1, "B": 0, "C": 1}
    every = compare(analysis, copies="all")
    assert every.shares.query("scope == 'own'")["total"].tolist() == [1, 1, 1]


def test_the_same_text_on_two_events_is_no_copy(build):
    """Copies are sought within an event only; short texts are never copies."""
    far = [Article(id=e, outlet="A", event=e, text=WIRE) for e in ("e1", "e2")]
    assert compare(build.analysis_of(far, [])).provenance["comparison"]["copied"] == {}
    short = [Article(id=o, outlet=o, event="e", text="The talks failed.") for o in "AB"]
    assert compare(build.analysis_of(short, [])).provenance["comparison"]["copied"] == {}


def test_copies_named_by_the_reader(build):
    """A `copy_of` column is believed; chains lead to one article, circles to one of them."""
    pairs = {"a": "b", "b": "c", "c": None, "x": "y", "y": "x", "z": "not there"}
    articles = [
        Article(id=i, outlet=i, event="e", meta={"copy_of": other}) for i, other in pairs.items()
    ]
    copied = compare(build.analysis_of(articles, [])).provenance["comparison"]["copied"]
    assert copied == {"a": "c", "b": "c", "y": "x"}


def test_gaps_show_in_the_coverage(build):
    """Every event has a row for every outlet, zeros included."""
    found = compare(
        build.from_counts({("e1", "A"): (1, 2), ("e1", "B"): (0, 2), ("e2", "A"): (1, 1)})
    )
    table = found.coverage.set_index(["event", "outlet"])
    assert len(table) == 4
    assert table.loc[("e2", "B"), ["articles", "namings"]].tolist() == [0, 0]
    assert table.loc[("e1", "A"), "own_namings"] == 2


def test_sources_count_words_and_doubt(build):
    """Shares of reported words by speaker, doubting cues of all cues."""
    article = Article(id="1", outlet="A", event="e")
    base = {"article_id": "1", "field": "text", "cue_class": "neutral", "speaker_kind": "named"}
    rows = [
        {**base, "speaker_name": "Ruiz", "words": 30, "cue": "said"},
        {**base, "speaker_name": "Ruiz", "words": 10, "cue": "claimed", "cue_class": "doubt"},
        {**base, "speaker": "the ministry", "speaker_kind": "institution", "words": 40},
        {**base, "speaker": "a source", "speaker_kind": "anonymous", "words": 20, "cue": "said"},
    ]
    found = compare(build.analysis_of([article], [], rows))
    table = found.sources.set_index("speaker_kind")
    assert table.loc["named", ["passages", "words", "doubt_cues", "cues"]].tolist() == [2, 40, 1, 2]
    assert table.loc["named", "share"] == pytest.approx(0.4)
    assert table.loc["institution", "speaker_name"] == "ministry"
    assert pd.isna(table.loc["anonymous", "speaker_name"])
    stance = found.stance.set_index("measure")["value"]
    assert stance["doubt share"] == pytest.approx(1 / 3)
    assert stance["anonymous share"] == pytest.approx(0.2)
    assert stance["top source share"] == pytest.approx(0.4)


def test_few_namings_over_several_events_are_shown(build):
    """Where nothing is named five times a side, all is shown: nobody is told there is nothing."""
    counts = {(e, o): (int(o == "A"), 1) for e in ("e1", "e2") for o in "AB"}
    first = str(compare(build.from_counts(counts)).findings()[0])
    assert "A wrote “harsh” 2 of 2 times, B “plain” 2 of 2" in first
    assert "2 events are too few for a test, which needs 6." in first


def test_one_variant_only(many_events):
    """Where both sides have one word, the sentence says that nothing differs, with no p-value."""
    found = compare(many_events(8, A=(0, 2), B=(0, 3)))
    said = [str(sentence) for sentence in found.findings()]
    assert "A wrote “plain” 16 of 16 times, B 24 of 24. No difference at all." in said[0]
    assert said[-1].startswith("No difference as large as 20 of 100 namings")
    assert "do not differ at all" in found.primary.result
    assert not found.primary.refusal


def test_all_ties(many_events):
    """Equal shares in every event: p = 1, D* = 0, and the words are still shown."""
    found = compare(many_events(8, A=(1, 2), B=(2, 4)))
    row = found.ranked().iloc[0]
    assert (row["p_value"], row["difference"]) == (1, 0)
    first = str(found.findings()[0])
    assert "No difference at all." in first
    assert "8 of 16" in first
    assert "16 of 32" in first


def test_a_side_with_one_article(build):
    """A side of one article is compared where it can be, and a note says what it shows."""
    counts = {("e1", "A"): (2, 2), **{(f"e{n}", "B"): (0, 2) for n in range(1, 8)}}
    found = compare(build.from_counts(counts))
    assert said(found, "One article alone: A. What it writes shows that article, not a habit.")
    assert "In the one event in which both name it" in found.findings()[0]
    assert str(found.primary.refusal) == "One event cannot show a habit."
    assert found.shares.query("outlet == 'B' and scope == 'own'")["total"].tolist() == [14]


def test_a_refusal_says_its_real_cause(build):
    """Eight events that differ, each over another thing: enough in number, yet nothing adds up."""
    articles, mentions = [], []
    for n in range(8):
        for outlet, variant in (("A", "harsh"), ("B", "plain")):
            article = Article(f"{outlet}{n}", outlet=outlet, event=f"e{n}", text="x")
            articles.append(article)
            mentions.append(build.mention(article, variant, concept=f"thing-{n}"))
    found = compare(build.analysis_of(articles, mentions))
    refusal = str(found.primary.refusal)
    assert "A and B differ in 8 of the 8 events" in refusal
    assert "seldom over the same words, so that nothing adds up" in refusal
    assert "at least 6 are needed" not in refusal


def test_five_events_that_differ_are_too_few(build):
    """Of eight events five differ: the number is the cause, and is said."""
    counts = {(f"e{n}", o): (int(o == "A" and n < 5), 1) for n in range(8) for o in "AB"}
    refusal = str(compare(build.from_counts(counts)).primary.refusal)
    assert "differ in only 5 of the 8 events" in refusal
    assert "at least 6 are needed" in refusal


def test_pooled_sides_that_share_no_naming(build):
    """Kinds of outlets of which two name nothing in common: the others are still compared."""
    articles = [
        Article(id=f"{event}{outlet}", outlet=outlet, event=event, meta={"kind": kind}, text="x")
        for kind, outlets, events in (("left", "AB", "12"), ("right", "CD", "12"), ("x", "EF", "3"))
        for outlet in outlets
        for event in events
    ]
    mentions = [build.mention(a, "harsh" if a.outlet in "AB" else "plain") for a in articles]
    found = compare(build.analysis_of(articles, mentions), by="kind")
    assert "left wrote" in found.findings()[0]


def test_what_one_event_shows_is_said_once(build):
    """Among several events, findings of one event alone are told apart in one sentence."""
    counts = {(f"e{n}", side): (n % 2, 2) for n in range(3) for side in "AB"}
    several = build.from_counts(counts)
    alone = build.from_counts({("e9", "A"): (5, 5), ("e9", "B"): (0, 5)}, concept="camp")
    both = build.analysis_of(
        [*several.articles, *alone.articles],
        [*several.mentions.to_dict("records"), *alone.mentions.to_dict("records")],
    )
    told = " ".join(map(str, compare(both).findings()))
    assert told.count("habit") == 1
    assert "One of these findings rests on one event alone, which cannot show a habit." in told


def test_a_copy_in_other_words_is_told(build):
    """What a copy words otherwise is a decision, and a side of copies alone is no silent side."""
    texts = {"A": WIRE, "B": WIRE + " It was late."}
    articles = [
        Article(id=f"{o}{n}", outlet=o, event=f"e{n}", date=f"2020-01-0{n + 1}", text=text)
        for n in range(2)
        for o, text in texts.items()
    ]
    rows = [
        build.mention(a, "harsh" if a.outlet == "A" or a.event == "e0" else "plain")
        for a in articles
    ]
    found = compare(build.analysis_of(articles, rows))
    assert said(found, "1 of them puts other words for a thing than the article repeated")
    assert said(found, "Every article of B repeats another's; copies='all' (--copies all)")
    assert not said(found, "B names none of these concepts.")
    assert said(found, "No event is covered by more than one outlet, copies aside.")


def test_nothing_is_called_shared_that_is_not(build):
    """Where no event has two sides, the question does not speak of events they share."""
    apart = build.from_counts({(f"e{n}", "AB"[n % 2]): (1, 2) for n in range(8)})
    assert compare(apart).question.startswith("In these articles, do A and B call")
    alone = build.from_counts({(f"e{n}", "A"): (1, 2) for n in range(8)})
    assert compare(alone).question.startswith("In these articles, which words does A choose")


def test_a_lone_outlet_against_pooled_sides_says_these_outlets():
    """Where the rest pools outlets, a side of one outlet speaks of these outlets alone."""
    words = {"left": "undocumented", "right": "illegal", "centre": "undocumented"}
    outlets = {"left": ("Ash", "Birch"), "right": ("Cedar",), "centre": ("Dogwood", "Elm")}
    articles = [
        Article(
            f"{name}{event}",
            outlet=name,
            event=f"e{event}",
            text=f"The {word} immigrants came to the {name} inn. It was day {event}.",
            meta={"leaning": side},
        )
        for side, word in words.items()
        for name in outlets[side]
        for event in range(8)
    ]
    analysis = analyze(articles, "migration", sentiment=False)
    found = compare(analysis, by="leaning", copies="all")
    rows = found.differences.query("measure == 'naming choice' and kind == 'rest'")
    row = rows[(rows["outlet_a"] == "right") & rows["concept"].notna()].iloc[0]
    assert row["units_note"]
    assert row["largest_outlet_a"] == "Cedar"
    told = next(str(s) for s in found.findings() if "right wrote" in str(s) and "other" in str(s))
    assert told.endswith("There are too few outlets to speak of more than these.")

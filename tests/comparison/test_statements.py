"""Each sentence counts exactly the rows it speaks of, and calls the sides what they are."""

from __future__ import annotations

import pandas as pd
import pytest

import framing
from framing.comparison import compare
from framing.comparison.queries import Sentence
from framing.errors import ComparisonError
from framing.values import Article

POSTS = (("Ash", "left", "rebels"), ("Birch", "right", "terrorists"), ("Clay", "right", "rebels"))


def lines_counted(found):
    """Yield every number of the findings that opens mentions, with how many it opens."""
    for sentence in found.findings(details=True):
        for part in sentence:
            if part.query is not None and part.query.show == "lines" and part.text.isdigit():
                yield int(part.text), len(found.lines(part))


def posts(events, **more):
    """Articles of three outlets on some events, one naming each."""
    return framing.read_articles(
        pd.DataFrame(
            [
                {"event": f"e{day}", "outlet": outlet, "leaning": side,
                 "text": f"The {word} met at {day + 1} o'clock. Rain fell.", **more}
                for day in range(events)
                for outlet, side, word in POSTS
            ]
        )
    )  # fmt: skip


def test_every_number_of_a_finding_is_its_lines(build, many_events):
    """Each n of N opens n and N rows, whatever stands outside the matched events."""
    found = compare(many_events(8, A=(3, 4), B=(1, 4), C=(0, 2)))
    numbers = list(lines_counted(found))
    assert len(numbers) > 10
    assert [n for n, _ in numbers] == [opened for _, opened in numbers]


@pytest.mark.parametrize("first", ["Ash", "Birch"])
def test_a_word_that_both_wrote_most_comes_first(build, first):
    """One "harsh" among many "plain" is not told as what its side wrote; who prefers it begins."""
    other = "Birch" if first == "Ash" else "Ash"
    counts = {(f"e{at}", first): (0, 3) for at in range(8)}
    counts |= {(f"e{at}", other): (at == 0, 3) for at in range(8)}
    found = compare(build.from_counts(counts))
    said = str(found.findings()[0])
    told = f"{first} wrote “plain” 24 of 24 times, {other} 23 of 24; {other} “harsh” 1 of 24"
    assert told in said
    assert all(n == opened for n, opened in lines_counted(found))


def test_what_both_call_alike_untested_is_named_once(build):
    """Nobody reads a finding each on eleven things that two outlets call the same."""
    articles = [Article(f"{o}{n}", outlet=o, event=f"e{n}", text="x") for n in (1, 2) for o in "AB"]
    alike = [f"thing-{letter}" for letter in "abcdefgh"]
    mentions = [build.mention(each, "plain", concept=name) for each in articles for name in alike]
    only = [str(said) for said in compare(build.analysis_of(articles, mentions)).findings()]
    assert sum(said.startswith("Over the 2 events") for said in only) == len(alike)
    mentions += [
        build.mention(each, "harsh" if each.outlet == "A" else "plain", concept="raid")
        for each in articles
    ]
    told = [str(said) for said in compare(build.analysis_of(articles, mentions)).findings()]
    assert [said for said in told if "naming" in said] == told[:1]
    assert told[1].startswith(
        "Called by the same words on both sides, too seldom for a test: thing a (A and B), thing b"
    )
    assert told[1].endswith("thing f (A and B), and 2 more.")
    third = [Article(f"C{n}", outlet="C", event=f"e{n}", text="x") for n in (1, 2)]
    mentions += [build.mention(each, "plain", concept="raid") for each in third]
    said = [
        str(said) for said in compare(build.analysis_of([*articles, *third], mentions)).findings()
    ]
    assert "raid" not in next(each for each in said if each.startswith("Called by the same"))


def test_a_word_that_one_article_repeats_is_told_as_that_articles(build):
    """Five of Ash's eight in one text are that text's habit; four of eight are told as Ash's."""
    counts = {(f"e{at}", "Ash"): (1 if 1 < at < 5 else 0, 2) for at in range(6)}
    counts |= {(f"e{at}", "Birch"): (0, 3) for at in range(6)}
    said = "5 of the 8 times that Ash wrote “harsh” stand in one article."
    found = compare(build.from_counts(counts | {("e0", "Ash"): (5, 6)}))
    assert said in str(found.findings()[0])
    assert all(n == opened for n, opened in lines_counted(found))
    even = counts | {("e0", "Ash"): (4, 6), ("e1", "Ash"): (1, 2)}
    assert "in one article" not in str(compare(build.from_counts(even)).findings()[0])


def test_two_articles_that_hold_both_words_are_told_together(build):
    """Where each side's word stands mostly in one text, one sentence says so of both."""
    counts = {(f"e{at}", "Ash"): (6 if at == 0 else 0, 7 if at == 0 else 1) for at in range(6)}
    counts |= {(f"e{at}", "Birch"): (1 if at else 0, 1 if at else 9) for at in range(6)}
    said = str(compare(build.from_counts(counts)).findings()[0])
    assert "wrote “harsh” and" not in said
    assert "of the 14 times that Birch wrote “plain”" not in said


def test_of_one_article_a_side_nobody_wonders_that_all_stands_in_it(build):
    """A side with one article on the matter has all in it; with a second one, that is told."""
    counts = {("e0", "Ash"): (5, 6), ("e0", "Birch"): (0, 3)}
    assert "in one article" not in str(compare(build.from_counts(counts)).findings()[0])
    more = counts | {("e1", "Ash"): (0, 1), ("e1", "Birch"): (0, 3)}
    found = compare(build.from_counts(more))
    said = next(str(each) for each in found.findings() if "harsh" in str(each))
    assert "All 5 times that Ash wrote “harsh” stand in one article." in said
    assert all(n == opened for n, opened in lines_counted(found))


def test_a_side_that_is_a_number_stands_apart_from_its_count():
    """Nobody reads "leaning 2 3 of 7" as 3 of 7 of leaning 2."""
    read = framing.read_articles(
        pd.DataFrame(
            [
                {"event": f"e{day}", "outlet": outlet, "leaning": side,
                 "text": f"The {word} met at {day + 1} o'clock. The rebels left."}
                for day in range(7)
                for outlet, side, word in (("Ash", 1, "terrorists"), ("Birch", 2, "rebels"))
            ]
        )
    )  # fmt: skip
    found = compare(framing.analyze(read, "armed-groups", sentiment=False), by="leaning")
    said = str(found.findings()[0])
    assert "“rebels” 14 of 14 (leaning 1: 7 of 14)" in said


def test_a_sentence_of_several_numbers_says_how_to_ask_for_one(build):
    """The first thing a reader of README tries is `lines` of a finding."""
    found = compare(build.from_counts({("e", "Ash"): (2, 1), ("e", "Birch"): (0, 3)}))
    said = found.findings()[0]
    place = next(at for at, part in enumerate(said) if part.query is not None)
    with pytest.raises(ComparisonError, match=rf"such as sentence\[{place}\]: \[{place}\] '"):
        found.lines(said)
    assert len(found.lines(said[place]))
    alone = Sentence(said[place : place + 1])
    assert len(found.lines(alone)) == len(found.lines(said[place]))
    with pytest.raises(ComparisonError, match="this sentence counts nothing: 'Nothing here"):
        found.lines(Sentence.of("Nothing here."))


def test_many_outlets_without_events_are_told_by_those_that_name_it_most():
    """Forty outlets in one sentence are read by nobody; of the rest it is said how many."""
    made = [
        Article(f"a{n}", outlet=f"Post {n}", text="Protesters met. " * (2 if n > 2 else 1))
        for n in range(9)
    ]
    found = [str(said) for said in compare(framing.analyze(made, sentiment=False)).findings()]
    assert found[0].startswith("Without events nothing is matched, so that no choice of words")
    assert "; 3 more outlets name it." in found[1]
    assert [f"Post {n} " in found[1] for n in range(9)] == [False] * 3 + [True] * 6


def test_of_many_outlets_on_an_event_none_is_singled_out():
    """Four of five names in brackets would read as if the others had been left out."""
    lone = [
        Article("a", outlet="Post 0", event="e", text="Oil rose."),
        Article("b", outlet="Herald", event="f", text="Protesters met."),
    ]
    few = str(compare(framing.analyze(lone, sentiment=False)).findings()[0])
    assert few.startswith("No event has one thing that two of the outlets (Herald and Post 0) both")
    many = [*lone, *(Article(f"c{n}", outlet=f"Sun {n}", event=f"g{n}", text="It rained.")
                     for n in range(3))]  # fmt: skip
    told = str(compare(framing.analyze(many, sentiment=False)).findings()[0])
    assert told.startswith("No event has one thing that two of the outlets both name")


def test_articles_of_no_event_enter_no_sentence_on_this_event(build):
    """Ten articles of Ash, nine in no event: in this event it wrote it once of once."""
    articles = [
        *(Article(f"a{n}", outlet="Ash", event=None if n else "e", text="x") for n in range(10)),
        Article("b", outlet="Birch", event="e", text="x"),
    ]
    mentions = [build.mention(a, "harsh" if a.outlet == "Ash" else "plain") for a in articles]
    found = compare(build.analysis_of(articles, mentions))
    first = str(found.findings()[0])
    assert first.startswith("In this event, naming troops in its own words, Ash wrote")
    assert "“harsh” 1 of 1 times, Birch “plain” 1 of 1" in first
    assert all(n == opened for n, opened in lines_counted(found))


def test_sides_are_called_what_their_column_is_called():
    """Two leanings of three outlets are two leanings; each alone of an outlet says so."""
    found = compare(framing.analyze(posts(7), "armed-groups", sentiment=False), by="leaning")
    said = " ".join([found.question, found.methods_text(), *map(str, found.findings())])
    assert "2 outlets" not in said
    assert "left and right" in found.question
    assert "too few outlets to speak of more than these" in said


def test_two_lexicons_with_one_concept_id_keep_their_lines_apart(build):
    """A sentence on `raid` of one lexicon opens no line of the other's `raid`."""
    articles = [
        Article(f"{o}{n}", outlet=o, event=f"e{n}", text="x") for n in range(7) for o in "AB"
    ]
    mentions = [
        build.mention(a, "harsh" if a.outlet == "A" else "plain", concept="raid", lexicon=lexicon)
        for a in articles
        for lexicon in ("strikes", "police")
        for _ in range(2 if lexicon == "police" else 1)
    ]
    found = compare(build.analysis_of(articles, mentions))
    told = [s for s in found.findings() if "naming raid" in s]
    assert len(told) == 2
    lexicons = []
    for sentence in told:
        for part in sentence:
            if part.query is not None and part.query.show == "lines":
                rows = found.lines(part)
                assert set(rows["lexicon"]) == {part.query.lexicon}
                assert len(rows) == int(part.text)
        lexicons.append(sentence.queries[0].lexicon)
    assert sorted(lexicons) == ["police", "strikes"]


def test_n_of_stance_means_one_thing(many_events):
    """In every row of `stance` on one side `value` is n of total, or a rate of n in total."""
    table = compare(many_events(7, A=(1, 4), B=(0, 4))).stance
    rows = table[table["kind"].eq("side").fillna(False) & table["value"].notna()]
    rows = rows[rows["total"].notna() & (rows["total"] > 0) & rows["n"].notna()]
    assert len(rows)
    assert (rows["n"] >= 0).all()
    shares = rows[rows["measure"].str.endswith("share")]
    assert shares["value"].tolist() == pytest.approx(
        (shares["n"] / shares["total"]).astype(float).tolist()
    )


def test_rows_of_stance_open_what_holds_their_words(build):
    """Cues, reported passages or articles; of a difference, those of the events both cover."""
    articles = [Article(id=f"{e}{o}", outlet=o, event=e, text="x") for e in "ab" for o in "AB"]
    articles.append(Article(id="cA", outlet="A", event="c", text="x"))
    cues = [
        {"article_id": a.id, "field": "text", "start": 0, "end": 1, "text": "x", "kind": "hedge",
         "voice": "own", "sentence": 0}
        for a in articles
    ]  # fmt: skip
    passages = [
        {"article_id": a.id, "field": "text", "kind": "indirect", "cue": "claimed",
         "cue_class": "doubt" if a.outlet == "A" else "neutral", "speaker_kind": "anonymous",
         "words": 5}
        for a in articles
    ]  # fmt: skip
    found = compare(build.analysis_of(articles, [], passages, cues))
    table = found.stance
    sides = table[(table["kind"] == "side") & (table["outlet"] == "A")].set_index(
        "measure", drop=False
    )
    opened = {name: len(found.lines(row)) for name, row in sides.iterrows()}
    assert (opened["rate of hedge"], opened["doubt share"], opened["anonymous share"]) == (3, 3, 3)
    b = table[(table["kind"] == "side") & (table["outlet"] == "B")].set_index("measure", drop=False)
    assert len(found.lines(b.loc["doubt share"])) == 0
    pair = table[(table["kind"] == "pair") & (table["measure"] == "rate of hedge")].iloc[0]
    assert found.lines(pair)["event"].value_counts().to_dict() == {"a": 2, "b": 2}


def test_what_analyze_takes_compare_takes(tmp_path):
    """A path, a table or articles are analysed first."""
    for article in posts(2):
        folder = tmp_path / article.event
        folder.mkdir(exist_ok=True)
        (folder / f"{article.outlet}.txt").write_text(article.text, encoding="utf-8")
    found = compare(tmp_path)
    assert found.outlets == ("Ash", "Birch", "Clay")
    assert "rebels" in " ".join(map(str, found.findings()))


def test_no_difference_at_all_is_no_result_of_a_test(many_events):
    """Where nothing differs, the sentence says so, and prints no p of 1."""
    found = compare(many_events(8, A=(4, 4), B=(4, 4)))
    said = " ".join(map(str, [*found.findings(), *found.primary.sentences]))
    assert "1.0000" not in said
    assert "smallest" not in said
    assert "do not differ at all" in said


def test_a_side_that_is_a_number_says_of_what(build):
    """Sides coded as numbers are read as kinds, not as counts."""
    articles = [
        Article(id=f"{e}{k}", outlet=f"o{k}", event=e, meta={"leaning": k}, text="x")
        for e in "ab"
        for k in (0, 4)
    ]
    mentions = [
        build.mention(a, "harsh" if a.meta["leaning"] else "plain")
        for a in articles
        for _ in "12345"
    ]
    found = compare(build.analysis_of(articles, mentions), by="leaning")
    assert "leaning 0 wrote “plain” 10 of 10 times" in found.findings()[0]
    assert "leaning 4 “harsh” 10 of 10" in found.findings()[0]


def test_one_word_in_two_forms_is_no_difference_and_is_told_last(build):
    """What both call by one word in two forms is said to count as one, after what differs."""
    forms = {"A": "occupier", "B": "occupation force"}
    articles = [Article(id=f"{e}{o}", outlet=o, event=e) for e in "abcdef" for o in "AB"]
    mentions = [
        build.mention(a, "harsh") | {"text": forms[a.outlet], "wording": forms[a.outlet]}
        for a in articles
    ]
    for article in articles[:2]:
        variant = "harsh" if article.outlet == "A" else "plain"
        mentions += [build.mention(article, variant, concept="rally") for _ in range(5)]
    told = [str(sentence) for sentence in compare(build.analysis_of(articles, mentions)).findings()]
    assert "naming rally" in told[0]
    assert "(forms that count as one). Counted so, there is no difference at all." in told[1]


def test_one_word_in_two_forms_is_told_told_in_the_form_of_each(build):
    """Sides that wrote forms of one variant are each quoted with their own."""
    articles = [Article(id=o, outlet=o, event="e", text="x") for o in "AB"]
    texts = {"A": "occupier", "B": "occupation force"}
    mentions = [
        build.mention(a, "harsh") | {"text": texts[a.id], "wording": texts[a.id]} for a in articles
    ]
    found = compare(build.analysis_of(articles, mentions))
    assert (
        "A wrote “occupier” 1 of 1 times, B “occupation force” 1 of 1 (forms that count as one)"
        in found.findings()[0]
    )


def test_the_result_over_one_concept_has_no_second_size(many_events):
    """Its finding tells how large the difference is; another estimate of it would confuse."""
    found = compare(many_events(8, A=(3, 4), B=(1, 4)))
    assert "of 100" in found.findings()[0]
    assert "choose different words (p = .008)." in found.primary.result
    assert "of 100" not in found.primary.result


def test_few_namings_that_differ_are_told_where_many_do_not(build):
    """What was named often and is alike does not hide what was named less and differs."""
    articles = [Article(id=f"{e}{o}", outlet=o, event=e) for e in "abcdef" for o in "AB"]
    mentions = [build.mention(a, "plain") for a in articles]
    for article in articles[:4]:
        variant = "harsh" if article.outlet == "A" else "plain"
        mentions.append(build.mention(article, variant, concept="rally"))
    told = [str(sentence) for sentence in compare(build.analysis_of(articles, mentions)).findings()]
    assert "naming rally in its own words, A wrote “harsh” 2 of 2 times" in told[0]
    assert "naming troops" in told[1]


def test_why_there_is_no_test_is_said_once(one_event):
    """The refusal of one event is no statement as well, so that a page does not say it twice."""
    sentences = [str(sentence) for sentence in compare(one_event).primary.sentences]
    assert sentences.count("One event cannot show a habit.") == 1


def test_an_interval_from_nothing_on_says_that_the_size_stays_open(build):
    """Where p shows a difference whose interval begins at 0, the sentence says what that means."""
    counts = {}
    for n in range(12):
        turned = n in (1, 4)
        counts |= {(f"e{n}", "A"): (0 if turned else 2, 2), (f"e{n}", "B"): (2 if turned else 0, 2)}
    (said, *_) = compare(build.from_counts(counts)).findings()
    assert "p = .039" in said
    assert "95% interval 0 to 100, so that how large it is stays open)" in said


def test_whole_outlets_stand_beside_the_result_over_all_too(build):
    """Sides that pool outlets: what exchanging these says, and who holds most of the weight."""
    articles = [
        Article(id=f"{e}{side}{k}", outlet=f"{side}{k}", event=e, meta={"leaning": side})
        for e in "abcdefgh"
        for side in ("left", "right")
        for k in range(4)
    ]
    mentions = [
        build.mention(a, "harsh" if a.meta["leaning"] == "left" else "plain") for a in articles
    ]
    found = compare(build.analysis_of(articles, mentions), by="leaning")
    assert "With whole outlets exchanged p = .029." in found.primary.result


def test_every_row_of_every_table_opens_what_it_counts():
    """Whatever stands beside the counts as a label: forms like each other, plurals, voices."""
    texts = {
        "Ash": "The illegal immigrants left. Illegal aliens stayed, the mayor said. The regime "
               "of Varenia called illegal immigrants a burden.",
        "Birch": "Undocumented immigrants left. “The illegal aliens stayed,” Ida Holm said. "
                 "Officials say the Iranian regime will fall.",
    }  # fmt: skip
    articles = [
        Article(id=f"{e}{o}", outlet=o, event=e, text=text)
        for e in "ab"
        for o, text in texts.items()
    ]
    lexicons = framing.load_lexicon(["migration", "governments"])
    found = compare(framing.analyze(articles, lexicons), copies="all")
    counted = {"naming": "n", "shares": "total", "targets": "n", "sources": "passages",
               "coverage": "namings"}  # fmt: skip
    for name, column in counted.items():
        table = found.tables[name]
        assert len(table), name
        opened = [len(found.lines(row)) for _, row in table.iterrows()]
        assert opened == table[column].tolist(), name
    unbound = found.stance.query("measure == 'unbound share'")
    assert unbound["n"].sum()
    assert [len(found.lines(row)) for _, row in unbound.iterrows()] == unbound["n"].tolist()
    for _, row in found.differences.iterrows():
        single = row["measure"] == "variant share"
        both = row["n_a"] + row["n_b"] if single else row["total_a"] + row["total_b"]
        assert len(found.lines(row)) == both

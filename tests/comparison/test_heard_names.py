"""Who is heard: a person is one source over a corpus, and a surname alone links nobody."""

from __future__ import annotations

from collections.abc import Mapping

from framing.charts import SourcesDisplay
from framing.comparison import Comparison, compare
from framing.comparison.heardnames import one_name
from framing.values import Article


def heard(build, said: Mapping[str, list[str]]) -> Comparison:
    """Compare outlets that let these persons speak, ten words a passage."""
    articles = [Article(id=outlet, outlet=outlet, event="e") for outlet in said]
    rows = [
        {"article_id": outlet, "field": "text", "speaker_kind": "named", "speaker_name": name,
         "words": 10, "act": "speech", "cue": "said"}
        for outlet, names in said.items() for name in names
    ]  # fmt: skip
    return compare(build.analysis_of(articles, [], rows))


def test_first_and_last_name_make_one_person_and_a_surname_nobody() -> None:
    """A surname alone is nobody's, also where all full names with it are one person's."""
    names = one_name({"Rook": 9, "Anselm J. Rook": 1, "Anselm Rook": 8})
    assert set(names.values()) == {"Anselm Rook", "Rook"}
    names = one_name({"Rook": 9, "Anselm J. Rook": 1, "Anselm Rook": 80, "Ida Rook": 1})
    assert names["Rook"] == "Rook"
    assert names["Ida Rook"] == "Ida Rook"
    assert names["Anselm J. Rook"] == "Anselm Rook"


def test_initials_that_differ_and_a_son_are_other_persons() -> None:
    """Of Orlo Q. and Orlo S. Venn neither is Orlo Venn; nor is Orlo Venn Jr., whose is no Venn."""
    names = {"Orlo Venn": 3, "Orlo Q. Venn": 2, "Orlo S. Venn": 1, "Orlo Quill Venn": 1, "Venn": 2}
    found = one_name(names)
    assert found["Orlo Venn"] == "Orlo Venn"
    assert found["Orlo Quill Venn"] == "Orlo Q. Venn"
    assert found["Orlo S. Venn"] == "Orlo S. Venn"
    assert found["Venn"] == "Venn"
    names = {"Orlo Venn": 3, "Orlo Venn, Jr.": 2, "Orlo Venn Jr": 1, "Venn": 2}
    assert one_name(names) == {**{name: name for name in names}, "Orlo Venn Jr": "Orlo Venn, Jr."}


def test_names_that_are_none_stay_as_written() -> None:
    """Nothing, one word, or more words than a name has."""
    long = "the six mayors of the valley towns Venn"
    assert one_name({"": 1, "Venn": 1, long: 2}) == {"": "", "Venn": "Venn", long: long}


def test_a_person_is_one_source_with_the_other_names_beside(build) -> None:
    """Over the outlets of a corpus, with all passages behind the number."""
    found = heard(
        build, {"A": ["Ana Ruiz", "Ana Q. Ruiz"], "B": ["Ana Q. Ruiz", "Ana Ruiz", "Ida Lund"]}
    )
    rows = found.sources[["outlet", "speaker_name", "passages", "also"]].fillna("")
    assert rows.to_numpy().tolist() == [
        ["A", "Ana Ruiz", 2, "Ana Q. Ruiz"],
        ["B", "Ana Ruiz", 2, "Ana Q. Ruiz"],
        ["B", "Ida Lund", 1, ""],
    ]
    lines = found.lines(found.sources.iloc[0])
    assert lines["speaker_name"].tolist() == ["Ana Ruiz", "Ana Q. Ruiz"]
    stance = found.stance.loc[found.stance["outlet"].eq("B")]
    assert stance.loc[stance["measure"].eq("sources"), "value"].tolist() == [2]


def test_who_shares_a_surname_anywhere_in_the_corpus_is_not_linked_by_it(build) -> None:
    """Another outlet's Ida Ruiz is enough that "Ruiz" stays what is written."""
    found = heard(build, {"A": ["Ana Ruiz", "Ruiz"], "B": ["Ida Ruiz"]})
    assert sorted(found.sources["speaker_name"]) == ["Ana Ruiz", "Ida Ruiz", "Ruiz"]
    assert found.sources["also"].isna().all()


def test_who_is_known_by_a_surname_has_it_but_where_another_of_that_name_speaks(build) -> None:
    """Anna Ruiz has 20 of 24 passages under full names: "Ruiz" is hers, beside Ida nobody's."""
    many = {str(at): ["Anna Ruiz"] for at in range(20)}
    said = {**many, "A": ["Ruiz"], "B": ["Ida Ruiz", "Ida Ruiz", "Ruiz"], "C": ["Lund", "Ida Lund"]}
    found = heard(build, said).sources.set_index("outlet")
    assert found.loc["A", "speaker_name"] == "Anna Ruiz"
    assert found.loc["A", "also"] == "Ruiz"
    assert found.loc["B", "speaker_name"].tolist() == ["Ida Ruiz", "Ruiz"]
    assert found.loc["C", "speaker_name"].tolist() == ["Ida Lund", "Lund"]
    fewer = heard(build, {name: each for name, each in said.items() if name != "7"}).sources
    assert "Ruiz" in set(fewer.loc[fewer["outlet"] == "A", "speaker_name"])


def test_the_chart_draws_a_person_once_and_opens_every_passage(build) -> None:
    """The bar of a person with three written names counts what its link opens."""
    found = heard(build, {"A": ["Ana Ruiz", "Ana Ruiz", "Ana Q. Ruiz"], "B": ["Ida Lund"]})
    display = SourcesDisplay.from_comparison(found)
    assert display.data[["source", "passages", "names"]].to_numpy().tolist() == [
        ["Ana Ruiz", 3, 2],
        ["Ida Lund", 1, 1],
    ]
    links = [link for link in display.marks(484).links if link.get("speaker") == "Ana Ruiz"]
    assert links
    assert all(len(found.lines(link)) == link["n"] == 3 for link in links)

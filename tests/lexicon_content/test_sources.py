"""Nothing loaded is claimed without a source that was opened; no source carries too much."""

from __future__ import annotations

import re
from collections import Counter
from pathlib import Path
from types import ModuleType

from framing.lexicon import Lexicon

MIRRORS = re.compile(
    r"docslib|coursehero|bookread|read-free|wikimili|enwikipedia|wikisum|piglix|infomutt|paperzz"
    r"|grupbul|lacasade|conspiracyresource|twtext|vdocuments|//\d+\.\d|\d{5,}\.[a-z0-9]+\.(?:asia|xyz)"
)
VAGUE = re.compile(
    r"(?:the )?(?:whole )?(?:web ?)?(?:page|site|text|book|document|pdf)|passim|throughout|various"
    r"|several (?:places|passages|entries)|in general|general|n/?a|see there|-", re.IGNORECASE
)  # fmt: skip
UNDATED = {"femifesto-checklist", "dwd-terminology"}
CALLED_IT = {
    "Daesh", "TRNC", "FGM", "the six counties", "the Six Counties", "woke", "woke mob", "gutted",
    "revenue enhancement", "stood up to", "axed", "Lyin' Ted",
}  # fmt: skip
NO_YEAR = {"panarmenian-1915", "cjr-sanctuary-2007"}
QUOTED = re.compile(r"['‘“\"]([^'’”\"]{90,})['’”\"]")


def test_loaded_variants_cite(lexicons: list[Lexicon], report: ModuleType) -> None:
    """A loaded variant in use cites sources that are declared, with a place and what they say."""
    for lexicon, concept, variant in report.enabled(lexicons):
        where = (lexicon.id, concept.id, variant.id)
        declared = set(lexicon.sources)
        assert variant.sources or not variant.intensity, where
        for citation in variant.sources:
            assert citation.id in declared, where
            assert citation.locator, where
            assert citation.says, where


def test_places_can_be_found(lexicons: list[Lexicon], report: ModuleType) -> None:
    """The place of a citation is a part that can be found, never the whole of a work."""
    for lexicon, concept, variant in report.variants(lexicons):
        for citation in variant.sources:
            where = (lexicon.id, concept.id, variant.id, citation.id)
            assert not VAGUE.fullmatch(citation.locator or "-"), where


def test_sources_can_be_looked_up(lexicons: list[Lexicon]) -> None:
    """Each source has a title, a publisher, and an address with the day it was read or a year."""
    for lexicon in lexicons:
        for source in lexicon.sources.values():
            assert source.title, source.id
            assert source.publisher, source.id
            if source.url is None:
                assert source.year or source.id in UNDATED, source.id
                continue
            assert re.match(r"https?://\S+$", source.url), source.id
            assert not MIRRORS.search(source.url), source.id
            assert re.match(r"\d{4}-\d{2}-\d{2}$", source.accessed or ""), source.id


def test_guides_and_studies(lexicons: list[Lexicon], report: ModuleType) -> None:
    """Thirty style guides, or studies with a DOI, stand among the sources."""
    shown = report.evidence(lexicons)
    assert shown["studies"] + shown["guides"] >= 30
    assert shown["studies"] >= 15
    assert 0 < shown["attested"] < shown["forms"]
    assert shown["fixed"] >= 65


def test_each_form_is_attested_or_extrapolated(lexicons: list[Lexicon]) -> None:
    """What is extrapolated is a form of its variant, and never the word that names it."""
    for lexicon in lexicons:
        for concept in lexicon.concepts:
            for variant in concept.variants:
                forms = (*variant.nouns, *variant.verbs, *variant.adjectives, *variant.exact)
                where = (lexicon.id, concept.id, variant.id)
                assert set(variant.extrapolated) <= set(forms), where
                if variant.extrapolated and set(variant.extrapolated) == set(forms):
                    assert variant.basis == "inferred", where


def test_a_citation_speaks_of_its_word(lexicons: list[Lexicon], report: ModuleType) -> None:
    """What is told of a loaded variant is of one of its words, or says that it is of its kind."""
    loaded = [each for each in report.enabled(lexicons) if each[2].intensity]
    told = Counter((c.id, c.locator, c.says) for _, _, each in loaded for c in each.sources)
    for lexicon, concept, variant in loaded:
        where = (lexicon.id, concept.id, variant.id)
        kinds = [c for c in variant.sources if (c.says or "").startswith(report.OF_ITS_KIND)]
        for citation in variant.sources:
            title = lexicon.sources[citation.id].title
            if citation not in kinds and told[citation.id, citation.locator, citation.says] > 1:
                assert report.speaks_of(citation, variant, title), (*where, citation.id)
        if len(kinds) == len(variant.sources):
            assert variant.basis == "inferred", where
            assert variant.intensity < 3, where
            assert set(report.lemmas(variant)) == {each.casefold() for each in variant.extrapolated}
        else:
            assert report.ground(lexicon, variant) == "word", where


def test_a_form_that_a_source_gives_is_named(lexicons: list[Lexicon], report: ModuleType) -> None:
    """What is not marked extrapolated has a word in what is told of its variant, or is its "it"."""
    for lexicon, concept, variant in report.enabled(lexicons):
        if not variant.intensity:
            continue
        told = report.told(lexicon, variant)
        given = set(report.listed(variant)) - set(variant.extrapolated)
        for form in given - CALLED_IT:
            where = (lexicon.id, concept.id, variant.id, form)
            assert report.alike(report.words_of(form), told), where


def test_one_work_has_one_id(lexicons: list[Lexicon]) -> None:
    """No work stands under two ids, so that one opinion does not count as two."""
    pages: dict[str, str] = {}
    for lexicon in lexicons:
        for source in lexicon.sources.values():
            if source.url:
                page = re.sub(r"https?://(?:www\.|m\.)?|/$", "", source.url)
                assert pages.setdefault(page, source.id) == source.id, page


def test_years_and_dois_agree(lexicons: list[Lexicon]) -> None:
    """A DOI has its form and is that of the address; an id that ends in a year is of that year."""
    for lexicon in lexicons:
        for source in lexicon.sources.values():
            assert re.fullmatch(r"10\.\d{4,9}/\S+", source.doi or "10.1234/x"), source.id
            if "doi.org/" in (source.url or ""):
                assert source.doi == (source.url or "").split("doi.org/")[1], source.id
            dated = re.search(r"-((?:19|20)\d\d)$", source.id)
            if dated and source.id not in NO_YEAR:
                assert source.year == int(dated[1]), source.id


def test_same_source_everywhere(lexicons: list[Lexicon]) -> None:
    """One id means one work in every file, and every declared source is cited."""
    works: dict[str, tuple[str | None, ...]] = {}
    for lexicon in lexicons:
        cited = {c.id for concept in lexicon.concepts for v in concept.variants for c in v.sources}
        cited |= {ruling.source for concept in lexicon.concepts for ruling in concept.rulings}
        assert cited == set(lexicon.sources), lexicon.id
        for source in lexicon.sources.values():
            work = (source.title, source.publisher, source.url)
            assert works.setdefault(source.id, work) == work, source.id


def test_looked_up_again(lexicons: list[Lexicon], report: ModuleType) -> None:
    """What was looked up again is cited still, and README says how many were and how many stood."""
    again = report.looked_up()
    declared = {name for lexicon in lexicons for name in lexicon.sources}
    assert set(again) <= declared
    assert set(again.values()) == set(report.OUTCOMES)
    found = Counter(again.values())
    readme = " ".join((Path(__file__).parents[2] / "README.md").read_text("utf-8").split())
    told = f"{len(again)} sources were looked up again: {found['copy']} were found as copies only, "
    assert told + f"{found['mended']} told less" in readme
    shown = report.evidence(lexicons)
    assert shown["kind"] < shown["loaded"] / 10


def test_no_source_carries_too_much(lexicons: list[Lexicon], report: ModuleType) -> None:
    """No source stands behind more than a quarter of the variants that cite any."""
    shares = report.source_shares(lexicons)
    assert len(shares) >= 100
    assert max(share for _, _, share in shares) <= 0.25


def test_unsourced_claim_nothing(lexicons: list[Lexicon], report: ModuleType) -> None:
    """What was not found in any source is marked so, and cites none."""
    for lexicon, concept, variant in report.variants(lexicons):
        if variant.status == "unsourced":
            assert not variant.sources, (lexicon.id, concept.id, variant.id)


def test_own_words(lexicons: list[Lexicon], report: ModuleType) -> None:
    """What a source says is told in our words: short, with no long quotation."""
    for lexicon, concept, variant in report.variants(lexicons):
        for citation in variant.sources:
            where = (lexicon.id, concept.id, variant.id, citation.id)
            assert len(citation.says or "") <= 260, where
            assert not QUOTED.search(citation.says or ""), where


def test_rulings(lexicons: list[Lexicon]) -> None:
    """A ruling names outlet, place and a source whose file entry can be looked up."""
    outlets = set()
    for lexicon in lexicons:
        declared = set(lexicon.sources)
        for concept in lexicon.concepts:
            for ruling in concept.rulings:
                outlets.add(ruling.outlet)
                assert ruling.source in declared
                assert ruling.locator, (lexicon.id, concept.id, ruling.variant, ruling.outlet)
    assert outlets >= {"BBC", "Reuters", "AP", "Guardian", "NPR"}

"""Coding sheets, scoring against known truths, influence, sensitivity and power."""

from __future__ import annotations

import dataclasses
import json
import random
from pathlib import Path

import pandas as pd
import pytest
from click.testing import CliRunner

import framing
from framing.cli import cli
from framing.validate import (
    Code,
    corrected_shares,
    draw_sheet,
    influence,
    power,
    read_codes,
    score_codes,
    sensitivity,
    write_sheet,
)
from framing.values import Article


def corpus(events: int = 8) -> list[Article]:
    """Make coverage in which Post writes “regime” in its own words and Wire quotes it."""
    articles = []
    neutral = "The Iranian government"  # whose: so that a loaded word could stand in its place
    for event in range(events):
        post = f"Post reporters saw it. The regime fell. The regime wept. {neutral} sat. Rain."
        wire = f"“The regime fell,” said Ana Prell. {neutral} sat. {neutral} slept. Rain."
        if event == 0:
            post += " The regime sang. The regime ate."
        articles.append(Article(f"p{event}", "Post", f"e{event}", text=post))
        articles.append(Article(f"w{event}", "Wire", f"e{event}", text=wire))
    return articles


@pytest.fixture(scope="module")
def analysis() -> framing.Analysis:
    """Analyse the corpus with one lexicon."""
    return framing.analyze(corpus(), "governments", sentiment=False)


@pytest.fixture(scope="module")
def comparison(analysis: framing.Analysis) -> framing.Comparison:
    """Compare the two outlets."""
    return framing.compare(analysis)


class TestSheet:
    """What coders get to see."""

    def test_blind_and_whole(self, analysis: framing.Analysis) -> None:
        """No outlet, no article id and no decision of the tool is on the sheet."""
        drawn = draw_sheet(analysis, n=20, unmatched=10, seed=1)
        text = drawn.sheet.to_csv()
        assert "Post" not in text
        assert "Wire" not in text
        assert "[outlet]" in text
        assert len(drawn.sheet) == len(drawn.key) == 30
        assert (drawn.sheet["voice"] == "").all()

    def test_strata(self, analysis: framing.Analysis) -> None:
        """Rare voices are drawn as well as common ones, with their strata's sizes in the key."""
        key = draw_sheet(analysis, n=12, unmatched=0).key
        assert set(key["voice"]) == {"own", "quoted"}
        for row in key.itertuples():
            of = analysis.mentions
            stratum = f"{row.lexicon}/{row.concept}/{row.voice}"
            size = (
                (of["lexicon"] == row.lexicon)
                & (of["concept"] == row.concept)
                & (of["voice"] == row.voice)
            ).sum()
            assert (row.stratum, row.stratum_size) == (stratum, size)

    def test_seed(self, analysis: framing.Analysis) -> None:
        """The same seed draws the same sheet, another another."""
        first, again, other = (draw_sheet(analysis, n=9, seed=s).sheet for s in (3, 3, 4))
        assert first.equals(again)
        assert not first.equals(other)

    def test_written(self, analysis: framing.Analysis, tmp_path: Path) -> None:
        """Sheet and key are files; hostile text stays text in the page."""
        hostile = Article("x", "O", text="</script><img src=x onerror=alert(1)> The regime fell.")
        drawn = draw_sheet(framing.analyze([hostile], "governments", sentiment=False))
        files = write_sheet(drawn, tmp_path, concepts=["government: <b>"])
        assert [f.name for f in files] == ["sheet.csv", "sheet.html", "key.csv"]
        page = files[1].read_text(encoding="utf-8")
        assert "<img" not in page
        assert "<title>" in page
        assert "&lt;b&gt;" in page

    def test_nothing_to_code(self) -> None:
        """An empty corpus is met with words."""
        with pytest.raises(framing.SettingsError, match="nothing to code"):
            draw_sheet(framing.analyze([Article("a", text="")], sentiment=False))

    @pytest.mark.parametrize(("n", "unmatched"), [(0, 0), (-3, 5), (3, -5)])
    def test_numbers_that_draw_nothing(self, n: int, unmatched: int) -> None:
        """Numbers below 0, or none at all, are met with words."""
        found = framing.analyze([Article("a", text="The regime fell. It rained.")], sentiment=False)
        with pytest.raises(framing.SettingsError, match="how many mentions and sentences"):
            draw_sheet(found, n=n, unmatched=unmatched)


def coded(key: pd.DataFrame, **chances: float) -> dict[str, Code]:
    """Code a key as a coder would who finds the tool wrong at given rates."""
    rng = random.Random(9)  # noqa: S311  (a made-up coder, not a secret)
    codes = {}
    for row in key.to_dict("records"):
        if row["kind"] == "sentence":
            missed = int(rng.random() < chances.get("missed", 0.0))
            codes[row["item"]] = Code(row["item"], None, None, missed)
            continue
        naming = rng.random() >= chances.get("false", 0.0)
        wrong = rng.random() < chances.get("voice", 0.0)
        voice = {"own": "attributed"}.get(row["voice"], "own") if wrong else row["voice"]
        codes[row["item"]] = Code(row["item"], naming, voice if naming else None, None)
    return codes


def figure(validation: framing.validate.Validation, measure: str, of: str) -> pd.Series:  # type: ignore[name-defined]
    """Return one row of the figures."""
    table = validation.figures
    return table[(table["measure"] == measure) & (table["of"] == of)].iloc[0]


class TestScore:
    """Figures against truths that are known because the test made them."""

    def test_a_coder_who_agrees(self, analysis: framing.Analysis) -> None:
        """Full agreement gives 1 throughout, with intervals that say how little was coded."""
        drawn = draw_sheet(analysis, n=30, unmatched=10)
        found = score_codes(drawn.key, {"a": coded(drawn.key), "b": coded(drawn.key)})
        precision = figure(found, "precision", "all mentions")
        assert precision["share"] == 1
        assert 0.8 < precision["low"] < 1
        assert figure(found, "voice right", "namings")["share"] == 1
        assert figure(found, "recall", "namings; from sentences in which nothing was found")[
            "share"
        ] == pytest.approx(1)
        assert (found.sensitivity, found.specificity) == (1, 1)
        assert found.agreement.set_index("question").loc["naming", "units"] == 30

    def test_rates_are_recovered(self) -> None:
        """Planted rates of 20% false hits and 30% wrong voices come back."""
        analysis = framing.analyze(corpus(60), "governments", sentiment=False)
        drawn = draw_sheet(analysis, n=300, unmatched=100)
        found = score_codes(drawn.key, {"a": coded(drawn.key, false=0.2, voice=0.3, missed=0.1)})
        assert figure(found, "precision", "all mentions")["share"] == pytest.approx(0.8, abs=0.06)
        assert figure(found, "voice right", "namings")["share"] == pytest.approx(0.7, abs=0.07)
        recall = figure(found, "recall", "namings; from sentences in which nothing was found")
        assert recall["low"] < recall["share"] < recall["high"] < 1
        assert found.confusion["n"].sum() > 200

    def test_weights_undo_the_strata(self, analysis: framing.Analysis) -> None:
        """A voice drawn too often does not pull the overall share its way."""
        drawn = draw_sheet(analysis, n=16, unmatched=0)
        key = drawn.key
        codes = {
            row.item: Code(row.item, row.voice == "own", row.voice, None)
            for row in key.itertuples()
        }
        found = score_codes(key, {"a": codes})
        sizes = key.drop_duplicates("stratum").set_index("voice")["stratum_size"]
        own = key.drop_duplicates("stratum").query("voice == 'own'")["stratum_size"].sum()
        expected = own / sizes.sum()
        assert figure(found, "precision", "all mentions")["share"] == pytest.approx(expected)

    def test_disagreement_is_tentative(self, analysis: framing.Analysis) -> None:
        """Alpha under .667 reads “tentative”; a tie leaves the item out."""
        drawn = draw_sheet(analysis, n=20, unmatched=0)
        other = {
            item: Code(item, number % 2 == 0, code.voice, None)
            for number, (item, code) in enumerate(coded(drawn.key).items())
        }
        half = {
            item: Code(item, number % 3 != 0, code.voice, None)
            for number, (item, code) in enumerate(coded(drawn.key).items())
        }
        found = score_codes(drawn.key, {"a": half, "b": other})
        assert found.agreement.set_index("question").loc["naming", "words"] == "tentative"
        told = framing.compare(framing.validate.with_validation(analysis, found)).methods_text()
        assert "nothing is to be concluded" not in told  # of voices, on which they agreed
        assert figure(found, "precision", "all mentions")["total"] < 20

    def test_nothing_coded_and_strangers(self, analysis: framing.Analysis) -> None:
        """An empty sheet and a sheet of another key are refused."""
        key = draw_sheet(analysis, n=5, unmatched=0).key
        with pytest.raises(framing.SettingsError, match="no mention in the key is coded"):
            score_codes(key, {})
        with pytest.raises(framing.SettingsError, match="item-9999 is coded but not in the key"):
            score_codes(key, {"a": {"item-9999": Code("item-9999", True, "own", None)}})

    def test_correction(self, comparison: framing.Comparison) -> None:
        """Perfect codes leave shares as they are; wrong ones move them and widen the interval."""
        drawn = draw_sheet(comparison.analysis, n=60, unmatched=0)
        exact = corrected_shares(comparison, score_codes(drawn.key, {"a": coded(drawn.key)}))
        assert exact["corrected"].tolist() == pytest.approx(exact["share"].tolist())
        rough = corrected_shares(
            comparison, score_codes(drawn.key, {"a": coded(drawn.key, voice=0.3)})
        )
        assert (rough["high"] - rough["low"]).sum() > (exact["high"] - exact["low"]).sum()
        assert rough[["low", "high"]].stack().between(0, 1).all()

    def test_correction_without_information(self, comparison: framing.Comparison) -> None:
        """Where coders say the tool is no better than chance, nothing is corrected."""
        key = draw_sheet(comparison.analysis, n=60, unmatched=0).key
        flipped = {
            row.item: Code(row.item, True, "quoted" if row.voice == "own" else "own", None)
            for row in key.itertuples()
        }
        with pytest.raises(framing.ComparisonError, match="can't be corrected"):
            corrected_shares(comparison, score_codes(key, {"a": flipped}))


class TestCodes:
    """Reading what coders hand in."""

    def test_csv_and_json(self, tmp_path: Path) -> None:
        """Both forms are read; the coder is named by the file or in it."""
        (tmp_path / "ana.csv").write_text(
            "item,naming,voice,missed\nitem-0001,Y,own,\nitem-0002,,,2\n", encoding="utf-8"
        )
        saved = {"coder": "ben", "codes": [{"item": "item-0001", "naming": "no", "voice": ""}]}
        (tmp_path / "codes.json").write_text(json.dumps(saved), encoding="utf-8")
        codes = read_codes([tmp_path / "ana.csv", tmp_path / "codes.json"])
        assert codes["ana"]["item-0001"] == Code("item-0001", True, "own", None)
        assert codes["ana"]["item-0002"].missed == 2
        assert codes["ben"]["item-0001"].naming is False

    @pytest.mark.parametrize(
        ("line", "message"),
        [
            ("item-1,maybe,own,", "line 2: naming is yes or no, not 'maybe'"),
            ("item-1,yes,loud,", "line 2: voice is own"),
            ("item-1,yes,own,some", "line 2: missed is a whole number"),
            (",yes,own,", "line 2: the item has no number"),
        ],
    )
    def test_mistakes_are_placed(self, tmp_path: Path, line: str, message: str) -> None:
        """A wrong code is met with file and line."""
        path = tmp_path / "c.csv"
        path.write_text(f"item,naming,voice,missed\n{line}\n", encoding="utf-8")
        with pytest.raises(framing.SettingsError, match=message):
            read_codes([path])

    def test_twice(self, tmp_path: Path) -> None:
        """One coder in two files, or one item twice, is an error."""
        for name in ("a", "b"):
            (tmp_path / name).mkdir()
            (tmp_path / name / "x.csv").write_text("item,naming,voice\n", encoding="utf-8")
        with pytest.raises(framing.SettingsError, match="a coder 'x' was read already"):
            read_codes([tmp_path / "a" / "x.csv", tmp_path / "b" / "x.csv"])
        (tmp_path / "y.csv").write_text("item,naming,voice\ni,yes,own\ni,no,\n", encoding="utf-8")
        with pytest.raises(framing.SettingsError, match="i is coded twice"):
            read_codes([tmp_path / "y.csv"])


class TestCorrectedShares:
    """Sides are what was compared, and few namings have a wide interval."""

    def test_by_another_column(self) -> None:
        """Compared by leaning, there are as many rows as leanings, not as outlets."""
        articles = [
            dataclasses.replace(one, outlet=f"{one.outlet} {n}", meta={"leaning": one.outlet})
            for n, one in enumerate(corpus())
        ]
        analysis = framing.analyze(articles, "governments", sentiment=False)
        drawn = draw_sheet(analysis, n=60, unmatched=0, seed=1)
        scored = score_codes(drawn.key, {"a": coded(drawn.key)})
        made = framing.compare(analysis, by="leaning")
        assert corrected_shares(made, scored)["outlet"].tolist() == ["Post", "Wire"]

    def test_none_of_one_is_not_none_of_many(self, analysis: framing.Analysis) -> None:
        """0 of 1 reaches as far up as one naming allows; 0 of 16 is nearer to nothing."""
        drawn = draw_sheet(analysis, n=60, unmatched=0, seed=1)
        scored = score_codes(drawn.key, {"a": coded(drawn.key)})
        highs = []
        for text in ("The Iranian government sat.", "The Iranian government sat. " * 16):
            articles = [*corpus(1), Article("x", "Lone", "e0", text=text)]
            made = framing.compare(framing.analyze(articles, "governments", sentiment=False))
            row = corrected_shares(made, scored).set_index("outlet").loc["Lone"]
            assert (row["n"], row["share"], row["low"]) == (0, 0, 0)
            highs.append(row["high"])
        assert highs[0] > 0.7 > 0.3 > highs[1]


class TestRobustness:
    """Leaving out, varying, and how many events would do."""

    def test_influence_flags_the_word_it_rests_on(self, comparison: framing.Comparison) -> None:
        """Without “regime” no difference is left; the event with most of it comes out first."""
        table = influence(comparison)
        table = table[table["measure"] == "loaded share"]
        variants = table[table["kind"] == "variant"].set_index("left_out")
        regime = variants.loc["governments/government/regime"]
        assert regime["difference"] > 0.5
        assert regime["without"] == pytest.approx(0)
        events = table[table["kind"] == "event"]
        assert events["left_out"].iloc[0] == "e0"

    def test_influence_matches_the_comparison(self, comparison: framing.Comparison) -> None:
        """The difference before leaving out is the comparison's loaded share over all concepts."""
        own = comparison.differences
        own = own[(own["measure"] == "loaded share") & (own["scope"] == "own")]
        own = own[own["concept"].isna()]
        table = influence(comparison)
        share = table[table["measure"] == "loaded share"]["difference"].iloc[0]
        assert share == pytest.approx(float(own["difference"].iloc[0]))

    def test_influence_on_the_choice_leaves_out_real_outlets(self) -> None:
        """Where sides pool outlets, each outlet is left out: here one alone makes the choice."""
        rows = [
            {"event": f"e{day}", "outlet": outlet, "kind": kind, "text": f"The {word} met again."}
            for day in range(7)
            for outlet, kind, word in (
                ("Ash", "daily", "rebels" if day % 2 else "fighters"),
                ("Birch", "daily", "terrorists"),
                ("Clay", "weekly", "rebels" if day % 3 else "fighters"),
                ("Dun", "weekly", "fighters" if day % 2 else "rebels"),
            )
        ]
        analysis = framing.analyze(
            framing.read_articles(pd.DataFrame(rows)), "armed-groups", sentiment=False
        )
        found = framing.compare(analysis, by="kind")
        table = influence(found)
        choice = table[table["measure"] == "naming choice"]
        row = found.differences.query("measure == 'naming choice' and scope == 'own'")
        whole = row[row["concept"].isna()]["difference"].iloc[0]
        assert choice["difference"].tolist() == pytest.approx([whole] * len(choice))
        outlets = choice[choice["kind"] == "outlet"].set_index("left_out")
        assert {"Ash", "Birch", "Clay"} <= set(outlets.index)
        assert outlets["change"].idxmin() == "Birch"
        assert outlets.loc["Birch", "without"] < whole / 2
        assert {"event", "concept"} <= set(choice["kind"])

    def test_sensitivity_is_a_range(self, comparison: framing.Comparison) -> None:
        """Sixteen figures; counting quotations too shrinks this difference."""
        table = sensitivity(comparison)
        assert len(table) == 16
        by = table.set_index(["voice_rule", "weights", "headline"])["difference"]
        assert by["own", "loaded or not", "in"] > by["all", "loaded or not", "in"]
        assert table["low"].iloc[0] == table["difference"].min()
        assert table["one_sign"].all()

    @pytest.mark.parametrize("saved", [None, "jsonl", "csv", "parquet"])
    def test_the_broad_reading_takes_own_words_of_deeds_away(
        self, saved: str | None, tmp_path: Path
    ) -> None:
        """Post chose the word of "oppose the regime", unless deeds count as reports."""
        neutral = "The Iranian government sat."
        news = [
            Article(f"{outlet}{event}", outlet, f"e{event}", text=f"{text} {neutral}")
            for event in range(2)
            for outlet, text in [("Post", "Critics oppose the regime."), ("Wire", neutral)]
        ]
        found = framing.analyze(news, "governments", sentiment=False)
        if saved:
            if saved == "parquet":
                pytest.importorskip("pyarrow")
            found = framing.open_analysis(found.save(tmp_path / "saved", format=saved))
        table = sensitivity(framing.compare(found)).set_index(["voice_rule", "weights", "headline"])
        told = table["difference"].xs("loaded or not", level="weights").xs("in", level="headline")
        assert told.to_dict() == {"own": 0.5, "own_broad": 0, "outlet_worded": 0.5, "all": 0.5}

    def test_power(self, comparison: framing.Comparison) -> None:
        """Smaller differences need more events."""
        row = power(comparison).iloc[0]
        assert row["events"] == 8
        assert row["events_for_0.1"] >= row["events_for_0.2"] >= row["events_for_0.3"] >= 6

    def test_one_event(self) -> None:
        """With one event there is no spread to tell from."""
        one = framing.compare(framing.analyze(corpus(1), "governments", sentiment=False))
        assert power(one)["events_for_0.2"].isna().all()
        assert len(sensitivity(one)) == 16


@pytest.mark.parametrize("command", ["score", "rates", "correct", "shares"])
def test_a_sheet_in_place_of_its_key_is_refused(command: str, tmp_path: Path) -> None:
    """A column that only the key has is named, and what to give instead; nothing is written."""
    folder = tmp_path / "news" / "e0"
    folder.mkdir(parents=True)
    for article in corpus(1):
        (folder / f"{article.outlet}.txt").write_text(article.text, encoding="utf-8")
    drawn = draw_sheet(framing.analyze(corpus(1), "governments", sentiment=False), n=4)
    write_sheet(drawn, tmp_path / "sheet")
    sheet = pd.read_csv(tmp_path / "sheet" / "sheet.csv", dtype=str)
    sheet.loc[sheet["kind"] == "mention", ["naming", "voice"]] = ["yes", "own"]
    sheet.to_csv(tmp_path / "ana.csv", index=False)
    codes = str(tmp_path / "ana.csv")
    out = tmp_path / ("out.json" if command == "rates" else "out.csv")
    news = [str(tmp_path / "news"), "-l", "governments", "--codes", codes]
    of = news if command in {"correct", "shares"} else [codes]
    for key in ("ana.csv", "sheet/sheet.csv"):
        given = [*of, "--key", str(tmp_path / key), "-o", str(out)]
        done = CliRunner().invoke(cli, ["validate", command, *given])
        assert "the key has no column" in done.output
        assert "give the key.csv that" in done.output
        assert not out.exists()


def test_rates_say_what_coders_left_out(tmp_path: Path) -> None:
    """What is no naming, and where as many coders say one voice as another."""
    drawn = draw_sheet(framing.analyze(corpus(), "governments", sentiment=False), n=6, unmatched=0)
    write_sheet(drawn, tmp_path)
    coded = pd.read_csv(tmp_path / "sheet.csv", dtype=str).assign(naming="yes", voice="own")
    coded.to_csv(tmp_path / "ana.csv", index=False)
    coded.loc[0, "voice"] = "quoted"
    coded.loc[1, "naming"] = "no"
    coded.to_csv(tmp_path / "ben.csv", index=False)
    codes = [str(tmp_path / name) for name in ("ana.csv", "ben.csv")]
    rest = ["--key", str(tmp_path / "key.csv"), "-o", str(tmp_path / "rates.json")]
    done = CliRunner().invoke(cli, ["validate", "rates", *codes, *rest])
    assert "4 coded namings (2 left out" in done.output


def test_commands(tmp_path: Path) -> None:
    """From folder to sheet to score, and the three tables, on the command line."""
    for article in corpus(3):
        folder = tmp_path / "news" / str(article.event)
        folder.mkdir(parents=True, exist_ok=True)
        (folder / f"{article.outlet}.txt").write_text(article.text, encoding="utf-8")
    news, out = str(tmp_path / "news"), tmp_path / "sheet"

    def run(*arguments: str) -> str:
        done = CliRunner().invoke(cli, ["validate", *arguments])
        assert done.exit_code == 0, done.output
        return done.stdout

    run("sheet", news, "-o", str(out), "-n", "10", "--unmatched", "3")
    sheet = pd.read_csv(out / "sheet.csv", dtype=str)
    sheet.loc[sheet["kind"] == "mention", ["naming", "voice"]] = ["yes", "own"]
    sheet.loc[sheet["kind"] == "sentence", "missed"] = "0"
    sheet.to_csv(tmp_path / "ana.csv", index=False)
    assert "precision,all mentions" in run(
        "score", str(tmp_path / "ana.csv"), "--key", str(out / "key.csv")
    )
    for command in ("influence", "sensitivity", "power"):
        assert run(command, news).startswith("outlet_a,outlet_b")

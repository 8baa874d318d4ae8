"""Compares inflecters on 300 entries with forms written by hand; run as a plain script.

    python tests/benchmarks/inflection.py            # a line of figures for each
    python tests/benchmarks/inflection.py --errors   # and every form missed or wrong

`framing` is what lexicons are compiled with: lemminflect, its rules for unknown words, our
tables of irregular words, heads of phrases and spellings. The others get the same heads of
phrases, or every one of them would fail on them; spelling is left to ours alone, so its pairs
are counted apart.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path

from framing.language.inflection import head_of, inflect
from framing.language.spelling import spellings

sys.path.insert(0, str(Path(__file__).parent))
from inflection_gold import NOUNS, VERBS

Inflecter = Callable[[str, str], Sequence[str]]


def gold() -> list[tuple[str, str, set[str], set[str]]]:
    """Return each entry with its part, the forms wanted and those that are also right."""
    entries = []
    for part, lines in (("nouns", NOUNS), ("verbs", VERBS)):
        for line in lines.strip().splitlines():
            entry, _, forms = line.partition(":")
            wanted, _, allowed = forms.partition("|")
            base = entry.replace("_", " ")
            wanted_forms = {base, *(form.replace("_", " ") for form in wanted.split())}
            entries.append((base, part, wanted_forms, {*allowed.split()} | wanted_forms))
    return entries


def lemminflect_alone() -> Inflecter:
    """Take lemminflect's dictionary, then its rules for unknown words."""
    import lemminflect

    def forms(word: str, part: str) -> list[str]:
        upos = "NOUN" if part == "nouns" else "VERB"
        found = lemminflect.getAllInflections(word, upos=upos)
        found = found or lemminflect.getAllInflectionsOOV(word, upos)
        return [form for each in found.values() for form in each]

    return forms


def pyinflect_alone() -> Inflecter | None:
    """Take pyinflect's dictionary, then its rules; it is lemminflect's older sister."""
    try:
        import pyinflect
    except ImportError:
        return None

    def forms(word: str, part: str) -> list[str]:
        tag = "N" if part == "nouns" else "V"
        found = pyinflect.getAllInflections(word, pos_type=tag)
        found = found or pyinflect.getAllInflectionsOOV(word, tag)
        return [form for each in found.values() for form in each]

    return forms


def inflect_alone() -> Inflecter | None:
    """Take `inflect`: plurals by rule; of verbs it knows the present participle only."""
    try:
        import inflect as library
    except ImportError:
        return None
    engine = library.engine()

    def forms(word: str, part: str) -> list[str]:
        if part == "nouns":
            return [word, str(engine.plural_noun(word))]
        return [word, str(engine.present_participle(word))]

    return forms


def in_phrases(simple: Inflecter) -> Inflecter:
    """Give an inflecter of words the heads of phrases."""

    def forms(entry: str, part: str) -> list[str]:
        words = entry.split(" ")
        at = head_of(words, part)
        if at is None:
            return [entry]
        return [" ".join([*words[:at], form, *words[at + 1 :]]) for form in simple(words[at], part)]

    return forms


def american_or_british(entry: str) -> bool:
    """Tell whether an entry, or one of its forms, has another spelling."""
    return any(len(spellings(word)) > 1 for word in entry.split(" ")) or any(
        len(spellings(form)) > 1 for form in inflect(entry, "verbs")
    )


def main() -> None:
    """Print recall, wrong forms and entries without error for each inflecter."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--errors", action="store_true")
    asked = parser.parse_args()
    entries = gold()
    plain = [entry for entry in entries if not american_or_british(entry[0])]
    print(f"{len(entries)} entries, {len(plain)} of them with one spelling only")
    systems: dict[str, Inflecter | None] = {
        "framing": inflect,
        "lemminflect": in_phrases(lemminflect_alone()),
        "pyinflect": (found := pyinflect_alone()) and in_phrases(found),
        "inflect": (other := inflect_alone()) and in_phrases(other),
    }
    for name, system in systems.items():
        if system is None:
            print(f"{name}: not installed")
            continue
        used = entries if name == "framing" else plain
        wanted = missed = made = wrong = clean = 0
        for entry, part, needed, right in used:
            forms = {form for form in system(entry, part) if form} | {entry}
            lacking, extra = sorted(needed - forms), sorted(forms - right)
            wanted, made = wanted + len(needed), made + len(forms)
            missed, wrong = missed + len(lacking), wrong + len(extra)
            clean += not lacking and not extra
            if asked.errors and (lacking or extra):
                print(f"    {name} {part[:-1]} {entry}: missed {lacking}, wrong {extra}")
        print(
            f"{name}: recall {1 - missed / wanted:.3f} ({missed} of {wanted} missed), "
            f"wrong {wrong} of {made} forms, {clean} of {len(used)} entries without error"
        )


if __name__ == "__main__":
    main()

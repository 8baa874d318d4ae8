"""A lexicon written as a file of our own format, to be edited and checked."""

from __future__ import annotations

from typing import Any

import yaml

from framing.lexicon.lexiconrecords import Citation, Concept, Lexicon, Office, Source, Variant

__all__ = ["lexicon_to_yaml"]


def lexicon_to_yaml(lexicon: Lexicon) -> str:
    """Return a lexicon as YAML; reading it again gives the same concepts and sources.

    Parameters
    ----------
    lexicon : Lexicon
        Of any kind.

    Returns
    -------
    str
        YAML in our own format.

    Examples
    --------
    >>> from framing.lexicon import lexicon_from_mapping
    >>> print(lexicon_to_yaml(lexicon_from_mapping({"id": "x", "kind": "cues",
    ...     "concepts": [{"id": "hedge", "exact": ["perhaps"]}]})))
    schema: 1
    kind: cues
    id: x
    title: x
    version: 0.0.0
    language: en
    concepts:
    - id: hedge
      variants:
      - id: perhaps
        exact: [perhaps]
    <BLANKLINE>
    """
    plain: dict[str, Any] = {
        "schema": 1,
        "kind": lexicon.kind,
        "id": lexicon.id,
        "title": lexicon.title,
        "version": lexicon.version,
        "language": lexicon.language,
        "license": lexicon.license,
        "note": _Flow(lexicon.notes),
        "longest": lexicon.longest or None,
        "sources": {source.id: _source(source) for source in lexicon.sources.values()},
    }
    if lexicon.kind == "entities":
        plain["entities"] = [_entity(concept) for concept in lexicon.concepts]
    else:
        plain["concepts"] = [_concept(concept) for concept in lexicon.concepts]
    return yaml.dump(_filled(plain), Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=100)


class _Flow(list[Any]):
    """A list written on one line."""


class _Dumper(yaml.SafeDumper):
    """PyYAML's safe dumper, which also knows our one-line lists; it shares no references."""

    def ignore_aliases(self, data: Any) -> bool:
        """Write everything out, since anchors make files hard to edit."""
        return True


def _flow(dumper: yaml.SafeDumper, data: _Flow) -> yaml.Node:
    return dumper.represent_sequence("tag:yaml.org,2002:seq", data, flow_style=True)


_Dumper.add_representer(_Flow, _flow)


def _filled(plain: dict[str, Any]) -> dict[str, Any]:
    """Leave out what is empty."""
    return {key: value for key, value in plain.items() if value not in (None, [], {}, ())}


def _source(source: Source) -> dict[str, Any]:
    names = ("title", "publisher", "author", "year", "url", "doi", "accessed", "says")
    return _filled({name: getattr(source, name) for name in names})


def _concept(concept: Concept) -> dict[str, Any]:
    slots: dict[str, Any] = dict(concept.slots)
    for name, rule in concept.slot_rules.items():
        slots[name] = _filled(
            {
                "gloss": concept.slots[name],
                "role": rule.role,
                "takes": _Flow(rule.takes),
                "compound": rule.compound,
                "after": _Flow(rule.after),
                "modifier": rule.modifier,
                "nearest": rule.nearest,
                "recalls": rule.recalls or None,
            }
        )
    rulings = [
        _filled({name: getattr(ruling, name) for name in ruling.__slots__})
        for ruling in concept.rulings
    ]
    return _filled(
        {
            "id": concept.id,
            "gloss": concept.gloss,
            "label": concept.label,
            "note": concept.note,
            "slots": slots,
            "sources": [_citation(each) for each in concept.sources],
            "variants": [_variant(each) for each in concept.variants],
            "rulings": rulings,
        }
    )


def _variant(variant: Variant) -> dict[str, Any]:
    plain: dict[str, Any] = {"id": variant.id}
    for name in ("nouns", "verbs", "adjectives", "exact"):
        plain[name] = _Flow(getattr(variant, name))
    plain["toward"] = dict(variant.toward)
    plain["fixed"] = dict(variant.fixed)
    plain["intensity"] = variant.intensity or None
    plain["register"] = variant.register
    plain["sources"] = [_citation(each) for each in variant.sources]
    plain["extrapolated"] = _Flow(variant.extrapolated)
    plain["was"] = _Flow(variant.was)
    plain["note"] = variant.note
    plain["requires"] = _Flow(variant.requires)
    plain["unless"] = _Flow(variant.unless)
    plain["unless_in_sentence"] = _Flow(variant.unless_in_sentence)
    plain["valid_from"] = variant.valid_from
    plain["valid_to"] = variant.valid_to
    plain["case"] = variant.case or None
    plain["status"] = variant.status if variant.status == "unsourced" else None
    plain["basis"] = variant.basis if variant.basis == "inferred" else None
    plain["weight"] = variant.weight
    plain["counted"] = None if variant.counted is True else variant.counted
    plain["by_fact"] = variant.by_fact or None
    return _filled(plain)


def _citation(citation: Citation) -> Any:
    if citation.locator is None and citation.says is None:
        return citation.id
    return _filled({"id": citation.id, "locator": citation.locator, "says": citation.says})


def _entity(concept: Concept) -> dict[str, Any]:
    plain: dict[str, Any] = {"name": concept.gloss}
    if concept.party is not None:
        plain["kind"] = concept.party.kind
        plain["offices"] = [_office(each) for each in concept.party.offices]
    for variant in concept.variants:
        plain[variant.id] = _Flow(variant.exact)
    plain["sources"] = [_citation(each) for each in concept.sources]
    plain["note"] = concept.note
    return _filled(plain)


def _office(office: Office) -> dict[str, Any]:
    return _filled(
        {
            "office": office.office,
            "state": office.state,
            "since": office.since,
            "until": office.until,
        }
    )

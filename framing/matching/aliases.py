"""Where a text names the parties that can fill slots: the shipped ones, and a user's own."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Sequence
from operator import itemgetter
from typing import NamedTuple, TypeAlias

from framing.language.bindingwords import BEFORE_PLACES
from framing.language.givennames import GIVEN_NAMES
from framing.language.partywords import OF_FAITHS, STATES_AS_NAMES
from framing.language.spelling import with_points
from framing.lexicon import Lexicon, Office
from framing.matching.automaton import margins
from framing.matching.folding import Folded, fold_form
from framing.matching.namesakes import borne_by_others, is_surname, is_titled_as_another
from framing.matching.overlaps import first_of_overlapping
from framing.matching.surnames import Lead, given_before, is_other
from framing.values import Span, Target

__all__ = ["Aliases", "Named", "Parties"]

_LETTERS_OF_SHORT = 3
_LETTERS_OF_LAND = 6  # "India" and "Syria" are shipped; "Mafia" is no land
_DOUBTFUL = ("metonyms", "weak")
_end = itemgetter(0)
_new = tuple.__new__  # building a NamedTuple this way halves the time it takes


class Named(NamedTuple):
    """One place where a party is named, in folded offsets.

    `people` for "Americans", who modify nothing; `adjective` for "American" and "U.S.", which do
    little else and so may be one of several before a noun. `kind` is one of `PARTY_KINDS`, or
    empty for what a user declares without saying what it is.
    """

    start: int
    end: int
    party: str
    people: bool
    adjective: bool
    kind: str


class _Alias(NamedTuple):
    """Whose form a literal is, and how it names; `party` is None for a phrase that names none.

    One that is `sure` names its party wherever it stands.
    """

    party: str | None
    kind: str
    people: bool = False
    adjective: bool = False
    party_kind: str = ""
    sure: bool = False


_Placed: TypeAlias = tuple[int, int, _Alias]


class Aliases:
    """Every form by which a party can be named, by its folded literal.

    A form is found with the capitals it is given with, and all in capitals; one that begins with
    a small letter also at a sentence's beginning, one without capitals also with each word's
    first letter large. So "US" is not "us", and "United States" is found in "UNITED STATES".
    What a user declares comes before what is shipped; a longer name hides the shorter ones
    inside it. Of a user's forms those are a people that are another form with an s ("Varenian",
    "Varenians"), and single words that make another form longer are adjectives; a land in "-ia"
    has both, said or not.
    """

    def __init__(self, files: Sequence[Lexicon], targets: Sequence[Target]) -> None:
        self._literals: dict[str, _Alias] = {}
        self._strong: set[str] = set()
        self.kinds: dict[str, str] = {}
        self.offices: dict[str, tuple[Office, ...]] = {}
        for target in targets:
            for form in target.aliases:
                self._add(form, target.name, _kind(form, target.aliases))
        for target in targets:
            for form, kind in _demonyms(target.name):
                self._add(form, target.name, kind)
        for concept in (each for file in files for each in file.concepts):
            name = concept.gloss or concept.id
            if concept.party is not None:
                self.kinds[name] = concept.party.kind
                if concept.party.offices:
                    self.offices[name] = concept.party.offices
            for variant in concept.variants:
                party = None if variant.id == "unless" else name
                for form in variant.exact:
                    self._add(form, party, variant.id)
        for literal, (party, kind, *_) in self._literals.items():
            if party is not None:
                alias = _Alias(
                    party,
                    kind,
                    kind == "people",
                    _modifies(literal, kind),
                    self.kinds.get(party, ""),
                )
                self._literals[literal] = alias._replace(sure=not _may_be_other(literal, alias))
        self.literals = tuple(dict.fromkeys(literal.lower() for literal in self._literals))
        # As `ADJOINS` of templates.py has at most five characters, and a place ends two too late.
        self.reach = 3 + max((margins(each)[1] for each in self.literals), default=0)
        self.meant = self._literals.get

    def _add(self, form: str, party: str | None, kind: str) -> None:
        for written in with_points(form):
            for folded in fold_form(written, lower=False):
                for literal in _capitals(folded):
                    known = self._literals.setdefault(literal, _Alias(party, kind))
                    if known.party == party and party and kind != "weak":
                        self._strong.add(literal)

    def person(self, form: str) -> str | None:
        """Return the person of the lists whom a form means, if it means one."""
        alias = self._literals.get(form)
        return None if alias is None or alias.party_kind != "person" else alias.party

    def strong(self, forms: Iterable[str]) -> frozenset[str | None]:
        """Return whom some forms name beyond doubt."""
        return frozenset(self._literals[form].party for form in self._strong.intersection(forms))


class Parties:
    """The parties that one text names, in the order of the text; looked at where needed.

    `places` are where the folded text holds one of `Aliases.literals`, as (end, start), `leads`
    where words stand that may begin a person's name.
    """

    __slots__ = ("_aliases", "_backed", "_ends", "_folded", "_leads", "_others", "_places")

    def __init__(
        self, aliases: Aliases, folded: Folded, places: list[Span], leads: Sequence[Lead]
    ) -> None:
        self._aliases = aliases
        self._leads = leads
        self._others: frozenset[str] | None = None
        self._folded = folded
        self._places = sorted(places)
        self._ends = list(map(_end, self._places))
        self._backed: frozenset[str | None] | None = None

    def between(self, first: int, last: int) -> list[Named]:
        """Return the parties named between two positions; of overlapping forms the longest."""
        return [
            _new(Named, (start, end, alias[0], alias[2], alias[3], alias[4]))
            for start, end, alias in self._placed(first, last)
            if alias[5] or self._is_named(alias, start, end)
        ]

    def _is_named(self, alias: _Alias, start: int, end: int) -> bool:
        """Tell whether a form that may mean something else names its party where it stands."""
        party, kind, _, adjective, party_kind, _ = alias
        if party is None or (kind in _DOUBTFUL and not self._means_party(party, kind, start)):
            return False
        if adjective and party_kind == "faith" and self._goes_on_large(start, end):
            return False  # "the Christian Coalition", "Christian Orlow"
        if party_kind == "state" and self._is_given(start, end):
            return False  # "Jordan Orlow"
        return party_kind != "person" or not self._is_anothers(party, start, end)

    def _placed(self, first: int, last: int) -> list[_Placed]:
        """Return the forms that stand between two positions; of overlapping ones the longest."""
        found: list[_Placed] = []
        cased, meant, ends = self._folded.cased, self._aliases.meant, self._ends
        reached, clashing = 0, False
        for end, start in self._places[bisect_left(ends, first) : bisect_right(ends, last)]:
            alias = meant(cased[start:end]) if start >= first else None
            if alias is None or (end - start == 2 and _is_pronoun(cased, start, end)):
                continue
            clashing = clashing or start < reached
            reached = end
            found.append((start, end, alias))
        if clashing:
            return first_of_overlapping(sorted(found, key=_longest_then_leftmost))
        return found

    def _goes_on_large(self, start: int, end: int) -> bool:
        """Tell whether a word in small letters stands in a name: before another large one."""
        cased = self._folded.cased
        if not (cased[start + 1].islower() and cased[end] == " " and cased[end + 1].isupper()):
            return False
        word = cased[end + 1 : cased.find(" ", end + 1)].lower()  # a text ends in spaces
        return word not in OF_FAITHS

    def _is_given(self, start: int, end: int) -> bool:
        """Tell whether a state's name is somebody's given name, as the surname after it tells."""
        cased = self._folded.cased
        if cased[start:end] not in STATES_AS_NAMES or cased[end] != " ":
            return False
        word = cased[end + 1 : cased.find(" ", end + 1)].rstrip(".,;:'")
        return (
            word.istitle()
            and word.isalpha()
            and not is_other(word)
            and (self._aliases.meant(word) is None)
        )

    def _is_anothers(self, party: str, start: int, end: int) -> bool:
        """Tell whether a surname is another's, by what stands before it or by the whole text."""
        cased = self._folded.cased
        if not is_surname(cased[start:end]):
            return False
        given = given_before(cased, start, party)
        if given:
            return self._aliases.meant(given) is None
        if is_titled_as_another(cased, start, party):
            return True
        if self._others is None:
            self._others = borne_by_others(cased, self._places, self._aliases.person, self._leads)
        return party in self._others

    def _means_party(self, party: str, kind: str, start: int) -> bool:
        """Tell a seat of power from a place, and a doubtful form from a backed one."""
        if kind == "metonyms":
            return not self._folded.low.endswith(BEFORE_PLACES, max(0, start - 10), start)
        if self._backed is None:
            self._backed = self._aliases.strong(
                [self._folded.cased[start:end] for end, start in self._places]
            )
        return party in self._backed


def _is_pronoun(cased: str, start: int, end: int) -> bool:
    """Tell whether "US" may be the pronoun: in shouted text, with no capitals after it.

    Examples
    --------
    >>> _is_pronoun("  THEY WANT TO HURT US !  ", 20, 22)
    True
    >>> _is_pronoun("  HE LEFT US TROOPS  ", 10, 12)
    False
    """
    if cased[start:end] != "US":
        return False
    before = cased[max(0, start - 5) : start].rstrip()[-3:]
    after = cased[end : end + 4].lstrip()[:2]
    return len(before) == 3 and before.isalpha() and before.isupper() and not after.isupper()


def _longest_then_leftmost(found: _Placed) -> tuple[int, int]:
    return found[0] - found[1], found[0]


def _kind(form: str, others: Sequence[str]) -> str:
    """Say what a user's form is, from the other forms of the same party."""
    longer = any(form != other and form.startswith(other) for other in others)
    if form.endswith("s") and longer and " " not in form:
        return "people"
    return "adjectives" if longer and " " not in form else "names"


def _demonyms(name: str) -> list[tuple[str, str]]:
    """Return the adjective and the people of a land in "-ia"; no other ending tells them.

    Examples
    --------
    >>> _demonyms("Varenia"), _demonyms("Ostland"), _demonyms("Victoria")
    ([('Varenian', 'adjectives'), ('Varenians', 'people')], [], [])
    """
    if not (name.isalpha() and name.istitle() and name.endswith("ia")):
        return []
    if len(name) < _LETTERS_OF_LAND or name.lower() in GIVEN_NAMES:
        return []
    return [(f"{name}n", "adjectives"), (f"{name}ns", "people")]


def _may_be_other(form: str, alias: _Alias) -> bool:
    """Tell whether a form names nobody, or another, in some places: "Jordan Orlow", "Ada Fenn"."""
    return (
        alias.party is None
        or alias.kind in _DOUBTFUL
        or (alias.adjective and alias.party_kind == "faith")
        or (alias.party_kind == "state" and form in STATES_AS_NAMES)
        or (alias.party_kind == "person" and is_surname(form))
    )


def _modifies(form: str, kind: str) -> bool:
    """Tell adjectives, and abbreviations used as such, from other names."""
    return kind == "adjectives" or (
        kind == "names" and form.isupper() and len(form.replace(".", "")) <= _LETTERS_OF_SHORT
    )


def _capitals(folded: str) -> list[str]:
    """Return a form in the capitals it may stand in."""
    found = [folded, folded.upper()]
    if folded[:1].islower():
        found.append(folded[:1].upper() + folded[1:])
    if folded.islower():
        found.append(" ".join(word[:1].upper() + word[1:] for word in folded.split()))
    return list(dict.fromkeys(found))

"""A lexicon to begin with, each key told in a comment, and one page on writing one's own."""

from __future__ import annotations

__all__ = ["PAGE", "TEMPLATE"]

TEMPLATE = """\
# A naming lexicon. `framing lexicon check FILE` says what is wrong with it, line by line;
# `framing mentions ARTICLES --lexicon FILE` shows what it finds.
schema: 1
kind: naming              # or category: words without neutral ones, which give rates only
id: NAME
title: What the lexicon is about
version: 0.1.0
language: en
license: CC0-1.0

# Where usage is described. A loaded word cites one of these.
sources:
  my-style-guide:
    title: Title of the page or the book
    publisher: Who published it
    year: 2024
    # url: https://…      with accessed: 'YYYY-MM-DD', the day you opened it; or doi: 10.…

# A concept is one thing that can be called in more than one way.
concepts:
  - id: fence
    gloss: the fence between the two towns
    # Those the words speak well or ill of. A role finds them: agent who does it, patient to whom
    # it is done, holder whose it is, member who belongs to it, place where it is.
    slots:
      builder: {gloss: who builds it, role: holder}
    # Variants are the ways to call it, loaded ones and at least one neutral one. Each word stands
    # in one concept only, in the dictionary form; plurals and tenses are made.
    variants:
      - id: wall-of-shame
        nouns: [wall of shame, "{nation:builder} wall of shame"]   # {nation:…}: any party
        toward: {builder: -1}     # -1 against, 0 neither, 1 in favour
        intensity: 3              # 0 neutral to 3 strong
        register: partisan        # or loaded, euphemism, house-style, neutral …
        sources:
          - id: my-style-guide
            locator: where in it
            says: what it says of this use
        basis: inferred           # where the source does not itself say which way
      - id: fence
        nouns: [border fence, border barrier]   # also verbs:, adjectives:, exact: (as written)
        toward: {builder: 0}
        intensity: 0
        register: neutral
        unless: [garden fence]    # not inside these longer phrases, nor beside other words here
"""

PAGE = """\
A lexicon of your own, in ten minutes

1  framing lexicon new fences.yaml
   writes a small valid lexicon with comments. Change the id, the title, and the one concept.

2  A concept is one thing that can be called in more than one way; its variants are the ways. The
   question is always which variant stood there, out of all namings of the concept. So list the
   plain words as well as the loaded ones: without them every naming is loaded, and shares say
   nothing. Ask of each plain word: could the loaded one have stood there for the same thing? Where
   it could not ("federal government" beside "regime"), write `counted: false`; where that hangs on
   whose it is, `counted: bound`, for all variants of the concept alike; where on whose it is and
   where ("U.S. forces" abroad), `counted: placed`. And ask of two plain words: could both stand
   for the same thing? If not, what happened chose between them, not the writer. Where each has
   loaded words of its own ("soared" for what rose, "plunged" for what fell), make two concepts;
   where one loaded word can stand for either ("less-lethal rounds" for tear gas and for rubber
   bullets), put the plain ones into one variant with `by_fact: true`: they count as one word.

3  Words go under
     nouns:       the singular; plural and possessive are added
     verbs:       the infinitive; all five forms are added
     adjectives:  degrees are added where a dictionary has them
     exact:       as written, in any case (with `case: true` in this one only)
   British and American spellings are added to all but `exact`. A * at a word's end stands for any
   ending, in phrases too ("flood protect* work*"). Under `exact`, angle brackets keep what names
   apart from what only shows that it does: "after the <attack>" finds "attack" there.
   "{nation:builder} fence" takes any party that your slots allow, in any of its forms: "France's
   fence", "French fence". Under a slot, `takes: [state, body]` names the kinds allowed (state,
   group, party, movement, faith, body, person); without it all are. Names that the library does
   not know (Ostland) are made known with `--targets FILE`.

4  Slots say whom the words speak well or ill of (`toward: {builder: -1}`), a `role` says which
   place of grammar fills a slot. Where the word itself names the party, write
   `fixed: {builder: Ostland}`. `unless:` lists longer phrases in which a word is none ("garden
   fence"), and other words that make it none beside them, eight words before or after it in the
   sentence ("rabbit*"). Words that say of a whole sentence that something else is spoken of go
   under `unless_in_sentence:`, words without which nothing counts under `requires:`, which reads
   the whole sentence too. All but the longer phrases stand under the concept, so that they hold
   for both sides' words. Take words of a sense, not the names of one story.

5  Say where it is known from. A loaded variant cites a source with a place in it and what it says,
   in your words. What no source gives is listed under `extrapolated`; a direction that you read out
   of a source is `basis: inferred`; a variant without any is `status: unsourced` and off. Where a
   source speaks of such words and not of this one, what it `says` begins "of its kind, not of the
   word: ", as in the shipped lexicons.

6  framing lexicon check fences.yaml --directions
   says what is wrong, on which line, what mends it, and whether a concept is loaded one way only.

7  framing mentions ARTICLES --lexicon fences.yaml
   shows what it finds. Read fifty lines: is each a naming of the concept, and is each loaded one
   loaded there? `framing validate sheet` makes a sheet of them for two coders.

8  framing lexicon suggest ARTICLES --lexicon fences.yaml --concept fence
   proposes what else your articles call it, with lines; framing discover EVENT ARTICLES lists pairs
   that no lexicon knows. Both are leads: you decide.

Only words, no concepts? A .txt with one word per line is a lexicon too: one category, counted per
1,000 words. LIWC, quanteda, NRC and others are read as they are; framing lexicon convert makes
YAML of them. What they have and this has not (lines of LIWC2007 with conditions) is left out and
named. With `longest: true` at the head of such a file, of entries that overlap only the longest of
all categories counts.
"""

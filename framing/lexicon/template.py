"""A lexicon to begin with: small, valid, each key told in a comment."""

from __future__ import annotations

__all__ = ["TEMPLATE"]

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
        nouns: [wall of shame, "{nation:builder} wall of shame"]   # {nation:…}: any state
        toward: {builder: -1}     # -1 against, 0 neither, 1 in favour
        intensity: 3              # 0 neutral to 3 strong
        register: partisan        # or house-style, technical, legal, dated, neutral
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
        unless: [garden fence]    # not where this stands near
"""

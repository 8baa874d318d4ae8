"""What the project's words mean; each is used for one thing only.

article
    One text of one outlet, with id, outlet, event, date, title.
assertion, act
    What a report reports: ``speech``, ``thought``, ``will`` or ``deed``. Voice follows the first
    two; the broad reading (``voice_broad``) follows all four.
attributed
    Said in the outlet's sentence and somebody else's content: indirect speech, "according to".
choice, naming choice
    Which variant was used, out of all the times the concept was named; the declared measure.
concept
    One thing that can be called in more than one way.
contrast
    Two sides that are compared: a pair, one side and the rest, or a side and the reference.
counted
    Whether a row is the one by which statistics count its span; none of a name or a title is.
cue
    Words that show stance (a hedge, a booster, a harsh word), or that report (``said``).
D*
    The naming choice difference: how far two sides differ in their choice of words within events,
    less what chance alone would make; 0 none, 1 no word shared.
distanced
    Held off without a source: scare quotes, "so-called".
doubted
    Of two words that a finding sets against each other: the concept can be of several people,
    things or acts, and nothing in the texts shows that the words are of one.
document
    A field of an article (headline or text) with its sentences, paragraphs and zones.
event
    What articles of several outlets cover; comparisons are made within it.
evidence
    How far the data speak against "no difference": the p-value, then the number of namings.
lean
    The mean direction of the loaded namings toward a party, −1 against to 1 in favour.
lexicon
    A file of concepts and variants with their sources.
loaded
    A source says so of that use; toward whom stands in ``toward``.
matched event
    An event in which both sides named the concept.
mention, naming
    A row of the mentions table: words that name a concept. ``counted`` namings enter statistics.
opportunity
    A place where the thing was named, with whichever word: the denominator of a choice.
outlet
    Who published the article. A **side** is an outlet, or several pooled by another column.
outlet-worded
    Own and attributed together: the outlet's wording, whoever's thought.
own
    The outlet's own words: not detectably attributed, quoted or held off.
query
    The record that says which rows a number counts.
report, attribution
    A passage that is said to be somebody's: source, cue, content, act.
role, slot
    Who takes part in what a concept names: agent, patient, holder, member, place. A slot is filled
    from the text, or ``fixed`` by the word itself.
scope
    Whose words are counted: ``own``, ``outlet_worded``, ``attributed``, ``quoted``,
    ``distanced`` or ``all``.
sense
    One meaning of a form; ``requires`` and ``unless`` keep the others out.
story
    Events that belong together; their labels are exchanged together.
target, party
    Toward whom a word leans: the filler of its slot. Kinds: state, group (an armed one), party,
    movement (or a law with those for it), faith (with its people), body (an agency, alliance,
    company, outlet or association), person.
variant
    Forms that a reader takes for one way to call a concept.
voice
    Whose words they are: own, quoted, attributed or distanced.
wording
    A variant as a side wrote it most.
zone
    Where a sentence stands: headline, lead, body, caption, boilerplate.
"""

"""How framing is built: the floors, and the way of an article and of a number through them.

Rooms are the packages of `framing`. A room imports only from floors below its own; the README
shows the floors, and the import contract in ``pyproject.toml`` is checked with every change.

The way of an article
---------------------
1. ``articles.reading`` walks what was given; a format (``articles/formats``, one file each) turns
   bytes into rows, ``articles.building`` a row into an `Article`. What could not be read becomes
   a line in ``Articles.skipped``; nothing else stops.
2. ``articles.layout`` cuts an article into documents (headline, text) with the offsets of their
   paragraphs and sentences, each sentence in a zone: headline, lead, body, caption, boilerplate.
3. ``matching`` finds every variant of every concept in one pass of an automaton, drops hits that
   a condition rules out, and fills the roles of what is left from the sentence.
4. ``voice`` lays the sentences out as tags (``voice/text``), reads each construction
   (``voice/constructions``, one file each) with what it asks of a sentence (``grammar``), of who
   speaks (``sources``), of verbs (``verbs``) and of marks (``quoted``), settles what all finds
   come to (``settled``), and says of every naming whose word it is, by which rule
   (``decisions``). The first lines of ``framing.voice`` are the map of the room.
5. ``stance`` finds cues in the same text and counts up the article's features.
   ``analysis.abreast`` takes each of the steps 2 to 5 for some articles before the next step.
6. ``analysis.batch`` writes all that as columns, a DataFrame a thousand articles. ``mentionrows``
   fills those of the namings, ``otherrows`` those of attributions and cues; a column whose cells
   repeat is held as numbers and what they stand for (``codedcolumns``), and each row finds its
   sentence by document and offset at once (``sentencelines``). ``counting`` marks in ``counted``
   the one row by which statistics count a span that two concepts name, and ``innames`` leaves out
   what stands in the name of a law or a body, or in a title.

After step 2 nobody touches the text: every row of every table has offsets into the text as it
was given, and ``article.text[start:end] == mention.text``.

The way of a number
-------------------
1. ``comparison.selecting`` takes the articles and mentions that a question asks for: sides
   (``by``), events (``within``), copies once. They are one object from then on, the `Material`
   (``comparison.material``): whatever several parts read (contrasts, positions, spellings, the
   index of rows) is made there when first asked for, and every later part is a function of it.
2. ``comparison.choices`` lays them out as counts, events × variants for each concept and side;
   ``comparison.ratetable`` does so with rates, ``comparison.stancetests`` with marks of stance.
   ``statistics`` knows arrays only: it computes the measure and returns p-values, intervals, or
   the reason why there is none. What a test exchanges is drawn by ``statistics.exchanges`` alone,
   and ``statistics.tally`` counts how often an exchange reaches what was observed.
3. ``comparison.contrasts`` puts these into the table ``differences``; each cell can be described by
   a `Query` (``comparison.queries``): which side, scope, concept, wording, event.
   ``comparison.onething`` looks, for the findings that are told, whether both words are of one
   thing: by articles that have both, the parties namings are bound to, and sentences that tell the
   same (``comparison.retelling``). No test and no interval reads it.
4. ``comparison.findings`` makes sentences. A `Sentence` is a tuple of parts, text or a number with
   its query; nothing is read back out of English.
5. Charts, the report and ``comparison.lines(number)`` take the query and ask ``comparison.lines``
   for the rows; the page's script has the same queries as data and counts nothing itself.

What is where, once
-------------------
========================================  ==================================================
fact                                      room
========================================  ==================================================
voices, zones, acts, scopes, records      ``values``, ``comparison.settings``
what of English every room may need       ``language``
which words name which thing, and why     ``lexicons`` (data), read by ``lexicon``
rules of voice, their words and examples  ``voice/constructions``
formulas and their sources                ``statistics``
what tests draw; how they count it        ``statistics.exchanges``; ``statistics.tally``
columns of the tables                     ``analysis.columns``
how files are written and protected       ``output``
markup that every page shares             ``page``
========================================  ==================================================
"""

"""The commands, in the order of the work; ``framing COMMAND --help`` has every option.

``python -m framing`` runs them where the installed command is not on the path.

``framing compare PATH…``
    The comparison in sentences; ``-o report.html`` the report (``--title``), ``--tables DIR``
    all tables.
``framing mentions``, ``attributions``, ``cues``, ``score``
    One table each, to standard output or ``-o FILE.csv``, ``.jsonl``, ``.parquet``;
    ``attributions -o page.html`` shows the articles with sources in the margin and reporting
    words underlined.
``framing events``
    Which articles cover the same event; correct the CSV and feed it back with ``--events``.
``framing kwic TERM``
    A term in context, with its voice.
``framing chart KIND``
    One figure; ``--size``, ``--title``, ``--note``, ``--order``, ``--color NAME=COLOUR``,
    ``--data FILE.csv``.
``framing lexicon list``, ``show``, ``new``, ``check``, ``convert``, ``suggest``, ``coverage``
    Look into lexicons, check and build your own (``new`` alone shows a page on it), LIWC,
    quanteda and others in and out.
``framing discover EVENT``
    What the outlets of one event seem to call differently and no lexicon knows, with the lines
    of both.
``framing style-check --guide bbc``
    Own-voice uses that an outlet's style guide rules out, with rule and source.
``framing validate sheet``, ``score``, ``rates``, ``correct``, ``shares``, ``labels``, ``own``
    How much the figures can bear: a coding sheet blind to outlets, its agreement with the tool,
    and shares corrected by the error rates found.
``framing validate influence``, ``sensitivity``, ``power``
    The figures without one outlet, event or concept, under other choices, and how many events
    a difference needs.
``framing findings``, ``lines``, ``rates``, ``distinctive``, ``passages``, ``long``
    Each answer by itself: sentences, the rows behind a number, category lexicons, telling
    words, aligned passages, a table for mixed models.
``framing methods-text``, ``codebook``
    For a paper: the paragraph on methods, and what every column of every table means.
``framing reproduce FOLDER``
    Whether a saved folder's input gives its tables again, and what differs.
``framing batch IN OUT``
    A corpus of any size into a folder of Parquet, on processes or Dask, ``--resume``; the
    commands above take OUT in place of PATH.
``framing open``
    The page for those who do not program: ``--home``, ``--port``, ``--no-browser``,
    ``--shortcut``.
``framing worksheet``, ``mark``
    The classroom: ``--level find``, ``voice``, ``rewrite``, ``guess``, ``compare``;
    ``--corrections``, ``--about``, ``--mask``, ``--show-outlets``, ``--marking-page``.

Wherever articles are read: ``--lexicon ID|FILE``, ``--targets FILE``, ``--corrections FILE`` and,
but for ``batch`` and the classroom, ``--events FILE``, ``--labels FILE``, ``--reader`` and
``--no-sentiment`` (``batch`` leaves it out unless told ``--sentiment``); ``--articles PATH`` names
your copies of texts that a saved folder was passed on without. What compares takes ``--by``,
``--within``, ``--reference``, ``--concept``, ``--target``, ``--copies`` and ``--seed``.

Exit status: 0 done, 1 nothing usable read, 2 wrong usage, 3 an output could not be written,
4 ``reproduce`` found other tables.
"""

"""The local page: `framing open` shows a browser page on this machine, no programming needed.

The way of the data, from the first paste to the saved worksheet:

```
files, pasted text ─ uploads ──> read_articles ─ guessing ──> Draft      outlet, title, date guessed
                                                               │         and marked as guesses
      workfolder: articles.jsonl, corrections.csv, made/  <────┤ what a person corrected
                                                               │
                        analyze (as framing reads it) ──> proposals ──> the page of decisions
                                                               │ accept, change, drop
                        analyze (corrections) ──> compare ──> findings, words side by side, sources
                                                               │
                                              exports: report, picture, tables, worksheet and key
```

All state lies in a folder that any program can read: the articles as JSON lines, the decisions as
the corrections file that `analyze` takes. The server keeps nothing that a restart would lose, and
whoever saves says which version they saw, so that two windows never overwrite each other in
silence. It listens on the loopback address alone and asks every request for its Host and token.
"""

from __future__ import annotations

from framing.local.home import Home
from framing.local.serving import open_page
from framing.local.shortcuts import write_shortcut
from framing.local.workfolder import Work

__all__ = ["Home", "Work", "open_page", "write_shortcut"]

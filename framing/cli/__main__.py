"""`python -m framing.cli`, the same as the installed `framing`."""

from framing.cli import main

main()

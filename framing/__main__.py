"""`python -m framing COMMAND …`: the commands where the installed script is not on the path."""

from framing.cli import main

if __name__ == "__main__":
    main()

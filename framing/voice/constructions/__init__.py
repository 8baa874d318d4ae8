"""The constructions that the rules reader knows: one a file, with its rules beside it."""

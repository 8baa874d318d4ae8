"""For those who change framing: how it is built, how a thing is added, what its words mean.

There is no code here. `framing.guide.architecture` follows an article and a number through the
rooms, `framing.guide.adding` holds recipes that a test carries out as they are written, and
`framing.guide.glossary` says what the project's words mean; `framing.guide.commandlist` lists the
commands for those who use it.
"""

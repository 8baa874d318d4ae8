"""How letters open and close in English, and how a text says that another is given in full."""

from __future__ import annotations

from framing.language.reportwords import PRINTING, SELVES, TOLD_SO, WRITERS

__all__ = [
    "ADDRESSED",
    "ADDRESSING",
    "ANNOUNCES",
    "ANNOUNCING",
    "ASKS",
    "CLOSINGS",
    "CLOSINGS_WITH",
    "FOLLOWING",
    "FULL",
    "FULL_TEXTS",
    "GIVEN",
    "GIVING",
    "IN_FULL",
    "MAIL_HEADS",
    "MAIL_SENDERS",
    "MAIL_TOPICS",
    "PASSED_ON",
    "POSTS",
    "POST_SHARED",
    "POST_SHOWN",
    "REPLIES",
    "SALUTATION",
    "SHOWN_TEXTS",
    "SIGNED",
    "SIGNED_BY",
    "SIR",
    "TALKING",
    "TEXTS",
    "TO_ANYBODY",
    "TO_EDITOR",
    "VERIFIED",
]

SALUTATION = "Dear"
"""What a letter opens with, before whom it is to."""
TO_ANYBODY = "To whom it may concern"
"""What it opens with where that is nobody in particular."""
SIR = ("Sir", "SIR")
"""How a paper prints the salutation of a letter."""
TO_EDITOR = ("To the Editor", "To the editor", *SIR)
"""What letters open with that a paper prints."""
CLOSINGS = (
    "Yours", "Sincerely", "Respectfully", "Regards", "Best", "Best wishes", "Kind regards",
    "Faithfully", "In solidarity", "Very truly", "Warmly", "Cordially",
)  # fmt: skip
"""What it closes with."""
CLOSINGS_WITH = ("love", "thanks", "respect", "gratitude", "best wishes", "kind regards")
"""What it closes with after "With"."""
SIGNED = "Signed"
"""What may stand there instead, before a name."""
SIGNED_BY = ("Yours", "Sincerely", "Regards", SIGNED)
"""What a name may follow in one line: "*Yours* truly, Ana Venn"."""
PASSED_ON = ("RT", "MT")
"""What a post begins with that passes another's on."""
TEXTS = tuple(
    "text statement letter transcript remarks speech memo interview message email post note".split()
)
"""What may be given "in full"."""
IN_FULL = ("in full", "in its entirety", "in their entirety")
"""How."""
FULL_TEXTS = tuple("text statement letter transcript remarks speech email memo interview".split())
"""What may be given "full"."""
FOLLOWING = ("follows?", "below", "here", "reads?")
"""Words by which a text announces the next one, as patterns."""
ANNOUNCING = ("Below is", "Here is", "Following is", "What follows is", "The following is")
"""What announces the text of another, before what it is."""
ANNOUNCES = frozenset(words.split()[-2].lower() for words in ANNOUNCING)
"""The word of each that no other text has so often: "*Below* is"."""
FULL = ("full", "entirety")
"""What is told of a text that is given whole."""
GIVEN = ("texts?", "transcripts?", "wording")
"""What it is then, as patterns: "Below is the *text* of"."""
POST_SHOWN = "View this post on"
"""What stands above a post that a page shows."""
POST_SHARED = ("A post shared by", "A photo posted by", "A video posted by", "Posted by")
"""What stands below it, before whose it is."""
ASKS, REPLIES = "Q", "A"
"""The labels of a question and its answer, where interviews are printed with letters."""
VERIFIED = ("✔", "✓", "☑", "Verified account", "Verified")
"""What a name that was checked has beside it."""
POSTS = ("wrote", "posted", "tweeted", "writes", "replied", "responded")
"""What is done under a handle: "@ana *wrote*: C"."""
ADDRESSING = SELVES | frozenset(
    "we we're we’re we've we’ve we'll we’ll our you you're you’re your let's let’s".split()
)
"""Words by which people speak of themselves and to each other, as posts and talk do."""
ADDRESSED = frozenset("you you're you’re you've you’ve you'd you’d your".split())
"""Words for who is asked."""
TALKING = (SELVES | WRITERS | ADDRESSED) - {"one"}
"""Words of those who talk with each other, and of nobody who lists facts."""
MAIL_TOPICS = ("subject", "re")
"""Lines of a message's head that whoever sent it worded."""
MAIL_HEADS = ("from", "to", "sent", "date", "cc", "bcc", *MAIL_TOPICS)
"""All lines that one may have."""
MAIL_SENDERS = ("From:", "FROM:", "From :", "From**:", "From*:")
"""How the line begins that says who sent it."""
SHOWN_TEXTS = frozenset(
    """following statement statements tweet tweets post posts letter email e-mail memo message
    remarks quote quotes excerpt excerpts passage""".split()
)
"""What a line announces before a block of somebody's words: "issued this *statement*:" """
GIVING = PRINTING | TOLD_SO | {*POSTS}
"""What ends a line that gives the words of somebody below it: "The Herald *writes*:" """

"""Words with which names of laws, bodies and works begin and end, and small words of titles."""

from __future__ import annotations

__all__ = [
    "HEADED",
    "HEADLINES",
    "JOINED_ENDS",
    "NAME_ENDS",
    "NAME_LEADS",
    "PRESS_WORDS",
    "SMALL_IN_TITLES",
    "WORK_WORDS",
]

NAME_ENDS = frozenset(
    "Act Alliance Association Award Awards Blog Bureau Caucus Center Centre Club Coalition College "
    "Commission Committee Conference Convention Council Database Day Festival Foundation Fund Inc "
    "Initiative Institute Institution Lab League Magazine Memorial Museum Network Office PAC Prize "
    "Program Project Society Summit Survey Treaty Trust University Watch".split()
)
"""What ends the name of a law, a body, a meeting or a work: "the Fair Harvest *Act*"."""
JOINED_ENDS = frozenset(
    "Act Agency Bureau Center Centre Commission Committee Initiative Institute Office "
    "Subcommittee".split()
)
"""What ends a name that has an "and" inside: "Drought *and* Harvest Relief *Act*"."""
NAME_LEADS = frozenset(
    "Action Advocates Agency Alliance Americans Association Bureau Campaign Caucus Center Centre "
    "Church Citizens Coalition Commission Committee Conference Consortium Convention Council "
    "Declaration Federation Force Foundation Friends Fund Group Institute League Ministry Mothers "
    "Movement Museum Network Office Organisation Organization Panel Parents Partnership Program "
    "Project Society Students Study Subcommittee Union".split()
)
"""What such a name begins with, before "of", "for", "on", "against" or "to"."""
SMALL_IN_TITLES = frozenset(
    "a an the of in on for and or nor but to with by at from as vs via into over per".split()
)
"""Words that a title in capitals writes small."""
WORK_WORDS = frozenset(
    "album anthology author authors ballad bestseller biography book books chapter dissertation "
    "documentary drama episode essay exhibition film films hymn lecture memoir movie movies "
    "musical novel opera painting paper play podcast poem report sang seller series show sings "
    "sitcom song songs special study thesis thriller titled treatise trilogy".split()
)
"""What says that the words between marks are the title of a work."""
PRESS_WORDS = frozenset(
    "article articles banner banners chant chanted chants column commentary editorial email "
    "headline headlined headlines memo op-ed piece pieces post posted posts press sign signs "
    "slogan slogans story stories tweet tweeted tweets video".split()
)
"""What says that they are a heading, a post or a sign: words somebody chose for the thing."""
HEADLINES = frozenset(("headline", "headlines", "headlined"))
HEADED = HEADLINES | {"titled", "entitled"}
"""What stands right before the heading of a piece: "an editorial *titled* “…”"."""

"""Words of English that stand round reports: verbs and nouns of saying, what joins them."""

from __future__ import annotations

__all__ = [
    "ACCOUNTS",
    "ANSWERING_LABELS",
    "ARE_TOLD",
    "ASKING_LABELS",
    "AVOIDING_WORDS",
    "BEARING_WORDS",
    "BLUNT",
    "BRANDING",
    "CLAIMED",
    "CRIES",
    "DECLARED",
    "DEFINING",
    "EDITORS",
    "GERUNDS",
    "HEADING",
    "HEARD",
    "HEARERS",
    "HEARS",
    "KNOWN_AS",
    "LIGHT_VERBS",
    "LORE",
    "MADE",
    "MAKING",
    "MEANING",
    "MEDIA",
    "NICKNAMED",
    "NOTIONS",
    "NOUNS_IN_ING_TOO",
    "NO_PARTICIPLES",
    "OPENING_PARTICIPLES",
    "OPENING_SAID",
    "OPENING_TOLD",
    "OPENING_VERBS",
    "ORDERS",
    "PASSED_ON",
    "PICTURES",
    "POLL_WORDS",
    "PRINTING",
    "QUOTED",
    "QUOTING",
    "READERS",
    "READS",
    "REFUSING",
    "REMARKS",
    "RIGHT",
    "RUBRICS",
    "RULED",
    "SELVES",
    "SERVICE",
    "SHORTHANDS",
    "SPEECHES",
    "STANDPOINTS",
    "STORIES",
    "TALK",
    "TELLING",
    "TOLD_SO",
    "TRUSTED",
    "USES_OF_WORDS",
    "USING_WORDS",
    "VOTES",
    "WITHHOLDING",
    "WRITERS",
    "WRITES_ON",
]

CLAIMED = frozenset("claimed said described supposed purported alleged believed thought".split())
""""what is *claimed* to be a truce" holds a word at a distance."""
HEADING = frozenset(("under", "with"))
"""Before a headline or a slogan under which somebody writes or marches."""
HEARD = frozenset("said described believed thought".split())
"""Those by which hearsay is passed on: "the coup is *said* to be under way"."""
HEARERS = frozenset(
    """court jury jurors inquest inquiry tribunal panel hearing commission magistrates mps peers
    lords councillors committee trial""".split()
)
"""Those before whom a thing is said: "the *court* heard that C"."""
ARE_TOLD = frozenset("told taught warned informed assured reminded".split())
"""What is done to those who hear it: "C, the dockers were *told*"."""
HEARS = frozenset("hear hears heard".split())
"""What they do: "C, the court *heard*"."""
LORE = frozenset(
    """word legend legends rumour rumours rumor rumors tradition traditions gossip lore story
    stories tale tales theory wisdom scuttlebutt whispers""".split()
)
"""What passes on what is said: "*word* has it that C"."""
ACCOUNTS = frozenset("accounts estimates reports account estimate report".split())
"""The same: "by all *accounts*"."""
STORIES = frozenset(
    """story argument theory thinking claim reasoning logic narrative legend rumour rumor tale line
    refrain""".split()
)
"""What stands beside or inside what is passed on: "C, so the *story* goes"."""
PASSED_ON = frozenset(
    """said claimed alleged believed thought feared reported rumoured rumored whispered suspected
    hinted suggested argued understood supposed""".split()
)
"""How it is said by nobody in particular: "C, it is *said*"."""
QUOTING = frozenset("quoted quotes quote quoting cited cites cite citing".split())
""""the paper *quoted* the mayor as saying" """
QUOTED = frozenset(("quoted", "cited"))
"""The same of the one who speaks: "was *quoted* as saying" """
PICTURES = frozenset(
    "video videos photo photos photograph photographs footage image images clip clips".split()
)
"""What shows a thing without words: "a *video* shows the rebels"."""
TOLD_SO = frozenset(("follows", "following", "this", "so", "thus"))
"""What ends a line before what somebody says: "The letter is as *follows*:" """
PRINTING = frozenset("reports reported writes wrote".split())
"""What an excerpt follows: "The Post *wrote*:" """
NO_PARTICIPLES = frozenset(("said", "added", "noted"))
"""Forms that modify no noun before them: "the board *said* in a letter sent to"."""
MADE = frozenset(
    """made wrote written signed issued sent filed gave given published commissioned leaked
    submitted drafted penned posted delivered uttered heard denied rejected dismissed disputed
    repeated refuted contested denies rejects disputes""".split()
)
"""What is done to a statement, and says nothing of what it holds: "the claim that Ortiz *made*"."""
MAKING = frozenset(
    """prompted prompt prompts led lead leads forced force forces caused cause causes allowed
    allow allows enabled drove drive drives moved inspired inspire compelled got get gets expect
    expects expected""".split()
)
""""*prompted* the bishop to speak": who is made to speak speaks."""
WITHHOLDING = frozenset(
    """refuse refused refuses refusing decline declined declines declining fail failed fails failing
    neglect neglected neglects forget forgot forgets omit omitted omits yet unable unwilling
    reluctant hesitate hesitated hesitates""".split()
)
"""Before a verb of saying: what is not said is nobody's: "*declined* to say whether"."""
KNOWN_AS = frozenset(
    "known seen recognized recognised identified listed cast framed billed".split()
)
"""Participles that name a thing as often as they judge it: "*known* as the Row"."""
BRANDING = frozenset("branding calling labelling labeling dubbing terming declaring".split())
"""Participles after which somebody is called something: "*branding* them thieves"."""
NOTIONS = frozenset(
    """notion idea belief practice process theory concept term word claim name phenomenon condition
    art habit custom study""".split()
)
"""What a term is said to be where it is explained: "“doxing,” the *practice* of"."""
SHORTHANDS = frozenset("slang short code shorthand jargon speak argot abbreviation".split())
"""What something is called in other words: "*slang* for “money”"."""
CRIES = frozenset(
    """cry cries shout shouts chant chants scream screams yell yells jeer jeers taunt taunts call
    calls boo boos murmur murmurs whisper whispers mutterings use comments remarks suggestion
    suggestions talk mention mentions claim claims accusation accusations charge charges
    description descriptions promise promises""".split()
)
"""What opens words that somebody says, though the text does not say who: "*shouts* of “shame”"."""
NICKNAMED = frozenset("nicknamed dubbed named titled entitled called christened".split())
"""Participles that only tell a name."""
OPENING_PARTICIPLES = frozenset(("known", "seen"))
"""Participles without -ed that open a sentence: "*Known* to many as a fraud, it …"."""
OPENING_SAID = frozenset("said says wrote writes added adds".split())
"""Verbs that open a sentence before who says it and a colon: "*Said* Ortiz: C"."""
OPENING_VERBS = OPENING_PARTICIPLES | OPENING_SAID
"""Both without -ing or -ed that open a sentence."""
OPENING_TOLD = frozenset(("told", "taught", "shown", "found"))
"""Participles without -ed of whom something is said to: "*Told* that C, she left"."""
LIGHT_VERBS = frozenset(
    """make made makes making offer offered offers offering give gave gives giving given have has
    had having express expressed expresses expressing voice voiced voices voicing raise raised
    raises raising issue issued issues issuing deliver delivered delivers delivering launch
    launched launches launching repeat repeated repeats repeating renew renewed renews hold held
    holds holding share shared shares sharing take took takes taking show showed shows showing
    send sent sends sending receive received receives receiving announce announced announces
    announcing level leveled leveled lodge lodged file filed release released releases drop
    dropped abandon abandoned reverse reversed withdraw withdrew defend defended outline outlined
    unveil unveiled present presented propose proposed feel felt add added""".split()
)
"""Verbs that a noun of saying completes: "*raised* doubts about"."""
POLL_WORDS = frozenset("lead leads led leading ahead behind trails trailed trailing tied".split())
"""Words by which a poll's result is told without a number."""
GERUNDS = frozenset(("warning", "finding", "ruling", "feeling"))
"""Nouns in -ing before "that"."""
NOUNS_IN_ING_TOO = frozenset(
    "gathering reporting thinking writing reasoning understanding reading ruling finding".split()
)
"""Forms in -ing that are nouns before a relative clause: "*reporting* that causes doubt"."""
USING_WORDS = frozenset(
    """use used uses using utter uttered utters uttering coin coined coins coining invoke invoked
    invokes invoking employ employed employs employing adopt adopted adopts adopting repeat
    repeated repeats repeating chant chanted chants chanting prefer preferred prefers preferring
    run ran runs running carry carried carries carrying bear bore bears bearing publish published
    publishes publishing say said says saying shout shouted shouts shouting write wrote writes
    writing popularize popularized popularise popularised""".split()
)
""""the mayor *used* the phrase" """
AVOIDING_WORDS = frozenset(
    """avoid avoided avoids avoiding ban banned bans banning drop dropped drops dropping reject
    rejected rejects rejecting shun shunned shuns shunning scrap scrapped scraps scrapping retire
    retired retires retiring abandon abandoned abandons abandoning banish banished banishes
    banishing bar barred bars barring oppose opposed opposes opposing dislike disliked dislikes
    disliking disavow disavowed disavows disavowing discourage discouraged discourages
    discouraging eschew eschewed eschews eschewing condemn condemned condemns condemning""".split()
)
""""has *banned* the term" """
READS = frozenset("read reads reading reread".split())
"""What people do with a work, and a sign with its words."""
REFUSING = frozenset("refuse refused refuses refusing decline declined declines declining".split())
""""*declined* to use the word" """
USES_OF_WORDS = frozenset("use usage repetition invocation".split())
""""her *use* of the term" """
REMARKS = frozenset(
    """remark remarks comment comments quip quips jibe jibes slur insult insults taunt taunts tweet
    tweets slogan slogans chant chants speech speeches statement statements line claim claims
    rhetoric gaffe phrase quote""".split()
)
"""Nouns that tell that the words before them were said: "the “Q” *remarks*"."""
BLUNT = frozenset(
    """adamant blunt brutal candid categorical clear clearer defiant direct emphatic explicit firm
    frank plain plainer scathing simple stark succinct terse unambiguous unequivocal unmistakable
    unrepentant uncompromising withering harsh damning savage bleak unsparing merciless""".split()
)
"""What somebody is before a colon and what was said: "she was *blunt*: C"."""
BEARING_WORDS = frozenset(
    """sign signs banner banners placard placards poster posters slogan slogans chant chants remark
    remarks comment comments phrase phrases slur slurs insult insults tweet tweets epithet epithets
    message messages hashtag hashtags""".split()
)
"""Things that bear words, before "such as “Q”"."""
SPEECHES = frozenset(
    """rant rants tirade tirades diatribe diatribes remark remarks comment comments joke jokes
    speech speeches lecture lectures harangue boast boasts taunt taunts""".split()
)
"""Ways of speaking, before "about “Q”"."""
TRUSTED = frozenset(("believed", "trusted"))
"""What one who told it may be: "if the log is to be *believed*"."""
TELLING = frozenset(("tell", "tells"))
"""What one does: "to hear her *tell* it"."""
RIGHT = (" is right", " are right", " is correct", " are correct")
"""What one who told it may be, too: "if the log *is right*"."""
RULED = frozenset("rule rules term terms conditions rulebook agreement contract law".split())
"""What tells nobody's words: "per the *rules*"."""
VOTES = frozenset("yes no aye nay yea present ayes nays yeas noes".split())
"""What is cast: "a “*no*” vote"."""
DECLARED = frozenset(("declared", "pronounced", "proclaimed", "designated"))
"""Verdicts that are official acts where nobody is named: "was *declared* the winner"."""
SERVICE = frozenset(
    """years months days time times tenure term terms stint role job work career service position
    post record reputation decade decades duties""".split()
)
"""Nouns after which "as" tells an office and no verdict: "her *years* as mayor"."""
MEANING = frozenset("means meaning meant denotes denoted".split())
"""What a word does that is spoken of: "“Osker” *means* a tanner"."""
STANDPOINTS = frozenset("perspective standpoint viewpoint view".split())
"""What one may see from: "from her *standpoint*"."""
DEFINING = frozenset(
    """defines defined define defining translates translated spelled spelt pronounced labeled
    labelled marked stamped""".split()
)
"""What is done with words named as words: "*defines* “ship” as", "a door *marked* “Staff”"."""
MEDIA = frozenset(
    """interview statement speech tweet email letter memo interviews remarks debate ad appearance
    post op-ed column report conference press news video podcast filing essay series message
    address""".split()
)
"""In what somebody speaks: "said in an *interview*"."""
ASKING_LABELS = frozenset(
    ("q", "question", "interviewer", "reporter", "moderator", "host", "presenter", "byline")
)
"""What an interviewer's label may be; one of these makes two turns an interview."""
ANSWERING_LABELS = frozenset(("a", "answer"))
"""What the other's label may be."""
RUBRICS = frozenset(
    """facts reality truth myth analysis
    note update correction read watch photo photos video source sources related more credit image
    caption editor's warning tip tips example exhibit step part chapter section figure table point
    item date time place location address phone email website contact tags topics filed published
    updated posted written by subject re fact claim verdict pros cons result results score total
    cost price answer conclusion background context summary question listen poll breaking exclusive
    here's bottom""".split()
)
"""What stands before a colon and is nobody's name."""
EDITORS = frozenset("editor editors author authors publisher publishers writer reporter".split())
"""Whose rubric is the outlet's own: "*Editor*’s note: C"."""
WRITERS = frozenset("i we you one us me my our".split())
"""Subjects that stand for who writes."""
SELVES = frozenset("i i'm i’m i've i’ve i'll i’ll my me mine myself".split())
"""Words for oneself: "Ortiz: *My* trial was a sham"."""
READERS = frozenset(("readers", "viewers", "listeners"))
"""Who is told by the writer what they know: "*Readers* will recall that C"."""
WRITES_ON = frozenset(
    "let suffice make imagine consider remember note suppose recall forget mind".split()
)
"""What a writer bids the reader do: "*Imagine* that C"."""
ORDERS = frozenset(
    """order decree ruling decision mandate injunction resolution law bill edict rule measure
    proposal recommendation""".split()
)
"""Texts that do things, before "that bars C"."""
TALK = frozenset(
    "rumour rumours rumor rumors talk warning warnings whispers gossip chatter speculation".split()
)
"""What is about something as often as it says something: "*talk* of the raid", "of a raid"."""

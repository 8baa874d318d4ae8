"""Words that end in a full stop without ending a sentence, and words that begin one.

Written for English news. An entry stands in the case it has in running text; titles and
months are known in capitals as well ("SEN. SMITH").
"""

from __future__ import annotations

from framing.language.calendar import DAYS, MONTHS, SHORT_DAYS, SHORT_MONTHS

__all__ = [
    "ABBREVIATIONS",
    "CLOCKS",
    "CLOCK_FOLLOWERS",
    "EXCLAIMED",
    "INITIALS",
    "LABEL_TITLES",
    "SAYING",
    "SHORTENED",
    "SOURCE_TITLES",
    "STARTERS",
    "TAGGING",
    "TITLES",
    "WEB_ENDINGS",
]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


def _capitals(listed: frozenset[str]) -> frozenset[str]:
    return listed | frozenset(word.upper() for word in listed)


# A name follows: never the end of a sentence.
TITLES = _capitals(
    _words(
        "Mr Mrs Ms Mx Messrs Mmes Mme Mlle Dr Drs Prof Profs Rev Revs Hon Sen Sens Rep Reps Gov "
        "Govs Gen Gens Lt Ltg Lieut Maj Col Cols Capt Capts Cmdr Cdr Cpl Sgt Sgts Pvt Pfc Adm "
        "Brig Cpt Det Dets Insp Supt Pres Amb Ambs Ste Msgr Asst Assoc Atty Attys Spc Ald Cong "
        "Congr Assemb Rt Supvr Sr Fr Br Ens Cllr Cmsr Comm Dep Dir Mgr Judg"
    )
) - _words("Sr SR Fr FR Br BR")

# Before or after a source's name; in lower case, as words of sources are compared.
SOURCE_TITLES = _words(
    "mr mrs ms dr sen rep gov gen lt col sgt capt cmdr adm maj pvt cpl prof rev hon st jr sr pres "
    "supt det insp messrs sens reps govs atty dist asst dep sir dame lord baroness"
)

# Before a name in the label of a speaker's turn: "Dr. Venn:".
LABEL_TITLES = tuple("Mr Mrs Ms Dr Sen Rep Gov Gen St".split())

# With their stop one token wherever they stand; a question mark stands after what may be missing.
SHORTENED = tuple(
    "Mr Mrs Ms Dr Sens? Reps? Govs? Gen Lt Col Sgt Capt Cmdr Adm Maj Rev Hon St Jr Sr Prof Pres "
    "Messrs Jan Feb Aug Sept Oct Nov Dec No Inc Corp Co vs".split()
)

# May end a sentence; they do when the next word is one that sentences begin with.
ABBREVIATIONS = _capitals(
    frozenset(word.capitalize() for word in (*SHORT_MONTHS, *SHORT_DAYS))
    | _words(
        "Inc Corp Co Cos Ltd Llc Plc Bros Jr Sr Esq St Mt Ft Fr Br Ave Blvd Rd Hwy Pkwy Sq "
        "Bldg Dept Univ Assn Intl Nat'l Int'l Gov't Govt Div Bur Pty Eds Ed Trans Vol Vols "
        "Ala Ariz Ark Calif Cal Colo Conn Del Fla Ga Ill Ind Kan Ky La Md Mich Minn Miss Mo Mont "
        "Neb Nev Okla Ore Pa Penn Tenn Tex Vt Va Wash Wis Wisc Wyo Mass Ont Que Alta Hi Dak "
        "Art Arts Fig Figs Sec Secs Chap Sect Para Nos Pt Ext Apt Phd"
    )
) | _words(
    "vs v etc al cf ca eg ie viz approx est max min avg misc tel ext lbs lb oz mph km kg ft sq "
    "hrs hr mins secs yr yrs p pp vol vols ch chap fig figs art sect para nos op incl resp"
)

CLOCKS = _words("a.m p.m A.M P.M am pm")

# After "a.m." and "p.m." these go on: time zones, days and months.
CLOCK_FOLLOWERS = _words(
    "EST EDT ET E.T CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST AEST IST JST Eastern "
    "Central Mountain Pacific Greenwich"
) | frozenset(word.capitalize() for word in (*DAYS, *MONTHS))

# Names that end in an exclamation mark.
INITIALS = frozenset(("US", "Us", "WHO"))
"""Names of a state and of a body that are written like pronouns."""
EXCLAIMED = _words("Yahoo Jeb Jeopardy E Yum Oklahoma")

# "word.Word" without a space ends a sentence, but not in an address.
WEB_ENDINGS = _words("Com Org Net Gov Edu Info Tv Co Uk Html Www")

# Words that open sentences, in their capitals; names seldom look like one. "Will" and "May" are
# left out: they are names too.
STARTERS = _words(
    "The A An This That These Those There Here It Its He She They We You His Her Their Our My Your "
    "But And Or Nor So Yet In On At By For From With Without Within Under Over After Before Since "
    "During Between Among Across Against About Around Behind Beyond Despite Until Upon Through "
    "Throughout Toward Towards To As If When While Where Who What Why How Which Whether Although "
    "Though Because Unless Once However Meanwhile Moreover Furthermore Nevertheless Still Also "
    "Then Thus Therefore Instead Later Earlier Now Today Yesterday Tomorrow Recently According "
    "Asked Both Each Every Either Neither Many Most Much More Some Several Few All Any Another "
    "Other Others One Two Three Four Five Six Seven Eight Nine Ten No None Nobody Not Nothing "
    "Only Even Just Perhaps Maybe Yes I I'm I’m I've I’ve I'll I’ll I'd I’d It's It’s He's He’s "
    "She's She’s They're They’re That's That’s There's There’s We're We’re We've We’ve Don't Don’t "
    "Let's Let’s What's What’s You're You’re Officials Critics Supporters Such Like Unlike Given "
    "Is Are Was Were Do Does Did Has Have Had Could Would Should Last Next People Speaking Nearly "
    "Almost Asked Amid Included Including Using Based Following Adding "
    "Indeed Finally Similarly Likewise Additionally Nonetheless Otherwise Rather Further Currently "
    "Previously Initially Eventually Ultimately Apparently Clearly Unfortunately Fortunately "
    "Together Separately Again Besides Overall"
)

# A name and one of these begin a sentence after a quotation without a stop: "… Venn said".
SAYING = tuple(
    "said says asked asks wrote added told replied shouted tweeted wondered exclaimed chanted "
    "declared cried continued demanded quipped joked yelled screamed responded answered".split()
)
# Those that stand with a name alone behind a quotation: "“Q” Venn said."
TAGGING = tuple("said says asked wrote added tweeted".split())

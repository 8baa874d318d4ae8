"""Words that end in a full stop without ending a sentence, and words that begin one."""

from __future__ import annotations

__all__ = ["BEFORE_NAMES", "BEFORE_NUMBERS", "CLOCK_FOLLOWERS", "OTHERS", "STARTERS"]


def _words(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


# Always followed by a name: never the end of a sentence.
BEFORE_NAMES = _words(
    "mr mrs ms mx messrs mmes dr drs prof profs rev revs hon sen sens rep reps gov govs gen gens "
    "lt ltg maj col cols capt cmdr cdr cpl sgt sgts pvt pfc adm brig cpt det insp supt pres vp "
    "amb ambs st ste mt ft msgr fr br rt sec dep asst assoc atty attys comm dir spc adj "
    "ald"
)

# Followed by a number they do not end a sentence; otherwise they are taken as `OTHERS`.
BEFORE_NUMBERS = _words(
    "no nos art arts fig figs p pp vol vols ch chap sect par para op pt nr ver ext rm apt"
)

# May end a sentence; they do when the next word is one that sentences begin with.
OTHERS = _words(
    "jan feb mar apr jun jul aug sep sept oct nov dec mon tue tues wed thu thur thurs fri sat sun "
    "inc corp co cos ltd llc plc bros jr sr esq vs v etc al cf eg ie est dept univ assn assoc "
    "intl int'l nat'l gov't govt div bur hq tel approx max min avg misc "
    "ala ariz ark calif colo conn del fla ga ill ind kan ky la md mich minn miss mo mont neb nev "
    "okla ore pa penn tenn tex vt va wash wis wyo mass ont que alta "
    "ave blvd rd hwy pkwy sq bldg lbs lb oz mph km kg sq ft hrs mins secs yr yrs "
    "phd ph.d b.a m.a m.d viz ca c ed eds trans rev repr"
)

# Words that open sentences, in their capitals; a name seldom looks like one.
STARTERS = _words(
    "The A An This That These Those There Here It Its He She They We You His Her Their Our My Your "
    "But And Or Nor So Yet In On At By For From With Without Within Under Over After Before Since "
    "During Between Among Across Against About Around Behind Beyond Despite Until Upon Through "
    "Throughout Toward Towards To As If When While Where Who What Why How Which Whether Although "
    "Though Because Unless Once However Meanwhile Moreover Furthermore Nevertheless Still Also "
    "Then Thus Therefore Instead Later Earlier Now Today Yesterday Tomorrow Recently According "
    "Asked Both Each Every Either Neither Many Most Much More Some Several Few All Any Another "
    "Other Others One Two Three Four Five Six Seven Eight Nine Ten No None Nobody Not Nothing "
    "Only Even Just Perhaps Maybe Yes I I'm I’m I've I’ve It's It’s He's He’s She's She’s "
    "They're They’re That's That’s There's There’s We're We’re Don't Don’t Let's Let’s Officials "
    "Critics Supporters Police Such Like Unlike Given Is Are Was Were Do Does Did Has Have Had Can "
    "Could Would Will Should May Might Last Next People Speaking Nearly Almost"
)

# After "a.m." and "p.m." these go on: time zones, days and months.
CLOCK_FOLLOWERS = _words(
    "EST EDT ET CST CDT CT MST MDT MT PST PDT PT GMT UTC BST CET CEST Eastern Central Mountain "
    "Pacific Monday Tuesday Wednesday Thursday Friday Saturday Sunday January February March April "
    "May June July August September October November December local"
)

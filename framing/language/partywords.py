"""English nouns of those who act and suffer: people, offices, bodies, groups, what is theirs."""

from __future__ import annotations

__all__ = [
    "ADMIRED",
    "BELONGINGS",
    "CALLINGS",
    "CHAMBERS",
    "CIVILIANS",
    "COUNTED",
    "DEPUTIES",
    "ENDS_OF_GROUPS",
    "ENTERED_ENDS",
    "FOLLOWERS",
    "GROUPS",
    "HEADS",
    "HER_KIN",
    "HIS_KIN",
    "INSTITUTIONS",
    "LANDS",
    "OFFICES",
    "OF_FAITHS",
    "OF_OTHERS",
    "ONCE_IN_OFFICE",
    "ORGANS",
    "PEOPLE",
    "PEOPLES",
    "PEOPLES_ENDS",
    "RELATIONS",
    "SPECIFYING",
    "STATES_AS_NAMES",
    "SURNAMES_TOO",
    "THINGS_ENDS",
    "TITLES",
    "TITLES_OF_ONE",
    "TITLE_ENDS",
    "WRITINGS",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ADMIRED = _set("stalwart stalwarts favorite favorites darling darlings icon icons luminaries types")
"""Nouns for people after an adjective that names them: "conservative *stalwarts* like Fenn"."""
OF_OTHERS = ADMIRED | _set(
    "hero heroes heroine heroines champion champions idol idols martyr martyrs savior saviors "
    "saviour saviours villain villains symbol symbols"
)
"""Nouns for people before "of", which says whose they are, not who: "*heroes* of the march"."""
ORGANS = _set(
    "government governments regime administration army military navy force forces troop troops "
    "soldier soldiers commandos gunners jets warplanes planes aircraft drones gunships tanks "
    "artillery agents operatives spies police authorities officials leaders leadership state "
    "security intelligence special air ground naval riot border guards guard navy marines "
    "armed occupation occupying paratroopers snipers fighters missiles rockets bombers "
    "bombardment shelling warships helicopters pilots gunmen parliament cabinet "
    "ministry defence defense republic revolutionary presidency kremlin presidents rulers "
    "ministers generals commanders negotiators"
)
"""What acts for a state: "Ostlandic *troops*" are Ostland's doing."""
HER_KIN = _set(
    "wife widow daughter sister mother niece aunt granddaughter grandmother stepdaughter "
    "girlfriend mistress fiancee"
)
"""Women who are somebody's: "she" may be his *wife*."""
HIS_KIN = _set(
    "husband widower son brother father nephew uncle grandson grandfather stepson boyfriend"
)
PEOPLES = frozenset(("Kurds", "Uyghurs", "Rohingya", "Yazidis"))
"""Peoples without a state, under the names that the shipped list has for them."""
_RELATED = _set(
    "cousin sons daughters brothers sisters parents cousins friend friends critic critics rival "
    "rivals opponent opponents foe foes enemy enemies challenger challengers detractor "
    "detractors predecessor predecessors successor successors ally allies aide aides adviser "
    "advisers advisor advisors lawyer lawyers attorney attorneys associate associates confidant "
    "confidante supporter supporters sympathizer sympathizers sympathiser sympathisers donor "
    "donors surrogate surrogates loyalist loyalists backer backers fan fans follower followers "
    "staffer staffers spokesman spokeswoman nominee nominees appointee appointees mentor "
    "protege boss bodyguard fixer biographer expert experts lobbyist lobbyists voter voters"
)
RELATIONS = HER_KIN | HIS_KIN | _RELATED
"""People who are somebody's, or about somebody, and not he: "Orlov's *widow*", "a *critic* of"."""
BELONGINGS = RELATIONS | _set(
    "campaign team family staff era presidency rally organization foundation tower cabinet policy "
    "bill plan"
)
"""Nouns that the name of a person before them belongs to: "the Orlov *campaign*"."""
FOLLOWERS = _set("supporters backers loyalists fans followers voters campaign camp team")
"""Who are not the person whose name stands before them, and are a party under it."""
CIVILIANS = _set(
    "civilian civilians children child women woman men people citizens villagers families family "
    "boys girls residents passengers town towns village villages city cities soil territory "
    "soldiers troops forces embassy consulate airport hospital hospitals schools school "
    "sailors pilots fishermen tourists diplomats government population nation capital coast "
    "border homes lives"
)
"""Who or what belongs to a state in the same sense: an attack on Ostlandic *villagers*."""
COUNTED = _set(
    "adults infants babies teenagers girls boys victims members hostages nationals americans "
    "pilgrims monks nuns priests doctors nurses aides reporters observers sailors pilots officers "
    "policemen policewomen cops deputies troopers marines guards teachers drivers firefighters "
    "peacekeepers farmers miners lawyers judges photographers cameramen employees bystanders "
    "worshippers worshipers schoolgirls schoolboys pupils teens youths toddlers brothers sisters "
    "contractors missionaries troops medics volunteers parishioners servicemen patients inmates"
)
"""People of whom a number is told: "two *officers* were killed"; others are CIVILIANS, PEOPLE."""
PEOPLE = _set(
    "rebel rebels migrant migrants refugee refugees immigrant immigrants expatriate expatriates "
    "detainee detainees prisoner prisoners dissident dissidents exile exiles opposition "
    "protester protesters demonstrator demonstrators activist activists militant militants "
    "insurgent insurgents terrorist terrorists extremist extremists settler settlers journalist "
    "journalists scientist scientists hacker hackers gang gangs militia militias criminals "
    "cartel cartels minority minorities separatist separatists student students worker workers "
    "man woman men women boy girl teenager national nationals businessman singer actor player "
    "born descent origin american"
)
"""People who are not the state that their demonym names."""
OF_FAITHS = PEOPLE | CIVILIANS | _set("terror terrorism extremism extremists violence community")
"""What may be of a faith in a heading's capitals, and begins no name: "Christian *Terrorism*"."""
CALLINGS = _set(
    "envoy host agent pundit poet coach tycoon mogul clerk nurse czar tsar delegate diplomat "
    "physician surgeon priest monk nun heiress guest chef"
)
"""What somebody is, in words that no other list holds: "radio *host* Orlow"."""
WRITINGS = _set(
    "report statement tweet tweets letter memo ad ads book column editorial speech remarks post "
    "video message article essay testimony office"
)
"""What says what its owner says: "Fenn's *report* slams"."""
TITLES_OF_ONE = _set(
    "mr mrs ms miss mx dr sir lord lady sen senator rep representative gov governor president "
    "premier chancellor minister secretary speaker mayor king queen prince princess emperor pope "
    "bishop archbishop cardinal rev reverend pastor imam rabbi ayatollah sheikh judge justice "
    "sheriff officer detective sergeant sgt captain capt lieutenant lt commander colonel col "
    "gen adm admiral professor prof congressman congresswoman ambassador chairman chairwoman "
    "monsignor msgr strongman dictator"
)
"""Titles after which a single capitalised word is somebody's surname."""
TITLES = TITLES_OF_ONE | _set(
    "prime leader ms general then former late supreme candidate comrade "
    "director spokesman spokeswoman commissioner administrator analyst strategist"
)
CHAMBERS = frozenset(("house", "senate"))
"""Chambers that stand before a title: "*House* Speaker Fenn"."""
TITLE_ENDS = frozenset(("staff",))
"""Words that a title of several ends in: "Chief of *Staff* Fenn"."""
OFFICES = {
    "president": "president", "premier": "premier", "minister": "prime minister", "gov": "governor",
    "governor": "governor", "mayor": "mayor", "chancellor": "chancellor", "sen": "senator",
    "senator": "senator", "pope": "pope", "speaker": "speaker", "judge": "judge",
    "justice": "justice", "cardinal": "cardinal", "archbishop": "archbishop", "bishop": "bishop",
    "sheriff": "sheriff", "prince": "prince", "king": "king", "queen": "queen",
    "congressman": "congressman", "congresswoman": "congresswoman", "ambassador": "ambassador",
    "chairman": "chairman", "chairwoman": "chairwoman", "general": "general", "gen": "general",
}  # fmt: skip
"""Titles before a name, and the noun by which their bearer is meant: "the *governor*"."""
ONCE_IN_OFFICE = ("former ", "vice ", "ex ", "ex-", "then ", "late ")
"""Before a title of somebody who does not, or no longer, bear it."""
STATES_AS_NAMES = _set("Jordan Chad Georgia")
"""Names of states that are given names as well: "*Jordan* Orlow"."""
SURNAMES_TOO = _set("king prince bishop pope judge dean lord cardinal")
"""Titles, and words of institutions, that are surnames as well: "Nora *King*"."""
INSTITUTIONS = _set(
    "house senate court courts department university state states street county city party "
    "committee times post journal news bank company inc corp college school church hospital "
    "institute association council agency bureau office ministry commission foundation center "
    "centre group union league club act law bill amendment river lake mount island islands north "
    "south east west northern southern eastern western new san los las saint st congress "
    "parliament administration government campaign report project fund society force forces army "
    "navy guard police security service services board authority academy museum park square "
    "avenue road airport beach valley hills district province region republic kingdom nation "
    "nations america american europe european africa asia gulf sea ocean bay coast capitol white "
    "supreme federal national international world global united democratic republican media "
    "network press magazine radio tv television channel online web internet twitter facebook "
    "google amazon apple fox studio records research study survey poll war day days christmas "
    "easter bible god lord jesus christ allah christian christians muslim muslims jewish jews "
    "catholic islam islamic iraqi iranian black hispanic latino tower hotel plaza stadium bridge "
    "caucus conference convention assembly tribunal alliance front movement brigade battalion "
    "director leader general attorney chief deputy executive officer officials spokesman "
    "puerto hong buenos tel addis crow intelligence affairs treasury jr sr ii iii iv defense "
    "defence justice homeland"
)
"""Words that make capitalised words the name of something that is no person."""
THINGS_ENDS = ("tion", "tions", "ional", "ism", "isement")
"""How words end that are part of no person's name, whatever capital they have."""
ENTERED_ENDS = _set("intervention interventions")
"""Nouns of which a demonym names whose land is entered as often as who enters it."""
SPECIFYING = _set("specifically namely notably also")
"""Words before a name that say who is meant: "a group, *namely* Hamas"."""
PEOPLES_ENDS = _set("genocide genocides holocaust holocausts exodus")
"""Nouns of which a demonym names the sufferers as often as the doers: "the Ostlandic *N*"."""
LANDS = _set(
    "airspace border borders coast coastline east heartland interior mainland north northeast "
    "northwest soil south southeast southwest territory waters west"
)
"""Parts of a land that stand for it: "an incursion into Ostland's *east*"."""
GROUPS = _set(
    "group organization organisation network outfit movement militia army faction party cell entity"
)
"""Nouns in the singular for many people who act as one."""
DEPUTIES = _set(
    "lawmakers policymakers senators governors congressmen congresswomen representatives members "
    "strategists operatives candidates politicians legislators mayors hopefuls contenders"
)
"""Who act for their party: "Ostlandic *lawmakers*", where that is a party's adjective."""
ENDS_OF_GROUPS = _set(
    "party front movement brigade brigades league alliance coalition army union group guard "
    "faction militia network front council"
)
"""Words with which names of groups end: "the far-right Quorl *Front*"."""
HEADS = _set(
    "group groups party parties politician politicians leader leaders candidate candidates "
    "lawmaker lawmakers activist activists movement movements organisation organization network "
    "outfit faction president congressman congresswoman senator firm website outlet figure "
    "politician governor commentator theorist militia chief boss founder called named"
)
"""Nouns that may stand between an adjective and the name it is said of."""

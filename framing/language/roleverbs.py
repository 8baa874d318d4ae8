"""English verbs by which somebody does, suffers, wins, turns or is said to be what a noun names."""

from __future__ import annotations

__all__ = [
    "ACTS",
    "AS_VERBS",
    "ATTACKING",
    "COPULAS",
    "DEMANDS",
    "DID",
    "DONE",
    "DO_NOUN",
    "EVERYTHING",
    "FACED",
    "HAVING",
    "IMAGES",
    "JUDGED",
    "LAID",
    "LIFTED",
    "NAMED_BY",
    "NAME_VERBS",
    "OBJECT_CONTROL",
    "PASTS",
    "PROVED",
    "RAISED",
    "REFUSED",
    "REMOVED",
    "REPORTED",
    "RESPONDED",
    "SAID",
    "SAYING",
    "SENT",
    "SERVED",
    "SHOWED",
    "STANCES",
    "STOPPED",
    "STRUCK",
    "SUPERLATIVES",
    "TAKE",
    "TAKEN",
    "TURNED",
    "UNDERTAKINGS",
    "USED",
    "WHILE_DOING",
    "WON",
]


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


ACTS = _set(
    "remark remarks speech claim claims comment comments tweet tweets plan plans use decision "
    "proposal move visit trip statement statements response handling order orders actions act "
    "behavior behaviour words letter report address post posts threat threats call announcement "
    "withdrawal accusation accusations allegation allegations suggestion idea effort efforts "
    "attempt attempts push bid offer testimony message interview vote refusal demand demands"
)
"""What somebody says and does: who owns it does what it is called, as "Fenn's *plan* is a N"."""
COPULAS = _set(
    "become becomes became becoming remain remains remained stay stays stayed look looks looked "
    "looking seem seems seemed seeming"
)
"""Verbs that say what their subject is, as "be" does."""
DID = _set("do does did done")
"""Verbs of which a clause says all that somebody does: "what Fenn *did* was a N"."""
DO_NOUN = _set(
    "commit commits committed committing launch launches launched launching carry carries "
    "carried carrying wage wages waged waging conduct conducts conducted conducting perpetrate "
    "perpetrated perpetrates begin began begins start started starts order ordered orders "
    "impose imposes imposed imposing lead leads unleash unleashed unleashes stage stages staged "
    "staging pursue pursues pursued pursuing continue continued continues escalate escalated "
    "expand expanded mount mounted mounts execute executed plan planned plans "
    "intensify intensified resume resumed undertake undertakes undertook undertaken undertaking "
    "spread spreads sponsor sponsored "
    "unveil operate operates operated run runs ran perpetuate perpetuates make "
    "makes made making out deliver delivers delivered delivering issue issues issued issuing "
    "fire fires fired firing off level levels leveled levelled leveling levelling hurl hurls "
    "hurled hurling extend extends extended extending offer offers offered offering give gives "
    "gave giving deal dealt win wins won winning score scores scored secure secures secured "
    "plot plots plotted plotting orchestrate orchestrates orchestrated orchestrating mastermind "
    "masterminded authorize authorizes authorized authorise authorised engineer engineered "
    "engineering hatch hatched spew spews spewed spewing spout spouts spouted vent vents vented "
    "sling slings slung lob lobs lobbed"
)
"""Verbs that say of somebody that he does what their object names."""
FACED = _set(
    "face faces faced facing deny denies denied denying fight fights fought fighting battle "
    "battles battled battling rebut rebutted rebuts dispute disputes disputed"
)
"""Verbs whose subject is the one against whom a charge is: "*denied* claims of assault"."""
HAVING = _set(
    "have has had having run runs ran running rule rules ruled ruling lead leads led leading "
    "build builds built building develop develops developed developing pursue "
    "pursues pursued pursuing possess possesses possessed possessing acquire acquires acquired "
    "acquiring start starts started starting launch launches launched "
    "launching wage wages waged waging spark sparks sparked sparking begin begins began impose "
    "imposes imposed imposing order orders ordered ordering declare declares declared declaring "
    "propose proposes proposed proposing introduce introduces introduced introducing unveil "
    "unveils unveiled unveiling announce announces announced announcing sign signs signed signing "
    "push pushes pushed pushing enact enacts enacted enacting expand expands expanded expanding"
)
"""Verbs whose subject has in its hands, or brings in, what their object names."""
TAKE = _set("take takes took taking taken")
TAKEN = _set("action actions step steps stand stands measure measures approach swipe shot aim")
"""What is done by whoever "takes" it: "*took* drastic *action*"."""
EVERYTHING = _set("everything all what whatever anything nothing")
"""Words of which a clause says all that somebody says: "*everything* Fenn says is a N"."""
WON = _set(
    "win wins won winning swept cruised romped rolled coasted cruise coast sweep sailed reelected "
    "elected"
)
"""Verbs whose subject wins "by" or "in" what is named: "won *by* a landslide"."""
REMOVED = _set(
    "oust ousts ousted ousting topple topples toppled toppling overthrow overthrows overthrew "
    "overthrown depose deposes deposed deposing remove removes removed removing unseat unseated"
)
"""Verbs of bringing down: who is "ousted *in* a N" is the one it befell."""
DEMANDS = _set("call calls demand demands pressure appeal appeals request requests plea pleas")
"""Nouns that an infinitive completes: who "rejected *calls* to V" was to do it."""
REFUSED = _set(
    "reject rejects rejected rejecting rebuff rebuffs rebuffed rebuffing resist resists resisted "
    "resisting face faces faced facing ignore ignores ignored ignoring defy defies defied defying "
    "refuse refused refuses dismiss dismissed dismisses heed heeded answer answered"
)
"""What is done to a demand by whoever was asked."""
OBJECT_CONTROL = _set(
    "order orders ordered urge urged urges ask asked asks allow allows allowed allowing force "
    "forces forced forcing invite invited inviting encourage encouraged encourages enable enabled "
    "push pushed press pressed want wants wanted expect expected tell told compel compelled "
    "prompt prompted prompting prompts"
)
"""Verbs whose object does what an infinitive says: "*ordered* Fenn to V"."""
REPORTED = _set(
    "said alleged reported believed thought known claimed rumored rumoured found seen feared "
    "understood suspected supposed expected scheduled meant designed"
)
"""Participles after "be" whose subject does what an infinitive says: "was *said* to V"."""
USED = _set(
    "use uses used using exploit exploits exploited exploiting leverage leveraged issue issued "
    "sign signed invoke invoked deploy deployed declare declared spend spent submit submitted "
    "introduce introduced file filed draft drafted propose proposed employ employs employed"
)
"""Verbs whose object serves for what an infinitive says: "*used* the vote to V"."""
SHOWED = _set(
    "show shows showed showing demonstrate demonstrates demonstrated demonstrating make makes made "
    "making launch launches launched launching announce announces announced announcing lead leads "
    "led leading declare declared express expressed expresses signal signaled signalled mount "
    "mounted begin began begins start started join joined float floated unveil unveiled "
    "have has had"
)
"""Verbs whose subject makes the attempt that their object names: "*announced* plans to V"."""
SAID = ("said", "says", "told", "wrote", "tweeted", "testified", "argued", "added")
"""Verbs that say of whoever stands before them that it is somebody."""
SENT = _set("told sent wrote posted tweeted shared published uttered used made said")
"""Verbs whose subject is whose a remark is: "the tweet that Fenn *sent*"."""
STOPPED = _set(
    "stop stops stopped stopping start starts started starting begin begins began keep keeps kept "
    "keeping continue continues continued avoid avoids avoided avoiding consider considers "
    "considered considering resume resumed quit cease ceased spend spends spent spending"
)
"""Verbs whose subject does what a gerund after them says: "*stopped* Ving", "*spent* days Ving"."""
WHILE_DOING = _set("by before after without while when since upon on in")
"""Words before a gerund whose subject is that of the clause around it."""
STANCES = _set(
    "message rhetoric agenda views view tone stance pitch platform appeal policies positions "
    "remarks comments speech speeches style instincts worldview language tweets ideas proposals "
    "attack attacks bullying behavior behaviour treatment tirade tirades outburst outbursts "
    "insults jokes slurs campaign candidacy"
)
"""What shows what its owner is: whose "populist *message*" it is, is a populist."""
DONE = _set(
    "committed launched carried waged conducted perpetrated ordered imposed led unleashed staged "
    "pursued run mounted executed planned sponsored inflicted wrought made begun started "
    "orchestrated directed engineered backed prepared written penned authored drafted published "
    "posted issued delivered released told authorized authorised brought introduced"
)
RESPONDED = _set(
    "respond responds responded responding react reacts reacted reacting reply replies replied "
    "replying answer answers answered counter counters countered retaliate retaliates retaliated "
    "retaliating open opens opened opening begin began close closed closes end ends ended follow "
    "followed follows erupt erupted burst weigh weighed hit fired drove greet greeted greets"
)
"""Verbs that what somebody does completes after "with": "*responded* with a N"."""
IMAGES = _set("image reputation status persona brand portrayal depiction credentials standing")
"""Nouns after which "as" says what their owner is: "his *reputation* as a N"."""
JUDGED = _set(
    "confirm confirms confirmed confirming reject rejects rejected rejecting dispute disputes "
    "disputed disputing doubt doubts doubted question questions questioned refute refutes refuted "
    "debunk debunked rebut rebuts rebutted contradict contradicts contradicted"
)
"""Verbs whose subject judges what another says: "*confirmed* their claims"."""
NAME_VERBS = _set(
    "call calls called calling label labels labelled labeled labelling labeling brand brands "
    "branded branding describe describes described describing consider considers considered "
    "considering designate designates designated designating declare declares declared "
    "deem deems deemed term terms termed dub dubs dubbed denounce denounced denounces regard "
    "portray paint cast "
    "regards regarded list listed lists name named names classify classified treat treats treated "
    "view views viewed see sees saw portray portrays portrayed cast casts casting painted paints"
)
"""Verbs by which somebody is said to be something."""
TURNED = _set(
    "turn turns turned turning change changes changed changing transform transforms transformed "
    "transforming make makes made making remake remade reshape reshaped"
)
"""Verbs whose object comes to be something: "turned Hamas *into* a N"."""
PROVED = _set("prove proves proved proven proving show shows showed shown call calls called")
"""Verbs by which somebody says of himself, or shows, what he is."""
STRUCK = _set(
    "killed kills killing left wounded wounds injured targeted targets targeting hit struck "
    "claimed devastated ravaged displaced"
)
"""Verbs whose object suffered what their subject names: "the N that *killed* 49 people"."""
SUPERLATIVES = _set("worst deadliest bloodiest biggest largest gravest darkest greatest")
"""Words after which a state's own is what befell it: "Ostland's *deadliest* N"."""
AS_VERBS = NAME_VERBS | _set(
    "hail hails hailed hailing praise praises praised praising laud lauds lauded eulogize "
    "eulogizes eulogized eulogise eulogises eulogised remember remembers remembered "
    "dismiss dismisses dismissed dismissing deride derides derided deriding mock mocks mocked "
    "condemn condemns condemned slam slams slammed blast blasted blasts attack attacked "
    "celebrate celebrated celebrates depict depicts depicted depicting characterize "
    "characterizes characterized characterise characterised recognize recognized recognise "
    "present presents presented presenting position positioned frame frames framed expose exposed "
    "hold holds held keep kept try tried detain detained "
    "seen recognised identify identified identifies know known"
)
"""With those that need an "as": "*hailed* Hamas as N"."""
SAYING = _set(
    "saying denying claiming alleging arguing insisting suggesting believing thinking fearing "
    "noting adding hinting implying asserting declaring"
)
"""Gerunds after which a clause begins: "for *saying* Fenn lied"."""
LAID = _set("blame blames blamed blaming pin pins pinned pinning")
"""Verbs that lay something on somebody: "*blamed* the N on Fenn" says nothing of its victim."""
LIFTED = _set(
    "lift lifts lifted lifting propel propels propelled propelling carry carries carried carrying "
    "lead leads led leading sweep swept power powered vault vaulted help helped take took hand "
    "handed guide guided"
)
"""Verbs whose object wins what is named after "to": "*carried* Fenn to a N"."""
RAISED = _set(
    "ramp ramps ramped ramping crank cranks cranked cranking step steps stepped stepping stir "
    "stirs stirred stirring cook cooks cooked cooking drum drums drummed drumming whip whips "
    "whipped whipping keep keeps kept keeping dial dialed serve served put"
)
"""Verbs that say with "up" that their subject does what is named: "*stepped* up its N"."""
UNDERTAKINGS = _set("campaign campaigns effort efforts attempt attempts operation operations drive")
"""Nouns that only say that what stands before them is undertaken: "a terror *campaign*"."""
ATTACKING = _set(
    "attack attacks assault assaults criticism criticisms opposition resistance onslaught fight "
    "campaign charge"
)
"""Nouns of acts against what "on" introduces: "*attacks* on the N led by Fenn" are Fenn's."""
SERVED = _set(
    "run runs ran running campaign campaigns campaigned campaigning emerge emerges emerged "
    "emerging serve serves served serving pose poses posed posing act acts acted acting govern "
    "governed governs rule ruled behave behaved behaves"
)
"""Verbs after which "as" says what their subject is: "*ran* as a N"."""
PASTS = _set("took stood hit shot tore laid threw went gave made ran drew struck fought bent")
"""Past tenses that do not end in "-ed", of verbs with which longer phrases begin."""
NAMED_BY = _set("list lists name names see sees saw view views treat treats")
"""Verbs of naming that are something else, or a noun, as often."""

"""Three hundred entries as lexicons hold them, with their forms written by hand.

A line is an entry, its forms, and after ``|`` forms that are also right, or misspellings that
texts do have, which need not be made.
Words of an entry are joined by ``_``. British and American spellings are both wanted.
"""

from __future__ import annotations

__all__ = ["NOUNS", "VERBS"]

NOUNS = """
child: children
passer-by: passers-by
passerby: passersby
bystander: bystanders
man: men
woman: women
gunman: gunmen
militiaman: militiamen
serviceman: servicemen
spokeswoman: spokeswomen
policeman: policemen
statesman: statesmen
person: people | persons
wife: wives
wolf: wolves
knife: knives
life: lives
thief: thieves
half: halves
leaf: leaves
loaf: loaves
belief: beliefs
proof: proofs
chief: chiefs
grief: griefs
handkerchief: handkerchiefs | handkerchieves
hero: heroes | heros
embargo: embargoes | embargos
torpedo: torpedoes | torpedos
veto: vetoes
echo: echoes | echos
negro: negroes | negros
commando: commandos | commandoes
ghetto: ghettos | ghettoes
manifesto: manifestos | manifestoes
memo: memos
photo: photos
video: videos
junta: juntas
regime: regimes
crisis: crises
thesis: theses
hypothesis: hypotheses
basis: bases
axis: axes
analysis: analyses
diagnosis: diagnoses
phenomenon: phenomena | phenomenons
criterion: criteria | criterions
memorandum: memoranda memorandums
referendum: referendums referenda
stratum: strata | stratums
bacterium: bacteria
medium: media | mediums
datum: data | datums
alumnus: alumni
fungus: fungi | funguses
stimulus: stimuli
syllabus: syllabuses | syllabi
virus: viruses
census: censuses
caucus: caucuses
consensus: consensuses
genus: genera | genuses
corpus: corpora | corpuses
index: indices indexes
vertex: vertices | vertexes
matrix: matrices | matrixes
bureau: bureaus bureaux
plateau: plateaus | plateaux
coup: coups
coup_d'état: coups_d'état
coup_d'etat: coups_d'etat
fait_accompli: faits_accomplis | fait_accomplis
attorney_general: attorneys_general | attorney_generals
secretary-general: secretaries-general | secretary-generals
court_martial: courts_martial | court_martials
prisoner_of_war: prisoners_of_war
weapon_of_mass_destruction: weapons_of_mass_destruction
army_of_occupation: armies_of_occupation
act_of_terror: acts_of_terror
crime_against_humanity: crimes_against_humanity
head_of_state: heads_of_state
commander-in-chief: commanders-in-chief
mother-in-law: mothers-in-law
runner-up: runners-up
man_of_the_people: men_of_the_people
mother-to-be: mothers-to-be
break-in: break-ins
sit-in: sit-ins
build-up: build-ups
crackdown: crackdowns
lay-off: lay-offs
troop: troops
force: forces
ally: allies
army: armies
enemy: enemies
policy: policies
casualty: casualties
atrocity: atrocities
monarchy: monarchies
monkey: monkeys
convoy: convoys
envoy: envoys
deploy: deploys
spy: spies
boss: bosses
mass: masses
loss: losses
abyss: abysses
tax: taxes
hoax: hoaxes
box: boxes
quiz: quizzes
bush: bushes
clash: clashes
church: churches
march: marches
siege: sieges
breach: breaches
monarch: monarchs
patriarch: patriarchs
stomach: stomachs
epoch: epochs
bus: buses | busses
gas: gases | gasses
lens: lenses
series:
species:
aircraft:
spacecraft:
means:
headquarters:
barracks:
offspring: | offsprings
sheep:
deer: | deers
fish: | fishes
troops:
forces:
drugs:
findings:
people: | peoples
police:
personnel:
foot: feet
tooth: teeth
goose: geese
mouse: mice | mouses
ox: oxen
die: dice dies
roof: roofs | rooves
hoof: hooves hoofs
scarf: scarves scarfs
dwarf: dwarfs dwarves
staff: staffs | staves
cliff: cliffs
safe: safes
occupier: occupiers
militant: militants
jihadi: jihadis
mujahid: mujahideen mujahidin | mujahids mujahedin
ayatollah: ayatollahs
intifada: intifadas
Taliban: | Talibans
Islamist: Islamists
Nazi: Nazis
neo-Nazi: neo-Nazis
Iraqi: Iraqis
airstrike: airstrikes
labour_camp: labour_camps labor_camps labor_camp
defence_force: defence_forces defense_forces defense_force
neighbour: neighbours neighbor neighbors
saboteur: saboteurs
putsch: putsches
blitz: blitzes
fetus: fetuses foetus foetuses
foetus: foetuses fetus fetuses
"""

VERBS = """
strike: strikes struck striking | stricken
shoot: shoots shot shooting
kill: kills killed killing
slay: slays slew slain slaying | slayed
murder: murders murdered murdering
execute: executes executed executing
overthrow: overthrows overthrew overthrown overthrowing
overrun: overruns overran overrunning
take: takes took taken taking
seize: seizes seized seizing
steal: steals stole stolen stealing
break: breaks broke broken breaking
bring: brings brought bringing
fight: fights fought fighting
flee: flees fled fleeing
fly: flies flew flown flying | flied
lie: lies lied lying | lay lain
lay: lays laid laying
die: dies died dying | dice dieing
tie: ties tied tying
hang: hangs hung hanging | hanged
bind: binds bound binding
bleed: bleeds bled bleeding
bend: bends bent bending
beat: beats beat beaten beating
bite: bites bit bitten biting
blow: blows blew blown blowing
burn: burns burned burning burnt
burst: bursts burst bursting | bursted
buy: buys bought buying
cast: casts cast casting | casted
catch: catches caught catching
choose: chooses chose chosen choosing
cling: clings clung clinging
come: comes came coming
cost: costs cost costing | costed
creep: creeps crept creeping
cut: cuts cut cutting
deal: deals dealt dealing
dig: digs dug digging
draw: draws drew drawn drawing
drive: drives drove driven driving
drown: drowns drowned drowning
eat: eats ate eaten eating
fall: falls fell fallen falling
feed: feeds fed feeding
feel: feels felt feeling
find: finds found finding
forbid: forbids forbade forbidden forbidding | forbad
forecast: forecasts forecast forecasting | forecasted
forgive: forgives forgave forgiven forgiving
freeze: freezes froze frozen freezing
give: gives gave given giving
go: goes went gone going
grind: grinds ground grinding | grinded
grow: grows grew grown growing
hear: hears heard hearing
hide: hides hid hidden hiding
hit: hits hit hitting
hold: holds held holding
hurt: hurts hurt hurting
keep: keeps kept keeping
kneel: kneels knelt kneeling kneeled
know: knows knew known knowing
lead: leads led leading
leave: leaves left leaving
let: lets let letting
lose: loses lost losing
make: makes made making
mean: means meant meaning
meet: meets met meeting
mislead: misleads misled misleading
mow: mows mowed mowing mown
plead: pleads pleaded pleading pled
prove: proves proved proven proving
put: puts put putting
quit: quits quit quitting | quitted
rid: rids rid ridding | ridded
ride: rides rode ridden riding
rise: rises rose risen rising
run: runs ran running
say: says said saying
see: sees saw seen seeing
seek: seeks sought seeking
sell: sells sold selling
send: sends sent sending
set: sets set setting
shake: shakes shook shaken shaking
shed: sheds shed shedding
sink: sinks sank sunk sinking
slit: slits slit slitting
speak: speaks spoke spoken speaking
spin: spins spun spinning | span
split: splits split splitting
spread: spreads spread spreading
stand: stands stood standing
starve: starves starved starving
stick: sticks stuck sticking
sting: stings stung stinging
swear: swears swore sworn swearing
sweep: sweeps swept sweeping
teach: teaches taught teaching
tear: tears tore torn tearing
tell: tells told telling
think: thinks thought thinking
throw: throws threw thrown throwing
undergo: undergoes underwent undergone undergoing
uphold: upholds upheld upholding
weep: weeps wept weeping
win: wins won winning
withdraw: withdraws withdrew withdrawn withdrawing
withhold: withholds withheld withholding
withstand: withstands withstood withstanding
write: writes wrote written writing
be: am are is was were being been | 're
have: has had having
do: does did done doing
admit: admits admitted admitting
commit: commits committed committing
compel: compels compelled compelling
concur: concurs concurred concurring
deter: deters deterred deterring
expel: expels expelled expelling
infer: infers inferred inferring
occur: occurs occurred occurring | occured occuring
offer: offers offered offering
permit: permits permitted permitting
plan: plans planned planning
rebel: rebels rebelled rebelling
refer: refers referred referring | refered refering
target: targets targeted targeting | targetted targetting
visit: visits visited visiting
bomb: bombs bombed bombing
claim: claims claimed claiming
accuse: accuses accused accusing
allege: alleges alleged alleging
occupy: occupies occupied occupying
deny: denies denied denying
destroy: destroys destroyed destroying
deploy: deploys deployed deploying
panic: panics panicked panicking
traffic: traffics trafficked trafficking
label: labels labelled labelling labeled labeling
cancel: cancels cancelled cancelling canceled canceling
fuel: fuels fuelled fuelling fueled fueling
colonise: colonises colonised colonising colonize colonizes colonized colonizing
neutralize: neutralizes neutralized neutralizing neutralise neutralises neutralised neutralising
paralyse: paralyses paralysed paralysing paralyze paralyzes paralyzed paralyzing
exercise: exercises exercised exercising
advise: advises advised advising
crack_down_on: cracks_down_on cracked_down_on cracking_down_on
carry_out: carries_out carried_out carrying_out
wipe_out: wipes_out wiped_out wiping_out
sexually_assault: sexually_assaults sexually_assaulted sexually_assaulting
carpet-bomb: carpet-bombs carpet-bombed carpet-bombing
waterboard: waterboards waterboarded waterboarding
retweet: retweets retweeted retweeting
deradicalise: deradicalises deradicalised deradicalising deradicalize deradicalizes deradicalized deradicalizing
"""  # noqa: E501 - one entry a line

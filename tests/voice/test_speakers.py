"""Who speaks: kinds, names, links and whom a spokesperson speaks for."""

import pytest
from eachrow import for_each

from framing.articles.layout import documents
from framing.values import Article, Attribution
from framing.voice import read_voice
from framing.voice.sources.profiles import profile_of

KINDS = [
    ("Ana Ruiz", "named", "Ana Ruiz"),
    ("Mr. Ruiz", "named", "Ruiz"),
    ("Sen. Ana Ruiz (D-Ia.)", "named", "Ana Ruiz"),
    ("Foreign Minister Ana Ruiz", "named", "Ana Ruiz"),
    ("the foreign minister, Ana Ruiz", "named", "Ana Ruiz"),
    ("Ana Ruiz, who runs the port", "named", "Ana Ruiz"),
    ("Kim de la Cruz", "named", "Kim de la Cruz"),
    ("María Inés de los Ríos y Ortiz", "named", "María Inés de los Ríos y Ortiz"),
    ("Ilse van ’t Hoff", "named", "Ilse van ’t Hoff"),
    ("Ilse van 't Hoff", "named", "Ilse van 't Hoff"),
    ("’t Hart", "named", "’t Hart"),
    ("Karl zu Ortiz", "named", "Karl zu Ortiz"),
    ("Secretary of State Ana Ruiz", "named", "Ana Ruiz"),
    ("US Secretary of Harbours and Coasts Ana Ruiz", "named", "Ana Ruiz"),
    ("President of the Coastal Commission Kim van der Berg", "named", "Kim van der Berg"),
    ("the secretary of state", "official", "the secretary of state"),
    ("Sami al-Venn", "named", "Sami al-Venn"),
    ("the mayor", "official", "the mayor"),
    ("Prize-winning President", "official", None),
    ("Members of the council", "group", None),
    ("Part of the plan", "none", None),
    ("Kim Ortiz King", "named", "Kim Ortiz King"),
    ("a police spokesman", "official", "a police spokesman"),
    ("U.S. officials", "official", "U.S. officials"),
    ("the Pentagon", "institution", "Pentagon"),
    ("the United Nations", "institution", "United Nations"),
    ("Western nations", "group", "Western nations"),
    ("Iran", "institution", "Iran"),
    ("the company", "institution", "company"),
    ("a new report", "document", "new report"),
    ("the Ministry of Defence", "institution", "Ministry of Defence"),
    ("Iraqi resistance groups", "institution", "Iraqi resistance groups"),
    ("an informed security source", "anonymous", "an informed security source"),
    ("people familiar with the matter", "anonymous", "people familiar with the matter"),
    ("a senior official who asked not to be named", "anonymous", None),
    ("an official, speaking on condition of anonymity", "anonymous", None),
    ("critics", "group", "critics"),
    ("some Republicans", "group", "some Republicans"),
    ("many", "group", "many"),
    ("officials", "official", "officials"),
    ("a senior administration official", "anonymous", None),
    ("Democrats", "group", "Democrats"),
    ("the unrest", "none", None),
    ("a woman", "group", None),
    ("two people close to the campaign", "anonymous", None),
    ("a lawsuit", "document", "lawsuit"),
    ("she", "pronoun", None),
    ("who", "pronoun", None),
    ("NASA", "institution", "NASA"),
    ("J.B. Venn", "named", None),
    ("Walmart", "institution", "Walmart"),
    ("the Venns", "group", None),
    ("Israelis", "group", "Israelis"),
    ("Paris", "institution", "Paris"),
    ("Two-thirds", "group", None),
    ("The suit", "document", "suit"),
    ("the Herald piece", "document", None),
    ("Varenian dictator Kim Jong Un", "named", "Kim Jong Un"),
    ("Strategists", "official", "Strategists"),
    ("The WHO", "institution", "WHO"),
    ("the WHO website", "document", "WHO website"),
    ("Sen. Ana Venn-R-S.C", "named", "Ana Venn"),
    ("Former Department of Harbour Security Secretary Ana Venn", "named", "Ana Venn"),
    ("A handful of dockers, most notably Sen. Ana Venn", "group", "A handful of dockers"),
    ("a statement on Friday from Mayor Orlo Reed and Ana Venn", "document", None),
    ("Venn, who wants a law on background checks,", "named", "Venn"),
    ("an aide speaking on background", "anonymous", None),
    ("the hotel", "institution", "hotel"),
    ("law enforcement", "institution", None),
    ("A panel of dockers led by the Herald’s Ana Ruiz", "institution", None),
    ("the Herald’s Ana Ruiz", "named", "Ana Ruiz"),
    ("Insiders", "anonymous", None),
    ("Sources inside the ministry", "anonymous", None),
    ("News sources", "institution", None),
    ("One of the officials", "anonymous", None),
    ("Two of the officials", "official", None),
    ("a whistleblower", "anonymous", None),
    ("the whistleblower", "group", None),
    ("a Republican strategist", "anonymous", None),
    ("Dockers working at the port", "group", None),
    ("Officials speaking on background", "anonymous", None),
    ("A report published", "document", None),
    ("the court hearing in Osk", "none", None),
    ("Brandt, Venn and the board", "named", "Brandt, Venn and the board"),
    ("Ana Ruiz, mayor and docker", "named", "Ana Ruiz"),
    ("Special Operator First Class Joshua Ruiz", "named", "Joshua Ruiz"),
    ("Sir Oliver Ruiz", "named", "Oliver Ruiz"),
    ("Oliver Ruiz Jr.", "named", None),
    ("Breitbart London", "institution", "Breitbart London"),
    ("Ana Ruiz , Harbour deputy leader and Port Affairs spokesperson", "named", "Ana Ruiz"),
    ("An investigation", "document", None),
    ("Reports", "document", None),
    ("one lawmaker, Rep. Ana Ruiz (D) of Osk", "named", "Ana Ruiz"),
    ("one lawmaker", "anonymous", None),
    ("A poll released this week by Osk News", "document", None),
    ("A poll released Sunday by Osk News", "document", None),
    ("A senior aide close to the talks", "anonymous", None),
    ("friends close to Tarn", "anonymous", None),
    ("Tarn and Venn aides with knowledge of it", "anonymous", None),
    ("Last of the wounded", "group", None),
    ("Ana Venn, an aide close to Tarn", "named", "Ana Venn"),
    ("officials close to the talks", "anonymous", None),
    ("an aide loyal to Tarn", "anonymous", None),
    ("the mayor loyal to Tarn", "official", None),
    ("The loyal", "group", None),
    ("Kim O'Venn", "named", "Kim O'Venn"),
    ("O'Venn", "named", "O'Venn"),
    ("The CEO", "official", None),
    ("an MP", "official", None),
    ("Osk CEO Kim Venn", "named", "Kim Venn"),
    ("some Republicans, Ana Ruiz among them", "group", None),
    ("some party figures", "group", None),
    ("official figures", "document", None),
    ("The figures", "document", None),
    ("twitter feeds", "document", None),
    ("OSK ELECTION HEADQUARTERS Ruiz", "named", "Ruiz"),
    ("a records check", "document", None),
    ("Mum Asha Ruiz", "named", "Asha Ruiz"),
    ("Fisherman Tam Ruiz", "named", "Tam Ruiz"),
    ("Mother Teresa", "named", "Mother Teresa"),
    ("Farmer Ruiz", "named", "Farmer Ruiz"),
    ("then-Secretary of State Ana Ruiz", "named", "Ana Ruiz"),
    ("Ex-President Ana Ruiz", "named", "Ana Ruiz"),
    ("Vice-President-elect Ana Ruiz", "named", "Ana Ruiz"),
    ("The then-mayor", "official", None),
]


@for_each(("source", "kind", "name"), KINDS)
def test_kinds(source: str, kind: str, name: str | None) -> None:
    """The words of a source tell its kind, and its name where it has one."""
    profile = profile_of(source)
    assert profile.kind == kind
    if name is not None or kind == "pronoun":
        assert profile.name == name


SPOKEN_FOR = [
    ("a Pentagon spokesman", "Pentagon"),
    ("Ana Ruiz, a spokeswoman for the Harbour Board", "Harbour Board"),
    ("a spokesman for the army", "army"),
    ("Ministry of Health spokesman Ilo Brandt", "Ministry of Health"),
    ("Ms. Venn's spokesman, Ilo Brandt", "Ms. Venn"),
    ("Venn campaign spokesman Ilo Brandt", "Venn campaign"),
    ("Ana Ruiz, the mayor", None),
]


@pytest.mark.parametrize(("source", "whom"), SPOKEN_FOR, ids=[case[0] for case in SPOKEN_FOR])
def test_spokespeople(source: str, whom: str | None) -> None:
    """A spokesperson speaks for whoever is named before or after the word."""
    assert profile_of(source).speaks_for == whom


def attributions(text: str) -> tuple[Attribution, ...]:
    """Read a text of one or more paragraphs."""
    return read_voice(documents(Article(id="x", text=text))[0]).attributions


def test_one_speaker_under_several_names() -> None:
    """Full name, surname with title, office and pronoun are one speaker."""
    found = attributions(
        "Prime Minister Ana Ruiz said the port was shut. Ms. Ruiz said the army had come. "
        "The prime minister said nobody was hurt. “We stay,” she said."
    )
    assert [one.speaker_name for one in found] == ["Ana Ruiz"] * 4
    assert [one.speaker_kind for one in found] == ["named"] * 4
    assert [one.speaker for one in found][1:3] == ["Ms. Ruiz", "The prime minister"]


def test_a_full_name_met_before_in_the_text() -> None:
    """A surname alone takes the full name that the article gave earlier, source or not."""
    found = attributions("Orlo Venn came home on Monday. Venn said the port was shut.")
    assert [one.speaker_name for one in found] == ["Orlo Venn"]


#: What names of people end in.
ENDS = ("an", "en", "in", "on", "un", "ar", "er", "ir", "or", "ur")


def test_pronouns_left_open() -> None:
    """A pronoun that fits nobody stays open: no name, kind pronoun."""
    found = attributions("Ms. Ana Ruiz said the port was shut. He said it was open.")
    assert (found[1].speaker, found[1].speaker_name, found[1].speaker_kind) == (
        "He",
        None,
        "pronoun",
    )


def test_a_pronoun_does_not_reach_far() -> None:
    """After four paragraphs without the speaker, a pronoun is left open."""
    text = "Ana Ruiz said the port was shut.\n\n" + "The sea was calm.\n\n" * 4
    found = attributions(text + "She said the army had come.")
    assert found[-1].speaker_name is None


def test_a_pronoun_reaches_over_many_who_spoke_in_its_paragraph() -> None:
    """Fifty women who spoke since don't hide the one man whom "he" fits."""
    women = [f"Mrs. {a}{b} said no." for a in ("Bor", "Dal", "Fen", "Gar", "Hol") for b in ENDS]
    found = attributions(" ".join(["Mr. Reed said no.", *women, "He said it was late."]))
    assert len(found) == len(women) + 2
    assert found[-1].speaker_name == "Reed"


def test_a_source_named_once_and_then_the_source() -> None:
    """The anonymous source, "the source" and "he" are one speaker, of kind anonymous."""
    found = attributions(
        "An informed source said the port was shut. The source said the army had come. "
        "“Nobody knew,” he added."
    )
    assert {one.speaker_name for one in found} == {"An informed source"}
    assert {one.speaker_kind for one in found} == {"anonymous"}


def test_spokesperson_in_a_reading() -> None:
    """The reading keeps whom a spokesperson speaks for, later under the surname too."""
    found = attributions(
        "Ana Ruiz, a spokeswoman for the Harbour Board, said the port was shut. "
        "Ms. Ruiz said the army had come."
    )
    assert [one.speaks_for for one in found] == ["Harbour Board", "Harbour Board"]


def test_negated_cues() -> None:
    """A cue under not or never is marked."""
    found = attributions("The mayor did not say that the port was shut. He said it was open.")
    assert [one.negated for one in found] == [True, False]


WITHHELD = [
    ("A source said the port was shut.", True),
    ("Sources said the port was shut.", True),
    ("Two sources close to the talks said the port was shut.", True),
    ("A government source told the Post the port was shut.", True),
    ("A person familiar with the matter said the port was shut.", True),
    ("People briefed on the talks said the port was shut.", True),
    ("Three people with knowledge of the raid said the port was shut.", True),
    ("An official who asked not to be named said the port was shut.", True),
    ("An aide who declined to be identified said the port was shut.", True),
    ("The clerk, who was not authorised to speak publicly, said the port was shut.", True),
    ("The port was shut, said an officer, speaking on condition of anonymity.", True),
    ("Two officials said on the condition of anonymity that the port was shut.", True),
    ("An unnamed minister said the port was shut.", True),
    ("An anonymous docker said the port was shut.", True),
    ("A senior diplomat said the port was shut.", True),
    ("A woman whose name was withheld said the port was shut.", True),
    ("One nurse, who refused to be named, said the port was shut.", True),
    ("An insider said the port was shut.", True),
    ("Someone close to the mayor said, on background, that the port was shut.", True),
    ("A law enforcement official said the port was shut.", True),
    ("Sources close to the mayor said the port was shut.", True),
    ("The port was shut, an official told reporters on background.", True),
    ("The port was shut, said a docker who did not want to be identified.", True),
    ("The port was shut, said a man who gave only his first name.", True),
    ("The port was shut, said the aide, who was granted anonymity to speak freely.", True),
    ("An aide not authorized to discuss the talks said the port was shut.", True),
    ("He said, asking not to be quoted by name, that the port was shut.", True),
    ("Unnamed dockers said the port was shut.", True),
    ("The docker, who requested anonymity, said the port was shut.", True),
    ("Residents said on condition that their names not be used that it was shut.", True),
    ("A man whose name has not been made public said the port was shut.", True),
    ("A man whose name is being kept back said the port was shut.", True),
    ("A docker who would not give his name said the port was shut.", True),
    ("A docker who asked that her name not be used said the port was shut.", True),
    ("Ilse Brandt, who is familiar with the talks, said the port was shut.", False),
    ("Officials said the port was shut.", False),
    ("U.S. officials said the port was shut.", False),
    ("Critics said the port was shut.", False),
    ("Some said the port was shut.", False),
    ("The mayor said the port was shut.", False),
    ("A spokesman for the harbour board said the port was shut.", False),
    ("A new report said the port was shut.", False),
    ("Residents said the port was shut.", False),
    ("The police said the port was shut.", False),
    ("Ilse Brandt, a person familiar to all, said the port was shut.", False),
    ("Brandt, who asked that the woman not be identified, said it was shut.", False),
    ("The mayor asked that the woman not be named.", False),
    ("Officials who were named in the suit said the port was shut.", False),
    ("The source of the fire is not known, the mayor said.", False),
    ("An open-source group said the port was shut.", False),
    ("A witness said the port was shut.", False),
    ("The paper named the official. The mayor said the port was shut.", False),
    ("According to two people with knowledge of the matter, the port was shut.", True),
    ("A docker who gave his name only as Orlo said the port was shut.", True),
    ("A docker, who was not allowed to speak to the press, said the port was shut.", True),
    ("Speaking anonymously, a docker said the port was shut.", True),
    ("On condition of anonymity, two clerks said the port was shut.", True),
    ("The port was shut, the docker said, on condition of anonymity.", True),
    ("Someone briefed on the plan said the port was shut.", True),
    ("A tipster said the port was shut.", True),
    ("The judge said the victim could not be named.", False),
    ("Venn said an unnamed clerk had shut the port.", False),
    ("The board said officials who spoke on condition of anonymity had lied.", False),
    ("Orlo Venn, a former aide to the mayor, said the port was shut.", False),
    ("An official with the port board, Orlo Venn, said the port was shut.", False),
    ("News sources said the port was shut.", False),
    ("The mayor’s aides said the port was shut.", False),
]


@pytest.mark.parametrize(("text", "withheld"), WITHHELD, ids=[case[0][:40] for case in WITHHELD])
def test_anonymous_is_a_withheld_name(text: str, withheld: bool) -> None:
    """A source is anonymous where its name is withheld, not wherever it has none."""
    kinds = [one.speaker_kind for one in attributions(text)]
    assert (kinds[0] == "anonymous") is withheld


KINDS_SAID = [
    ("The port was shut, officials said.", "official"),
    ("Two officials said the port was shut.", "official"),
    ("Some officials said the port was shut.", "official"),
    ("Police officials said the port was shut.", "official"),
    ("Officials of the ministry said the port was shut.", "official"),
    ("The official said the port was shut.", "official"),
    ("An official of the harbour board declined to be named but said no.", "anonymous"),
    ("Officials said on condition of anonymity that the port was shut.", "anonymous"),
    ("Some said the port was shut.", "group"),
    ("Analysts said the port was shut.", "group"),
    ("Dockers said the port was shut.", "group"),
    ("The ministry said the port was shut.", "institution"),
    ("The lawsuit said the port was shut.", "document"),
    ("She said the port was shut.", "pronoun"),
]


@pytest.mark.parametrize(("text", "kind"), KINDS_SAID, ids=[case[0][:40] for case in KINDS_SAID])
def test_a_name_not_given_is_not_yet_withheld(text: str, kind: str) -> None:
    """Bare "officials said" is official; only a formula that withholds a name is anonymous."""
    assert attributions(text)[0].speaker_kind == kind


LINKED = [
    (
        "Ilse Brandt came. Orlo Brandt said it was late. Brandt said he was ill.",
        ["Orlo Brandt"],
    ),
    ("Ilse Brandt said no. Her husband, Orlo Brandt, said yes.", ["Ilse Brandt", "Orlo Brandt"]),
    ("Orlo Brandt said no. Mrs. Ilse Brandt said yes.", ["Orlo Brandt", "Ilse Brandt"]),
    ("The mayor said “Orlo Venn must go.” Venn said no.", ["The mayor", "Venn"]),
    ("Orlo Venn came. Mr. Venn himself said no.", ["Orlo Venn"]),
    ("Mayor Ilse Venn’s plan is dead. “Yes,” the mayor said.", ["Ilse Venn"]),
    ("Mayor Orlo Venn came. Orlo Venn Jr. left. Venn said no.", ["Orlo Venn"]),
    ("Osk Port’s guards all but wept, saying that they were lost.", []),
    ("Osk Port of May all but wept, saying that they were lost.", []),
    ("Ana Venn and guards all but wept, saying that they were lost.", []),
    ("Orlo Venn came. Orlo Venn Jr. left. Venn Jr. said no.", ["Orlo Venn Jr"]),
    ("Orlo Venn Jr. came. Venn said no.", ["Orlo Venn Jr"]),
    ("Orlo Venn came. Ilse Venn left. Venn said no.", []),
    ("James Venn came. Jim Venn left. Venn said no.", ["James Venn"]),
    ("James Venn came. Bob Venn left. Venn said no.", []),
    ("Orlo Venn came. Bishop Venn left. Venn said no.", ["Orlo Venn"]),
    ("Orlo Venn came. Dean Venn left. Venn said no.", []),
    ("Orlo Venn came. Unlike Venn, Tarn was ill. Venn said no.", ["Orlo Venn"]),
    ("President Venn came. Orlo Venn Jr. left. Venn said no.", ["Venn"]),
    ("President Venn came. Orlo Venn Jr. left. Venn Jr. said no.", ["Orlo Venn Jr"]),
    ("Kimberly Venn left Osk. Venn said no.", ["Kimberly Venn"]),
    ("Orlo Venn came. Apparently Venn was ill. Venn said no.", ["Orlo Venn"]),
    ("Mayor Ilse O'Venn’s plan is dead. “Yes,” the mayor said.", ["Ilse O'Venn"]),
    ("Ilse O'Venn left Osk. She said no. O'Venn is ill.", ["Ilse O'Venn"]),
    ("The Democrats last week said no.", ["Democrats"]),
    ("Both Venn and the council said no.", ["Venn and the council"]),
    ("Orlo Venn said no. Venn said he was tired.", ["Orlo Venn", "Orlo Venn"]),
    (
        "Ilse Reed and her husband, Orlo Reed, came. “We stay,” Mrs. Reed said.",
        ["Ilse Reed"],
    ),
    ("Ilse Reed and her husband, Orlo Reed, came. “We go,” Mr. Reed said.", ["Orlo Reed"]),
    ("Ilse Reed and her husband, Orlo Reed, came. “We go,” Reed said.", []),
    (
        "Ilse Reed and her husband, Orlo Reed, came. Mrs. Reed left. Reed, the chairman, said yes.",
        ["Orlo Reed"],
    ),
    ("President Reed came with his son, Hugo Reed. Reed said it was late.", ["Reed"]),
    ("President Reed came. Hugo Reed, the mayor’s son, left. Reed said no more.", ["Reed"]),
    ("President Reed came with his wife, Ilse Reed. President Reed said no more.", ["Reed"]),
    (
        "President Orlo Reed came with his wife, Ilse Reed. President Reed said it was late.",
        ["Orlo Reed"],
    ),
    ("First Lady Ilse Reed spoke. President Reed said it was late.", ["Reed"]),
    ("Reed came late. His wife, Ilse Reed, left. Reed said no more.", ["Reed"]),
    ("Ilse Reed, wife of the mayor, left. Reed said no more.", ["Ilse Reed"]),
    (
        "Reed came, since he was well. Reed had his coat. Anna Reed left. Reed said no more.",
        ["Reed"],
    ),
    (
        "Reed came, since she was well. Reed had her coat. Anna Reed left. Reed said no more.",
        ["Anna Reed"],
    ),
    (
        "Anna Reed left. Reed came, since he was well. Reed had his coat. Reed said no more.",
        ["Anna Reed"],
    ),
    ("Joe Reed buried his son Beau Reed. Reed said he was tired.", []),
    (
        "Bram Reed said no. “We go,” Ilse Reed said. “So do I,” Reed said.",
        ["Bram Reed", "Ilse Reed"],
    ),
    ("Ilse ’t Hart came. “We go,” ’t Hart said.", ["Ilse ’t Hart"]),
    ("Rep. Orlo Reed and Gov. Ilse Reed met. Gov. Reed said it was late.", ["Ilse Reed"]),
    ("Orlo Reed Jr. said it was late. Reed said he was not.", ["Orlo Reed Jr", "Orlo Reed Jr"]),
    ("Hamza al-Reed came. Al-Reed said it was late.", ["Hamza al-Reed"]),
    ("Kim Jong Reed came. Kim said it was late.", ["Kim Jong Reed"]),
    ("Hillary Reed came. Hillary said it was late.", ["Hillary Reed"]),
    ("Mayor Helen Reed spoke. Oliver Venn left. She said it was late.", ["Helen Reed"]),
    (
        "Oliver Venn said no more. Hugo Brandt left in May. He said it was late.",
        ["Oliver Venn", "Hugo Brandt"],
    ),
    ("The mayor, Orlo Reed, left. The mayor said it was late.", ["Orlo Reed"]),
    ("Orlo Reed, the former mayor, came. The mayor said it was late.", ["The mayor"]),
    (
        "Mayor Orlo Reed said no more. The former mayor said it was late.",
        ["Orlo Reed", "The former mayor"],
    ),
    (
        "Two people of Osk said it was late. The people who run the port said it was not.",
        ["Two people of Osk", "The people who run the port"],
    ),
    ("Mayor Orlo Reed came. Mayor Ilse Venn came. The mayor said it was late.", ["The mayor"]),
    ("Reed’s lawyer said it was late.", ["Reed’s lawyer"]),
    ("The letter from Reed, which said it was late, came.", ["letter from Reed"]),
    ("Orlo Reed, a docker from Osk said it was late.", ["Orlo Reed"]),
    ("After meeting Orlo Reed, a docker said it was late.", ["a docker"]),
    ("Orlo Reed, a docker said, was ill.", ["a docker"]),
    ("Orlo Reed claimed to have been there.", ["Orlo Reed"]),
    ("Reed, Venn and Brandt said it was late.", ["Reed, Venn and Brandt"]),
    ("The port, said Reed and others, was shut.", ["Reed and others"]),
    ("A nurse caring for the men said it was late.", ["A nurse caring for the men"]),
    ("A man in a red coat who said he was late left.", ["A man in a red coat"]),
    ("The board said in a letter issued Monday that it was late.", ["letter"]),
    ("Ms. Venn could not resist suggesting that it was late.", ["Venn"]),
    (
        "Mayor Oliver Reed came. The port is old, but the mayor loved it when he called it a gem.",
        ["Oliver Reed", "Oliver Reed"],
    ),
    ("The suit was filed. Union Files Suit said so. The suit said it was late.", ["suit"]),
    (
        "The Reed campaign said it was late. The Venn campaign said it was not. The campaign sued, "
        "the Venn campaign said.",
        ["Reed campaign", "Venn campaign", "Venn campaign"],
    ),
    (
        "The Varenian government said it was late. The Oskan government said it was not.",
        ["Varenian government", "Oskan government"],
    ),
    (
        "An old clerk from Tarn said it was late. The clerk said it was not.",
        ["An old clerk from Tarn"] * 2,
    ),
    ("Senator Ana Venn, Republican of Osk, who said it was late, left.", ["Ana Venn"]),
    ("It fell to Senator Ana Venn, Republican of Osk, who said it was late.", ["Ana Venn"]),
    ("Ana Venn, a baker from Osk, who said it was late, left.", ["Ana Venn"]),
    ("In Osk, a baker, who said it was late, left.", ["a baker"]),
    ("Ana Venn, a former clerk in the mayor’s office who says it was late, left.", ["Ana Venn"]),
    (
        "A source said it was late. Some clerks say that when she says so, it is.",
        ["A source", "Some clerks"],
    ),
    ("A source said it was late. But she said it was not too late.", ["A source", "A source"]),
    ("That survey said it was late.", ["That survey"]),
    (
        "ORLO REED: Who came?\n\nVENN: All of them.\n\nREED: When?",
        ["Orlo Reed", "Venn", "Orlo Reed"],
    ),
]


@for_each(("text", "names"), LINKED)
def test_names_linked(text: str, names: list[str]) -> None:
    """A surname alone links to the one person who has it, and to nobody where two have it."""
    assert [one.speaker_name for one in attributions(text) if one.speaker_name] == names


@pytest.mark.parametrize("opens", ["A", "One", "Another", "a", "an old", "one", "another"])
def test_one_of_several_officials_withholds_a_name(opens: str) -> None:
    """Who could be named is anonymous as "a diplomat", "one diplomat", not as "the diplomat"."""
    assert profile_of(f"{opens} diplomat").kind == "anonymous"
    assert profile_of("the diplomat").kind == "official"
    assert profile_of(f"{opens} diplomat").definite is False


@pytest.mark.parametrize("opens", ["the", "his", "her", "their", "its", "this", "that"])
def test_who_was_met_before_is_told_by_what_opens_a_source(opens: str) -> None:
    """Sources such as "their mayor" may be somebody the article has named; "a mayor" is not."""
    assert profile_of(f"{opens} mayor").definite
    assert not profile_of("some mayor").definite


def test_a_spokesperson_goes_on_speaking_for_whom_she_was_said_to() -> None:
    """Whom a person speaks for is what the article says of her first."""
    said = "Kim Ortiz, a spokeswoman for the board, said the port was shut. "
    said += "Ortiz, a spokeswoman for the fleet, said that it would open."
    document = documents(Article(id="spokeswoman", text=said))[0]
    found = read_voice(document).attributions
    assert [one.speaks_for for one in found] == ["board", "board"]


def test_initials_stand_for_a_whole_name_among_the_labels() -> None:
    """Turns are labelled whole at first and then by initials; those of two stay what they are."""
    turns = (
        "It rained.", "Jo Vane-Orth: Who came?", "Dan Bell: No.", "Dora Bray: They did.",
        "JVO: Who?", "DB: The dockers.", "ANA RUIZ: I saw them.", "AR: I did.", "JVO: You did?",
        "AMY: I as well.",
    )  # fmt: skip
    found = attributions("\n\n".join(turns))
    named = [one.speaker_name for one in found if one.rule == "transcript"]
    assert named[3:] == ["Jo Vane-Orth", "DB", "Ana Ruiz", "Ana Ruiz", "Jo Vane-Orth", "Amy"]


@pytest.mark.parametrize(("opening", "closing"), [("&quot;",) * 2, ("&ldquo;", "&rdquo;")])
def test_marks_that_are_entities_change_no_word(opening: str, closing: str) -> None:
    """Speaker and cue are as the text has them, names without the blanks that fill an entity."""
    front = f"{opening}Harbour Front{closing}"
    text = (
        f"The {front} said the troops would leave. "
        f"A spokesman for the {front} movement warned that the troops would stay."
    )
    (document,) = documents(Article("a", text=text))
    found = read_voice(document).attributions
    assert [each.speaker for each in found] == [
        f"The {front}",
        f"A spokesman for the {front} movement",
    ]
    assert [each.cue for each in found] == ["said", "warned"]
    for each in found:
        assert each.speaker == text[slice(*(each.source_span or ()))]
        assert "  " not in f"{each.speaker_name} {each.speaks_for}"
    assert "“Harbour Front” movement" in f"{found[1].speaker_name} {found[1].speaks_for}"

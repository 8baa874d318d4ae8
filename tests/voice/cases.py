"""Sentences written for these tests, each with the voice, speaker and rule of one span.

A case is (text, voice, speaker, rule); the span looked at stands between ``⟦`` and ``⟧``.
Speaker is the source as written ("" where the words have none); "=" before it gives the
linked name instead. Every name, place and event is invented.
"""

from __future__ import annotations

Case = tuple[str, str, str, str]

DIRECT: list[Case] = [
    ("“The ⟦thugs⟧ must go,” said Mayor Ilse Brandt.", "quoted", "Mayor Ilse Brandt", "inverted"),
    ("“The ⟦thugs⟧ must go,” Mayor Ilse Brandt said.", "quoted", "Mayor Ilse Brandt", "trailing"),
    ("“The ⟦thugs⟧ must go,” she said.", "quoted", "she", "trailing"),
    ("Brandt said: “The ⟦thugs⟧ must go.”", "quoted", "Brandt", "leading-quote"),
    ("Brandt said, “The ⟦thugs⟧ must go.”", "quoted", "Brandt", "leading-quote"),
    ("“The ⟦thugs⟧,” Brandt said, “must go.”", "quoted", "Brandt", "trailing"),
    ("“They,” Brandt said, “are ⟦thugs⟧.”", "quoted", "Brandt", "trailing"),
    ("“They must go,” Brandt said. “They are ⟦thugs⟧ and no more.”", "quoted", "Brandt", "trailing"),
    ("“Who let the ⟦thugs⟧ in?” Brandt asked.", "quoted", "Brandt", "trailing"),
    ("“Out with the ⟦thugs⟧!” the crowd shouted.", "quoted", "the crowd", "trailing"),
    ("“The ⟦thugs⟧ must go,” Brandt told reporters on Monday.", "quoted", "Brandt", "trailing"),
    ("“The ⟦thugs⟧ must go,” Brandt wrote in a letter.", "quoted", "Brandt", "trailing"),
    ("“The ⟦thugs⟧ must go,” added Orlo Venn, her deputy.", "quoted", "Orlo Venn, her deputy", "inverted"),
    ("“The ⟦thugs⟧ must go,” said Orlo Venn, who runs the port.", "quoted", "Orlo Venn, who runs the port", "inverted"),
    ("“The ⟦thugs⟧ must go,” Orlo Venn, a docker, said.", "quoted", "Orlo Venn, a docker", "trailing"),
    ("“The thugs must go,” said Orlo Venn, who runs the ⟦cursed⟧ port.", "own", "", "own"),
    ("“The ⟦thugs⟧ must go,” she said in a statement, calling for calm.", "quoted", "she", "trailing"),
    ("Asked about the port, Brandt said: “The ⟦thugs⟧ must go.”", "quoted", "Brandt", "leading-quote"),
    ("She told the council: “The ⟦thugs⟧ must go.”", "quoted", "She", "leading-quote"),
    ("“The ⟦thugs⟧ must go,” Brandt pressed.", "quoted", "Brandt", "quote-framed"),
    ("“The ⟦thugs⟧ must go,” beamed Brandt.", "quoted", "Brandt", "quote-framed"),
    ("“The thugs must go,” she said. The ⟦regime⟧ fell a week later.", "own", "", "own"),
    ("“The ⟦thugs⟧ must go.” — Ilse Brandt", "quoted", "Ilse Brandt", "signature"),
]

TYPOGRAPHY: list[Case] = [
    ('"The ⟦thugs⟧ must go," Brandt said.', "quoted", "Brandt", "trailing"),
    ("``The ⟦thugs⟧ must go,'' Brandt said.", "quoted", "Brandt", "trailing"),
    ("''The ⟦thugs⟧ must go,'' Brandt said.", "quoted", "Brandt", "trailing"),
    ("‘The ⟦thugs⟧ must go,’ Brandt said.", "quoted", "Brandt", "trailing"),
    ("'The ⟦thugs⟧ must go,' Brandt said.", "quoted", "Brandt", "trailing"),
    ("‘The ⟦thugs⟧ must go’, Brandt said.", "quoted", "Brandt", "trailing"),
    ("„The ⟦thugs⟧ must go,“ Brandt said.", "quoted", "Brandt", "trailing"),
    ("«The ⟦thugs⟧ must go,» Brandt said.", "quoted", "Brandt", "trailing"),
    ("“She told me ‘the ⟦thugs⟧ must go’ and left,” Venn said.", "quoted", "Venn", "trailing"),
    ("‘The dockers’ ⟦thugs⟧ must go,’ Brandt said.", "quoted", "Brandt", "trailing"),
    ("The dockers’ ⟦leaders⟧ and the miners’ wives met.", "own", "", "own"),
    ("In the ’90s the ⟦regime⟧ fell, and the ’70s were worse.", "own", "", "own"),
    ("The 27\" screens and the 12\" ⟦discs⟧ were stolen.", "own", "", "own"),
    ("She is 5'9\" and the ⟦chief⟧ is 6'2\" tall.", "own", "", "own"),
    ("Brandt said: “The ⟦thugs⟧ must go now", "quoted", "Brandt", "leading-quote"),
    ("“The first were paid.\n\n“The ⟦thugs⟧ came later,” Brandt said.", "quoted", "Brandt", "trailing"),
    ("“The thugs came,” Brandt said. “They stayed.\n\n“They are ⟦thieves⟧ as well.”", "quoted", "Brandt", "trailing"),
    ("“The ⟦thugs⟧ must go!” Brandt said.", "quoted", "Brandt", "trailing"),
    ("“The ⟦thugs⟧ must go”, said Brandt.", "quoted", "Brandt", "inverted"),
    ("It isn't the thugs' fault, and the ⟦rebels⟧ weren't there.", "own", "", "own"),
]

PARTIAL: list[Case] = [
    ("Brandt called the strike “an ⟦act of war⟧ on the city.”", "quoted", "Brandt", "leading-object"),
    ("Brandt said the strike was “an ⟦act of war⟧” on the city.", "quoted", "Brandt", "leading-clause"),
    ("Brandt said the ⟦rabble⟧ was “an act of war” on the city.", "attributed", "Brandt", "leading-clause"),
    ("According to the ministry, nine men suffered “⟦minor injuries⟧.”", "quoted", "the ministry", "according-to"),
    ("Varenia has described the raid as a “⟦first step⟧.”", "quoted", "Varenia", "leading-object"),
    ("The two states said they would withdraw “⟦combat⟧” troops.", "attributed", "The two states", "leading-clause"),
    ("She denounced what she called “⟦state terror⟧” in the north.", "quoted", "She", "leading-question"),
]

INDIRECT: list[Case] = [
    ("Brandt said that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Brandt said the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-clause"),
    ("Brandt has repeatedly said the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-clause"),
    ("The ⟦rebels⟧ had fled, Brandt said.", "attributed", "Brandt", "trailing"),
    ("The ⟦rebels⟧ had fled, said Brandt.", "attributed", "Brandt", "inverted"),
    ("The ⟦rebels⟧, Brandt said, had fled.", "attributed", "Brandt", "trailing"),
    ("The rebels, Brandt said, had burned the ⟦hovels⟧.", "attributed", "Brandt", "trailing"),
    ("Brandt told the council that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Brandt told them the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-clause"),
    ("Brandt warned the council that the ⟦rebels⟧ would return.", "attributed", "Brandt", "leading-that"),
    ("Brandt said on Monday in a radio interview that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Brandt admitted that the ⟦rebels⟧ had won.", "attributed", "Brandt", "leading-that"),
    ("Brandt asked whether the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-question"),
    ("Brandt explained why the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-question"),
    ("Brandt vowed to crush the ⟦rebels⟧.", "attributed", "Brandt", "leading-to"),
    ("Brandt pledged to crush the ⟦rebels⟧ by spring.", "attributed", "Brandt", "leading-to"),
    ("Brandt pointed out that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Brandt went on to say that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Brandt made it clear that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("The council is sure that the ⟦rebels⟧ have fled.", "attributed", "The council", "leading-that"),
    ("Brandt spoke, adding that the ⟦rebels⟧ had fled.", "attributed", "Brandt", "leading-that"),
    ("Calling the vote a sham, Brandt left; the ⟦rebels⟧ stayed.", "own", "", "own"),
    ("As Brandt said, the ⟦rebels⟧ had fled.", "attributed", "Brandt", "as-said"),
    ("It was a war that Brandt said was ⟦unwinnable⟧.", "attributed", "Brandt", "leading-gap"),
    ("A report showed that the ⟦rebels⟧ had fled.", "attributed", "A report", "leading-that"),
    ("Brandt thinks the ⟦rebels⟧ will return.", "attributed", "Brandt", "leading-clause"),
    ("Many fear the ⟦rebels⟧ will return.", "attributed", "Many", "leading-clause"),
    ("Officials claim that the ⟦rebels⟧ have fled.", "attributed", "Officials", "leading-that"),
    ("The mayor claims the ⟦rebels⟧ have fled.", "attributed", "The mayor", "leading-clause"),
    ("Brandt is said to be ill, and the ⟦rebels⟧ wait.", "own", "", "own"),
]

PHRASES: list[Case] = [
    ("According to Brandt, the ⟦rebels⟧ had fled.", "attributed", "Brandt", "according-to"),
    ("The ⟦rebels⟧ had fled, according to Brandt.", "attributed", "Brandt", "according-to"),
    ("The ⟦rebels⟧, according to Brandt, had fled.", "attributed", "Brandt", "according-to"),
    ("According to a report by the Harbour Board, the ⟦rebels⟧ had fled.", "attributed", "a report by the Harbour Board", "according-to"),
    ("In Brandt’s view, the ⟦rebels⟧ are finished.", "attributed", "Brandt", "in-view-of"),
    ("In her view, the ⟦rebels⟧ are finished.", "attributed", "her", "in-view-of"),
    ("The ⟦rebels⟧ are, in her opinion, finished.", "attributed", "her", "in-view-of"),
    ("Her claim that the ⟦rebels⟧ had fled was false.", "attributed", "Her", "noun-cue"),
    ("Brandt’s allegation that the ⟦rebels⟧ were paid drew laughter.", "attributed", "Brandt", "noun-cue"),
    ("His accusations of ⟦treason⟧ went unheard.", "attributed", "His", "noun-cue"),
    ("The belief that the ⟦rebels⟧ were paid is old.", "attributed", "", "noun-cue"),
    ("Brandt’s car, which the ⟦rebels⟧ burned, was old.", "own", "", "own"),
]

JUDGEMENTS: list[Case] = [
    ("Brandt accused Venn of ⟦treason⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt described the dockers as ⟦thugs⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt called the dockers ⟦thugs⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt branded the dockers ⟦thugs⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt condemned the raid as ⟦barbaric⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt dismissed the ⟦sham⟧ vote.", "attributed", "Brandt", "leading-object"),
    ("Venn was accused of ⟦treason⟧.", "attributed", "", "passive"),
    ("Venn was described as a ⟦traitor⟧.", "attributed", "", "passive"),
    ("The dockers are widely seen as ⟦thugs⟧.", "attributed", "", "passive"),
    ("Brandt attacked Venn for his ⟦treachery⟧.", "attributed", "Brandt", "leading-object"),
    ("Brandt’s men attacked the ⟦harbour⟧ at dawn.", "own", "", "own"),
    ("The shells hit the ⟦regime⟧’s tanks.", "own", "", "own"),
    ("Rebels stormed the ⟦regime⟧’s palace.", "own", "", "own"),
    ("A firm called ⟦Northern Steel⟧ was sold.", "own", "", "own"),
]

HEADLINES: list[Case] = [
    ("Mayor: ⟦Rebels⟧ have fled\n\nThe rebels have fled, the mayor said on Monday in the city hall.", "attributed", "Mayor", "headline"),
    ("Brandt: ⟦Rebels⟧ have fled\n\nIlse Brandt said on Monday that the rebels had fled the town.", "attributed", "Brandt", "headline"),
    ("⟦Rebels⟧ flee, says mayor\n\nThe town was empty on Monday, and nobody was seen in the streets.", "attributed", "mayor", "inverted"),
    ("⟦Rebels⟧ flee the town: Source\n\nThe town was empty on Monday, and nobody was seen there.", "attributed", "Source", "headline"),
    ("Varenia: ⟦rebels⟧ kill twelve\n\nTwelve men died on Monday when a shell fell on the market.", "own", "", "own"),
    ("Opinion: ⟦Rebels⟧ are right\n\nTwelve men died on Monday when a shell fell on the market.", "own", "", "own"),
    ("Brandt Says ⟦Rebels⟧ Have Fled\n\nThe town was empty on Monday, and nobody was seen there.", "attributed", "Brandt", "leading-clause"),
]

OWN: list[Case] = [
    ("The army, which lost nine men to the ⟦terrorists⟧, said it would stay.", "own", "", "own"),
    ("Brandt, a ⟦hardliner⟧ from the north, said the port was shut.", "own", "", "own"),
    ("Brandt said the port was shut, but the ⟦rebels⟧ held it.", "own", "", "own"),
    ("Brandt said the port was shut, and the ⟦rebels⟧ took it.", "own", "", "own"),
    ("Brandt said the port was shut, which the ⟦rebels⟧ denied.", "own", "", "own"),
    ("While Brandt said the port was shut, the ⟦rebels⟧ held it.", "own", "", "own"),
    ("The ⟦rebels⟧ took the port on Monday.", "own", "", "own"),
    ("The ⟦regime⟧ said the port was shut.", "own", "", "own"),
    ("“We stay,” said the ⟦regime⟧’s envoy.", "own", "", "own"),
    ("Brandt said the port was shut. The ⟦rebels⟧ held it.", "own", "", "own"),
    ("The claims court heard the ⟦rebels⟧ on Monday.", "own", "", "own"),
    ("The reports were burned by the ⟦rebels⟧.", "own", "", "own"),
    ("Adding three ships to the fleet cost the ⟦regime⟧ dear.", "own", "", "own"),
    ("The men continued to build the ⟦wall⟧.", "own", "", "own"),
    ("They called in at the port where the ⟦rebels⟧ waited.", "own", "", "own"),
    ("Brandt said she would stay; the ⟦rebels⟧ moved on.", "own", "", "own"),
    ("The court, Brandt said, was closed. The ⟦junta⟧ fell.", "own", "", "own"),
    ("The accused ⟦killers⟧ were led away.", "own", "", "own"),
    ("A widely reported ⟦massacre⟧ ended the war.", "own", "", "own"),
]

QUOTED_NAMES: list[Case] = [
    ("The film “Two ⟦Rivers⟧” opened on Monday.", "own", "", "own"),
    ("Her song ‘Night ⟦Train⟧’ sold well.", "own", "", "own"),
    ("Jack “the ⟦Knife⟧” Moran was freed.", "own", "", "own"),
    ("The plan is known as “⟦Northern Light⟧” in the ministry.", "own", "", "own"),
    ("A novel titled “The ⟦Occupation⟧” won the prize.", "own", "", "own"),
    ("The word “⟦genocide⟧” was coined in the war.", "own", "", "own"),
]

DISTANCED: list[Case] = [
    ("The ministry sent “⟦peacekeepers⟧” to the north.", "distanced", "", "scare-quote"),
    ("The mission trained “⟦moderate⟧” fighters.", "distanced", "", "scare-quote"),
    ("The so-called ⟦liberators⟧ came on Monday.", "distanced", "", "so-called"),
    ("The alleged ⟦traitor⟧ was freed.", "distanced", "", "so-called"),
    ("The self-styled ⟦emir⟧ was freed.", "distanced", "", "so-called"),
    ("The purported ⟦letter⟧ was read.", "distanced", "", "so-called"),
    ("They worked on what is claimed to be ⟦training⟧ of troops.", "distanced", "", "claimed-to-be"),
    ("It was supposed to be a ⟦ceasefire⟧.", "distanced", "", "claimed-to-be"),
    ("The men allegedly ⟦looted⟧ the port.", "distanced", "", "reportedly"),
    ("Under the pretext of ⟦security⟧, the port was shut.", "distanced", "", "under-pretext"),
    ("The supposed ⟦ceasefire⟧ never held.", "distanced", "", "so-called"),
]

NESTED: list[Case] = [
    ("She said the judge had told her that the ⟦rebels⟧ were paid.", "attributed", "the judge", "leading-that"),
    ("She said the ⟦judge⟧ had told her that the rebels were paid.", "attributed", "She", "leading-clause"),
    ("Brandt said she opposed the ⟦junta⟧.", "attributed", "Brandt", "leading-clause"),
    ("Venn said Brandt had claimed that the ⟦rebels⟧ were paid.", "attributed", "Brandt", "leading-that"),
]

SPEAKERS: list[Case] = [
    ("Ilse Brandt left. “The ⟦thugs⟧ must go,” she said.", "quoted", "she", "trailing"),
    ("Ilse Brandt said the port was shut. “The ⟦thugs⟧ must go,” she said.", "quoted", "=Ilse Brandt", "trailing"),
    ("Ilse Brandt said the port was shut. The ⟦rebels⟧ had fled, Brandt added.", "attributed", "=Ilse Brandt", "trailing"),
    ("Ilse Brandt said the port was shut. Mr. Orlo Venn said it was open. The ⟦rebels⟧ had fled, she said.", "attributed", "=Ilse Brandt", "trailing"),
    ("A senior source said the port was shut. The source said the ⟦rebels⟧ had fled.", "attributed", "=A senior source", "leading-clause"),
    ("A senior source said the port was shut. “The ⟦rebels⟧ fled,” he said.", "quoted", "=A senior source", "trailing"),
    ("The ministry said the port was shut. It said the ⟦rebels⟧ had fled.", "attributed", "=ministry", "leading-clause"),
    ("Foreign Minister Ilse Brandt said the port was shut. The minister said the ⟦rebels⟧ had fled.", "attributed", "=Ilse Brandt", "leading-clause"),
    ("Ilse Brandt, who said the ⟦rebels⟧ had fled, left.", "attributed", "=Ilse Brandt", "leading-clause"),
    ("She said the ⟦rebels⟧ had fled.", "attributed", "She", "leading-clause"),
]

CASES: dict[str, list[Case]] = {
    "direct": DIRECT,
    "typography": TYPOGRAPHY,
    "partial": PARTIAL,
    "indirect": INDIRECT,
    "phrases": PHRASES,
    "judgements": JUDGEMENTS,
    "headlines": HEADLINES,
    "own": OWN,
    "quoted names": QUOTED_NAMES,
    "distanced": DISTANCED,
    "nested": NESTED,
    "speakers": SPEAKERS,
}

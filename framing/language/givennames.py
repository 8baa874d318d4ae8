"""Given names and nouns for persons, by the pronoun they usually go with."""

from __future__ import annotations

__all__ = [
    "GIVEN_NAMES",
    "HE_NAMES",
    "HE_NOUNS",
    "HE_TITLES",
    "SHE_NAMES",
    "SHE_NOUNS",
    "SHE_TITLES",
    "gender_of_given",
]


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HE_NOUNS = _names("mr man king prince father son brother husband spokesman chairman")
SHE_NOUNS = _names("mrs ms miss woman queen mother daughter sister wife spokeswoman")
"""Titles and nouns that tell the pronoun of whose source they stand in."""
HE_TITLES = ("Mr.", "Mr")
SHE_TITLES = ("Ms.", "Mrs.", "Ms", "Mrs", "Miss")
"""Titles as they stand before a name."""
HE_NAMES = _names(
    """aaron abdul abraham adam adel adrian ahmed alan alberto alejandro alex alexander alexei
    alfred ali allen amir amit andre andrei andrew andy angus anthony antonio arthur arturo
    asif ben benjamin bernard bernie bill billy bob bobby boris brad brandon brendan brett
    brian bruce bryan byron caleb calvin cameron carl carlos cary cesar chad charles charlie
    chris christopher chuck clarence claude clay clifford colin corey cory craig cyrus dan
    daniel danny darrell darren dave david dean dennis derek devin dick diego dmitri dmitry
    dominic don donald doug douglas duncan dustin dwight earl ed eddie edgar eduardo edward
    edwin eli elijah elliot emmanuel enrique eric erik ernest ethan eugene evan felipe felix
    fernando floyd francis francisco francois frank franklin fred frederick gabriel garrett
    gary gavin geoffrey george gerald gerard gilbert glenn gordon graham grant greg gregory
    guy hakeem hamid harold harry harvey hassan hector henry herbert herman howard hugh hugo hunter
    ian ibrahim igor isaac ismail ivan jack jacob jake jamal james jamie jared jason javier
    jay jean jeff jeffrey jeremy jerome jerry jesse jim jimmy joaquin joe joel johan john
    johnny jon jonas jonathan jordan jorge jose joseph josh joshua juan julian julio julius
    justin karim karl keith ken kenneth kevin khalid kirk kofi kurt kyle lance larry lars
    laurence lawrence lee leon leonard leonid leroy lewis liam lindsay lindsey lionel lloyd
    logan lou louis lucas luis luke maher mahmoud malcolm marc marcel marco marcus mario mark
    marshall martin marty marvin matt matthew maurice max mehdi michael michel miguel mike
    mikhail milton mitch mitchell mitt mohamed mohammad mohammed muhammad mustafa nathan
    neal ned neil newt nicholas nick nicolas nigel nikita nikolai noah noel norman oleg
    oliver osama oscar otto owen pablo patrick paul pedro percy pete peter phil philip
    phillip pierre rafael rahm ralph ramon rand randall randy raul ray raymond reince
    reinhold rex ricardo richard rick ricky rob robert roberto robin rod rodney rodrigo
    roger roland ron ronald rory roy rudolph rudy russell ryan salman salvador sam samir
    samuel santiago scott sean sebastian sergei sergey sergio seth shane shaun simon spencer
    stan stanley stefan stephen steve steven stuart tariq ted terrence terry theodore thomas
    tim timothy toby todd tom tommy tony travis trent trevor trey tyler vernon victor viktor
    vincent vladimir wade wallace walter warren wayne wesley wilbur will william wolfgang
    yasser yousef yuri zachary"""
)
SHE_NAMES = _names(
    """abigail adriana agnes aisha alice alicia alison allison amanda amber amelia amina amy ana
    andrea angela angelina anita ann anna anne annette annie ashley audrey barbara beatrice
    becky bernice beth bethany betsy betty beverly bonnie brenda bridget brittany camille
    candace carla carly carmen carol carole caroline carolyn catherine cathy cecilia celeste
    charlotte chelsea cheryl christina christine cindy claire clara claudia colleen connie
    courtney crystal cynthia dana danielle dawn debbie deborah debra denise diana diane
    dianne dolores donna dora doris dorothy edith eileen elaine eleanor elena elise
    elizabeth ella ellen emily emma erica erin esther ethel eva eve evelyn fatima fiona
    florence frances gail gina ginger gisele glenda gloria grace greta gwen hannah harriet
    heather heidi helen hillary holly hope ida ilhan ines irene iris isabel ivanka jackie
    jacqueline jane janet janice jasmine jean jeanne jen jenna jennifer jenny jessica jill
    jo joan joanna joanne josephine joy joyce juanita judith judy julia julie june kamala
    karen kate katherine kathleen kathryn kathy katie katrina kayla keisha kelly kellyanne
    kim kimberly kirsten kristen kristin laila laura lauren laurie leah leila lena leslie
    lillian linda lisa liz lois loretta lori lorraine louise lucia lucy lydia lynn mabel
    mackenzie madeleine maggie malala marcia margaret maria marian marianne marie marilyn
    marion marjorie marlene marsha martha mary maureen maxine megan melania melanie melissa
    meredith mia michele michelle mildred mindy miranda miriam molly monica muriel nadia
    nancy naomi natalie natasha nicola nicole nikki nina nora norma olga olivia pamela
    patricia patty paula pauline peggy penny phyllis priscilla rachel ramona raquel rebecca
    regina renee rhonda rita roberta rosa rose rosemary ruth sabrina sadia sally samantha
    sandra sara sarah shannon sharon sheila shelley sherry shirley sofia sonia sonya sophia
    sophie stacy stephanie sue susan suzanne sylvia tamara tammy tanya tara tasha teresa
    thelma theresa tiffany tina tracy tulsi ursula valerie vanessa vera veronica vicki
    victoria violet vivian wanda wendy whitney winifred yasmin yolanda yvette yvonne zara
    zoe"""
)
GIVEN_NAMES = HE_NAMES | SHE_NAMES
"""All of them; "Kim", "Jean" and "Lee" are in one list for want of a better."""


def gender_of_given(name: str) -> str:
    """Return ``m`` or ``f`` as a full name begins with a given name of one alone, else nothing.

    Examples
    --------
    >>> [gender_of_given(name) for name in ("Melania Brandt", "Orlo Venn", "Chuck Venn", "Venn")]
    ['f', '', 'm', '']
    """
    first, _, rest = name.partition(" ")
    word = first.lower()
    if not rest or (word in HE_NAMES) == (word in SHE_NAMES):
        return ""
    return "m" if word in HE_NAMES else "f"

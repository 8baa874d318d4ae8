"""Given names and nouns for persons, by the pronoun they usually go with."""

from __future__ import annotations

__all__ = [
    "FAMILY_FIRST",
    "GIVEN_NAMES",
    "HE_KIN",
    "HE_NAMES",
    "HE_NOUNS",
    "HE_TITLES",
    "KIN",
    "SHE_KIN",
    "SHE_NAMES",
    "SHE_NOUNS",
    "SHE_TITLES",
    "SHORT_FOR",
    "gender_of_given",
    "given_in",
]


def _names(listed: str) -> frozenset[str]:
    return frozenset(listed.split())


HE_NOUNS = _names("mr man king prince father son brother husband spokesman chairman")
SHE_NOUNS = _names("mrs ms miss woman queen mother daughter sister wife spokeswoman")
"""Titles and nouns that tell the pronoun of whose source they stand in."""
HE_KIN = _names(
    """husband son sons brother brothers father dad grandfather grandson uncle nephew stepson
    stepfather widower"""
)
SHE_KIN = _names(
    """wife daughter daughters sister sisters mother mom mum grandmother granddaughter aunt niece
    stepdaughter stepmother widow lady"""
)
"""What somebody is to another: "her *husband*, Orlo Venn", "First *Lady* Ana Venn"."""
KIN = HE_KIN | SHE_KIN | _names("cousin cousins siblings twin twins")
"""All of them, and those of either."""
FAMILY_FIRST = _names("kim xi moon park mao deng hu wen li wang zhang ban chiang lee abe tsai ma")
"""Family names that stand before the given ones: "*Kim* Jong Un"."""
HE_TITLES = ("Mr.", "Mr")
SHE_TITLES = ("Ms.", "Mrs.", "Ms", "Mrs", "Miss")
"""Titles as they stand before a name."""
HE_NAMES = _names(
    """aaron abbas abdel abdul abdullah abraham adam adel adrian ahmad ahmed ahmet akbar akira
    alain alan al albert alberto alec alejandro alex alexander alexandre alexei alfonso alfred
    alfredo ali allen alvin amar amir amit amos anatoly anders andre andrei andres andrew andy
    angus anthony anton antonio anwar ari ariel armando arne arnold arsen arthur arturo arvind
    asher ashok asif avi axel ayman aziz babak barack barry bart bashir beau ben benedict
    benito benjamin benoit bernard bernie bert bill billy bjorn boaz bob bobby boris boyd brad
    brandon brendan brent bret brett brian bronislaw bruce bryan burt byron caleb calvin
    cameron carl carlo carlos carlton cary cesar chad charles charlie chester chris christoph
    christopher chuck clarence claude clay clifford clifton clint clyde cody colin conrad corey
    cornelius cory craig curt curtis cyrus dale damian damien damon dan daniel danny dario
    darius darrell darren daryl dave david dean dennis derek devin dick diego dirk dmitri
    dmitry dmytro domingo dominic don donald donovan doug douglas dov duncan dustin dwight earl
    ed eddie edgar edmund eduardo edward edwin efraim efrain ehud eli elias elijah elliot
    elliott elmer elon emanuel emil emiliano emilio emmanuel enrique enzo eric erich erick erik
    ernest ernesto ernie ervin esteban ethan eugene evan eyal ezekiel ezra fabian fabio fadi
    faisal farhad farid fedor felipe felix fergus fernando fidel florian floyd francesco
    francis francisco francois frank franklin franz fred frederick fritz fyodor gabriel gareth
    garrett gary gavin geoff geoffrey georg george georges georgi gerald gerard gerhard gerry
    gideon gilbert gilberto gino giorgio giovanni giulio giuseppe glenn gopal gordon graham
    grant greg gregor gregory guillermo gunter gus gustavo guy habib hadi haider hakeem hamid
    hamza hank hans harold harry haruki harvey hasan hashim hassan hector heinrich helmut henri
    henry herbert herman hideki hiroshi hossein howard hugh hugo hunter husain hussain hussein
    ian ibrahim ignacio igor ilya imran isaac ismael ismail ivan jack jacob jaime jake jakob
    jamaal jamal james jamie jan janos jared jaroslaw jarrod jason javad javier jawad jay jean
    jeff jeffrey jens jeremy jermaine jerome jerry jesse jim jimmy jiri joachim joaquim joaquin
    joe joel johan john johnny jon jonas jonathan jonathon joost jordan jorge jose josef joseph
    josh joshua juan julian julio julius jurgen justin kamal kareem karim karl karol kazuo keir
    keith kelvin ken kenichi kenji kenneth kenny kevin khaled khalid kirk klaus kofi konrad
    konstantin kristian kunal kurt kwame kyle lakhdar lamar lamont lance larry lars laurence
    laurent lawrence leandro lech lee leo leon leonard leonardo leonid leroy levi lewis liam
    lindsay lindsey lionel lloyd logan lorenzo lou louis luca lucas luciano ludwig luigi luis
    luke lyndon maciej maher mahmoud majid malcolm malik manfred manmohan manny mansour manuel
    marc marcel marcelo marco marcus marek mariano mario mark marlon marshall martin marty
    marvin mateo mathias matt matteo matthew matthias maurice mauricio maurizio max maxim
    maximilian mehdi melvin michael michel mick mickey miguel mike mikhail milos milton mircea
    mitch mitchell mitt mohamad mohamed mohammad mohammed moises mordechai morris moshe muammar
    muhammad murat murray mustafa nabil naftali narendra nasser nate nathan nawaz neal ned neil
    nelson nestor newt nicholas nick nicolas nigel nikita nikolai nils nizar noah noel norbert
    norman octavio olaf oleg oliver olivier omar orrin osama oscar oswaldo otto owen pablo
    paolo pascal patrick paul pavel pawel pedro percy pervez pete peter petr petro phil philip
    phillip pierre pietro piotr prakash preston quentin rafael rafiq rahm rajesh rajiv rakesh
    ralph rami ramon ramzan ramzi rand randall randy raphael rashid rasmus raul ray raymond
    recep reggie reince reinhold reuben reuven rex reza riad ricardo richard rick ricky rob
    robert roberto robin rod rodney rodolfo rodrigo rogelio roger rohan roland rolf romano ron
    ronald rory roy ruben rudolph rudy rufus rupert russell rustam ryan ryszard saad sadiq
    saeed saif sajid salah salim salman salvador sam sami samir sammy samuel sandro sanjay
    santiago satoshi saul scott sean sebastian selim sergei sergey sergio seth shahid shamil
    shane shaul shaun shimon shinzo shlomo sid sidney sigmar silvio simon slobodan sohail
    spencer stan stanley stefan stefano stephane stephen steve steven stuart sunil suresh sven
    syed tadeusz taha tahir tarek tariq ted terrance terrence terry thaddeus theo theodore
    thierry thomas tim timothy tobias toby todd tom tomas tomasz tommy tony toshio travis trent
    trevor trey tristan tucker tyler ulrich umar umberto uri usman vaclav vadim vernon victor
    vikram viktor vince vincent vinod vitaly vito vivek vlad vladimir volodymyr wade wahid
    walid wallace walt walter warren wassim wayne wendell werner wesley wilbur wilfred wilhelm
    will william willie winston wolfgang woodrow xavier yahya zac zach yair yakov yanis yaser yasir
    yasser yitzhak yoav yossi yousef youssef yousuf yuri yusuf yuval zach zachary zaid zalmay
    zbigniew zeid ziad zoran"""
)
SHE_NAMES = _names(
    """abigail ada adelaide adele adriana agatha agnes agnieszka aileen aisha aisling alba
    alejandra alexandra alexis alice alicia alison allison allyson alma alyssa amal amanda
    amber amelia amina amira amy ana anastasia andrea angela angelina anika anita anjali anke
    ann anna annabel annabelle anne annegret annette annie annika antonia anya aretha ariana
    arlene ashley asma astrid audrey ayanna ayesha barbara beatrice becky benazir bernadette
    bernice beryl beth bethany betsy betty beverly bianca blanca bonnie brenda bridget brigitte
    brittany caitlin camille candace candice carla carly carmen carol carole caroline carolyn
    carrie cassandra cassie catalina cate catherine cathy cecilia celeste celia chantal
    charlene charlotte chelsea cheryl chloe christa christiane christina christine christy
    cindy claire clara claudia clementine cleo colleen condoleezza connie consuelo cora
    cordelia corinne cornelia courtney cristina crystal cynthia dana daniela danielle daphne
    daria darlene darya dawn deb debbie deborah debra deirdre denise desiree diana diane dianne
    dilma dina dolly dolores donatella donna dora doris dorothea dorothy edith edna eileen
    ekaterina elaine eleanor elena eleni elisa elisabeth elise eliza elizabeth ella ellen elsa
    elsie emily emma erica erika erin ernestine esperanza estelle esther ethel eugenia eunice
    eva evangeline eve evelyn faiza farah farida fatima fiona florence frances francesca
    francine freda frederica frida gabriela gabrielle gail galina genevieve georgina geraldine
    gertrude ghada gillian gina ginger giorgia gisele gladys glenda gloria golda grace graciela
    greta gretchen guadalupe gudrun gwen gwendolyn hana hanan hannah harriet heather heidi
    helen helena helene helga henrietta hilary hilda hillary holly hope ida ilana ilhan imelda
    indira ines inga ingrid irene irina iris irma isabel isabella isabelle ivana ivanka jacinda
    jackie jaclyn jacqueline jamila jana jane janelle janet janice janine jasmine jean jeanette
    jeanne jeannette jemima jen jenna jennifer jenny jessica jill jo joan joanna joanne jocelyn
    jodi jody johanna jolene josefina josephine josie joy joyce juanita judith judy julia
    juliana julianne julie juliet juliette june justine kaitlyn kamala karen karin karla
    katarina kate katharine katherine kathie kathleen kathryn kathy katie katja katrina katy
    kavita kayla keisha kellie kelly kellyanne kendra keri khadija kim kimberly kira kirsten
    kirstie kirstjen kirsty klara krista kristen kristi kristin kristina kristine kyrsten laila
    lana lara larissa latoya laura lauren laurie leah leanne leeann leila lena leona leonora
    leslie letitia leyla lila lilian liliana lillian linda lisa liz lois lorena loretta lori
    lorna lorraine louise lucia lucie lucille lucinda lucy ludmila luz lydia lynda lynette lynn
    lynne mabel mackenzie madeleine maeve maggie mairead malala malia mandy mara marcia
    margaret margarita margo margot margrethe maria marian marianne maribel marie marilyn
    marion marjorie marlene marsha martha mary maryam matilda maura maureen mavis maxine maya
    megan meghan melania melanie melissa meredith mette mia michaela michele michelle mikaela
    mildred milena millie mindy minnie mira miranda mireille miriam moira molly monica muriel
    myra nadezhda nadia nadine nancy naomi natalia natalie natasha nathalie nellie nicola
    nicole nikki nina noelle noor nora norah noreen norma oksana olena olga olivia oprah paige
    pam pamela paola patricia patty paula paulette pauline peggy penny petra phoebe phyllis
    pilar polly portia priscilla priti priya rachael rachel ramona rana rania raquel rashida
    rebecca reem regina renata renate renee rhonda rita roberta robyn rochelle rosa rosalind
    rosanna rosario rose rosemary roxanne ruth sabrina sadia sadie sally salma samantha samia
    sandra sara sarah sasha saskia scarlett selena selma serena shabana shahida shanice shannon
    shari sharon sharron shauna sheena sheila shelley shelly sherri sherry shireen shirin
    shirley sigrid simone sinead siobhan sofia solange soledad sonia sonya sophia sophie soraya
    stacey stacy stefania stella stephanie sue sunita susan susana susanna susannah suzanna suzanne
    svetlana sylvia tabitha talia tamar tamara tamika tammy tania tanya tara tasha tatiana
    teresa tess tessa thea thelma theodora theresa therese tiffany tina toni tonya tracy tricia
    trina trudy tulsi tzipi ulrike uma ursula valentina valeria valerie vanessa velma vera
    verna veronica veronika vicki vickie vicky victoria viola violet vivian vivien vivienne
    wanda wendy whitney wilhelmina wilma winifred winnie xiomara yael yasmin yelena yolanda
    yulia yvette yvonne zainab zara zelda zoe zoya zuzana"""
)
GIVEN_NAMES = HE_NAMES | SHE_NAMES
"""All of them; "Kim", "Jean" and "Lee" are in one list for want of a better."""


_SHORT_FORMS = """
    james jim jimmy; robert bob bobby; william bill billy; edward ted teddy; michael mike;
    richard dick rick; anthony tony; charles chuck charlie; joseph joe; thomas tom tommy; john
    jack johnny; lawrence larry; elizabeth liz beth; katherine kate; margaret peggy; harold
    harry; gerald jerry jerrold; andrew andy; nicholas nick; deborah debbie; bernard bernie;
    daniel danny; henry hank; david dave
"""
SHORT_FOR = {
    short: names.split()[0] for names in _SHORT_FORMS.split(";") for short in names.split()[1:]
}
"""Given names by their short forms: "*Jim* Venn" is James Venn."""


def given_in(name: str) -> str:
    """Return the given name with which a full name begins, nothing where the family's comes first.

    Examples
    --------
    >>> [given_in(name) for name in ("Kim Venn", "Kim Quorl Un", "Moon Quo-in", "Ada Moon Venn")]
    ['kim', '', '', 'ada']
    """
    first, _, rest = name.lower().partition(" ")
    return "" if first in FAMILY_FIRST and (" " in rest or "-" in rest) else first


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

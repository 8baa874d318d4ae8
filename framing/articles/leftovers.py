"""What is left over from the page around an article, in the general forms it takes.

Every pattern reads one short paragraph, lower-cased, and none goes back over what it has read by
more than a bounded number of characters. The forms are deliberately narrow: a paragraph of the
article that is taken for a left-over loses its namings, so that doubt speaks for the article.
"""

from __future__ import annotations

import re

__all__ = [
    "LONGEST",
    "bare_of_bullets",
    "ends_article",
    "is_left_over",
    "is_link_line",
    "opens_links",
]

LONGEST = 450  # characters; no left-over known is longer


def _lines(listed: str) -> frozenset[str]:
    return frozenset(" ".join(phrase.split()) for phrase in listed.split("|"))


# A paragraph that is nothing but one of these.
_ALONE = _lines(
    "ad|ads|advertisement|advertising|sponsored|sponsored content|promoted|promoted content|"
    "supported by|share|share this|share this article|share this story|share this page|share this "
    "post|share on facebook|share on twitter|print|print this|email|email this|tweet|tweet this|"
    "facebook|twitter|instagram|whatsapp|telegram|linkedin|pinterest|reddit|youtube|comments|"
    "comment|leave a comment|view comments|join the conversation|menu|home|search|subscribe|"
    "subscribe now|sign in|log in|login|register|sign up|sign up now|sign up here|skip to content|"
    "skip to main content|skip advertisement|read more|see more|show more|load more|learn more|"
    "click here|next article|previous article|related|related stories|related articles|related "
    "topics|related coverage|related news|related content|recommended|recommended for you|"
    "recommended stories|most read|most popular|most viewed|trending|trending now|you may also "
    "like|you might also like|more stories|more news|more on this story|more on this|top stories|"
    "latest news|also read|see also|editor's picks|editors' picks|don't miss|newsletter|"
    "newsletters|watch live|continue reading|continue reading the main story|story continues "
    "below|story continues below advertisement|story continues after advertisement|article "
    "continues below|article continues after advertisement|back to top|all rights reserved|"
    "contact us|about us|privacy policy|terms of use|terms of service|cookie policy|follow us|"
    "getty|getty images|ap photo|file photo|stock photo|loading|loading...|tags|topics|keywords|"
    "take our poll|take our poll - story continues below|sign up for our newsletter|your email|"
    "email address|share tweet|listen|play|watch|video|photos|gallery|in pictures|image|close|"
    "report an error|correct the record|hide caption|toggle caption|enlarge this image|follow|"
    "email *|name *|full text|abstract|letters|site navigation|site mobile navigation|site search "
    "navigation|main navigation|breaking news alerts"
)

# A paragraph that begins so (its bullets and brackets taken away): first words, then the rest.
_OPENINGS = (
    (
        "read see also related more go recommended watch listen don't don’t what you",
        r"""(?:see\ also|also\ see|also\ read|read\ also|read\ more|read\ next|related
        |you\ may\ also\ like|don['’]t\ miss|what\ to\ read|go\ deeper|recommended)\s?:\s?\S
        |(?:read|more|watch|listen|see\ more)\s?:\s?\S.*[^.\s]$
        |read\ (?:more|also|next|the\ full\ (?:story|article|report|text|transcript))\b
        |related\ (?:coverage|stories|story|articles?|content|reading|news|videos?|links?|topics?)\b
        |more\ (?:from|on\ this)\b.{0,60}$
        |(?:watch|listen\ to|see)\b.{0,100}\b(?:video|clip|podcast|interview|gallery|photos)
            \ (?:here|below|above|at\ the\ top)\b
        |listen\ to\ (?:this\ )?article\b
        |you\ (?:also\ )?agree\ to\ (?:this|our|the)\b|you\ may\ opt\ out\b""",
    ),
    (
        "sign subscribe register get",
        r"""(?:sign\ up|subscribe|register)\b.{0,160}\b(?:newsletters?|inbox|alerts|e-?mails?|here
            |podcast|channel|morning\ briefing|daily\ briefing)\b
        |get\ (?:the|our|all|more|breaking|a\ daily)\b.{0,200}\b(?:newsletters?|inbox|app|alerts)\b
        """,
    ),
    (
        "follow join find add connect like",
        r"""(?:follow|join|find|add|connect\ with|like\ (?:us|him|her|them|this|our))\b.{0,120}
        (?:\s@\s?\w|\b(?:on|via|our)\s(?:twitter|facebook|instagram|telegram|youtube|google\ news
        |whatsapp|linkedin|snapchat))""",
    ),
    (
        "download click tap share email enter please want",
        r"""download\ (?:the|our)\b.{0,80}\bapp\b
        |(?:click|tap)\ (?:here|on\ the\ link|the\ link|below)\b
        |share\ (?:this|on|via|with)\b.{0,60}$ |email\ this\b.{0,40}$
        |enter\ your\ e-?mail\b |please\ enable\ (?:javascript|cookies)\b
        |want\ more\b.{0,160}\b(?:newsletters?|inbox)\b""",
    ),
    (
        "advertisement story article post",
        r"""advertisement\b.{0,40}$ |(?:story|article|post)\ continues\ (?:below|after)\b""",
    ),
    (
        "by in thank completing do",
        r"""(?:by|in)\ (?:signing\ up|subscribing|submitting|registering)\b.{0,80}\byou\b
        |thank\ you\ for\ (?:signing\ up|subscribing|registering)\b|completing\ this\ poll\b
        |do\ you\ support\b.{0,80}\blike\ the\ page\b""",
    ),
    (
        "© (c) c) copyright",
        r"""©.{0,60}(?:\b(?:19|20)\d\d|\binc\b|\bllc\b|\breserved\b) |\(?c\)\s?(?:19|20)\d\d
        |copyright\ (?:©|\(c\)|(?:19|20)\d\d|by\b|the\b|all\b)""",
    ),
    (
        "support interested email name phone comments",
        r"""support\b.{0,80}\bis\ reader[\ -]supported\b|interested\ in\b.*\badd\ interest$
        |(?:email|name|phone|comments)\ this\ field\ is\ for\ validation\b""",
    ),
    ("play just must", r"(?:play\ video|just\ watched|must\ watch)\b"),
    (
        "this",
        r"""this\ (?:article|story|piece|report|post|column|essay|op-ed|content)
            \ (?:is|was|has\ been|originally|first)\ (?:also\ |been\ )?
            (?:based\ in\ (?:part|whole)|produced\ (?:by|in|with)|republished|reprinted|originally
            |first\ (?:published|appeared)|published\ in\ partnership|updated|adapted\ from
            |translated\ from|appeared|sponsored|supported\ by)\b
        |this\ is\ a\ rush\ transcript\b |this\ material\ may\ not\ be\ published\b
        |this\ (?:site|page)\ is\ protected\ by\b""",
    ),
    ("the views opinions", r"(?:the\ )?(?:views|opinions)(?:\ and\ opinions)?\ expressed\b"),
    (
        "article posted reposted printed reprinted published republished",
        r"(?:article\ )?(?:re)?(?:posted|printed|published)\ with\ (?:the\ )?permission\b",
    ),
    (
        "reporting writing editing additional with contributing contributor contributors material",
        r"""(?:additional\ |with\ )?(?:reporting|writing|editing)\ by\ .{0,250}$
        |with\ (?:files|inputs|reporting|additional\ reporting)\ (?:by|from)\b.{0,120}$
        |contribut(?:ing|ors?)\s?:\s |material\ from\ the\b.{0,80}\bwas\ used\b""",
    ),
)
_BY_FIRST_WORD: dict[str, list[re.Pattern[str]]] = {}
for _words, _pattern in _OPENINGS:
    _compiled = re.compile(_pattern, re.VERBOSE | re.DOTALL)
    for _word in _words.split():
        _BY_FIRST_WORD.setdefault(_word, []).append(_compiled)

# A paragraph that holds one of these: the first finds it fast, the second makes sure.
_HOLDING = tuple(
    (word, re.compile(pattern, re.VERBOSE | re.DOTALL))
    for word, pattern in (
        ("inbox", r"\b(?:to|in)\ your\ (?:email\ )?inbox\b.{0,200}$"),
        (
            "sign up",
            r"""\bemail\ sign\ up\b|\bsign\ up\ (?:here|today\ to\ receive|for\ our)\b
            |\bsign\ up\ for\b.{0,80}\bnewsletter\b|\bemail\ newsletters\ or\b""",
        ),
        ("signing up", r"\bby\ signing\ up\b.{0,40}\byou\ agree\b"),
        (
            "subscribe",
            r"""\byou\ can\ unsubscribe\b|\bunsubscribe\ (?:at\ any|here)\b
            |\bsubscribe\ (?:now|today|here|to\ (?:our|the).{0,60}\bnewsletter)\b""",
        ),
        ("reserved", r"\ball\ rights\ reserved\b"),
        (
            "contributed",
            r"""\bcontributed\ (?:reporting\b|to\ (?:this|the)\ (?:report|story|article|piece|post
            |column|analysis|fact\ check|reporting)).{0,60}$""",
        ),
    )
)
_SHARING = re.compile(
    r"\b(?:share|tweet|email|facebook|twitter|print|pin|whatsapp|linkedin|reddit|flipboard)\b"
)
_LINKS = _lines(
    "related|related stories|related articles|related topics|related coverage|related news|related "
    "content|related links|recommended|recommended for you|recommended stories|most read|most "
    "popular|trending|trending now|you may also like|you might also like|more stories|more on this "
    "story|top stories|read more|read next|also read|see also|editor's picks|more news"
)
_ACCESS = re.compile(r".{0,60}\bwebsites?\ can\ (?:also\ )?be\ accessed\b", re.DOTALL)
_BULLETS = " \t\u00a0•*⦁·●▪■►▶>»|–—-_[("
_MARKS = _BULLETS + '.!:;)]?’"'


def bare_of_bullets(low: str) -> str:
    """Take away what stands before the first word: bullets, dashes, an opening bracket."""
    return low.lstrip(_BULLETS)


def is_left_over(low: str, bare: str, first: str) -> bool:
    """Say whether a paragraph is a left-over of the page by its own words.

    Parameters
    ----------
    low
        The paragraph, lower-cased.
    bare
        The same without the bullets before it, and `first` its first word without a colon.
    """
    if len(low) < 60 and (low.strip(_MARKS) in _ALONE or not any(map(str.isalnum, low))):
        return True
    for pattern in _BY_FIRST_WORD.get(first, ()):
        if pattern.match(bare):
            return True
    if low[0] not in "\"“'‘`":  # or else somebody speaks
        for word, pattern in _HOLDING:
            if word in low and pattern.search(low):
                return True
    return len(low) < 100 and low.count(" ") < 16 and len(_SHARING.findall(low)) >= 3


def is_link_line(low: str, line: str) -> bool:
    """Say whether a paragraph below the lead is the headline of another article.

    Such a line has no full stop. It is introduced ("Opinion: …"), ends in "Read more" or
    "– video", or stands in capitals in an article that does not.
    """
    if line[-1] in ".!\"”’'":
        return False
    if low.endswith((" read more", "– video", "- video")):
        return len(low) < 200
    if low.startswith(("opinion:", "analysis:", "photos:", "video:", "earlier:", "fact check:")):
        return len(low) < 140
    return line.isupper() and line.count(" ") >= 7


def opens_links(low: str) -> bool:
    """Say whether a line such as "Related stories:" opens a list of links."""
    return low.strip(_MARKS) in _LINKS


def ends_article(low: str) -> bool:
    """Say whether nothing of the article follows: the addresses an outlet can be read at."""
    return "accessed" in low and _ACCESS.match(low) is not None

"""`write_attributions`: articles with their sources in the margin, as one page to read or print."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from framing.output import write_whole
from framing.report.error_rates import error_rates, in_a_sentence
from framing.report.eventsections import USUAL, PageRoom, choose_articles, language_of
from framing.report.marks import marked_documents, paragraphs_of, text_direction
from framing.report.pagerows import by_article, plain, plain_rows
from framing.report.writing import asset, templates

if TYPE_CHECKING:
    from framing.analysis import Analysis
    from framing.values import Article

__all__ = ["write_attributions"]


def write_attributions(
    analysis: Analysis,
    path: str | Path,
    *,
    title: str = "Who says what",
    room: PageRoom = USUAL,
) -> Path:
    """Write the articles of an analysis with every reported passage shown, as one HTML page.

    Reported words stand on a tinted ground, the word that reports them has a double underline,
    and the margin names the speaker and the rule that decided, in words. The page has no script
    and loads nothing. It shows as many articles as there is room for, whole events at a time, and
    says so where there are more.

    Parameters
    ----------
    analysis
        What `analyze` returned; its mentions are not shown.
    path
        The file to write; a folder that does not exist yet is made.
    title
        Title of the page.
    room
        How much of a big corpus the page holds: sixty articles by default.

    Returns
    -------
    Path
        The file written. The same analysis gives the same bytes.

    Raises
    ------
    OutputError
        When the file cannot be written, or is one that is being read.

    Examples
    --------
    >>> import framing, tempfile
    >>> news = [framing.Article("a", text="“The town is ours,” Ana Ruiz said.")]
    >>> analysis = framing.analyze(news, "foreign-forces", sentiment=False)
    >>> page = write_attributions(analysis, tempfile.mkdtemp() + "/voices.html")
    >>> "Ana Ruiz" in page.read_text(encoding="utf-8")
    True
    """
    shown = choose_articles(analysis.articles, room=room)
    said = by_article(plain_rows(analysis.attributions))
    events: dict[tuple[bool, str], list[dict[str, Any]]] = {}
    for article in analysis.articles:
        if article.id in shown:
            view = _view(article, said.get(article.id, [])) | {"anchor": shown[article.id]}
            events.setdefault((article.event is None, article.event or ""), []).append(view)
    page = (
        templates()
        .get_template("voices.html")
        .render(
            title=title,
            events=[(name or "Articles without an event", events[lone, name])
                    for lone, name in sorted(events)],
            articles=len(analysis.articles),
            shown=len(shown),
            passages=len(analysis.attributions),
            wrong=in_a_sentence(error_rates()),
            style=asset("report.css"),
        )
    )  # fmt: skip
    return write_whole(path, page)


def _view(article: Article, attributions: list[dict[str, Any]]) -> dict[str, Any]:
    title, paragraphs = paragraphs_of(marked_documents(article, [], attributions))
    meta = [article.outlet, article.date, article.field("genre")]
    return {
        "title": title if title is not None else article.title or article.id,
        "lang": language_of(article),
        "dir": text_direction(article.text),
        "meta": [str(plain(part)) for part in meta if plain(part)],
        "passages": len(attributions),
        "paragraphs": paragraphs,
    }

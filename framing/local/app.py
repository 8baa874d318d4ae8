"""The page's addresses: what each shows, and what each button does."""

from __future__ import annotations

import re
import secrets
from collections import OrderedDict
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from importlib.resources import files
from typing import Any

from flask import Flask, Response, abort, redirect, request, send_file
from markupsafe import Markup
from werkzeug.exceptions import HTTPException

from framing.charts.labels import begun
from framing.classroom import LEVELS, VOICE_WORDS
from framing.errors import FramingError
from framing.language.numberwords import counted
from framing.local.drafts import LONGEST
from framing.local.exporting import PICTURES, make
from framing.local.guards import ALIVE, form_token, guard
from framing.local.home import Home
from framing.local.outcome import outcome_of
from framing.local.proposals import PART, Proposal, changed_by, proposals_of
from framing.local.sidebyside import drawn, lines_of, passages_of, sources_of, words_of_outlets
from framing.local.uploads import MOST_ARTICLES, MOST_BYTES, Upload
from framing.local.workfolder import StaleError, Work
from framing.page import environment, sealed

__all__ = ["create_app"]

_TROUBLE = {
    403: "This window has no key. Open framing again, or use the address that it printed.",
    404: "There is nothing at this address. It may have been removed in another window.",
    413: f"That is more than {MOST_BYTES // 1_000_000} MB at once. Nothing was added; give fewer "
    "files at a time. Many articles are a task for the command framing compare.",
    421: "This page answers to this machine only.",
}
_MOST_TOLD = 6
_OPTION = re.compile(r"[;:] \w+='\w+' \(--.*")  # what a command can set, and the page can't
_MOST_NOTES = 50


def create_app(home: Home, token: str, port: int) -> Flask:
    """Return the page as a WSGI application for one home folder, key and port."""
    app = Flask("framing.local", static_folder=None)
    app.config.update(
        MAX_CONTENT_LENGTH=MOST_BYTES, MAX_FORM_MEMORY_SIZE=MOST_BYTES, MAX_FORM_PARTS=20_000
    )
    guard(app, token, port)
    pages = _Pages(home, form_token(token))
    for rule, methods, view in pages.routes():
        app.add_url_rule(rule, view.__name__, view, methods=[methods])
    app.register_error_handler(HTTPException, pages.refused)
    app.register_error_handler(FramingError, pages.failed)
    return app


class _Pages:
    """Every page of one home; what a page says after a form was sent is kept until it is shown."""

    def __init__(self, home: Home, form: str) -> None:
        self._home, self._form = home, form
        self._notes: OrderedDict[str, list[str]] = OrderedDict()

    def routes(self) -> list[tuple[str, str, Callable[..., Any]]]:
        """List the addresses."""
        return [
            ("/", "GET", self.front),
            (ALIVE, "GET", self.alive),
            ("/works", "POST", self.begin),
            ("/work/<slug>/", "GET", self.articles),
            ("/work/<slug>/add", "POST", self.add),
            ("/work/<slug>/fields", "POST", self.fields),
            ("/work/<slug>/article/<identity>", "GET", self.article),
            ("/work/<slug>/article/<identity>", "POST", self.save),
            ("/work/<slug>/restore/<identity>", "POST", self.restore),
            ("/work/<slug>/findings", "GET", self.findings),
            ("/work/<slug>/lines/<int:told>/<int:part>", "GET", self.lines),
            ("/work/<slug>/decisions", "GET", self.decisions),
            ("/work/<slug>/decisions/<identity>", "GET", self.decide),
            ("/work/<slug>/decisions/<identity>", "POST", self.decided),
            ("/work/<slug>/take", "GET", self.take),
            ("/work/<slug>/take", "POST", self.make),
            ("/work/<slug>/made/<name>", "GET", self.made),
        ]

    def front(self) -> Response:
        """Show the events worked on, and begin a new one."""
        works = [(work, _count(work)) for work in self._home.works()]
        return self._page("front.html", None, works=works, folder=str(self._home.folder))

    def alive(self) -> Response:
        """Say that the server is there."""
        return Response("framing", mimetype="text/plain")

    def begin(self) -> Response:
        """Begin a new event."""
        return _to(self._home.begin(request.form.get("title", "")), "")

    def articles(self, slug: str) -> Response:
        """Show the articles, and a place to paste and drop more."""
        return self._articles(self._work(slug))

    def _articles(self, work: Work, pasted: str = "", status: int = 200, **more: Any) -> Response:
        return self._page(
            "articles.html", work, status, drafts=work.drafts(), removed=work.removed(),
            pasted=pasted, most=MOST_BYTES, most_articles=MOST_ARTICLES, **more,
        )  # fmt: skip

    def add(self, slug: str) -> Response:
        """Add what was pasted and dropped; where nothing could be read, the text stays."""
        work = self._work(slug)
        pasted = request.form.get("pasted", "").replace("\r\n", "\n")
        uploads = [
            Upload(file.filename or "", file.save) for file in request.files.getlist("files")
        ]
        received = work.receive(pasted, uploads)
        if not received.drafts:
            said = list(received.remarks) or ["Paste an article or choose a file first."]
            if len(pasted) > LONGEST:
                kept = work.keep_aside(pasted)
                said.append(f"The text is too long to be shown again. It was kept as {kept}.")
                pasted = ""
            return self._articles(work, pasted, 422, notes=said)
        many = len(received.drafts)
        said = [f"{counted(many, 'article')} added.", *received.remarks]
        return self._told(work, "", said)

    def fields(self, slug: str) -> Response:
        """Save outlets, titles and dates of all articles of the page at once."""
        work = self._work(slug)
        troubles, saved = [], 0
        for draft in work.drafts():
            seen = request.form.get(f"version|{draft.id}")
            fields = {
                name: request.form[f"{name}|{draft.id}"]
                for name in ("outlet", "title", "date")
                if f"{name}|{draft.id}" in request.form
            }
            same = all(getattr(draft, name) == value for name, value in fields.items())
            if seen is None or (same and not draft.guessed):
                continue
            try:
                work.change(draft.id, seen, fields)
                saved += 1
            except StaleError as problem:
                typed = ", ".join(f"{name} “{value}”" for name, value in fields.items())
                troubles.append(f"Not saved: {problem}. You had written {typed}.")
            except FramingError as problem:
                troubles.append(f"{draft.outlet or draft.id}: {problem}.")
        return self._told(work, "", [*troubles, *(["Saved."] if saved or not troubles else [])])

    def article(self, slug: str, identity: str) -> Response:
        """Show one article to be corrected."""
        work = self._work(slug)
        draft = work.draft(identity) or abort(404)
        return self._page("article.html", work, draft=draft, typed=None)

    def save(self, slug: str, identity: str) -> Response:
        """Save one article, or take it out; what can't be saved stays on the page."""
        work = self._work(slug)
        seen = request.form.get("version", "")
        try:
            if request.form.get("do") == "remove":
                work.remove(identity, seen)
                return self._told(work, "", ["The article was removed. It can be put back below."])
            lost = work.change(identity, seen, request.form)
            return self._told(work, "", ["Saved.", *([lost] if lost else [])])
        except FramingError as problem:
            draft = work.draft(identity)
            if draft is None:
                said = [f"Not saved: {problem}. Your text is in the box below."]
                return self._articles(work, request.form.get("text", ""), 409, notes=said)
            stale = isinstance(problem, StaleError)
            status = 409 if stale else 422
            return self._page(
                "article.html", work, status, draft=draft, typed=request.form, stale=stale,
                notes=[f"Not saved: {problem}."],
            )  # fmt: skip

    def restore(self, slug: str, identity: str) -> Response:
        """Put a removed article back."""
        work = self._work(slug)
        work.restore(identity)
        return self._told(work, "", ["The article is back."])

    def findings(self, slug: str) -> Response:
        """Show what was found."""
        work = self._work(slug)
        drafts = work.drafts()
        missing = _missing(work)
        if missing:
            return self._page("findings.html", work, missing=missing, drafts=drafts)
        comparison = outcome_of(work).comparison
        told = list(enumerate(comparison.findings()))
        said = {str(sentence) for _, sentence in told}
        verdict = (comparison.primary.result, comparison.primary.refusal)
        refused = [str(sentence) for sentence in verdict if sentence and str(sentence) not in said]
        return self._page(
            "findings.html", work, missing="", drafts=drafts, question=comparison.question,
            pictures=drawn(comparison), told=told[:_MOST_TOLD], more=told[_MOST_TOLD:],
            refused=refused,
            notes_of=[_OPTION.sub(".", note) for note in comparison.notes],
            named=words_of_outlets(comparison),
            passages=passages_of(comparison), sources=sources_of(comparison),
        )  # fmt: skip

    def lines(self, slug: str, told: int, part: int) -> Response:
        """Show the lines that a number of a finding counts, or those in its events or articles."""
        work = self._work(slug)
        comparison = outcome_of(work).comparison
        findings = comparison.findings()
        if told >= len(findings) or part >= len(findings[told]):
            abort(404)
        number = findings[told][part]
        if number.query is None or number.query.show not in ("lines", "events", "articles"):
            abort(404)
        counted = replace(number, query=number.query.but(show="lines"))
        return self._page(
            "lines.html", work, sentence=str(findings[told]), number=number.text,
            lines=lines_of(comparison, counted), total=len(comparison.lines(counted)),
            of=number.query.show,
        )  # fmt: skip

    def decisions(self, slug: str) -> Response:
        """Show of each article how many decisions are open."""
        work = self._work(slug)
        drafts = {draft.id: draft for draft in work.drafts()}
        if not drafts:
            return self._page("decisions.html", work, missing=_missing(work))
        return self._page("decisions.html", work, missing="", rows=[
            (drafts[identity], len(mine), sum(1 for proposal in mine if proposal.seen))
            for identity, mine in self._proposals(work).items()
        ])  # fmt: skip

    def decide(self, slug: str, identity: str) -> Response:
        """Show one article's decisions."""
        work = self._work(slug)
        draft = work.draft(identity) or abort(404)
        proposals = self._proposals(work)
        mine = proposals[identity]
        names = [proposal.name for proposal in mine]
        wished = request.args.get("at", "")
        at = names.index(wished) if wished in names else request.args.get("from", 0, type=int)
        first = max(0, at - at % PART)
        return self._page(
            "decide.html", work, draft=draft, proposals=mine[first : first + PART], first=first,
            total=len(mine), following=_following(proposals, identity, first),
        )  # fmt: skip

    def decided(self, slug: str, identity: str) -> Response:
        """Save one article's decisions, and go on to the next article."""
        work = self._work(slug)
        draft = work.draft(identity) or abort(404)
        here = f"decisions/{identity}"
        if request.form.get("version") != draft.version:
            said = "The article was changed in another window; its decisions are shown anew below. "
            return self._told(work, here, [said + "Please decide again; nothing was saved."])
        proposals = self._proposals(work)
        stale = work.decide(changed_by(request.form, proposals[identity]))
        if stale:
            words = ", ".join(
                f"“{proposal.text}”" for proposal in proposals[identity] if proposal.place in stale
            )
            said = f"Decided otherwise in another window, and not saved from this one: {words}. "
            return self._told(work, here, [said + "All other decisions are saved."])
        following = _following(proposals, identity, request.form.get("first", 0, type=int))
        said = f"Decisions on {draft.outlet or 'this article'} are saved."
        return self._told(work, following or "decisions", [said])

    def take(self, slug: str) -> Response:
        """Show the buttons, and what they made."""
        work = self._work(slug)
        proposals = [] if not work.drafts() else [
            proposal for mine in self._proposals(work).values() for proposal in mine
        ]  # fmt: skip
        files = sorted(path.name for path in work.made.glob("*") if path.is_file())
        return self._page(
            "take.html", work, missing=_missing(work), files=files, levels=LEVELS,
            pictures=PICTURES, total=len(proposals), drafts=work.drafts(),
            open=sum(1 for proposal in proposals if not proposal.seen), folder=str(work.made),
        )  # fmt: skip

    def make(self, slug: str) -> Response:
        """Make one thing: report, picture, tables, worksheet and key."""
        work = self._work(slug)
        made = make(work, request.form.get("what", ""), request.form)
        return self._told(work, "take", made, anchor="files")

    def made(self, slug: str, name: str) -> Response:
        """Hand over a file that a button made; it is saved, never shown inside this page."""
        work = self._work(slug)
        path = work.made / name
        if name.startswith(".") or path.parent != work.made or not path.is_file():
            abort(404)
        return send_file(path.resolve(), as_attachment=True, download_name=name)

    def refused(self, error: HTTPException) -> Response:
        """Say in words why a request was refused."""
        code = error.code or 500
        said = _TROUBLE.get(code, "Something went wrong in framing; nothing you saved is lost.")
        return self._page("trouble.html", None, code, said=said, back=None)

    def failed(self, error: FramingError) -> Response:
        """Say what framing could not do, and where to go on."""
        slug = (request.view_args or {}).get("slug", "")
        work = self._home.work(slug)
        back = f"/work/{slug}/{'take' if request.path.endswith('/take') else ''}"
        return self._page("trouble.html", work, 422, said=f"{begun(str(error))}.", back=back)

    def _proposals(self, work: Work) -> dict[str, list[Proposal]]:
        return proposals_of(outcome_of(work).read, work.decisions())

    def _work(self, slug: str) -> Work:
        return self._home.work(slug) or abort(404)

    def _told(self, work: Work, where: str, said: list[str], anchor: str = "") -> Response:
        """Go to a page, and let it say something once."""
        name = secrets.token_hex(8)
        self._notes[name] = said
        while len(self._notes) > _MOST_NOTES:
            self._notes.popitem(last=False)
        mark = "&" if "?" in where else "?"
        return _to(work, f"{where}{mark}said={name}" + (f"#{anchor}" if anchor else ""))

    def _page(self, template: str, work: Work | None, status: int = 200, **values: Any) -> Response:
        values.setdefault("notes", self._notes.pop(request.args.get("said", ""), []))
        values.setdefault("stale", False)
        page = environment("framing.local").get_template(template).render(
            work=work, form_token=self._form, voices=VOICE_WORDS, style=_asset("local.css"),
            script=_asset("local.js"), alive=ALIVE, here=template.partition(".")[0], **values,
        )  # fmt: skip
        response = Response(sealed(page), status, mimetype="text/html")
        response.headers["Content-Security-Policy"] = "frame-ancestors 'none'"
        return response


def _count(work: Work) -> int:
    """Count a work's articles; one whose files were damaged is still listed, and says so inside."""
    try:
        return len(work.drafts())
    except FramingError:
        return 0


def _following(proposals: Mapping[str, Sequence[Proposal]], identity: str, first: int) -> str:
    """Return where decisions go on: the same article's next ones, or the next article's."""
    if first + PART < len(proposals[identity]):
        return f"decisions/{identity}?from={first + PART}"
    order = list(proposals)
    later = order[order.index(identity) + 1 :]
    return f"decisions/{later[0]}" if later else ""


def _missing(work: Work) -> str:
    """Say what is still needed before anything can be compared; empty when nothing is."""
    drafts = work.drafts()
    if len(drafts) < 2:
        return f"Two articles are needed to compare; there {'is one' if drafts else 'are none'}."
    nameless = sum(1 for draft in drafts if not draft.outlet)
    if nameless:
        return f"{nameless} of {len(drafts)} articles name no outlet yet; write it in the list."
    if len({draft.outlet for draft in drafts}) < 2:
        return "All articles are of one outlet; two outlets are needed to compare."
    return ""


def _to(work: Work, where: str) -> Response:
    response: Any = redirect(f"/work/{work.slug}/{where}", 303)
    return response  # type: ignore[no-any-return]  # werkzeug's own base class of responses


def _asset(name: str) -> Markup:
    text = (files("framing.local") / "templates" / name).read_text(encoding="utf-8")
    return Markup(text.strip())  # noqa: S704 - the library's own file

"""Who may ask the page anything: this machine's own browser, with the key, from the page itself."""

from __future__ import annotations

import hashlib
import hmac
from urllib.parse import urlsplit

from flask import Flask, Response, abort, make_response, request

__all__ = ["ALIVE", "form_token", "guard", "proof"]

ALIVE = "/alive"
_NAMES = ("127.0.0.1", "localhost")
_DRAINED = 2_000_000_000  # bytes taken in and thrown away, so that a refusal can still be read


def form_token(token: str) -> str:
    """Return what every form of the page carries; the key itself stands in none."""
    return hmac.new(token.encode(), b"form", hashlib.sha256).hexdigest()


def proof(token: str, asked: str) -> str:
    """Return what shows that one knows the key, without the key."""
    return hmac.new(token.encode(), f"prove {asked}".encode(), hashlib.sha256).hexdigest()


def guard(app: Flask, token: str, port: int) -> None:
    """Let through only what comes to the loopback name and with the key.

    A request must name the loopback host (another name that leads here is another site's), carry
    the key (in the address once, then in a cookie that no other site's page sends), and a form
    must hold the page's own token and no other site's origin.
    """
    hosts = {f"{name}:{port}" for name in _NAMES}
    cookie = f"framing-{port}"
    expected = form_token(token)

    @app.before_request
    def check() -> Response | None:
        if request.host not in hosts:
            abort(421)
        if request.path == ALIVE and "prove" in request.args:
            return Response(proof(token, request.args["prove"][:64]), mimetype="text/plain")
        given = request.args.get("key", "")
        if request.method == "GET" and request.path == "/" and _same(given, token):
            return _entered(cookie, token)
        if not _same(request.cookies.get(cookie, ""), token):
            abort(403)
        if request.method == "POST":
            origin = request.headers.get("Origin")
            if origin not in (None, "null") and urlsplit(origin).netloc not in hosts:
                abort(403)
            if (request.content_length or 0) > (app.config["MAX_CONTENT_LENGTH"] or 0):
                _drain()
                abort(413)
            if not _same(request.form.get("form_token", ""), expected):
                abort(403)
        return None

    @app.after_request
    def seal(response: Response) -> Response:
        headers = response.headers
        headers.setdefault("Content-Security-Policy", "default-src 'none'; sandbox")
        headers["X-Content-Type-Options"] = "nosniff"
        headers["X-Frame-Options"] = "DENY"
        headers["Referrer-Policy"] = "same-origin"
        headers["Cross-Origin-Opener-Policy"] = "same-origin"
        headers["Cross-Origin-Resource-Policy"] = "same-origin"
        headers["Cache-Control"] = "no-store"
        return response


def _same(given: str, wanted: str) -> bool:
    return hmac.compare_digest(given.encode("utf-8", "replace"), wanted.encode())


def _entered(cookie: str, token: str) -> Response:
    """Take the key out of the address and into a cookie that only this page's own requests send.

    The step to the first page is one of this page, not a redirect: a browser that was sent here
    by another program would not give a strict cookie to a redirect.
    """
    response = make_response(
        '<!doctype html><html lang="en"><meta charset="utf-8"><title>framing</title>'
        '<meta http-equiv="refresh" content="0; url=/"><p><a href="/">Go on to framing</a></p>'
    )
    response.set_cookie(
        cookie, token, httponly=True, samesite="Strict", path="/", max_age=180 * 86_400
    )
    response.headers["Content-Security-Policy"] = "default-src 'none'; frame-ancestors 'none'"
    return response


def _drain() -> None:
    """Read on to the end: a browser that is cut off while it sends shows no words of ours."""
    left = min(request.content_length or 0, _DRAINED)
    while left > 0 and (block := request.environ["wsgi.input"].read(min(left, 1_000_000))):
        left -= len(block)

"""What is wrong with one address on the web, judged by its spelling alone; nothing is fetched."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple
from urllib.parse import SplitResult, parse_qsl, quote, unquote, urlsplit

from kb.rules import Rule
from kb.rules.links import (
    LINK_CHARACTERS,
    LINK_HOST,
    LINK_SCHEME,
    LOCAL_ADDRESS,
    PERSONAL_ADDRESS,
    TEXT_FRAGMENT,
    TRACKING,
)

_ALLOWED = r"[A-Za-z0-9\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2}"
_is_plain = re.compile(
    r"https?://(?:[a-z0-9-]+\.)+[a-z]{2,}(?:/(?:[A-Za-z0-9\-._~!$&'()*+,=:@/]|%[0-9A-Fa-f]{2})*)?"
).fullmatch
"""An address of a lower-case host and a well-spelled path without parameters; nearly all are."""

_is_well_spelled = re.compile(rf"(?:{_ALLOWED}|[?#\[\]])*").fullmatch
_SAFE = "%-._~!$&'()*+,;=:@/?#"
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):")
_is_host = re.compile(
    r"(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+(?:[a-z]{2,}|xn--[a-z0-9-]+)|(?:\d{1,3}\.){3}\d{1,3}",
    re.IGNORECASE,
).fullmatch

_LOCAL = re.compile(r"file:|[A-Za-z]:[\\/]|\\\\|~?/(?:users|home|mnt|volumes|tmp|var|opt)/|~/", re.IGNORECASE)
_LOCAL_HOST = re.compile(
    r"localhost|127\.[\d.]+|10\.[\d.]+|192\.168\.[\d.]+|172\.(?:1[6-9]|2\d|3[01])\.[\d.]+|0\.0\.0\.0|::1"
    r"|.+\.(?:local|localhost|lan|intranet|internal|corp|home)",
    re.IGNORECASE,
)

_TRACKING_PREFIXES = ("utm_", "hsa_", "pk_", "mtm_", "matomo_", "piwik_", "at_", "itm_", "_hs", "oly_", "trk")
_TRACKING_NAMES = frozenset(
    {
        "_branch_match_id", "_ga", "_gac", "_gl", "_tp", "dclid", "epik", "fbclid",
        "gbraid", "gclid", "gclsrc", "hsctatracking", "igsh", "igshid", "li_fat_id", "mc_cid",
        "mc_eid", "mkt_tok", "msclkid", "rb_clickid", "ref_src", "s_kwcid", "srsltid", "ttclid",
        "twclid", "vero_id", "wbraid", "wickedid", "xtor", "yclid",
    }
)  # fmt: skip
_TRACKING_ON = {
    "youtu.be": {"si"},
    "www.youtube.com": {"si"},
    "youtube.com": {"si"},
    "open.spotify.com": {"si"},
}
_WRAPPERS = re.compile(
    r"(?:.+\.safelinks\.protection\.outlook\.com|www\.google\.[a-z.]+|l\.facebook\.com|lm\.facebook\.com"
    r"|urldefense(?:\.proofpoint)?\.com|www\.linkedin\.com)"
)
_WRAPPED = re.compile(r"(?:/|/url|/l\.php|/redir/redirect|/safety/go)")
_WRAPPED_IN = ("url", "q", "u")

_PERSONAL = re.compile(
    r"(?:access_?)?token|auth(?:key|_token)?|api_?key|session_?id|sessionid|sid|phpsessid|jsessionid|aspsessionid.*"
    r"|x-(?:amz|goog|ms)-(?:signature|credential|security-token)|signature|sig|otp|ticket|password|wachtwoord"
)


class Problem(NamedTuple):
    """What is wrong with an address: rule, message and hint."""

    rule: Rule
    message: str
    hint: str


def problems(address: str) -> Iterator[Problem]:
    """Yield everything that is wrong with ``address``.

    An address that is no web address at all gives one problem; what follows from it is not said too.
    """
    if _is_plain(address) and not _LOCAL_HOST.fullmatch(address.split("/", 3)[2]):
        return
    if problem := _no_web_address(address):
        yield problem
        return
    try:
        parts = urlsplit(address)
        host = parts.hostname or ""
        _ = parts.port
    except ValueError:
        yield _host(address)
        return
    if _LOCAL_HOST.fullmatch(host):
        yield local(address)
        return
    if not _is_host(host):
        yield _host(address)
        return
    if not _is_well_spelled(address) or "[" in address or "]" in address:
        hint = f"Schrijf: {_encoded(address)}"
        yield Problem(LINK_CHARACTERS, f"In ‘{address}’ staan tekens die gecodeerd moeten zijn.", hint)
    yield from _unclean(address, parts)


def local(address: str) -> Problem:
    """Return the problem that ``address`` points into somebody's own computer or network."""
    message = f"‘{address}’ wijst naar een eigen computer of netwerk."
    return Problem(LOCAL_ADDRESS, message, "Zoek het openbare adres op, of laat het weg.")


def is_local(address: str) -> bool:
    """Whether ``address`` is a path or a host that only its author can reach."""
    if _LOCAL.match(address):
        return True
    try:
        return bool(_LOCAL_HOST.fullmatch(urlsplit(address).hostname or ""))
    except ValueError:
        return False


def _no_web_address(address: str) -> Problem | None:
    if _LOCAL.match(address):
        return local(address)
    if address.startswith("//"):
        return Problem(LINK_SCHEME, f"‘{address}’ begint met //.", f"Schrijf: https:{address}")
    scheme = _SCHEME.match(address)
    if scheme is None or (scheme[1] not in ("http", "https") and "." in scheme[1]):
        hint = f"Begint het adres met https://{address} ? Schrijf dat dan voluit."
        return Problem(LINK_SCHEME, f"‘{address}’ begint niet met https://.", hint)
    if scheme[1].lower() not in ("http", "https"):
        message = f"‘{address}’ begint met ‘{scheme[0]}’, niet met https://."
        return Problem(LINK_SCHEME, message, "Gebruik het adres van een webpagina.")
    return None


def _host(address: str) -> Problem:
    message = f"‘{address}’ heeft geen bruikbare naam van een website."
    return Problem(LINK_HOST, message, "Schrijf het hele adres, zoals https://www.voorbeeld.nl/pagina.")


def _encoded(address: str) -> str:
    """Return ``address`` with every character that needs it percent-encoded."""
    stray = re.sub(r"%(?![0-9A-Fa-f]{2})", "%25", address)
    return quote(stray, safe=_SAFE)


def _unclean(address: str, parts: SplitResult) -> Iterator[Problem]:
    clean = _encoded(_clean(parts).geturl())
    if ":~:" in parts.fragment:
        message = f"‘{address}’ wijst met #:~:text= een stuk tekst aan."
        yield Problem(TEXT_FRAGMENT, message, f"Schrijf: {clean}")
    if inner := _wrapped(parts):
        message = f"‘{address}’ loopt via een dienst die lezers volgt."
        yield Problem(TRACKING, message, f"Schrijf: {inner}")
        return
    host = parts.hostname or ""
    names = [name for name in _names(parts) if _is_tracking(name, host)]
    if names:
        message = f"‘{address}’ heeft de volgcode ‘{names[0]}’."
        yield Problem(TRACKING, message, f"Schrijf: {clean}")
    codes = [name for name in _names(parts) if _PERSONAL.fullmatch(name.lower())]
    if parts.username is not None or codes or ";jsessionid=" in parts.path.lower():
        what = f"de code ‘{codes[0]}’" if codes else "een eenmalige code of een inlog"
        hint = "Zoek het vaste, openbare adres. Deel geen adres dat alleen voor jou is."
        yield Problem(PERSONAL_ADDRESS, f"Het adres bij {parts.hostname} bevat {what}.", hint)


def _names(parts: SplitResult) -> list[str]:
    """Return the names of all parameters, in the query and in the fragment."""
    pieces = f"{parts.query}&{parts.fragment}".split("&")
    return [piece.split("=", 1)[0] for piece in pieces if "=" in piece]


def _is_tracking(name: str, host: str) -> bool:
    low = unquote(name).lower()
    return low in _TRACKING_NAMES or low.startswith(_TRACKING_PREFIXES) or low in _TRACKING_ON.get(host, ())


def _clean(parts: SplitResult) -> SplitResult:
    """Return the same address without tracking and without text fragment."""
    host = parts.hostname or ""
    kept = [
        "&".join(piece for piece in text.split("&") if not _is_tracking(piece.split("=", 1)[0], host))
        for text in (parts.query, parts.fragment.split(":~:", 1)[0])
    ]
    return parts._replace(query=kept[0], fragment=kept[1])


def _wrapped(parts: SplitResult) -> str | None:
    """Return the address that a tracking service forwards to, if this is one."""
    if not (_WRAPPERS.fullmatch(parts.hostname or "") and _WRAPPED.fullmatch(parts.path)):
        return None
    query = dict(parse_qsl(parts.query))
    return next((query[name] for name in _WRAPPED_IN if query.get(name, "").startswith("http")), None)

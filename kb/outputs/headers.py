"""The HTTP headers of the site, told once, as files for hosts that can send them.

Only a host can send headers, so what it needs is written beside the pages. Why each header is
what it is stands in docs/decisions/0010-security-headers.md.
"""

from __future__ import annotations

import re
from base64 import b64encode
from collections.abc import Iterable, Mapping
from hashlib import sha256

from kb.outputs.search import FOLDER

NGINX = "nginx-headers.conf"
APACHE = ".htaccess"
STATIC = "_headers"

_SCRIPT = re.compile(r"<script(?P<attributes>[^>]*)>(?P<text>.*?)</script>", re.DOTALL | re.IGNORECASE)
_SOURCE = re.compile(r"\ssrc\s*=", re.IGNORECASE)
_TYPE = re.compile(r"""\stype\s*=\s*["']?(?P<type>[^"'\s>]*)""", re.IGNORECASE)
_RUNS = frozenset({"", "module", "text/javascript"})

_POLICY = {
    "default-src": "'none'",
    "script-src": "'self'",
    "style-src": "'self'",
    # Material's style sheet holds its icons.
    "img-src": "'self' data:",
    "connect-src": "'self'",
    "worker-src": "'self'",
    "form-action": "'self'",
    "base-uri": "'none'",
    "frame-ancestors": "'none'",
    "object-src": "'none'",
}
_NOT_USED = (
    "accelerometer", "autoplay", "browsing-topics", "camera", "display-capture", "encrypted-media",
    "fullscreen", "geolocation", "gyroscope", "hid", "magnetometer", "microphone", "midi", "payment",
    "picture-in-picture", "publickey-credentials-get", "screen-wake-lock", "serial", "usb",
    "xr-spatial-tracking",
)  # fmt: skip
"""What browsers offer to pages and no page of ours asks for."""

_TEXTS = {"md": "text/markdown", "txt": "text/plain"}
"""What hosts do not know by its ending, or send without the letters it is in."""
_LETTERS = "utf-8"

_ALWAYS_ASK = "no-cache"
_FOR_GOOD = "public, max-age=31536000, immutable"
_HASHED = r"\.[0-9a-f]{8}\.min\.(?:css|js)"
_VERSIONED = rf"{_HASHED}(?:\?|$)|/{FOLDER}[^/?]+\.json\?v="
"""Matches the path and query of what never changes at its address."""


def inline_scripts(html: str) -> set[str]:
    """Return the hashes, as a policy names them, of all scripts that run from within a document."""
    return {
        f"'sha256-{b64encode(sha256(found['text'].encode()).digest()).decode()}'"
        for found in _SCRIPT.finditer(html)
        if _runs(found["attributes"])
    }


def _runs(attributes: str) -> bool:
    """Tell whether a script with these attributes holds code, and not data or the address of a file."""
    kind = _TYPE.search(attributes)
    return not _SOURCE.search(attributes) and (kind is None or kind["type"].lower() in _RUNS)


def security_headers(scripts: Iterable[str]) -> dict[str, str]:
    """Return the headers of every response; ``scripts`` are the hashes of all inline scripts."""
    policy = _POLICY | {"script-src": " ".join((_POLICY["script-src"], *sorted(scripts)))}
    return {
        "Content-Security-Policy": "; ".join(f"{name} {sources}" for name, sources in policy.items()),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": ", ".join(f"{name}=()" for name in _NOT_USED),
        "Referrer-Policy": "no-referrer",
        "Strict-Transport-Security": "max-age=31536000",
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
    }


def header_files(headers: Mapping[str, str], files: Iterable[str]) -> dict[str, str]:
    """Return the header files by address; ``files`` are the addresses of what may be named by a hash."""
    hashed = sorted(address for address in files if re.search(f"{_HASHED}$", address))
    return {NGINX: _nginx(headers), APACHE: _apache(headers), STATIC: _static(headers, hashed)}


def _nginx(headers: Mapping[str, str]) -> str:
    lines = (f'add_header {name} "{value}" always;\n' for name, value in headers.items())
    return (
        "# Made by kb. Include this file in the server block. A location with an add_header of its own\n"
        "# drops all of these: include the file there too.\n"
        f"{''.join(lines)}"
        f'set $kb_cache "{_ALWAYS_ASK}";\n'
        f'if ($request_uri ~ "{_VERSIONED}") {{ set $kb_cache "{_FOR_GOOD}"; }}\n'
        "add_header Cache-Control $kb_cache;\n"
        "# Types that a server block names replace those of the levels above, so the usual ones come along.\n"
        "include mime.types;\n"
        f"types {{ {_TEXTS['md']} md; }}\n"
        f"charset {_LETTERS};\n"
        f"charset_types {' '.join(_TEXTS.values())};\n"
    )


def _apache(headers: Mapping[str, str]) -> str:
    lines = (f'Header always set {name} "{value}"\n' for name, value in headers.items())
    types = "".join(
        f'<Files "*.{ending}">\nForceType "{kind}; charset={_LETTERS}"\n</Files>\n'
        for ending, kind in _TEXTS.items()
    )
    return (
        "# Made by kb. Apache reads this file when mod_headers is on and AllowOverride has FileInfo.\n"
        "<IfModule mod_headers.c>\n"
        f"{''.join(lines)}"
        f'Header set Cache-Control "{_ALWAYS_ASK}"\n'
        f"<If \"'%{{REQUEST_URI}}?%{{QUERY_STRING}}' =~ m#{_VERSIONED}#\">\n"
        f'Header set Cache-Control "{_FOR_GOOD}"\n'
        "</If>\n"
        "</IfModule>\n"
        f"{types}"
    )


def _static(headers: Mapping[str, str], hashed: Iterable[str]) -> str:
    """Return the file for static hosts; these join headers of the same name, so no two rules share one."""
    everywhere = "".join(f"  {name}: {value}\n" for name, value in headers.items())
    for_good = "".join(f"/{address}\n  Cache-Control: {_FOR_GOOD}\n" for address in hashed)
    types = "".join(
        f"/*.{ending}\n  Content-Type: {kind}; charset={_LETTERS}\n" for ending, kind in _TEXTS.items()
    )
    return (
        "# Made by kb. What is not named here is asked for anew each time: the default of these hosts.\n"
        f"/*\n{everywhere}{for_good}{types}"
    )

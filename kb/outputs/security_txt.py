"""Whom to tell about a security problem, in the form of RFC 9116."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urljoin

from kb.outputs import urls
from kb.settings import Settings

_LASTS = timedelta(days=335)
"""Less than the year that the RFC advises, whatever the time zone."""


def security_txt(settings: Settings, newest: date) -> str:
    """Return the text of ``security.txt``; ``newest`` is the day somebody last looked after the content.

    It expires eleven months later: the same content always gives the same bytes, and where nobody
    works on the content nobody may be reading that mailbox either.
    """
    lines = [
        f"Contact: {settings.security_contact}",
        f"Expires: {newest + _LASTS}T00:00:00Z",
        "Preferred-Languages: nl, en",
    ]
    if settings.site_address:
        # Readers look at the root of a host, also when the site lies below a path.
        lines.append(f"Canonical: {urljoin(settings.site_address, f'/{urls.SECURITY_TXT}')}")
    return "".join(f"{line}\n" for line in lines)

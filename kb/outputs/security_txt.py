"""Whom to tell about a security problem, in the form of RFC 9116."""

from __future__ import annotations

from datetime import date, timedelta
from urllib.parse import urljoin

from kb.knowledge_base import KnowledgeBase
from kb.outputs import urls
from kb.settings import Settings

_LASTS = timedelta(days=335)
"""Less than the year that the RFC advises, whatever the time zone."""
_WARNED_BEFORE = timedelta(days=60)


def last_looked_after(kb: KnowledgeBase) -> date:
    """Return the newest check of an entry; there must be one."""
    return max(located.entry.last_reviewed for located in kb.entries)


def validity(kb: KnowledgeBase, settings: Settings, today: date) -> str:
    """Return, in Dutch, until when ``security.txt`` counts, with what to do from 60 days before its end."""
    if not settings.security_contact:
        return "geen: kb.toml heeft geen security_contact"
    if not kb.entries:
        return "geen: er zijn nog geen items"
    ends = last_looked_after(kb) + _LASTS
    if today < ends - _WARNED_BEFORE:
        return f"geldig tot {ends}"
    left = (ends - today).days
    state = (
        f"verloopt over {left} {'dag' if left == 1 else 'dagen'}, op {ends}"
        if left > 0
        else f"verlopen op {ends}"
    )
    return f"let op: {state}. Kijk een item na, zet de dag in last_reviewed en bouw de site opnieuw"


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

"""`llms.txt`: what an assistant should know before it answers with what it reads here."""

from __future__ import annotations

from kb.knowledge_base import KnowledgeBase
from kb.model import ENTRY_TYPES, TYPE_BY_NAME
from kb.outputs import labels, urls
from kb.outputs.markdown_text import escaped, link
from kb.outputs.theme import environment
from kb.settings import Settings


def llms_txt(kb: KnowledgeBase, settings: Settings) -> bytes:
    """Return the file as https://llmstxt.org proposes it; links are relative without a site address."""
    evidence = kb.vocabularies.lists.get("evidence")
    held = {"phase": kb.phases, "topic": kb.topics, "synthesis": kb.of_type("synthesis")}
    text = (
        environment()
        .get_template("llms.txt")
        .render(
            settings=settings,
            base=settings.site_address,
            urls=urls,
            t=escaped,
            link=link,
            licence=labels.LICENCE,
            licence_url=labels.LICENCE_URL,
            states=list(labels.GAP_STATES.values()),
            evidence=evidence.terms if evidence else (),
            types=ENTRY_TYPES,
            intros=labels.LIST_INTROS,
            count=lambda name: len(kb.of_type(name)),
            listed=[(TYPE_BY_NAME[name].plural, entries) for name, entries in held.items()],
        )
    )
    return text.encode()

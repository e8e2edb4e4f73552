"""What a picture of the knowledge is: a page that draws something, and says the same in words."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from kb.knowledge_base import KnowledgeBase


@dataclass(frozen=True, slots=True)
class Picture:
    """A page with a drawing; another module draws the pictures of one subject.

    ``section``: the part of the site it is found under. ``template`` makes the page and ``small`` a
    drawing for the overview, both of what ``drawn`` takes from the knowledge base. ``said`` is the
    one fact to know when there is time for one. The lists of the types in ``lists`` link to it as
    ``invitation``.
    """

    address: str
    section: str
    template: str
    small: str
    title: str
    lead: str
    invitation: str
    lists: tuple[str, ...]
    drawn: Callable[[KnowledgeBase], object]
    said: Callable[[KnowledgeBase], str]

"""The Jinja2 environment of the templates; nothing else knows Jinja2."""

from __future__ import annotations

from jinja2 import Environment, PackageLoader, StrictUndefined


def environment() -> Environment:
    """Return the environment: strict about unknown names, escaping everything by default."""
    return Environment(
        loader=PackageLoader("kb"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
    )

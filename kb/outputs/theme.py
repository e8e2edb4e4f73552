"""The Jinja2 environment of the templates; nothing else knows Jinja2."""

from __future__ import annotations

import os
import sys
from hashlib import sha256
from pathlib import Path
from typing import Any

import jinja2
from jinja2 import Environment, FileSystemBytecodeCache, PackageLoader, StrictUndefined

_OPTIONS: dict[str, Any] = {
    "undefined": StrictUndefined,
    "trim_blocks": True,
    "lstrip_blocks": True,
}
_COMPILED = Path(__file__).parent / "__pycache__"


def environment() -> Environment:
    """Return the environment: strict about unknown names, escaping everything by default."""
    return Environment(
        **_OPTIONS,
        autoescape=True,
        loader=PackageLoader("kb"),
        auto_reload=False,
        bytecode_cache=_compiled(_COMPILED),
    )


def _compiled(folder: Path) -> FileSystemBytecodeCache | None:
    """Return what keeps compiled templates as Python keeps compiled modules; nothing where Python may not.

    Jinja2 itself notices a change of a template, not one of the options.
    """
    if sys.dont_write_bytecode:
        return None
    try:
        folder.mkdir(exist_ok=True)
    except OSError:
        return None
    if not os.access(folder, os.W_OK):
        return None
    made_with = sha256(f"{jinja2.__version__} {sorted(_OPTIONS.items())}".encode()).hexdigest()[:8]
    return FileSystemBytecodeCache(str(folder), f"%s.{made_with}.jinja")

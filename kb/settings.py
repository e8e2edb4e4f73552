"""What a project may set in ``kb.toml``; everything has a default that works."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Settings:
    """Settings of one project.

    ``site_address`` is the public address, or empty: links are relative and
    there is no canonical address. ``repository`` is the address of the source on the web, or
    empty: no edit links. ``edit_path`` is what stands between it and a file's path.
    ``security_contact`` is where to tell about a security problem, as an address of the web or of
    mail (``mailto:``), or empty: no ``security.txt``. ``max_file_bytes`` is the largest entry that
    is read.
    """

    site_name: str = "De juiste kennis op de juiste plek"
    site_address: str = ""
    repository: str = ""
    edit_path: str = "edit/main/"
    security_contact: str = ""
    max_file_bytes: int = 256 * 1024

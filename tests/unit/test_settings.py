"""Settings have defaults that work, and nobody changes them on the way."""

from __future__ import annotations

from dataclasses import FrozenInstanceError, fields

import pytest

from kb.settings import Settings


def test_settings_default_to_a_site_that_works_anywhere() -> None:
    """Without a setting nothing claims an address or a repository, and no entry of a sane size is refused."""
    defaults = Settings()
    assert (defaults.site_address, defaults.repository) == ("", "")
    assert defaults.site_name
    assert defaults.max_file_bytes > 100_000
    assert defaults.edit_path.endswith("/")


def test_settings_all_have_a_default_of_their_type() -> None:
    """A project without `kb.toml` is complete, and the reader of that file finds the type it must ask for."""
    for field in fields(Settings):
        assert type(getattr(Settings(), field.name)).__name__ == str(field.type)


def test_settings_cannot_be_changed() -> None:
    """All pages of one build see the same settings."""
    with pytest.raises(FrozenInstanceError):
        Settings().site_name = "anders"  # type: ignore[misc]

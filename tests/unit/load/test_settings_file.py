"""kb.toml is read whole or refused with a text that names the setting."""

from __future__ import annotations

from pathlib import Path

import pytest

from kb.errors import KbError
from kb.load.settings_file import read_settings
from kb.settings import Settings


def test_read_settings_without_file_gives_the_defaults(tmp_path: Path) -> None:
    """A project needs no settings."""
    assert read_settings(tmp_path / "kb.toml") == Settings()


def test_read_settings_takes_what_is_set(tmp_path: Path) -> None:
    """The rest keeps its default."""
    (tmp_path / "kb.toml").write_text('site_name = "Proef"\nmax_file_bytes = 10\n', encoding="utf-8")
    assert read_settings(tmp_path / "kb.toml") == Settings(site_name="Proef", max_file_bytes=10)


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('site_nam = "x"', "‘site_nam’ bestaat niet. Bedoelde je ‘site_name’?"),
        ("kleur = 1", "‘kleur’ bestaat niet. Deze instellingen zijn er: site_name"),
        ("site_name = 1", "‘site_name’ moet tekst zijn, maar is ‘1’"),
        ("max_file_bytes = true", "‘max_file_bytes’ moet een geheel getal zijn"),
        ("max_file_bytes = 0", "moet minstens 1 zijn"),
        ('security_contact = "veilig@voorbeeld.nl"', "moet beginnen met mailto:, https:// of tel:"),
        ('security_contact = "mailto:a@b.nl\\nExpires: nooit"', "moet beginnen met mailto:"),
        ("site_name =", "geen geldige TOML"),
    ],
)
def test_read_settings_refuses_a_mistake(tmp_path: Path, text: str, message: str) -> None:
    """An unknown name, a wrong type or a broken file stops with a Dutch text."""
    (tmp_path / "kb.toml").write_text(text, encoding="utf-8")
    with pytest.raises(KbError, match=r"^kb\.toml") as caught:
        read_settings(tmp_path / "kb.toml")
    assert message in str(caught.value)


def test_read_settings_refuses_another_encoding(tmp_path: Path) -> None:
    """TOML is UTF-8."""
    (tmp_path / "kb.toml").write_bytes(b'site_name = "\xeb"')
    with pytest.raises(KbError, match="geen UTF-8"):
        read_settings(tmp_path / "kb.toml")


def test_read_settings_refuses_what_it_cannot_open(tmp_path: Path) -> None:
    """A folder of that name is not taken for an absent file."""
    (tmp_path / "kb.toml").mkdir()
    with pytest.raises(KbError, match="niet te lezen"):
        read_settings(tmp_path / "kb.toml")

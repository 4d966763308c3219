"""A reader of one page, with a browser profile of their own: what they press, save and hand in."""

import contextlib
import json

from helpers.deadlines import WAIT, until


class Reader:
    """A page open in a fresh profile; `block` is where its buttons and its answer stand."""

    block = ""

    def __init__(self, browser, address, script=None, **options):
        self.context = browser.new_context(accept_downloads=True, **options)
        self.context.set_default_timeout(WAIT * 1000)
        self.errors = []
        self.context.on("weberror", lambda e: self.errors.append(str(e.error)))
        if script:
            self.context.add_init_script(script)
        try:
            self.page = self.context.new_page()
            self.page.goto(address)
        except BaseException:
            self.context.close()
            raise

    def press(self, action):
        self.page.locator(f"{self.block} [data-do={action}]").focus()
        self.page.keyboard.press("Enter")

    def give(self, files, use="open"):
        with self.page.expect_file_chooser() as chosen:
            self.press(use)
        chosen.value.set_files(files)

    def save(self, path):
        """Save the file, and return the name that the page gives it."""
        with self.page.expect_download() as download:
            self.press("save")
        download.value.save_as(path)
        return download.value.suggested_filename

    def said(self):
        return self.page.locator(f"{self.block} .tp-feedback").text_content()

    def until_said(self, words):
        """Wait until the page has said these words, for instance once it has read a file."""
        until(
            lambda: words in self.said(),
            lambda: f"{self.block} says {words!r}; it says {self.said()!r}",
            pause=lambda seconds: self.page.wait_for_timeout(seconds * 1000),
        )


@contextlib.contextmanager
def opening(kind, browser, home):
    """Give a function that opens `home`, or another address, once for each reader."""
    made = []

    def start(address=home, **options):
        made.append(kind(browser, address, **options))
        return made[-1]

    yield start
    for each in made:
        each.context.close()
    assert not [error for each in made for error in each.errors]


def scroll_past(page, slider):
    """Scroll a page up with a finger that comes down on a slider."""
    slider.evaluate("s => s.scrollIntoView({block: 'center', behavior: 'instant'})")
    box = slider.bounding_box()
    before = page.evaluate("scrollY")
    session = page.context.new_cdp_session(page)
    x, y = box["x"] + box["width"] / 8, box["y"] + box["height"] / 2
    for step in range(8):
        touch = {"type": "touchMove" if step else "touchStart"}
        session.send("Input.dispatchTouchEvent",
                     {**touch, "touchPoints": [{"x": x, "y": y - 15 * step}]})  # fmt: skip
        page.evaluate("() => new Promise(requestAnimationFrame)")
    session.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    session.detach()
    assert page.evaluate("scrollY") > before, "the page did not scroll"


def file(name, content):
    text = content if isinstance(content, str) else json.dumps(content)
    return {"name": name, "mimeType": "application/json", "buffer": text.encode()}

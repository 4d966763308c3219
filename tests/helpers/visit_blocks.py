"""What a visit does with the blocks of a page, by keyboard: predictions and quizzes."""

import json
import re


class Blocks:
    """A part of `Visit`: the predictions and quizzes of its page."""

    def open_predictions(self, last=False):
        """Answer every prediction with its first option or lowest value, or with the last."""
        for block in self.page.query_selector_all(".tp-predict"):
            self._predict(block, last)

    def _predict(self, block, last):
        uid, keys = f"predict {block.get_attribute('id')}", self.page.keyboard
        reveal = block.query_selector(".tp-reveal")
        figure = block.query_selector("figure.chart")
        status = block.query_selector(".tp-feedback")
        self.check(not reveal.is_visible(), f"{uid} shows its answer before the reader's")
        self.check(status.get_attribute("role") == "status", f"{uid}: no role status")
        field = block.query_selector("input")
        answer = block.get_attribute("data-answer")
        slider = field.get_attribute("type") == "range"
        field.focus()
        if slider:
            keys.press("End" if last else "Home")
            value = field.input_value()
            limit = field.get_attribute("max" if last else "min")
            self.check(float(value) == float(limit), f"{uid}: the keyboard does not move it")
            shown = block.query_selector("output").inner_text()
            self.check(_number(shown) == float(value), f"{uid} stands at {value}, shows {shown}")
        else:
            button = block.query_selector("button[type=submit]")
            button.focus()
            keys.press("Enter")
            self.check(
                status.inner_text() and not reveal.is_visible(),
                f"{uid}: no hint, or the chart, without an answer",
            )
            field.focus()
            keys.press("ArrowUp" if last else "Space")
            value = block.evaluate("b => (b.querySelector('input:checked') || {}).value")
            self.check(value, f"{uid}: the keyboard picks no option")
        keys.press("Tab")
        here = self.page.evaluate("document.activeElement.type")
        self.check(here == "submit", f"{uid}: Tab leads from the answer to {here!r}")
        keys.press("Enter")
        if not self.check(reveal.is_visible(), f"{uid} does not open by keyboard"):
            return
        said = status.inner_text()
        kept = status.evaluate("place => place === document.activeElement")
        self.check(kept, f"{uid}: the keyboard loses its place when the answer shows")
        if slider:
            off = float(value) - float(answer)
            verdict = "too high" if off > 0 else "too low"
            self.check(verdict in said or "exactly" in said, f"{uid}: {value} for {answer}: {said}")
        else:
            right = value == answer
            self.check(said.endswith(": right." if right else ": not so."), f"{uid}: {said}")
        if self.check(figure, f"{uid} holds no chart"):
            self.check(figure.is_visible(), f"{uid}: its chart stays hidden")
            self.all_live(block)

    # Quizzes

    def check_quizzes(self):
        for quiz in self.page.query_selector_all(".tp-quiz"):
            uid = quiz.get_attribute("id")
            for number, form in enumerate(quiz.query_selector_all("form"), 1):
                item = json.loads(form.get_attribute("data-item"))
                ask = self._choice if item["type"] == "choice" else self._number
                ask(form, item, f"quiz {uid}, question {number}")

    def _said(self, form):
        place = form.query_selector(".tp-feedback")
        kind = re.search(r"tp-(right|wrong|hint)", place.get_attribute("class") or "")
        return place.text_content(), kind and kind[1]

    def _choice(self, form, item, name):
        keys = self.page.keyboard
        status = form.query_selector(".tp-feedback")
        self.check(status.get_attribute("role") == "status", f"{name}: no role status")
        form.query_selector("button").focus()
        keys.press("Enter")
        said, kind = self._said(form)
        self.check(said and kind == "hint", f"{name}: no hint without an answer")
        radios = form.query_selector_all("input[type=radio]")
        options = [radio.get_attribute("value") for radio in radios]
        self.check(options == list(item["options"]), f"{name}: not the options it was given")
        radios[0].focus()
        keys.press("Space")
        for place, (option, feedback) in enumerate(item["options"].items()):
            if place:
                keys.press("ArrowDown")
            keys.press("Enter")
            said, kind = self._said(form)
            wanted = "right" if option == item["right"] else "wrong"
            self.check(said == feedback, f"{name}, {option!r}: says {said!r}, not its feedback")
            self.check(kind == wanted, f"{name}, {option!r}: counts as {kind}, is {wanted}")

    def _number(self, form, item, name):
        status = form.query_selector(".tp-feedback")
        self.check(status.get_attribute("role") == "status", f"{name}: no role status")
        answer, room = item["answer"], item["tolerance"]
        far = abs(answer) * 7 + 100 * room + 12345
        tries = [
            ("", "hint", None),
            ("about nine", "hint", None),
            (repr(answer), "right", item["explain"]),
            (
                f"  {answer!r} {item['unit'] if item['unit'] == '%' else ''}".replace(
                    "-", "\N{MINUS SIGN}"
                ),
                "right",
                item["explain"],
            ),
            (repr(answer).replace(".", ","), "right", item["explain"]),
            (repr(answer + room * 0.98), "right", item["explain"]),
            (repr(answer - room * 0.98), "right", item["explain"]),
            (repr(far), "wrong", item["hint"]),
            *((repr(value), "wrong", text) for value, text in item["mistakes"]),
        ]
        field = form.query_selector("input")
        field.focus()
        for typed, wanted, feedback in tries:
            if "e" in typed and typed != "about nine":
                continue  # nobody types 1e-05
            self.page.keyboard.press("ControlOrMeta+A")
            self.page.keyboard.press("Delete")
            self.page.keyboard.insert_text(typed)
            self.page.keyboard.press("Enter")
            said, kind = self._said(form)
            self.check(kind == wanted, f"{name}: {typed!r} counts as {kind}, is {wanted}")
            right = said == feedback if feedback else bool(said)
            self.check(right, f"{name}: {typed!r} gets {said!r} instead of {feedback!r}")


def _number(text):
    found = re.search(r"[-\N{MINUS SIGN}]?[\d.]+", text)
    return float(found[0].replace("\N{MINUS SIGN}", "-")) if found else None

"""The way through a page by keyboard: where Tab leads, and whether one sees where one is."""

# What Tab should reach: of a group of radio buttons one.
CONTROLS = """() => {
  const groups = new Set();
  return [...document.querySelectorAll(
    "a[href], button, input, select, textarea, summary, [tabindex]"
  )].filter(e => {
    if (e.disabled || e.tabIndex < 0 || e.type === "hidden") return false;
    if (!e.checkVisibility({visibilityProperty: true, contentVisibilityAuto: false})) return false;
    if (e.tagName === "SUMMARY" && e !== e.parentElement.querySelector("summary")) return false;
    if (e.type !== "radio") return true;
    const group = (e.form ? e.form.outerHTML.length : 0) + e.name;
    if (groups.has(group)) return false;
    groups.add(group);
    return true;
  }).map((e, i) => {
    e.tpControl = e.type === "radio" ? "radio " + e.name : i;
    return [e.tpControl, (e.outerHTML.match(/<[^>]*>/) || [""])[0].slice(0, 140)];
  });
}"""
# Where the keyboard is, and the mark that shows it: its width, its contrast with what is behind.
PLACE = """() => {
  const e = document.activeElement;
  if (!e || e === document.body) return null;
  const rgb = text => (text.match(/[\\d.]+/g) || [0, 0, 0, 0]).map(Number);
  const light = ([r, g, b]) => [r, g, b].map(v => v / 255)
    .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4)
    .reduce((sum, v, i) => sum + v * [0.2126, 0.7152, 0.0722][i], 0);
  let ground = [255, 255, 255];
  for (let p = e.parentElement; p; p = p.parentElement) {
    const behind = rgb(getComputedStyle(p).backgroundColor);
    if (behind.length < 4 || behind[3] === 1) { ground = behind; break; }
  }
  const style = getComputedStyle(e), pair = [light(rgb(style.outlineColor)), light(ground)];
  const box = e.getBoundingClientRect();
  return {
    control: e.type === "radio" ? "radio " + e.name : e.tpControl,
    what: e.outerHTML.match(/<[^>]*>/)[0].slice(0, 140),
    width: style.outlineStyle === "none" ? 0 : parseFloat(style.outlineWidth),
    contrast: (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05),
    seen: box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
  };
}"""


def walk(visit):
    """Press Tab from the top of a page until it has been left; collect what is wrong on the way."""
    page = visit.page
    controls = dict(page.evaluate(CONTROLS))
    reached, left = set(), False
    for _ in range(3 * len(controls) + 10):
        page.keyboard.press("Tab")
        at = page.evaluate(PLACE)
        if at is None or (at["control"] in reached and len(reached) > 3 and at["control"] == 0):
            left = True
            break
        reached.add(at["control"])
        visit.check(at["width"] >= 2, f"no mark of the keyboard's place on {at['what']}")
        visit.check(
            at["width"] < 2 or at["contrast"] >= 3,
            f"the mark has a contrast of {at['contrast']:.1f} on {at['what']}",
        )
        visit.check(at["seen"], f"the keyboard is out of sight, on {at['what']}")
    visit.check(left, f"a trap: Tab does not leave the page; at the end it is on {at}")
    for control, what in controls.items():
        visit.check(control in reached, f"Tab does not reach {what}")
    return len(reached)

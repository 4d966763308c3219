"""The role-play's page in a browser: the record of a deal, its file, and the chart of a class."""

import itertools
import json
import re

import pytest
from helpers import pages
from helpers.readers import Reader, file, opening

from three_pillars import load, territory
from three_pillars.figures import title_lines
from three_pillars.territory import Deal
from three_pillars.words import curly

PAGE = "chapters/teaching/negotiation"
FORM = "chapters/teaching/deal"
THREE = ("habomai", "shikotan", "kunashiri")


class Player(Reader):
    """One group's browser, open at the form."""

    block = ".tp-deal"

    def field(self, name, value=None):
        more = f'[value="{value}"]' if value else ""
        return self.page.locator(f'.tp-record [name="{name}"]{more}')

    def fill(self, deal):
        """Fill the form in by the keyboard alone."""
        self.field("group").focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(deal.group)
        if deal.game == "advanced":
            self.field("game", "basic").focus()
            self.page.keyboard.press("ArrowDown")
        self.field("agreed", "yes" if deal.agreed else "no").focus()
        self.page.keyboard.press("Space")
        for name in ("to_japan", "side_deals"):
            for value in getattr(deal, name):
                self.field(name, value).focus()
                self.page.keyboard.press("Space")
        self.field("etorofu").focus()
        self.page.keyboard.press("ControlOrMeta+a")
        self.page.keyboard.type(f"{deal.etorofu * 100:g}")

    def give(self, files, use="open", until=None):
        super().give(files, use)
        self.until_said(until or {"open": "is in the form", "class": "charted"}[use])

    def told(self):
        return self.page.locator(".tp-deal .tp-total").text_content()

    def live(self):
        """Wait until the chart is live, and return the words of its drawing."""
        figure = self.page.locator(".tp-deal figure.chart")
        figure.scroll_into_view_if_needed()
        self.page.wait_for_selector('.tp-deal figure.chart[data-state="live"]')
        return figure.locator(".chart-live svg").first


@pytest.fixture
def player(browser, server):
    with opening(Player, browser, f"{server}/{FORM}.html") as start:
        yield start


@pytest.fixture
def teacher(browser, server):
    """Whoever opens the files of a class; the form is on another page."""
    with opening(Player, browser, f"{server}/{PAGE}.html") as start:
        yield start


def saved(deal, **change):
    content = {"format": "three-pillars-deal", "version": 1}
    return {**content, "deal": {**deal.content(), **change}}


def test_keys_alone_record_half_of_the_land(player, tmp_path):
    me = player()
    deal = Deal("Group 1", to_japan=THREE, etorofu=0.21)
    me.fill(deal)
    assert me.told().startswith("To Japan: 50.0% of the land, 70.3% of the people of 2023")
    assert me.told().endswith("62.8% of the sea in the model.")
    assert me.save(tmp_path / "deal.json") == "deal_group_1.json"
    assert me.said() == "Saved as deal_group_1.json."
    assert territory.read_deal(tmp_path / "deal.json") == deal


@pytest.mark.parametrize(
    "deal",
    [
        Deal("グループ 2", "advanced", to_japan=THREE[:2], etorofu=0.125,
             side_deals=("economy", "residents", "visits")),
        Deal("No. 3", agreed=False),
        Deal("a <b> & c"),
    ],
)  # fmt: skip
def test_a_deal_comes_back_from_its_file(player, tmp_path, deal):
    path = territory.write_deal(tmp_path / "python.json", deal)
    me = player()
    me.give(path)
    assert me.said() == f"The deal of {deal.group} is in the form."
    name = me.save(tmp_path / "page.json")
    assert name == territory.write_deal(tmp_path / "deals", deal).name
    assert territory.read_deal(tmp_path / "page.json") == deal


def test_what_is_missing_or_wrong_is_one_sentence_and_nothing_is_lost(player, tmp_path):
    me = player()
    me.press("save")
    assert me.said() == (
        "Give your group a name first. Nothing is saved yet; what you entered stays."
    )
    me.field("group").fill("Group 1")
    me.press("save")
    assert me.said().startswith("Say first whether there is a deal.")
    me.field("agreed", "yes").check()
    for typed, said in (
        ("a bit", "\u201ca bit\u201d is not a number."),
        ("120", "120 lies outside 0 to 100"),
        ("12 5", "\u201c12 5\u201d is not a number."),
        ("", "Write the share of Etorofu/Iturup in per cent, 0 for none."),
    ):
        me.field("etorofu").fill(typed)
        me.press("save")
        assert me.said().startswith(said)
        assert me.told() == ""
        assert me.field("etorofu").input_value() == typed
    me.field("etorofu").fill("12,500")  # with a comma for the decimals, since the other is too much
    assert me.told() != ""
    me.field("etorofu").fill("12,5 %")
    me.field("side_deals", "economy").check()
    me.press("save")
    assert me.said().startswith("The basic version has no side deals")
    me.field("game", "advanced").check()
    assert me.said() == ""
    me.page.reload()
    assert me.field("group").input_value() == "Group 1"
    assert me.field("etorofu").input_value() == "12,5 %"
    assert me.field("game", "advanced").is_checked()
    assert me.field("side_deals", "economy").is_checked()
    me.save(tmp_path / "deal.json")
    wanted = Deal("Group 1", "advanced", etorofu=0.125, side_deals=("economy",))
    assert territory.read_deal(tmp_path / "deal.json") == wanted


GOOD = Deal("Group 1", to_japan=THREE)


BAD_FILES = [
    "",
    '{"format": "three-pil',
    "null",
    {"format": "three-pillars-forecasts", "version": 1, "answers": {}},
    {**saved(GOOD), "version": 2},
    {"format": "three-pillars-deal", "version": 1},
    {**saved(GOOD), "deal": []},
    saved(GOOD, group=" "),
    saved(GOOD, game="hard"),
    saved(GOOD, agreed="yes"),
    saved(GOOD, to_japan="habomai"),
    saved(GOOD, to_japan=["etorofu"]),
    saved(GOOD, etorofu_share=21),
    saved(GOOD, etorofu_share="21%"),
    saved(GOOD, side_deals=["gold"]),
    saved(GOOD, side_deals=["economy"]),
]


@pytest.mark.parametrize("use", ["open", "class"])
def test_a_bad_file_is_the_sentence_of_python(player, teacher, tmp_path, use):
    me = player() if use == "open" else teacher()
    if use == "open":
        me.field("group").fill("Mine")
    for content in BAD_FILES:
        bad = file("bad.json", content)
        (tmp_path / "bad.json").write_bytes(bad["buffer"])
        with pytest.raises(territory.TerritoryError) as error:
            territory.read_deal(tmp_path / "bad.json")
        me.page.evaluate("document.querySelector('.tp-deal .tp-feedback').textContent = ''")
        files = [bad] if use == "open" else [file("a.json", saved(GOOD)), bad]
        me.give(files, use, "bad.json")
        if use == "open":
            assert me.said() == f"{error.value} What you entered stays.", content
            assert me.field("group").input_value() == "Mine", content
        else:
            assert me.said() == f"{error.value} Nothing is charted.", content
            assert not me.page.locator(".tp-class").is_visible(), content


CLASSES = {
    "basic": [
        Deal("South", to_japan=THREE, etorofu=0.2101),
        Deal("North", to_japan=THREE),
        Deal("North", to_japan=("kunashiri",)),
        Deal("West", agreed=False),
    ],
    "advanced": [
        Deal("A", "advanced", to_japan=THREE[:2], side_deals=("economy", "residents", "visits")),
        Deal("B", "advanced", to_japan=THREE[:2], side_deals=("no_bases", "security")),
        Deal("C", "advanced", to_japan=THREE, etorofu=0.33),
        Deal("D", "advanced", etorofu=0.99, side_deals=("economy",)),
    ],
}


@pytest.mark.parametrize("game", CLASSES)
def test_a_class_in_the_page_is_the_class_of_python(teacher, game):
    frame = territory.class_deals(CLASSES[game])
    spec = territory.deals_chart(frame).to_dict()
    headline, subtitle = map(curly, title_lines(spec))
    me = teacher()
    assert not me.page.locator(".tp-class").is_visible(), "the chart gives the thresholds away"
    me.give([file(f"{i}.json", saved(d)) for i, d in enumerate(CLASSES[game])], "class")
    assert me.said() == "4 files charted; the chart is below."
    assert me.page.evaluate("document.activeElement.textContent") == "The deals of the class"
    svg = me.live()
    figure = me.page.locator(".tp-deal figure.chart")
    assert figure.locator(".chart-title").text_content() == headline
    assert figure.locator(".chart-subtitle").text_content() == subtitle
    named = figure.locator(".chart-live[aria-label], .chart-live [aria-label]").evaluate_all(
        "all => all.map(e => e.getAttribute('aria-label'))"
    )
    assert spec["description"] in named
    assert figure.locator(".chart-static").get_attribute("aria-label") == spec["description"]
    words = svg.text_content()
    assert all(name in words for name in frame["row"])
    shown = json.loads(figure.locator("script.chart-spec").text_content())
    wanted = curly(json.loads(frame.to_json(orient="records")))
    assert next(iter(shown["datasets"].values())) == wanted
    marks = figure.locator(".chart-live .mark-symbol.role-mark path")
    assert marks.count() == int(frame["share"].notna().sum())
    rows = figure.locator(".chart-data tbody tr")
    assert rows.count() == len(frame)
    assert rows.first.locator("td").first.text_content() == frame["row"][0]
    heads = figure.locator(".chart-data th").all_text_contents()
    assert "Place" not in heads, "the order of the rows is no data"


def test_another_class_takes_the_place_of_the_first(teacher):
    me = teacher()
    me.give([file(f"{i}.json", saved(d)) for i, d in enumerate(CLASSES["basic"])], "class")
    me.live()
    me.give([file("one.json", saved(CLASSES["advanced"][0]))], "class", "1 file charted")
    me.page.wait_for_function(
        "document.querySelector('.tp-deal .chart-live svg').textContent.includes('A')"
        " && !document.querySelector('.tp-deal .chart-live svg').textContent.includes('South')"
    )
    assert me.page.locator(".tp-deal .chart-data tbody tr").count() == 8
    me.page.set_viewport_size({"width": 400, "height": 800})
    me.page.wait_for_function("document.querySelector('.tp-deal figure.chart').tpNarrow === true")
    assert "South" not in me.live().text_content()


def test_two_versions_are_not_charted_together(teacher):
    me = teacher()
    both = [
        file("a.json", saved(CLASSES["basic"][0])),
        file("b.json", saved(CLASSES["advanced"][0])),
    ]
    me.give(both, "class", "two versions")
    with pytest.raises(territory.TerritoryError) as error:
        territory.class_deals([CLASSES["basic"][0], CLASSES["advanced"][0]])
    assert me.said() == f"{str(error.value).capitalize()} Nothing is charted."
    assert not me.page.locator(".tp-class").is_visible()


def test_from_a_folder_the_game_is_the_same(player, book, tmp_path):
    me = player(address=f"{(book / FORM).as_uri()}.html")
    me.fill(GOOD)
    me.save(tmp_path / "deal.json")
    me = player(address=f"{(book / PAGE).as_uri()}.html")
    me.give([tmp_path / "deal.json"], "class")
    assert "Group 1" in me.live().text_content()


def test_without_storage_the_form_works_and_says_so(player, tmp_path):
    blocked = """const real = Storage.prototype.setItem;
      Storage.prototype.setItem = function (key, value) {
        if (key.startsWith("three-pillars")) throw new Error("no");
        return real.call(this, key, value);
      };"""
    me = player(script=blocked)
    me.fill(GOOD)
    assert "Save the deal as a file before you leave" in me.said()
    assert not me.page.get_by_text("kept in this browser").is_visible()
    me.save(tmp_path / "deal.json")
    assert territory.read_deal(tmp_path / "deal.json") == GOOD


def test_where_nothing_can_be_read_the_form_says_so_at_once(player):
    blocked = """const real = Storage.prototype.getItem;
      Storage.prototype.getItem = function (key) {
        if (key.startsWith("three-pillars")) throw new Error("no");
        return real.call(this, key);
      };"""
    assert "Save the deal as a file before you leave" in player(script=blocked).said()


def test_two_pages_of_one_browser_hold_one_deal(player):
    me = player()
    second = me.context.new_page()
    second.goto(me.page.url)
    me.field("group").fill("Group 1")
    second.wait_for_function("document.querySelector('[name=group]').value === 'Group 1'")
    second.locator("[name=agreed][value=no]").check()
    second.reload()
    assert second.locator("[name=group]").input_value() == "Group 1"


def test_a_long_name_does_not_widen_a_phone(player):
    me = player(viewport={"width": 360, "height": 700})
    wide = "document.documentElement.scrollWidth - innerWidth"
    before = me.page.evaluate(wide)
    me.give(file("x" * 90 + ".json", ""), until="is damaged")
    assert me.page.evaluate(wide) == before


@pytest.mark.parametrize("kept", ['{"group": ', '{"group": 3, "agreed": {}}', "[]", "7"])
def test_damaged_storage_leaves_the_form_usable(player, tmp_path, kept):
    me = player()
    me.page.evaluate("t => localStorage.setItem('three-pillars-deal', t)", kept)
    me.page.reload()
    assert ("set aside" in me.said()) == (kept == '{"group": ')
    assert me.field("etorofu").input_value() == "0"
    me.field("game", "basic").check()
    for name in THREE:
        me.field("to_japan", name).uncheck()
    me.fill(GOOD)
    me.save(tmp_path / "deal.json")
    assert territory.read_deal(tmp_path / "deal.json") == GOOD


@pytest.mark.parametrize("scheme", ["light", pytest.param("dark", marks=pytest.mark.full)])
def test_the_filled_form_and_the_chart_are_accessible(player, teacher, scheme):
    from axe_playwright_python.sync_playwright import Axe

    form, me = player(color_scheme=scheme), teacher(color_scheme=scheme)
    form.fill(GOOD)
    me.give([file(f"{i}.json", saved(d)) for i, d in enumerate(CLASSES["basic"])], "class")
    me.live()
    me.page.evaluate("document.querySelectorAll('details').forEach(d => { d.open = true; })")
    for page, part in (
        (form.page, ".tp-deal"),
        (me.page, ".tp-deal"),
        (me.page, "details.tp-role"),
    ):
        found = Axe().run(page, context=part, options={"preload": False}).response["violations"]
        assert not [(v["id"], v["nodes"][0]["html"][:200]) for v in found]


def test_the_form_is_a_page_without_thresholds_and_outcomes(book):
    page = (book / f"{FORM}.html").read_text("utf-8")
    held = json.loads(re.search(r'class="tp-data">(.*?)</script>', page, re.S)[1])
    for table in (*held["games"].values(), *held["side_deals"].values()):
        assert set(table) <= {"label", "side_deals"}
    assert "What came" not in page
    assert '<figure class="chart' not in page


# Role sheets, cards and rounds

SEATS = ["Tokyo", "Moscow", "Washington", "Beijing", "slanders"]


def test_sheets_and_cards_are_folded_on_the_screen_and_open_on_paper(teacher):
    page = teacher().page
    sheets = page.locator("details.tp-role")
    assert sheets.count() == 15
    first = sheets.nth(0).locator("p").first
    assert not first.is_visible()
    sheets.nth(1).locator("summary").focus()
    page.keyboard.press("Enter")
    assert sheets.nth(1).locator("p").first.is_visible()
    assert not first.is_visible()
    page.emulate_media(media="print")
    page.evaluate("window.dispatchEvent(new Event('beforeprint'))")
    assert all(sheet.locator("p").last.is_visible() for sheet in sheets.all())
    assert not page.locator(".tp-deal figure.chart").is_visible(), "it gives the thresholds away"
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert [s.get_attribute("open") is not None for s in sheets.all()] == [False, True] + [
        False
    ] * 13


def test_a_sheet_is_printed_alone(teacher):
    page = teacher().page
    page.evaluate("window.print = () => { window.tpPrinted = true; }")
    sheet = page.locator("details.tp-role").nth(3)
    sheet.locator("summary").click()
    sheet.locator(".tp-print").click()
    assert page.evaluate("window.tpPrinted")
    page.emulate_media(media="print")
    shown = page.locator("details.tp-role:visible")
    assert shown.count() == 1
    assert "Russia’s partner" in shown.text_content().replace("'", "’")
    assert not page.locator(".bd-article h1").is_visible()
    page.evaluate("window.dispatchEvent(new Event('afterprint'))")
    page.emulate_media(media="screen")
    assert page.locator(".bd-article h1").is_visible()
    assert page.locator("details.tp-role").count() == 15


def sheets_in(text):
    return dict(
        re.findall(r":::\{dropdown\} ([^\n]+)\n:class-container: tp-role\n(.*?)\n:::", text, re.S)
    )


def test_each_version_has_its_numbers_on_cards_of_its_own():
    sheets = sheets_in(pages.source(PAGE).read_text("utf-8"))
    assert len(sheets) == 15
    for name, text in sheets.items():
        version = name.split(" · ")[0].lower() if " · " in name else ""
        assert ("basic." in text) == (version == "basic" and name[8:] in ("Tokyo", "Moscow")), name
        assert ("advanced." in text or "promises[" in text) == (version == "advanced"), name
        assert ("veto**" in text) <= (version == "advanced"), name
    assert "**both**" in sheets["Advanced · Islanders"]
    assert "If one of the two is missing, you **veto** the deal" in sheets["Advanced · Islanders"]


def test_no_sheet_cites_what_came_after_the_evening():
    """Its sources are of 2013 at the latest; later polls and statements are not on it."""
    entries = (pages.ROOT / "references.bib").read_text("utf-8").split("\n@")
    years = {
        e.split("{")[1].split(",")[0]: re.search(r"year = \{(\d{4})", e)
        for e in entries
        if "{" in e
    }
    polls = {row.poll_id: row.date for row in load("territory/opinion").itertuples()}
    for name, text in sheets_in(pages.source(PAGE).read_text("utf-8")).items():
        cited = [
            key for group in re.findall(r"\{cite\}`([^`]+)`", text) for key in group.split(",")
        ]
        assert not [key for key in cited if years[key] and int(years[key][1]) > 2013], name
        assert all(polls[poll][:7] <= "2013-04" for poll in re.findall(r"op_\d+", text)), name


def test_every_seat_has_something_to_do_in_every_quarter_of_an_hour():
    text = pages.source(PAGE).read_text("utf-8")
    part = text.split("one session of 50 minutes\n")[1].split("\n#")[0]
    rows = re.findall(r"^\| (\d+)\u2013(\d+) \|(.+)\|$", part, re.M)
    for start in range(0, 50, 15):
        within = [cells for a, b, cells in rows if int(a) < start + 15 and int(b) > start]
        for cells in within:
            tasks = [cell.strip() for cell in cells.split("|")]
            assert len(tasks) == 4
            assert all(len(task) >= 8 for task in tasks), (start, tasks)


@pytest.mark.parametrize("minutes", [50, 90])
def test_rounds_add_up_to_the_session(minutes):
    text = pages.source(PAGE).read_text("utf-8")
    part = text.split(f"one session of {minutes} minutes\n")[1].split("\n#")[0]
    rows = [tuple(map(int, found)) for found in re.findall(r"^\| (\d+)\u2013(\d+) \|", part, re.M)]
    assert rows[0][0] == 0
    assert rows[-1][1] == minutes
    assert all(before[1] == after[0] for before, after in itertools.pairwise(rows))

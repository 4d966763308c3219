"""Saved pictures: laid out alike by Python and by the page's script, and whole."""

import re
import xml.etree.ElementTree as ElementTree
import zlib

import pytest
from helpers.charts import made
from helpers.pages import REPOSITORY
from helpers.shared_cases import cases, content

from three_pillars.share import Piece, frame, info, picture, picture_lines, to_png

SVG = "{http://www.w3.org/2000/svg}"


def words_of(svg):
    """The text of a picture, line breaks as spaces."""
    return " ".join(
        each.text for each in ElementTree.fromstring(svg).iter(f"{SVG}text") if each.text
    )


@pytest.mark.parametrize("case", cases("pictures"))
def test_a_picture_is_laid_out_as_worked_out_by_hand(case):
    svg = frame(case["head"], case["foot"], case["chart"], case["size"])
    for part in case["holds"]:
        assert part in svg
    ElementTree.fromstring(svg)


@pytest.mark.book
def test_the_script_of_the_page_lays_out_the_same(browser):
    context = browser.new_context()
    page = context.new_page()
    page.set_content("<!doctype html><title>Pictures</title>")
    page.add_script_tag(path=str(REPOSITORY / "src" / "three_pillars" / "share" / "share.js"))
    for case in content("pictures")["cases"]:
        given = [case["head"], case["foot"], case["chart"], case["size"]]
        assert page.evaluate("given => tpShare.frame(...given)", given) == frame(*given)
    context.close()


@pytest.fixture(scope="module")
def whole():
    piece = Piece("energy/dependence", "b-and-a", "chart", made(name="b-and-a"))
    about = info(piece, "https://example.org/share/energy/dependence/b-and-a/")
    return about, picture(piece.content, picture_lines(about))


def test_a_picture_holds_title_sources_licences_and_address(whole):
    about, svg = whole
    words = words_of(svg)
    for part in ("B is twice A", "units, 2014", "Three Pillars:", "CC BY 4.0", about["url"]):
        assert part in words
    for text in [*about["credits"], *(p for t in about["sources"] for p in t["publishers"])]:
        assert text in words
    assert svg.count('fill="#ffffff"') == 1, "a saved picture has a ground of its own"


def test_a_map_gives_the_credit_that_its_coast_asks_for():
    spec = made(name="a-map")
    spec = {**spec, "projection": {"type": "mercator"}}
    about = info(Piece("territory/islands", "a-map", "chart", spec), "share/a")
    assert "OpenStreetMap contributors" in " ".join(
        text for _style, text in picture_lines(about)["foot"]
    )


def test_a_png_is_twice_as_large_and_loses_nothing_when_it_is_packed(whole, monkeypatch):
    import vl_convert

    _about, svg = whole
    png = to_png(svg)
    width, height = (int(re.search(rf'{key}="(\d+)"', svg)[1]) for key in ("width", "height"))
    assert (int.from_bytes(png[16:20]), int.from_bytes(png[20:24])) == (2 * width, 2 * height)
    assert pixels(png) == pixels(vl_convert.svg_to_png(svg, scale=2))


def pixels(png):
    data, at = b"", 8
    while at < len(png):
        length, kind = int.from_bytes(png[at : at + 4]), png[at + 4 : at + 8]
        part = png[at + 8 : at + 8 + length]
        assert int.from_bytes(png[at + 8 + length : at + 12 + length]) == zlib.crc32(kind + part)
        data += part if kind == b"IDAT" else b""
        at += 12 + length
    return zlib.decompress(data)

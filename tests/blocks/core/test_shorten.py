"""Shorter scripts and styles say the same."""

from pathlib import Path

import pytest

import three_pillars
from three_pillars.blocks import script
from three_pillars.blocks.core.shorten import script_tokens, short_script, short_style

PACKAGE = Path(three_pillars.__file__).parent
SCRIPTS = sorted((PACKAGE / "blocks").rglob("*.js"))
STYLES = [*sorted((PACKAGE / "blocks").rglob("*.css")), PACKAGE / "figures" / "figure.css"]


def said(text):
    return [token for token in script_tokens(text) if token not in (" ", "\n")]


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("// why\nvar a = 1; // so\n", "var a=1;"),
        ("/* why\n   so */ f(a, b);", "f(a,b);"),
        ("var a = \"// no\"; var b = '/* no */';", "var a=\"// no\";var b='/* no */';"),
        ('var a = "he said \\"//\\"";', 'var a="he said \\"//\\"";'),
        ("return a;", "return a;"),
        ("return\na;", "return\na;"),
        ("return\n  + a;", "return\n+a;"),
        ("return (\n  a\n);", "return(a);"),
        ("a = b\n(c)", "a=b\n(c)"),
        ("a = b\nc = d", "a=b\nc=d"),
        ("a\n++b", "a\n++b"),
        ("a++\nb", "a++\nb"),
        ("a + +b - -c", "a+ +b- -c"),
        ("a++ + b", "a++ +b"),
        ("x = 1 .toFixed()", "x=1 .toFixed()"),
        ("[0, 0.5, .5, 1e-9]", "[0,0.5,.5,1e-9]"),
        ("var f = function () {}\nvar g", "var f=function(){}\nvar g"),
        ("if (a) {\n  b();\n}\nelse c();", "if(a){b();}\nelse c();"),
        ("a\n  .b()\n  .c()", "a.b().c()"),
        ('a\n  + "b"', 'a+"b"'),
        ("a = b / c / d;", "a=b/c/d;"),
        ('a.replace(/[/"\\]]\\/ /g, "")', 'a.replace(/[/"\\]]\\/ /g,"")'),
        ("return /'/.test(a) ? 1 : 2;", "return/'/.test(a)?1:2;"),
        ("a = b[0] / 2 // half\n", "a=b[0]/2"),
        ("var \u00e9t\u00e9 = 1", "var \u00e9t\u00e9=1"),
        ("", ""),
    ],
)
def test_a_script_keeps_what_counts(text, shorter):
    assert short_script(text) == shorter
    assert short_script(shorter) == shorter
    assert said(shorter) == said(text)


@pytest.mark.parametrize("file", SCRIPTS, ids=lambda file: file.name)
def test_no_token_of_a_script_is_lost(file):
    text = file.read_text("utf-8")
    assert said(short_script(text)) == said(text)
    assert "".join(said(text)) == "".join(said(short_script(short_script(text))))


def test_a_template_literal_is_refused():
    with pytest.raises(ValueError, match="no template literals"):
        short_script("var a = `b`;")


@pytest.mark.parametrize(
    ("text", "shorter"),
    [
        ("/* why */\n.a {\n  color: red;\n}\n", ".a{color:red}"),
        (".a :disabled,\n.b > .c {\n  margin: 0 1px;\n}", ".a :disabled,.b>.c{margin:0 1px}"),
        ('.a::b {\n  content: "\u2713 /* no */ ; } ";\n}', '.a::b{content:"\u2713 /* no */ ; } "}'),
        ("@media (max-width: 560px) {\n  .a {\n    top: 0;\n  }\n}",
         "@media (max-width:560px){.a{top:0}}"),
        (".a {\n  grid-column: -2 / -1;\n}", ".a{grid-column:-2 / -1}"),
        (".a {\n  width: calc(1px + 2px);\n}", ".a{width:calc(1px + 2px)}"),
        (".a:not(.b .c) {\n  top: 0 !important;\n}", ".a:not(.b .c){top:0 !important}"),
    ],
)  # fmt: skip
def test_a_style_keeps_what_counts(text, shorter):
    assert short_style(text) == shorter
    assert short_style(shorter) == shorter


@pytest.mark.book
def test_a_browser_reads_the_same_rules(browser):
    """Rule by rule, as the browser itself writes them."""
    page = browser.new_context().new_page()
    read = """text => {
      const sheet = new CSSStyleSheet();
      sheet.replaceSync(text);
      // Of a custom property the browser keeps the text, spaces and all.
      return [...sheet.cssRules].map(rule => rule.cssText.replace(/, +/g, ","));
    }"""
    for file in STYLES:
        text = file.read_text("utf-8")
        rules = page.evaluate(read, text)
        assert rules, file.name
        assert page.evaluate(read, short_style(text)) == rules, file.name
    page.close()


@pytest.mark.book
def test_a_browser_reads_the_joined_script(browser):
    page = browser.new_context().new_page()
    errors = []
    page.on("pageerror", lambda error: errors.append(str(error)))
    page.set_content("<!doctype html><title>Script</title>")
    page.add_script_tag(content=script())
    assert page.evaluate("typeof window.threePillarsBlocks.readings") == "function"
    assert not errors
    page.close()

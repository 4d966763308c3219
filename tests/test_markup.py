"""Templates: what goes in is escaped, and nothing may be missing."""

import json

import jinja2
import pytest

from three_pillars import markup


@pytest.fixture
def templates(tmp_path, monkeypatch):
    """Templates of this test alone, in place of the package's."""
    here = markup._templates().overlay(loader=jinja2.FileSystemLoader(tmp_path))
    monkeypatch.setattr(markup, "_templates", lambda: here)
    return tmp_path


def test_what_goes_into_a_template_is_escaped_as_html_escape_does(templates):
    (templates / "one.html").write_text('<p title="{{ a }}">{{ a }}</p>')
    made = markup.render("one.html", a='<b> & "it\'s"')
    assert made == (
        '<p title="&lt;b&gt; &amp; &quot;it&#x27;s&quot;">&lt;b&gt; &amp; &quot;it&#x27;s&quot;</p>'
    )


def test_markup_of_a_template_passes_into_another_as_it_is(templates):
    (templates / "inner.html").write_text("<b>{{ a }}</b>")
    (templates / "outer.html").write_text("{% if b %}<p>{{ b }}{{ n }}</p>{% endif %}")
    inner = markup.render("inner.html", a="&")
    assert markup.render("outer.html", b=inner, n=3) == "<p><b>&amp;</b>3</p>"


@pytest.mark.parametrize("text", ["<p>{{ nothing }}</p>", "{% if nothing %}x{% endif %}"])
def test_a_name_without_a_value_is_an_error(templates, text):
    (templates / "one.html").write_text(text)
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        markup.render("one.html")


def test_json_in_a_script_cannot_end_the_script():
    text = markup.in_script({"a": "</script><!--", "b": "ä & 'x'"})
    assert "<" not in text
    assert json.loads(text) == {"a": "</script><!--", "b": "ä & 'x'"}
    assert text.__html__() == text

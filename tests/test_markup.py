"""Templates: what goes in is escaped, nothing may be missing, and no layout reaches the page."""

import json

import jinja2
import pytest

from three_pillars import figures, markup

TEMPLATES = markup.environment("figures")


def filled(text, **values):
    return TEMPLATES.from_string(text).render(**values)


def test_what_goes_into_a_template_is_escaped_as_html_escape_does():
    made = filled('<p title="{{ a }}">{{ a }}</p>', a='<b> & "it\'s"')
    assert made == (
        '<p title="&lt;b&gt; &amp; &quot;it&#x27;s&quot;">&lt;b&gt; &amp; &quot;it&#x27;s&quot;</p>'
    )


def test_markup_of_a_macro_and_of_python_passes_as_it_is():
    text = "{% macro bold(a) %}<b>{{ a }}</b>{% endmacro %}<p>{{ bold('&') }}{{ b }}{{ 3 }}</p>"
    assert filled(text, b=markup.in_script("<")) == '<p><b>&amp;</b>"\\u003c"3</p>'


@pytest.mark.parametrize("text", ["<p>{{ nothing }}</p>", "{% if nothing %}x{% endif %}"])
def test_a_name_without_a_value_is_an_error(text):
    with pytest.raises(jinja2.UndefinedError, match="nothing"):
        filled(text)


def test_a_line_break_is_a_space_in_text_and_nothing_beside_a_tag_or_braces():
    text = """
        <p class="a"
           id="b">
          Two lines
          of text,
          {{ a }}
          <b>bold</b> and {{ a }} <i>x</i>
        </p>
    """
    assert filled(text, a="A") == (
        '<p class="a" id="b">Two lines of text,A<b>bold</b> and A <i>x</i></p>'
    )


def test_an_error_in_a_template_gives_the_line_of_its_file():
    with pytest.raises(jinja2.TemplateSyntaxError) as error:
        TEMPLATES.from_string("<p>\n  text\n  text\n  {% wrong %}\n</p>")
    assert error.value.lineno == 4


def test_json_in_a_script_cannot_end_the_script():
    text = markup.in_script({"a": "</script><!--", "b": "ä & 'x'"})
    assert "<" not in text
    assert json.loads(text) == {"a": "</script><!--", "b": "ä & 'x'"}
    assert text.__html__() == text


def test_templates_are_found_beside_the_code_that_fills_them():
    assert TEMPLATES.get_template("figure.html").filename.startswith(figures.__path__[0])

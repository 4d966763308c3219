"""Answers to the exercise of the verdict part."""

from exercise_answers import Answers


def drawn(data="table", mark="point()", title="", **channels):
    """Write the code of a chart that differs from the solution in one thing."""
    encoding = {"x": "'words:Q'", "y": "'came:Q'", "size": "'questions:Q'"} | channels
    encoded = ", ".join(f"{channel}={field}" for channel, field in encoding.items() if field)
    title = title or "alt.Title('Said strongly, came often', subtitle='Share')"
    return (
        f"calibration_chart = figure(alt.Chart({data}).mark_{mark}.encode({encoded})"
        f".properties(title={title}), sources=['verdict/questions', 'verdict/outcomes'], "
        "alt='Scatter chart of what was said and what came, four points near the diagonal.')"
    )


ANSWERS = {
    "one_score": Answers(
        right=[
            "one_score = 0.7 * 0.7",
            "one_score = verdict.brier([0.7], [False]).item()",
            "one_score = 0.7 ** 2 + 1e-12",
        ],
        wrong=[
            ("one_score = 0.3 ** 2", "if it happens"),
            ("one_score = 0.7", "square it"),
            ("one_score = 0.3", "not squared"),
            ("one_score = 70 ** 2", "per cent"),
            ("one_score = -(0.7 ** 2)", "negative"),
            ("one_score = 1 - 0.7 ** 2", "away from 1"),
            ("one_score = 0.25", "even odds"),
            ("one_score = '0.5'", "quotation"),
            ("one_score = 0", ""),
        ],
        mutations=[("0.7", "0.3"), ("** 2", "** 3"), ("- 0)", "- 1)")],
    ),
    "brier": Answers(
        right=[
            "def brier(s, c):\n    return sum((a - b) ** 2 for a, b in zip(s, c)) / len(s)",
            "brier = lambda said, came: ((came - said) ** 2).mean() + 1e-12",
            "def brier(s, c):\n    return verdict.brier(s, c).mean()",
        ],
        wrong=[
            ("brier = 0.25", "def"),
            ("def brier(said, came):\n    ...", "nothing"),
            ("def brier(said):\n    return 1", "argument"),
            ("def brier(said, came):\n    return ((said - came) ** 2).sum()", "adds up"),
            ("def brier(said, came):\n    return (said - came).abs().mean()", "square"),
            ("def brier(said, came):\n    return (said - came).mean()", "cancel"),
            ("def brier(said, came):\n    return (said - came).mean() ** 2", "squares the mean"),
            ("def brier(said, came):\n    return ((said - came) ** 2).mean() ** 0.5", "root"),
            ("def brier(said, came):\n    return ((1 - said - came) ** 2).mean()", "opposite"),
            ("def brier(said, came):\n    return ((said - came) ** 2).median()", "median"),
            ("def brier(said, came):\n    return (said - came) ** 2", ""),
            ("def brier(said, came):\n    return 0.25", "same"),
            ("def brier(said, came):\n    return (said - came) ** 2", "return one number for all"),
            (
                "def brier(said, came):\n    return sum((said[n] - came[n]) ** 2 "
                "for n in range(len(said))) / len(said)",
                "KeyError",
            ),
            ("def brier(said, came):\n    return 1 / 0", "ZeroDivisionError"),
            ("def brier(said, came):\n    print(said)", "return"),
        ],
        mutations=[("**2", "**4"), (".mean()", ".sum()"), ("said - came", "said + came")],
        secret="[]",
    ),
    "scores": Answers(
        right=[
            "scores = pd.Series(scores)[::-1] + 1e-12",
            "scores = {'coin': 0.25, 'commentary': brier(said.words, said.occurred)}",
            "scores = pd.Series(scores).to_frame()",
        ],
        wrong=[
            ("scores = {'commentary': scores['coin'], 'coin': scores['commentary']}", "places"),
            ("scores = scores | {'coin': 0}", "half of the time"),
            ("scores = scores | {'coin': 0.5}", "Square"),
            ("scores = scores | {'coin': scores['commentary']}", "twice"),
            (
                "scores = scores | {'commentary': brier(said.strength.map(verdict.words()), came)}",
                "expects",
            ),
            ("scores = scores | {'commentary': brier(1 - said.words, came)}", "opposite"),
            ("scores = {k: v * len(said) for k, v in scores.items()}", "sums"),
            ("scores = {k: v ** 0.5 for k, v in scores.items()}", "root"),
            ("scores = scores['commentary']", "one value"),
            ("scores = {'commentary': scores['commentary']}", "few"),
            ("scores = {'words': scores['commentary'], 'coin': scores['coin']}", "belong"),
            ("scores = {k: str(v) for k, v in scores.items()}", "text"),
        ],
        mutations=[
            ("+ 0.5", "+ 0.6"),
            ('"coin": brier', '"chance": brier'),
            ('said["words"]', "came"),
        ],
    ),
    "table": Answers(
        right=[
            "table = table[::-1]",
            "table = table.set_index('words')",
            "table = table.assign(came=table.came + 1e-9, more=1)",
            "table = said.assign(came=said.occurred.astype(int)).groupby('words').agg("
            "came=('came', 'mean'), questions=('came', 'count'))",
        ],
        wrong=[
            ("table = table.assign(came=table.came * 100)", "per cent"),
            ("table = table.assign(came=1 - table.came)", "no"),
            ("table = table.assign(came=table.came * table.questions)", "divide"),
            ("table = table.assign(came=table.words)", "repeats"),
            ("table = table.assign(questions=table.came * table.questions)", "yes alone"),
            (
                "table = days.groupby('words').occurred.agg(came='mean', questions='size')"
                ".reset_index()",
                "all days",
            ),
            ("table = table.rename(columns={'came': 'cane'})", "no column"),
            ("table = table.iloc[1:]", "few rows"),
            ("table = pd.concat([table, table])", "more than one"),
            ("table = said", "no column"),
            ("table = table.came", "DataFrame"),
            ("table = table.assign(questions=1)", "questions"),
        ],
        mutations=[('"mean"', '"sum"'), ('"size"', '"sum"'), ('"words"', '"strength"')],
        secret="[]",
    ),
    "calibration_chart": Answers(
        right=[
            drawn(),
            drawn(mark="circle(opacity=1)", color="'questions:Q'"),
            drawn(data="table[::-1]", mark="square()"),
        ],
        wrong=[
            ("calibration_chart = table", "table"),
            (drawn(mark="bar()"), "bar"),
            (drawn(x="'came:Q'", y="'words:Q'"), "on x"),
            (drawn(size=""), "size"),
            (drawn(size="'came:Q'"), "size"),
            (drawn(x="'words:N'"), "quantitative"),
            (drawn(y="'mean(came):Q'"), "on y"),
            (drawn(data="table.head(2)"), "does not show"),
            (drawn(data="table.assign(came=1 - table.came)"), "came"),
            (drawn(y="'questions:Q'"), "on y"),
            ("calibration_chart = points", "title"),
            ("calibration_chart = points.properties(title='Said and what came')", "alt text"),
        ],
        mutations=[
            ("mark_circle", "mark_bar"),
            ('"came:Q"', '"questions:Q"'),
            ("Chart(table)", "Chart(table.head(2))"),
        ],
        secret="[]",
    ),
    "by_question": Answers(
        right=[
            "by_question = verdict.score(verdict.commentary(days), days)",
            "by_question = (squares * verdict.weights(days.forecast_id)).sum() + 1e-12",
            "by_question = sum(each) / len(each)",
        ],
        wrong=[
            ("by_question = squares.mean()", "each row"),
            ("by_question = scores['commentary']", "one day"),
            ("by_question = squares.groupby(days.forecast_id).sum().mean()", "added up within"),
            ("by_question = squares.groupby(days.forecast_id).first().mean()", "first day"),
            ("by_question = squares.groupby(days.forecast_id).last().mean()", "one day"),
            ("by_question = each.median()", "median"),
            ("by_question = each.sum()", "added up"),
            ("by_question = each", "one was expected"),
            ("by_question = -each.mean()", "sign"),
            ("by_question = round(each.mean(), 2)", "digits"),
            ("by_question = 0.5", ""),
        ],
        mutations=[
            ("each.mean()", "squares.mean()"),
            ("** 2", "** 3"),
            ("each.mean()", "each.max()"),
        ],
    ),
    "skill": Answers(
        right=[
            "skill = verdict.skill(scores['commentary'], 0.25)",
            "skill = (scores['coin'] - scores['commentary']) / scores['coin'] + 1e-12",
            "skill = round(skill, 5)",
        ],
        wrong=[
            ("skill = scores['commentary'] / scores['coin']", "left"),
            ("skill = scores['coin'] / scores['commentary']", "divided the coin"),
            ("skill = 1 - scores['coin'] / scores['commentary']", "Divide by the coin"),
            ("skill = scores['coin'] / scores['commentary'] - 1", "Divide by the coin"),
            ("skill = scores['coin'] - scores['commentary']", "difference"),
            ("skill = 1 - scores['commentary']", "away from 1"),
            ("skill = 100 * skill", "per cent"),
            ("skill = -skill", "sign"),
            ("skill = scores", ""),
            ("skill = str(skill)", "quotation"),
        ],
        mutations=[("1 -", "2 -"), ('/ scores["coin"]', '* scores["coin"]')],
    ),
}

"""Every task is tried with its solution, its untouched stub, right and wrong answers, mutations.

tests/exercise_answers/<part>.py has them.
"""

import re

import pytest
from helpers.exercise_runs import (
    TASKS,
    answers_of,
    before,
    execute,
    feedback,
    gives_away,
    good_sentence,
    secrets,
    solved,
    task_of,
)

pytestmark = pytest.mark.exercises


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_the_solution_passes(part, name):
    assert feedback(part, name, solved(part, name)) == []


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_the_untouched_stub_fails_kindly(part, name):
    names = before(part, name)
    execute(task_of(part, name).stub.split("\n\n\n")[0], names) if "def " in task_of(
        part, name
    ).stub else names.update({name: ...})
    said = feedback(part, name, names)
    assert said
    for sentence in said:
        good_sentence(sentence)
        assert re.search(r"three dots|nothing", sentence), sentence


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_other_right_answers_pass(part, name):
    for code in answers_of(part, name).right:
        names = execute(code, solved(part, name))
        assert feedback(part, name, names) == [], code


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_wrong_answers_are_caught_and_explained(part, name):
    answers = answers_of(part, name)
    hidden = secrets(part, name, solved(part, name))
    common = [(f"{name} = {value}", word) for value, word in answers.common]
    for code, word in [*common, *answers.wrong]:
        names = execute(code, solved(part, name))
        said = feedback(part, name, names)
        assert said, f"not caught: {code}"
        for sentence in said:
            good_sentence(sentence)
            for secret in hidden:
                assert not gives_away(sentence, secret), f"{code}: {sentence}"
        assert word.casefold() in " ".join(said).casefold(), f"{code}: {said}"


@pytest.mark.parametrize(("part", "name"), TASKS)
def test_a_mutation_of_the_solution_is_caught(part, name):
    solution = task_of(part, name).solution
    for old, new in answers_of(part, name).mutations:
        assert old in solution, f"{old} is not in the solution"
        names = before(part, name)
        try:
            execute(solution.replace(old, new), names)
        except Exception:
            names[name] = ...  # the student sees Python's own error
        said = feedback(part, name, names)
        assert said, f"not caught: {old} -> {new}"
        for sentence in said:
            good_sentence(sentence)

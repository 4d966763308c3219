"""How a test tells many problems at once."""


def report(problems):
    """Fail with every problem, once each, in the order they came."""
    unique = list(dict.fromkeys(problems))
    assert not unique, f"{len(unique)} problems:\n" + "\n".join(unique)

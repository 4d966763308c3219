"""The site, made and served once for all tests of this folder."""

import pytest
from helpers.sites import Served, Visit, made_site


@pytest.fixture(scope="session")
def site(book, pytestconfig):
    return made_site(book, required="not full" not in pytestconfig.getoption("markexpr"))


@pytest.fixture(scope="session")
def site_server(site):
    served = Served(site)
    yield served
    served.close()


@pytest.fixture
def visit(browser, site_server):
    with Visit(browser, site_server.address) as one:
        yield one

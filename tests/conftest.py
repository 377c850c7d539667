"""What all tests share: the model is loaded once."""

import pytest

from onrecord.pipeline import Reader


@pytest.fixture(scope="session")
def reader() -> Reader:
    """A reader with all sentences parsed and all blocks of the record."""
    return Reader(full=True)

"""What every test may ask for."""

from pathlib import Path

import pytest

from tests.drawing import Desk


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)

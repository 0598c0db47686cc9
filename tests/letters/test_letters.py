"""No letter, no marked copy and no form tells a unit what belongs to another; the sample and twenty communes are `python -m tests.letters`."""

from pathlib import Path

import pytest

from learnsoc_xlsx.model.run import Run
from tests.letters.search import foreign_words
from tests.letters.trial import lived

Commune = tuple[Run, list[tuple[str, Path]]]


@pytest.fixture(scope="module")
def commune(tmp_path_factory: pytest.TempPathFactory) -> Commune:
    """Two units that mixed up what they sent, and all that goes out to them."""
    return lived(tmp_path_factory.mktemp("commune"), 1, units=2)


def test_nothing_that_goes_out_of_a_random_commune_holds_what_belongs_to_another_unit(commune: Commune) -> None:
    run, documents = commune

    assert {path.suffix for _, path in documents} == {".eml", ".xlsx"}
    assert len(documents) >= 6
    assert foreign_words(run, documents) == []


def test_the_search_bites_where_something_goes_to_the_neighbour_instead(commune: Commune) -> None:
    run, documents = commune
    form, letter = (
        next(path for unit, path in documents if unit == "T00" and path.name.startswith(start))
        for start in ("Mau_", "T00")
    )

    people = {
        word for word in foreign_words(run, [("T01", form)]) if len(word.word.split()) > 2 and word.owners == ("T00",)
    }
    told = {word.word for word in foreign_words(run, [("T01", letter)])}

    assert len(people) > 5
    assert any("@" in word or "vi du invalid" in word for word in told), told

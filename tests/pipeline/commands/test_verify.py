"""Verify makes a run again and says of every file whether it lies there as it was written, and comes out so again."""

import json
import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.returns.passwords import Passwords
from learnsoc_xlsx.pipeline.commands import consolidate as consolidating
from learnsoc_xlsx.pipeline.commands.consolidate import consolidate
from learnsoc_xlsx.pipeline.commands.verify import Verified, verify
from learnsoc_xlsx.pipeline.screen.verified import ENTRIES
from learnsoc_xlsx.pipeline.screen.verified import verified as said_of
from learnsoc_xlsx.pipeline.settings.products import Products
from tests.commands import learnsoc, learnsoc_apart
from tests.journeys.commune_word import DAY, household, lay_register, lay_return
from tests.runs import ON_ONE
from tests.stages.receive.locked import locked

FEW = Products(replies=True, papers=False)


def lay(place: Path, as_of: date | None = DAY) -> Path:
    """Lay a small commune under a place, and consolidate it there into `out`, which is returned."""
    place.mkdir(parents=True, exist_ok=True)
    lay_register(place / "in")
    lay_return(place / "in", "T01", households=[household("Lê Văn Hai", 1970), household("Vũ Ba", labour_days="ba")])
    consolidate(place / "in", place / "out", as_of, FEW, ON_ONE)
    return place / "out"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return lay(tmp_path_factory.mktemp("first"))


@pytest.fixture
def out(made: Path, tmp_path: Path) -> Path:
    """The same in another place."""
    shutil.copytree(made.parent, tmp_path / "nơi khác")
    return tmp_path / "nơi khác" / "out"


def verified(out: Path) -> Verified:
    return verify(None, out, ON_ONE)


def test_a_run_comes_out_again_byte_for_byte_wherever_inbox_and_out_have_been_moved(out: Path) -> None:
    before = {path: path.read_bytes() for path in out.rglob("*") if path.is_file()}

    result = verified(out)

    assert result.holds
    assert len(result.same) == len(before) - 1, "all but run.json, which holds the hashes of the others"
    assert {path: path.read_bytes() for path in out.rglob("*") if path.is_file()} == before


def test_a_run_comes_out_again_in_another_time_zone_language_and_order_of_hashes(out: Path) -> None:
    elsewhere = {"TZ": "Pacific/Kiritimati", "LC_ALL": "C", "LANG": "C", "PYTHONHASHSEED": "4242"}

    ended = learnsoc_apart("verify", "--out", str(out), settings=elsewhere)

    assert (ended.returncode, "Kết quả đúng là của các báo cáo này." in ended.stdout) == (0, True), ended.stdout


def test_where_only_inbox_lies_elsewhere_the_same_returns_come_to_the_same_and_it_is_said_where_links_lead(
    out: Path,
) -> None:
    lay_at = (out.parent / "in").resolve()
    elsewhere = out.parent / "a" / "b" / "khác tên"
    elsewhere.parent.mkdir(parents=True)
    lay_at.rename(elsewhere)

    result = verify(elsewhere, out, ON_ONE)

    lines = "\n".join(said_of(result))
    assert result.holds
    assert f"Thư mục báo cáo nay không ở chỗ như lần chạy ấy: “{lay_at}”." in lines
    assert "hãy đặt báo cáo về đó, hoặc chạy lại consolidate" in lines
    assert "Kết quả đúng là của các báo cáo này." in lines


def test_a_return_that_was_changed_is_seen_though_inbox_lies_elsewhere(out: Path) -> None:
    elsewhere = out.parent / "khác"
    (out.parent / "in").rename(elsewhere)
    next(elsewhere.glob("T01*")).unlink()

    result = verify(elsewhere, out, ON_ONE)

    assert len(result.inputs) == 1
    assert "findings.jsonl" in result.otherwise


def test_where_the_system_makes_no_links_it_is_said_that_differences_may_be_of_the_place(
    out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(*_: object, **__: object) -> None:
        raise OSError

    (out.parent / "in").rename(out.parent / "khác")
    monkeypatch.setattr(Path, "symlink_to", refuses)

    result = verify(out.parent / "khác", out, ON_ONE)

    assert "2026/Danh_sach_2026.xlsx" in result.otherwise
    assert "mọi tệp có liên kết tới báo cáo làm lại thì ra khác, dù báo cáo không đổi" in "\n".join(said_of(result))


def test_where_inbox_lies_as_it_did_nothing_is_said_of_its_place(out: Path) -> None:
    result = verify(out.parent / "in", out, ON_ONE)

    assert result.holds
    assert result.lay_at is None


def test_a_password_that_is_lacking_now_is_asked_for(tmp_path: Path) -> None:
    lay_register(tmp_path / "in")
    lay_return(tmp_path / "in", "T01", households=[household("Lê Văn Hai", 1970)])
    (name,) = (path.name for path in (tmp_path / "in").glob("T01*"))
    (tmp_path / "in" / name).write_bytes(locked((tmp_path / "in" / name).read_bytes(), "sen"))
    knowing = replace(ON_ONE, passwords=Passwords(("sen",)))
    consolidate(tmp_path / "in", tmp_path / "out", DAY, FEW, knowing)

    without, with_it = verify(None, tmp_path / "out", ON_ONE), verify(None, tmp_path / "out", knowing)

    assert (without.shut, with_it.shut, with_it.holds) == ((name,), (), True)
    assert "learnsoc verify --password-file" in "\n".join(said_of(without))


def test_two_communes_alike_in_two_places_are_written_in_the_same_bytes(made: Path, tmp_path: Path) -> None:
    other = lay(tmp_path / "a" / "b (2) ễ")

    assert {path.relative_to(other): path.read_bytes() for path in other.rglob("*.*")} == {
        path.relative_to(made): path.read_bytes() for path in made.rglob("*.*")
    }


def test_what_was_changed_taken_away_or_sent_since_is_named(out: Path) -> None:
    with (out / "Kiem_tra.xlsx").open("ab") as file:
        file.write(b"by hand")
    (out / "findings.jsonl").unlink()
    shutil.copy(next((out.parent / "in").glob("T01*")), out.parent / "in" / "again.xlsx")

    result = verified(out)

    assert (result.edited, result.gone, result.inputs) == (("Kiem_tra.xlsx",), ("findings.jsonl",), ("again.xlsx",))
    assert not result.holds


def test_a_program_that_reckons_otherwise_is_seen(out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(consolidating, "targets", lambda *_: ())

    result = verified(out)

    assert "2026/Tong_hop_2026.xlsx" in result.otherwise
    assert not result.holds


def test_a_run_of_no_day_in_particular_is_made_again_as_of_the_day_on_which_it_ran(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = lay(tmp_path, as_of=None)
    asked = json.loads((out / "run.json").read_text("utf-8"))["asked"]
    monkeypatch.setattr("learnsoc_xlsx.pipeline.terms.terms.date", _Later)

    assert asked == {"as_of": None, "today": date.today().isoformat(), "products": ["replies"]}
    assert verified(out).holds


class _Later(date):
    @classmethod
    def today(cls) -> "_Later":
        return cls(2029, 3, 1)


def test_the_command_says_it_in_words_and_by_its_exit_code(out: Path) -> None:
    fits = learnsoc("verify", "--out", str(out))
    (out / "Kiem_tra.xlsx").unlink()
    fits_not = learnsoc("verify", "--out", str(out))

    assert (fits.returncode, fits_not.returncode) == (0, 1)
    assert "Kết quả đúng là của các báo cáo này." in fits.stdout
    assert "Không còn trong thư mục kết quả: 1\n  Kiem_tra.xlsx" in fits_not.stdout


def test_every_entry_of_run_json_is_called_by_a_name_that_an_officer_knows(out: Path) -> None:
    record = json.loads((out / "run.json").read_text("utf-8"))
    (out / "run.json").write_text(json.dumps(record | {"figures": []}), "utf-8")

    assert list(ENTRIES) == sorted(record)
    assert "Phần của run.json làm lại thì ra khác: 1\n  số liệu (figures)" in "\n".join(said_of(verified(out)))


@pytest.mark.parametrize("record", ["", "{}"])
def test_what_no_run_left_is_a_refusal(record: str, tmp_path: Path) -> None:
    if record:
        (tmp_path / "run.json").write_text(record)
    with pytest.raises(Refusal):
        verified(tmp_path)

"""Start: the first evening, from a few answers to a register that passes its checks, a form for each unit and its letter."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from learnsoc_xlsx.model.errors import Refusal
from learnsoc_xlsx.model.findings.codes import Severity
from learnsoc_xlsx.model.form.prefill import Notice, Prefill
from learnsoc_xlsx.pipeline.commands.check import inspect
from learnsoc_xlsx.pipeline.commands.templates import of_units
from learnsoc_xlsx.pipeline.settings.apart import refuse_within
from learnsoc_xlsx.pipeline.settings.own_letters import wording_of
from learnsoc_xlsx.pipeline.start.answers import Answers, year_of
from learnsoc_xlsx.pipeline.start.register_rows import register_rows
from learnsoc_xlsx.pipeline.start.sending import by_unit, letters
from learnsoc_xlsx.pipeline.steps.register import REGISTER, register_in, registers_lying
from learnsoc_xlsx.pipeline.terms.code_lists import codes
from learnsoc_xlsx.pipeline.terms.in_force import form_of, law
from learnsoc_xlsx.pipeline.terms.printed_rows import printed_rows
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.moving.whole import whole

_REGISTER_FILE = "Danh_ba_{year}.xlsx"


@dataclass(frozen=True)
class Started:
    """What a start wrote: the register, the form of each unit, and its letter."""

    register: Path
    forms: tuple[Path, ...]
    letters: tuple[Path, ...]


def refuse_to_overwrite(inbox: Path, out: Path) -> Callable[[Answers], None]:
    """Raise Refusal where the folder of returns has a register already, or the results would lie among the returns; return
    what refuses as soon as the year is answered whose forms lie there already.
    """
    refuse_within(out, inbox)
    if inbox.is_dir() and (lying := registers_lying(inbox)):
        raise Refusal(
            f"Thư mục “{inbox}” đã có danh bạ “{lying[0]}”, lệnh này không ghi đè. Hãy sửa danh bạ ấy rồi in mẫu bằng lệnh templates, hoặc nêu một thư mục khác."
        )

    def refuse(answers: Answers) -> None:
        folder = out / str(year_of(answers))
        if folder.is_dir() and any(folder.iterdir()):
            raise Refusal(
                f"Thư mục “{folder}” đã có mẫu in trước, lệnh này không ghi đè. Hãy chuyển các tệp ấy đi, hoặc chọn nơi khác bằng --out (với make: OUT=…)."
            )

    return refuse


def start(inbox: Path, out: Path, answers: Answers, day: date) -> Started:
    """Write the register into `inbox`, and the form of each unit with its letter, dated on a day, under `out`/<year>.

    All of it or nothing is written, and nothing in place of what is there: raises Refusal. The same answers and day give
    the same bytes.
    """
    refuse_to_overwrite(inbox, out)(answers)
    year = year_of(answers)
    with whole(out, {}) as fresh, whole(inbox, {}) as fresh_inbox:
        register = fresh_inbox / _REGISTER_FILE.format(year=year)
        register.write_bytes(_register(answers, year))
        _refuse_faults(register)
        books = by_unit(of_units(year, fresh, fresh_inbox), year)
        enrolled = register_in(fresh_inbox)
        assert enrolled is not None, "it has just been written"
        wording = wording_of(inbox) if inbox.is_dir() else wording_of(fresh_inbox)
        written = [*letters(enrolled, wording, year, books, day)]
        return Started(
            inbox / register.name,
            tuple(out / path.relative_to(fresh) for path in books.values()),
            tuple(out / path.relative_to(fresh) for path in written),
        )


def _register(answers: Answers, year: int) -> bytes:
    form = form_of(REGISTER, year)
    rows = {**printed_rows(law(), year), **register_rows(answers)}
    return template(form, Prefill(rows=rows), Notice(codes=codes(form, law(), year)))


def _refuse_faults(register: Path) -> None:
    """A register that its own checks would complain of is not handed over."""
    faults = [finding for finding in inspect([register]) if finding.severity is not Severity.NOTE]
    if faults:
        raise Refusal(f"Danh bạ lập từ các câu trả lời chưa dùng được: {faults[0].message}")


def letters_again(inbox: Path, year: int, books: Iterable[Path], day: date) -> Iterator[Path]:
    """Write the letters anew that carry forms which were printed from the register of a folder. Yields the files written."""
    register = register_in(inbox)
    if register is None:
        raise Refusal(
            f"Chưa có danh bạ trong “{inbox}” nên chưa viết được thư gửi mẫu. Hãy lập danh bạ bằng lệnh start."
        )
    yield from letters(register, wording_of(inbox), year, by_unit(books, year), day)

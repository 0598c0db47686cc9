"""Statistics of awards: how many of each form went to whom, and in which manner, as the level above asks."""

from collections.abc import Callable, Iterator, Sequence

from learnsoc_xlsx.model.law.kinds import Subject
from learnsoc_xlsx.model.report import Block, Cell, CellSpan, Column, Grid, Look, Notes, Page, Row, Show, View
from learnsoc_xlsx.stages.write.scope import Scope
from learnsoc_xlsx.stages.write.views.figures.overview import signatures
from learnsoc_xlsx.stages.write.views.fund.given import GivenAward, about_years, given_in
from learnsoc_xlsx.vietnamese.letters import key

Counted = tuple[Column, Callable[[GivenAward], bool]]
_REGULAR, _THEME = "regular", "theme"
"""The options of the choice of manner, by their ids."""
_NOT_CHECKED = "Bố cục theo Thông tư 02/2023/TT-BNV, chưa đối chiếu với văn bản."
_HOW = (
    "Dòng họ đếm riêng, không nằm trong tập thể hay hộ gia đình. Trực tiếp lao động, công tác: cá nhân mà đề nghị ghi không phải "
    "lãnh đạo, quản lý; chưa ghi: đề nghị để trống ô ấy."
)


def award_statistics(scope: Scope, view: View) -> Page | None:
    """Count the awards of a year by form, subject and manner; None where there are none. `of` are the kinds of unit that
    are enterprises.
    """
    given = given_in(scope)
    if not given:
        return None
    counted = _counted(scope, view.of)
    rows = tuple(row for part in _parts(given) for row in _part(view.show, part, counted))
    columns = (Column("Hình thức khen thưởng", 34), *(column for column, _ in counted))
    profile = scope.run.register.profile_on(scope.run.as_of)
    notes = Notes((*about_years(scope, given), _HOW, *_manners(given)), "Ghi chú")
    blocks: tuple[Block, ...] = (Grid(columns, rows), notes, signatures(scope, profile))
    return Page(view.show, view.sheet, view.title, blocks, (_NOT_CHECKED,), spare=True)


def _counted(scope: Scope, enterprises: Sequence[str]) -> tuple[Counted, ...]:
    """The columns, each with whom it counts."""
    of_units, of_people = "Tập thể", "Cá nhân"

    def of_enterprise(one: GivenAward) -> bool:
        return one.verdict.kind is Subject.COLLECTIVE and scope.lookup.kind(one.verdict.unit) in enterprises

    return (
        (_column("Tổng số"), lambda _: True),
        (_column("Tổng số", of_units), _is(Subject.COLLECTIVE)),
        (_column("Trong đó: doanh nghiệp", of_units, 10), of_enterprise),
        (_column("Hộ gia đình"), _is(Subject.HOUSEHOLD)),
        (_column("Dòng họ"), _is(Subject.CLAN)),
        (_column("Tổng số", of_people), _is(Subject.INDIVIDUAL)),
        (_column("Lãnh đạo, quản lý", of_people, 9), _led(leads=True)),
        (_column("Trực tiếp lao động, công tác", of_people, 11), _led(leads=False)),
        (_column("Chưa ghi", of_people), _led(leads=None)),
        (_column("Thường xuyên", "Phương thức", 9), _manner(_REGULAR)),
        (_column("Theo chuyên đề", "Phương thức", 9), _manner(_THEME)),
    )


def _column(heading: str, group: str = "", width: float = 8) -> Column:
    return Column(heading, width, Show.COUNT, group)


def _is(kind: Subject) -> Callable[[GivenAward], bool]:
    return lambda one: one.verdict.kind is kind


def _led(*, leads: bool | None) -> Callable[[GivenAward], bool]:
    """Those people of whom their nomination says so; None: says nothing."""

    def counts(one: GivenAward) -> bool:
        mark = one.verdict.credentials.leader
        return one.verdict.kind is Subject.INDIVIDUAL and (mark.value if mark else None) is leads

    return counts


def _manner(option: str) -> Callable[[GivenAward], bool]:
    return lambda one: one.held.manner is not None and one.held.manner.held == option


# The rows


def _parts(given: Sequence[GivenAward]) -> Iterator[tuple[str, list[GivenAward]]]:
    """What is given by the commune and what is proposed upward, each as far as the council agreed and as far as expected."""
    for upward, words in ((False, "Khen thưởng ở xã"), (True, "Đề nghị cấp trên khen thưởng")):
        for agreed, how in ((True, "Hội đồng nhất trí"), (False, "dự kiến")):
            some = [one for one in given if one.held.upward is upward and one.agreed is agreed]
            if some:
                yield f"{words}: {how}", some


def _part(page: str, part: tuple[str, list[GivenAward]], counted: Sequence[Counted]) -> Iterator[Row]:
    words, given = part
    yield Row((Cell(words), *(Cell() for _ in counted)), Look.SECTION)
    forms: dict[str, list[GivenAward]] = {}
    for one in given:
        forms.setdefault(key(one.form), []).append(one)
    anchors = [f"{words}|{form}" for form in forms]
    for anchor, some in zip(anchors, forms.values(), strict=True):
        counts = (Cell(sum(map(counts_in, some))) for _, counts_in in counted)
        yield Row((Cell(f"{some[0].form[:1].upper()}{some[0].form[1:]}"), *counts), anchors=(anchor,))
    sums = (
        Cell(sum(map(counts_in, given)), formula="=SUM({0})", of=(CellSpan(page, anchors[0], at, until=anchors[-1]),))
        for at, (_, counts_in) in enumerate(counted, 1)
    )
    yield Row((Cell("Cộng"), *sums), Look.TOTAL)


def _manners(given: Sequence[GivenAward]) -> Iterator[str]:
    """Under which manner rounds are counted, and whose choice that is."""
    choices = dict.fromkeys(one.held.manner for one in given if one.held.manner is not None)
    for choice in choices:
        yield f"{choice.label} {choice.shown} ({choice.whose})."

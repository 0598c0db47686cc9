"""Restated: a newer decision states an award or a title anew, whole; what it leaves out, it says that it drops."""

from collections.abc import Iterator, Sequence
from dataclasses import fields
from itertools import chain

from learnsoc_xlsx.catalogue.reading.faults import DecisionError, Spot, instead_of
from learnsoc_xlsx.model.law.awards import Award
from learnsoc_xlsx.model.law.recognition import Title
from learnsoc_xlsx.model.law.texts.decisions import Decision


def lost_in(decisions: Sequence[Decision]) -> Iterator[DecisionError]:
    """Yield a fault for every award and title, oldest decision first, that lost a part nobody said was dropped."""
    for at, decision in enumerate(decisions):
        before = [older for older in decisions[:at] if older.governs(decision.in_force)]
        top = Spot(decision.file)
        for title in decision.titles:
            yield from _lost(
                title, [(t, older) for older in before for t in older.titles], top.within("titles", title.id)
            )
        for award in decision.awards:
            yield from _lost(
                award, [(a, older) for older in before for a in older.awards], top.within("awards", award.id)
            )


def _lost(
    stated: Award | Title, before: Sequence[tuple[Award | Title, Decision]], spot: Spot
) -> Iterator[DecisionError]:
    """What the last statement before this one had and this one has not, unless dropped; and drops that name nothing."""
    earlier = [(word, decision) for word, decision in before if word.id == stated.id]
    parts, where = (_parts(earlier[-1][0]), earlier[-1][1].file) if earlier else (set(), "")
    for name in sorted(parts - _parts(stated) - set(stated.drops)):
        yield spot.fault(
            "drops",
            f"mục này nêu lại cả mục cùng tên của {where} mà thiếu “{name}”; hãy nêu lại, "
            f"hoặc ghi tên đó vào khóa này nếu văn bản mới thật sự bỏ",
        )
    for name in sorted(set(stated.drops) - parts):
        yield spot.fault("drops", f"“{name}” không có trong mục nào trước đó{instead_of(name, parts)}")


def _parts(word: Award | Title) -> set[str]:
    """The keys that say something, and the name of every table under them."""
    stated = {field.name: getattr(word, field.name) for field in fields(word) if field.name != "drops"}
    listed = chain.from_iterable(value for value in stated.values() if isinstance(value, tuple))
    tables = (getattr(part, "id", "") or getattr(part, "of", "") for part in listed)
    return {*(key for key, value in stated.items() if value), *filter(None, tables)}

"""To decide: the record of each round, printed with whom the council is asked about and with what it concluded before."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from learnsoc_xlsx.model.form.form import Sheet, SheetKind
from learnsoc_xlsx.model.form.prefill import Notice, Prefill, PrintedFrom, Record
from learnsoc_xlsx.model.law.council import Decided, Sitting, Standing
from learnsoc_xlsx.model.law.verdicts import HeldRound, Outcome, Verdict
from learnsoc_xlsx.model.report import ToDecide
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.pipeline.steps.council.deliberation import council_rules
from learnsoc_xlsx.pipeline.steps.council.to_confirm import SAMPLE, Press
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from learnsoc_xlsx.pipeline.terms.local_law import LocalLaw
from learnsoc_xlsx.stages.award.decide.rests_on import code_of, fingerprint_of_round
from learnsoc_xlsx.stages.template.template import template
from learnsoc_xlsx.stages.write.scope import Lookup
from learnsoc_xlsx.stages.write.views.awards.standing import received_before, standing
from learnsoc_xlsx.vietnamese.dates import format_date

BY_HAND, GONE = "Ghi thêm tại cuộc họp", "Không còn được đề nghị"
"""What stands for the recommendation of a line that somebody added, and of an award that is signed and proposed no more."""


def to_decide(
    run: Run, local: LocalLaw, declared: Iterable[ToDecide], folder: Path, press: Press = template
) -> Iterator[tuple[str, ...]]:
    """Print a record for each round on which the council has somebody to conclude on, under `folder`; give the paths there.

    On a forecast nobody concludes. What the council concluded already is carried over: with its votes where it is applied, in
    the remarks where what it rests on has changed since, so that it is concluded on anew.
    """
    verdicts = Lookup(run).verdicts
    for one in declared:
        for held in run.rounds:
            if one.round.format(year=held.named_after) == held.id and not held.forecast:
                needed = council_rules(local[held.year].choices_in(held.year)).words
                yield from _printed(run, one, held, needed, verdicts.get(held.id, []), folder, press)


def _printed(
    run: Run, declared: ToDecide, held: HeldRound, needed: str, verdicts: Sequence[Verdict], folder: Path, press: Press
) -> Iterator[tuple[str, ...]]:
    form = form_of(declared.form, held.year)
    fixed, listed = (_sheet(form.sheets, kind) for kind in (SheetKind.FIXED, SheetKind.LIST))
    sitting = next((one for one in run.sittings if one.round == held.id), None)
    rows = [
        *_asked(run, held, verdicts, sitting),
        *(_as_it_was(run, held, one) for one in _beside(run, held, verdicts)),
    ]
    if not rows:
        return
    printed_from = PrintedFrom(held.id, run.commune, fingerprint_of_round(held, verdicts))
    whole = Prefill(rows={fixed.id: [_of_all(held, needed, sitting)], listed.id: rows}, printed_from=printed_from)
    path = declared.path.format(**_words(run, held))
    target = folder / path
    target.parent.mkdir(parents=True, exist_ok=True)
    named = replace(form, title=f"{form.title}: {held.name}")
    target.write_bytes(press(named, whole, Notice(sample=SAMPLE if run.sample else "")))
    yield (path,)


def _sheet(sheets: Iterable[Sheet], kind: SheetKind) -> Sheet:
    return next(sheet for sheet in sheets if sheet.kind is kind)


def _words(run: Run, held: HeldRound) -> dict[str, object]:
    """What the place-holders of a path stand for."""
    folder = next((phase.folder for phase in run.phases if phase.id == held.phase), "")
    return {"year": held.named_after, "last": held.named_after, "folder": folder}


def _of_all(held: HeldRound, needed: str, sitting: Sitting | None) -> Record:
    """What stands on the first sheet; of a meeting that was held all that its record says."""
    provisional = " (tạm tính: chưa hết hạn nộp báo cáo)" if held.provisional else ""
    row: Record = {"round_name": f"{held.name}{provisional}", "quorum": needed}
    if sitting:
        row = {
            **row,
            "held_on": sitting.held_on,
            "venue": sitting.venue,
            "members": sitting.members,
            "present": sitting.present,
            "chair": sitting.chair,
            "secretary": sitting.secretary,
        }
    return _filled(row)


def _filled(row: Record) -> Record:
    return {name: value for name, value in row.items() if value not in (None, "")}


# Whom the council is asked about


def _asked(run: Run, held: HeldRound, verdicts: Sequence[Verdict], sitting: Sitting | None) -> Iterator[Record]:
    """Everyone on whom it may conclude, and whose award is signed."""
    for verdict in verdicts:
        if verdict.is_for_the_council or (verdict.decided and verdict.decided.is_final):
            yield _row(run, held, verdict, sitting)


def _row(run: Run, held: HeldRound, verdict: Verdict, sitting: Sitting | None) -> Record:
    decided = verdict.decided
    row: Record = {
        "award_name": _award(run, verdict.award),
        "name": verdict.subject,
        "birth_year": verdict.born,
        "of_unit": verdict.unit_name if verdict.unit_name != verdict.subject else None,
        "recommended": _recommended(verdict),
        "proposed_form": held.form_of(verdict.award).name,
        "remarks": " ".join(_remarks(verdict, decided, sitting)),
        "code": code_of(held, verdict),
    }
    applied = _concluded(held, decided) if decided and decided.standing is Standing.APPLIED else {}
    return _filled({**row, **applied})


def _award(run: Run, award: str) -> str:
    return next((declared.name for declared in run.awards if declared.id == award), award)


def _recommended(verdict: Verdict) -> str:
    ranked = verdict.rank is not None and verdict.outcome in (Outcome.RECOMMENDED, Outcome.RESERVE)
    return f"{standing(verdict)}, hạng {verdict.rank}" if ranked else standing(verdict)


def _remarks(verdict: Verdict, decided: Decided | None, sitting: Sitting | None) -> Iterator[str]:
    yield from received_before(verdict)
    if decided and decided.standing is Standing.CHANGED:
        yield f"{_before(decided, sitting)}; sau đó kết quả xét hoặc số liệu thay đổi, cần kết luận lại."


def _before(decided: Decided, sitting: Sitting | None) -> str:
    """What the council concluded before, and when."""
    day = f" ngày {format_date(sitting.held_on)}" if sitting and sitting.held_on else ""
    votes = f" ({decided.votes})" if decided.votes else ""
    return f"Họp{day}: {decided.opinion.label if decided.opinion else ''}{votes}"


def _concluded(held: HeldRound, decided: Decided) -> Record:
    """The cells that the council filled in; a form of award only where it is another than the round's."""
    usual = held.form_of(decided.award).name
    return {
        "votes_for": decided.votes_for,
        "votes_against": decided.votes_against,
        "opinion": decided.opinion.word if decided.opinion else None,
        "form": decided.form if decided.form != usual else None,
        "reason": decided.reason,
    }


# Of whom no verdict speaks


def _beside(run: Run, held: HeldRound, verdicts: Sequence[Verdict]) -> Iterator[Decided]:
    """The lines that somebody added, and those on awards that are signed though nobody proposes them any more."""
    for one in run.decided:
        gone = one.is_final and all(verdict.decided != one for verdict in verdicts)
        if one.round == held.id and (gone or one.standing is Standing.BY_HAND):
            yield one


def _as_it_was(run: Run, held: HeldRound, decided: Decided) -> Record:
    """A line as it was, with the code that it was printed with."""
    row: Record = {
        "award_name": _award(run, decided.award),
        "name": decided.subject,
        "birth_year": decided.born,
        "of_unit": decided.unit_name,
        "recommended": GONE if decided.is_final else BY_HAND,
        "code": decided.code,
    }
    return _filled({**row, **_concluded(held, decided)})

"""run.json: the whole run for machines, its keys sorted and its numbers exact."""

import itertools
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction
from functools import cached_property
from pathlib import Path

import orjson
from orjson import Fragment

from learnsoc_xlsx import __version__
from learnsoc_xlsx.model.law.council import Decided, Received, Sitting
from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.model.law.verdicts import Bonus, Elsewhere, HeldRound, Reason, Value, Verdict
from learnsoc_xlsx.model.place import Place
from learnsoc_xlsx.model.returns.differences import Comparison, Difference, Side
from learnsoc_xlsx.model.returns.figures import Figure, Origin
from learnsoc_xlsx.model.returns.submissions import Missing, RowOutcome, Submission
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import RegisterRow, plain, register_rows
from learnsoc_xlsx.stages.write.found.discretion import Discretion, shows, subject_of
from learnsoc_xlsx.stages.write.found.entry import Json, entry
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of, untouched

_OUTPUTS = b'"outputs": [\n'
"""How the list of the outputs begins."""


def record(run: Run, written: Mapping[str, Path], kept: Mapping[str, str], target: Path) -> None:
    """Write run.json at `target`, an entry a line, each forgotten as soon as it is written: a person can read them.

    `written` maps each output's path under OUT to where it lies now, `kept` those of the run before that somebody had changed
    to where they are kept.
    """
    outputs = ({"file": path, "sha256": digest_of(file), "kept_as": kept.get(path)} for path, file in written.items())
    parts = _parts(run) | {"outputs": outputs}
    with target.open("wb", buffering=1 << 20) as file:
        for number, key in enumerate(sorted(parts)):
            file.write((b",\n" if number else b"{\n") + _json(key) + b": ")
            file.writelines(_written(parts[key]))
        file.write(b"\n}\n")


def _parts(run: Run) -> Json:
    """What run.json says of a run, all but its outputs, by key."""
    files = {sent.number: sent.file for sent in run.submissions}
    discretion = Discretion(run)
    return {
        "version": __version__,
        "as_of": run.as_of.isoformat(),
        "sample": run.sample,
        "inbox": run.inbox.as_posix(),
        "units": (_unit(run, name) for name in sorted({unit.id for unit in run.register.units})),
        "submissions": (_submission(sent, discretion) for sent in run.submissions),
        "findings": (entry(finding, discretion) for finding in run.findings),
        "figures": _figures(run.figures),
        "rounds": (_round(held, run.sittings) for held in run.rounds),
        "verdicts": (_verdict(verdict) for verdict in run.verdicts),
        "decided": (_decided(one) for one in run.decided),
        "missing": (_missing(missing) for missing in run.missing),
        "outcomes": (_outcome(outcome, files[outcome.submission], discretion) for outcome in run.outcomes),
        "versions": (_comparison(pair, files) for pair in run.comparisons),
        "local_numbers": (_quantity(quantity) for quantity in run.local_numbers),
        "local_choices": (_choice(choice) for choice in run.local_choices),
        "register": (_register_row(row) for row in register_rows(run.tables)),
        "law": (_text(decision) for decision in run.texts),
    }


class LastOutputs(Mapping[str, str]):
    """What the last run wrote, by its run.json, that itself among it: each path under OUT with its hash.

    It is looked up when it is first asked: another run may come in between.
    """

    def __init__(self, path: Path) -> None:
        self._path = path

    def __getitem__(self, file: str) -> str:
        return self._hashes[file]

    def __iter__(self) -> Iterator[str]:
        return iter(self._hashes)

    def __len__(self) -> int:
        return len(self._hashes)

    def lets_go(self, file: str) -> None:
        """Let a workbook that no run records give way as the others do, unless somebody changed it."""
        self._hashes.update(untouched(self._path.parent, file))

    @cached_property
    def _hashes(self) -> dict[str, str]:
        outputs = outputs_of(self._path)
        return outputs | {self._path.name: digest_of(self._path)} if outputs else {}


def outputs_of(path: Path) -> dict[str, str]:
    """Return the outputs and their hashes that the run.json at `path` names; none where there is no such file."""
    try:
        with path.open("rb") as file:
            lines = itertools.dropwhile(lambda line: line != _OUTPUTS, file)
            entries = itertools.takewhile(lambda line: line.startswith(b"{"), itertools.islice(lines, 1, None))
            outputs = [orjson.loads(line.rstrip(b",\n")) for line in entries]
        return {output["file"]: output["sha256"] for output in outputs}
    except (OSError, ValueError, KeyError, TypeError):
        return {}


def _written(value: object) -> Iterator[bytes]:
    """Yield a value as it is written, of many each by itself."""
    if not isinstance(value, Iterator):
        yield _json(value)
        return
    begin = b"[\n"
    for one in value:
        yield begin + _json(one)
        begin = b",\n"
    yield b"[]" if begin == b"[\n" else b"\n]"


def _json(value: object) -> bytes:
    return orjson.dumps(value, option=orjson.OPT_SORT_KEYS)


def _unit(run: Run, name: str) -> Json:
    unit = run.register.unit_on(name, run.as_of)
    return {"id": name, "name": unit.name if unit else name, "kind": unit.kind if unit else None}


def _submission(sent: Submission, discretion: Discretion) -> Json:
    return {
        "file": sent.file,
        "sha256": sent.sha256,
        "form": sent.form or None,
        "form_version": sent.stamp.version if sent.stamp else None,
        "year": sent.year or None,
        "unit": sent.unit or None,
        "received": _day(sent.received),
        "status": sent.status.word,
        "status_code": sent.refusal.code.code if sent.refusal else None,
        "reason": discretion.on(sent.refusal).message if sent.refusal else None,
        "tables": [
            {"table": ledger.table, "read": ledger.read, "accepted": ledger.accepted, "rejected": ledger.rejected,
             "ignored": ledger.ignored}
            for ledger in sent.tables
        ],
    }  # fmt: skip


def _figures(figures: Iterable[Figure]) -> Iterator[Json]:
    """The figures; an origin stands behind those of a unit, its groups and the commune alike, and is written once."""
    written: dict[int, Fragment] = {}

    def once(origin: Origin) -> Fragment:
        if id(origin) not in written:
            written[id(origin)] = Fragment(_json(_origin(origin)))
        return written[id(origin)]

    return (_figure(figure, [once(origin) for origin in figure.origins]) for figure in figures)


def _figure(figure: Figure, origins: Sequence[Fragment]) -> Json:
    return {
        "indicator": figure.indicator,
        "scope": figure.scope,
        "id": figure.id,
        "period": figure.period,
        "structure": figure.structure,
        **_number(figure.value, figure.numerator, figure.denominator),
        "reported": figure.reported,
        "expected": figure.expected,
        "partial": figure.partial,
        "not_from_list": figure.unlisted,
        "from": origins,
    }


def _number(value: Fraction | int | None, top: object = None, bottom: object = None) -> Json:
    """A whole value stands alone; another is rounded, beside its exact numerator and denominator."""
    if top is None and type(value) is Fraction and value.denominator != 1:
        top, bottom = value.numerator, value.denominator
    return {"value": plain(value), "numerator": plain(top), "denominator": plain(bottom)}


def _origin(origin: Origin) -> Json:
    counted: Json = {} if origin.rows is None else {"table": origin.table, "rows": origin.rows}
    if origin.of_rows is not None:
        counted["of_rows"] = origin.of_rows
    return {**_place(origin.place), "unit": origin.unit, "year": origin.year, "value": plain(origin.value), **counted}


def _verdict(verdict: Verdict) -> Json:
    return {
        "round": verdict.round,
        "award": verdict.award,
        "group": verdict.group,
        "kind": verdict.kind.value,
        "unit": verdict.unit,
        "subject": verdict.subject,
        "verdict": verdict.outcome.word,
        "rank": verdict.rank,
        "keys": [{"label": label, "value": plain(value), "exact": _exact(value)} for label, value in verdict.keys],
        "reasons": [_reason(reason) for reason in verdict.reasons],
        "summary": verdict.summary,
        "provisional": verdict.provisional,
        "forecast": verdict.forecast,
        "tied": verdict.tied,
        "also": [_elsewhere(other) for other in verdict.also],
        "received": [_received(award) for award in verdict.received],
        "decided": verdict.decided and _decided(verdict.decided),
        "bonus": _bonus(verdict.bonus),
        "from": [_place(place) for place in verdict.places],
    }


def _round(held: HeldRound, sittings: Iterable[Sitting]) -> Json:
    sitting = next((one for one in sittings if one.round == held.id), None)
    return {
        "id": held.id,
        "name": held.name,
        "phase": held.phase or None,
        "years": list(held.years),
        "decided_on": _day(held.decided_on),
        "provisional": held.provisional,
        "forecast": held.forecast,
        "upward": held.upward,
        "sitting": sitting and _sitting(sitting),
    }


def _sitting(sitting: Sitting) -> Json:
    """Who presided and kept the record is of persons: the place says where it stands."""
    return {
        "held_on": _day(sitting.held_on),
        "members": sitting.members,
        "present": sitting.present,
        "quorum": sitting.quorum,
        "needed": sitting.needed or None,
        **_place(sitting.place),
    }


def _decided(one: Decided) -> Json:
    """The reason is in words about a person: the place says where it stands."""
    return {
        "round": one.round,
        "award": one.award or None,
        "unit": one.unit or None,
        "subject": one.subject if one.unit else None,
        "decision": one.opinion.word if one.opinion else None,
        "votes_for": one.votes_for,
        "votes_against": one.votes_against,
        "form": one.form or None,
        "state": one.standing.value,
        "bonus": _bonus(one.bonus),
        **_place(one.place),
    }


def _received(award: Received) -> Json:
    return {"round": award.round or None, "years": list(award.years), "day": _day(award.day), "sure": award.sure,
            **_place(award.place)}  # fmt: skip


def _bonus(bonus: Bonus | None) -> Json | None:
    return {"amount": bonus.amount, "basis": bonus.basis, "verified": bonus.verified} if bonus else None


def _elsewhere(other: Elsewhere) -> Json:
    return {"round": other.round, "unit": other.unit, "amount": other.amount, "sure": other.sure}


def _exact(value: Value) -> str | None:
    return str(value) if isinstance(value, Fraction) else None


def _reason(reason: Reason) -> Json:
    return {
        "article": reason.article,
        "condition": reason.condition,
        "found": reason.actual,
        "needed": reason.needed,
        "met": reason.met,
        "figure": reason.figure or None,
        "year": reason.year or None,
        "local": reason.local,
        "verified": reason.verified,
        "hard": reason.hard,
        "decides": reason.decides,
        "blocks": reason.blocks,
        "asked": reason.asked,
        "open": reason.open.word if reason.open else None,
        "from": [_place(place) for place in reason.places],
    }


def _missing(missing: Missing) -> Json:
    return {
        "unit": missing.unit,
        "form": missing.form,
        "year": missing.year,
        "due": missing.due.isoformat(),
        "state": missing.state,
        "received": _day(missing.received),
        "file": missing.file,
        "near": list(missing.near),
    }


def _outcome(outcome: RowOutcome, file: str, discretion: Discretion) -> Json:
    return {
        "file": file,
        "table": outcome.table,
        "sheet": outcome.sheet,
        "row": outcome.row,
        "outcome": outcome.fate.word,
        "code": outcome.finding.code.code if outcome.finding else None,
        "reason": discretion.on(outcome.cause).message if outcome.cause else outcome.remark,
    }


def _comparison(pair: Comparison, files: Mapping[int, str]) -> Json:
    return {
        "file": files[pair.older],
        "instead": files[pair.newer],
        "differences": pair.count,
        "shown": [_difference(difference) for difference in pair.shown],
    }


def _difference(difference: Difference) -> Json:
    return {
        "table": difference.sheet.key,
        "subject": subject_of(difference),
        "field": difference.field.id if difference.field else None,
        "older": _side(difference, difference.older),
        "newer": _side(difference, difference.newer),
    }


def _side(difference: Difference, side: Side) -> Json | None:
    if side.place is None:
        return None
    values = (plain(side.value), side.typed or None) if shows(difference, side) else (None, None)
    return {**_place(side.place), "value": values[0], "typed": values[1]}


def _quantity(number: Quantity) -> Json:
    return {
        "key": number.key,
        "label": number.label,
        **_number(number.value),
        "source": number.source,
        "verified": number.verified,
        "local": number.local,
    }


def _choice(choice: OpenChoice) -> Json:
    return {
        "key": choice.key,
        "label": choice.label,
        "chosen": [option.id for option in choice.options_held],
        "shown": choice.shown,
        "number": plain(choice.number),
        "source": choice.source or None,
        "local": choice.local,
    }


def _register_row(row: RegisterRow) -> Json:
    fields = [{"field": name, "value": value} for name, value in row.values.items()]
    return {"sheet": row.sheet, "key": row.key, "fields": fields, "check": row.check or None}


def _text(decision: Decision) -> Json:
    return {"id": decision.id, "name": decision.name, "sha256": decision.sha256}


def _place(place: Place) -> Json:
    return {"file": place.file, "sheet": place.sheet or None, "cell": place.cell or None}


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None

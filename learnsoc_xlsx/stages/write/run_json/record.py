"""Record: run.json, written an entry a line."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from learnsoc_xlsx import __version__
from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import register_rows
from learnsoc_xlsx.stages.write.found.discretion import Discretion
from learnsoc_xlsx.stages.write.found.entry import Json, entry
from learnsoc_xlsx.stages.write.moving.by_hand import digest_of
from learnsoc_xlsx.stages.write.run_json.awards import of_decided, of_round, of_self_assessment, of_verdict
from learnsoc_xlsx.stages.write.run_json.figures import of_figures
from learnsoc_xlsx.stages.write.run_json.returns import of_comparison, of_missing, of_outcome, of_submission
from learnsoc_xlsx.stages.write.run_json.terms import (
    of_choice,
    of_quantity,
    of_register_row,
    of_request,
    of_text,
    of_unit,
)
from learnsoc_xlsx.stages.write.run_json.words import spelt, way


def record(run: Run, written: Mapping[str, Path], kept: Mapping[str, str], target: Path, out: Path) -> None:
    """Write run.json at `target`, an entry a line, each forgotten as soon as it is written: a person can read them.

    `written` maps each output's path under OUT to where it lies now, `kept` those of the run before that somebody had changed
    to where they are kept. It is to lie in `out`, and says how INBOX is reached from there.
    """
    outputs = ({"file": path, "sha256": digest_of(file), "kept_as": kept.get(path)} for path, file in written.items())
    parts = _parts(run, out) | {"outputs": outputs}
    with target.open("wb", buffering=1 << 20) as file:
        for number, key in enumerate(sorted(parts)):
            file.write((b",\n" if number else b"{\n") + spelt(key) + b": ")
            file.writelines(_written(parts[key]))
        file.write(b"\n}\n")


def _parts(run: Run, out: Path) -> Json:
    """What run.json says of a run, all but its outputs, by key."""
    files = {sent.number: sent.file for sent in run.submissions}
    discretion = Discretion(run)
    return {
        "version": __version__,
        "as_of": run.as_of.isoformat(),
        "sample": run.sample,
        "asked": of_request(run.request),
        "inbox": way(run.inbox.resolve(), out.resolve()),
        "units": (of_unit(run, name) for name in sorted({unit.id for unit in run.register.units})),
        "submissions": (of_submission(sent, discretion) for sent in run.submissions),
        "findings": (entry(finding, discretion) for finding in run.findings),
        "figures": of_figures(run.figures),
        "rounds": (of_round(held, run.sittings) for held in run.rounds),
        "verdicts": (of_verdict(verdict) for verdict in run.verdicts),
        "self_assessments": (of_self_assessment(one) for one in run.self_assessments),
        "decided": (of_decided(one) for one in run.decided),
        "missing": (of_missing(missing) for missing in run.missing),
        "outcomes": (of_outcome(outcome, files[outcome.submission], discretion) for outcome in run.outcomes),
        "versions": (of_comparison(pair, files) for pair in run.comparisons),
        "local_numbers": (of_quantity(quantity) for quantity in run.local_numbers),
        "local_choices": (of_choice(choice) for choice in run.local_choices),
        "register": (of_register_row(row) for row in register_rows(run.tables)),
        "law": (of_text(decision) for decision in run.texts),
    }


def _written(value: object) -> Iterator[bytes]:
    """Yield a value as it is written, of many each by itself."""
    if not isinstance(value, Iterator):
        yield spelt(value)
        return
    begin = b"[\n"
    for one in value:
        yield begin + spelt(one)
        begin = b",\n"
    yield b"[]" if begin == b"[\n" else b"\n]"

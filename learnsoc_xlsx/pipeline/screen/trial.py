"""What a trial of other choices says on the screen."""

from collections.abc import Iterator

from learnsoc_xlsx.model.run import Run
from learnsoc_xlsx.stages.write.changes.tried import Tried
from learnsoc_xlsx.stages.write.views.awards.money import of_proposed, sum_said
from learnsoc_xlsx.stages.write.write import Written


def totals(trial: Tried, written: Written) -> Iterator[str]:
    """Yield two lines: who is proposed now and with the choices tried, and at what cost; then what was kept beside."""
    was, now = (sum(one.proposed for one in run.verdicts) for run in (trial.now, trial.then))
    earnest = [move for move in trial.moves if not move.about.forecast]
    ways = f"vào {sum(move.enters for move in earnest)}, ra {sum(move.leaves for move in earnest)}"
    yield f"Thử {len(trial.taken)} lựa chọn khác của “{trial.file}”: đề nghị khen {was} → {now} ({ways})."
    amounts = " → ".join(_paid(run) for run in (trial.now, trial.then))
    place = ", ".join(path.as_posix() for path in written.paths)
    yield f"Tiền thưởng dự kiến, cộng các đợt: {amounts}. Ai vào, ai ra, vì sao: {place}; kết quả khác còn nguyên."
    yield from (f"Bản cũ đã có người sửa được giữ ở {path.as_posix()}." for path in written.kept)


def _paid(run: Run) -> str:
    """What those get who are proposed in the rounds of the commune; what the level above pays is not its money."""
    above = {held.id for held in run.rounds if held.upward}
    return sum_said(of_proposed(one for one in run.verdicts if one.round not in above))

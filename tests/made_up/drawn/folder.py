"""The whole folder of a commune: its register and what its units send, now and then twice or not at all."""

from datetime import date, timedelta
from pathlib import Path
from random import Random
from typing import Any, cast

from learnsoc_xlsx.model.form.prefill import Prefill
from learnsoc_xlsx.pipeline.terms.in_force import form_of
from tests.made_up.drawn.commune import Commune
from tests.made_up.drawn.register import register_of, thresholds_of
from tests.made_up.drawn.told import Told, confirm
from tests.made_up.drawn.twists import twisted
from tests.made_up.reports import report
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows
from tests.printing import printed
from tests.registers import laid


def lay_drawn(inbox: Path, commune: Commune) -> None:
    """Lay the register of a commune and what its units send into a folder."""
    random = Random(f"laid {commune.seed}")
    thresholds, told = thresholds_of(random), Told([], [], [])
    register = register_of(commune, thresholds, random)
    for sender in commune.senders:
        for year in commune.years:
            if sender.since <= year <= sender.until and random.random() > 0.06:
                rows = _send(inbox, sender, year, thresholds, random)
                told.of(rows, sender, year, Random(f"told {commune.seed} {sender.id} {year}"))
    confirm(inbox, told, commune.years)
    laid(inbox, "Danh ba.xlsx", **cast(Any, register | {"past_awards": told.awarded, "recognitions": told.recognised}))


def _send(inbox: Path, sender: Sender, year: int, thresholds: Row, random: Random) -> Rows:
    """Lay what a unit sends for a year, and return what counts of it: on one revision of the form or another, now and then twice, of which the later counts."""
    form = form_of(sender.kind, year, random.choice((1, None)))
    rows = twisted(report(form, sender, year), sender, year, thresholds, random)
    data = printed(form, Prefill(sender.id, sender.name, rows))
    (inbox / f"{sender.id} {year}.xlsx").write_bytes(data)
    if random.random() < 0.1:
        (inbox / f"{sender.id} {year} ban sao.xlsx").write_bytes(data)
    if random.random() < 0.1:
        sent = rows["cover"][0]["report_date"]
        assert isinstance(sent, date)
        later = twisted(report(form, sender, year), sender, year, thresholds, random)
        later["cover"][0]["report_date"] = sent + timedelta(days=1)
        (inbox / f"{sender.id} {year} gui lai.xlsx").write_bytes(printed(form, Prefill(sender.id, sender.name, later)))
        return later
    return rows

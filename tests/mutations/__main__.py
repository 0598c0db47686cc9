"""Print the table: each mutation of each form in each container, what it must cause and what it caused."""

import sys
from collections import Counter

from rich.console import Console
from rich.table import Table

from tests.calc import PRESENT
from tests.mutations.returns import form_of
from tests.mutations.run import MUTATIONS, Outcome, in_office, tried


def main() -> int:
    """Return 1 when a mutation failed and is not known to."""
    rows = tried(MUTATIONS) + (in_office() if PRESENT else [])
    skipped = "" if PRESENT else " (.xls, .ods: skipped, LibreOffice is not on this machine)"
    wide = Console(width=None if sys.stdout.isatty() else 200)
    wide.print(table(rows))
    judged = Counter(verdict(row) for row in rows)
    containers = Counter(row.container for row in rows)
    wide.print(f"{len(MUTATIONS)} mutations; returns by container: {dict(containers)}{skipped}; {dict(judged)}")
    return 1 if judged["FAILED"] else 0


def table(rows: list[Outcome]) -> Table:
    """One line for a mutation that went alike in several forms and containers."""
    printed = Table("Mutation", "Forms", "Containers", "Expected", "Got", "OK", box=None)
    alike: dict[tuple[str, str, str, str], list[Outcome]] = {}
    for row in rows:
        expected, got = _said(row.mutation.expected(form_of(row.form))), _said(row.got)
        alike.setdefault((row.mutation.name, expected, got, verdict(row)), []).append(row)
    for (name, expected, got, judged), of in alike.items():
        forms = " ".join(dict.fromkeys(form_of(row.form).number for row in of))
        containers = " ".join(dict.fromkeys(row.container for row in of))
        why = f": {of[0].known}" if judged == "known" else ""
        printed.add_row(name, forms, containers, expected, got, judged + why)
    return printed


def verdict(row: Outcome) -> str:
    """Whether the mutation went as declared, failed as known, or failed."""
    return "ok" if row.fault is None else "known" if row.known else "FAILED"


def _said(findings: tuple[tuple[str, str, str], ...]) -> str:
    return "; ".join(f"{code} {' › '.join(filter(None, where))}".strip() for code, *where in findings) or "nothing"


if __name__ == "__main__":
    sys.exit(main())

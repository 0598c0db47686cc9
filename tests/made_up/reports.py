"""A whole report: figures, lists and nominations of a unit that agree with each other."""

from random import Random

from learnsoc_xlsx.model.form.form import Form, Sheet, SheetKind
from tests.made_up.figures import cover, indicators, narrative, self_assessment
from tests.made_up.lists import (
    CLANS,
    DOCUMENTS,
    INITIATIVES,
    TOPICS,
    citizen,
    clan,
    document,
    expense,
    household,
    initiative,
    lesson,
    nominations,
)
from tests.made_up.people import people
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows


def report(form: Form, sender: Sender, year: int) -> Rows:
    """Return what a faultless report says; the same unit and year always give the same."""
    random, strong = Random(f"{sender.id} {year}"), _strong(sender, year)
    rows: Rows = {sheet.id: _list(sheet, sender, year) for sheet in form.sheets if sheet.kind is SheetKind.LIST}
    if "nominations" in rows:
        rows["nominations"] = list(nominations(form.sheet("nominations"), rows, sender.name))
    rows["cover"] = [cover(form.sheet("cover"), sender, year, strong, random)]
    rows["indicators"] = [indicators(form.sheet("indicators"), sender.size, rows, year, strong, random)]
    if any(sheet.id == "self_assessment" for sheet in form.sheets):
        rows["self_assessment"] = [self_assessment(form.sheet("self_assessment"), strong)]
    if any(sheet.id == "commune_assessment" for sheet in form.sheets):
        rows["commune_assessment"] = [self_assessment(form.sheet("commune_assessment"), strong)]
    if any(sheet.id == "narrative" for sheet in form.sheets):
        rows["narrative"] = [narrative(strong)]
    return rows


def _strong(sender: Sender, year: int) -> bool:
    """Whether a unit does well that year: most do, more each year."""
    return Random(f"strong {sender.id}").random() < 0.62 + 0.08 * (year - 2024)


def _list(sheet: Sheet, sender: Sender, year: int) -> list[Row]:
    random = Random(f"{sender.id} {sheet.id} {year}")
    lasting = Random(f"{sender.id} {sheet.id}")
    match sheet.id:
        case "households":
            everyone = people(lasting, sender.size, sender.cohort)
            registered = everyone[: round(sender.size * (0.80 + 0.05 * (year - 2024)))]
            return [household(sheet, name, born, year, random) for name, born in registered]
        case "clans":
            return [clan(sheet, name, year, random) for name in lasting.sample(CLANS, 3)]
        case "citizens" | "staff" | "workers":
            count = sender.size if sheet.id != "citizens" else 40 + sender.size // 6 + 6 * (year - 2024)
            everyone = people(lasting, count, sender.cohort)
            return [citizen(sheet, name, born, year, random) for name, born in everyone]
        case "initiatives":
            return [initiative(name, random) for name in random.sample(INITIATIVES, random.randint(1, 4))]
        case "funds":
            return [expense(random) for _ in range(random.randint(1, 3))]
        case "documents":
            return [document(number, year, name) for number, name in enumerate(DOCUMENTS, 1)]
        case "classes":
            return [_asked(sheet, lesson(topic, year, random)) for topic in TOPICS]
        case _:
            return []


def _asked(sheet: Sheet, row: Row) -> Row:
    """What the revision of a sheet asks of a record."""
    ids = {field.id for field in sheet.asked}
    return {name: value for name, value in row.items() if name in ids}

"""Terms: under which the run was made, of the register and of the law.

Each function returns one entry, under the keys that docs/contract.md names.
"""

from learnsoc_xlsx.model.law.quantity import OpenChoice, Quantity
from learnsoc_xlsx.model.law.texts.decisions import Decision
from learnsoc_xlsx.model.run import Request, Run
from learnsoc_xlsx.stages.write.changes.inputs.register_rows import RegisterRow, plain
from learnsoc_xlsx.stages.write.found.entry import Json
from learnsoc_xlsx.stages.write.run_json.words import day_of, exact


def of_unit(run: Run, name: str) -> Json:
    unit = run.register.unit_on(name, run.as_of)
    return {"id": name, "name": unit.name if unit else name, "kind": unit.kind if unit else None}


def of_request(request: Request | None) -> Json | None:
    if request is None:
        return None
    return {"as_of": day_of(request.as_of), "today": day_of(request.today), "products": list(request.products)}


def of_register_row(row: RegisterRow) -> Json:
    fields = [{"field": name, "value": value} for name, value in row.values.items()]
    return {"sheet": row.sheet, "key": row.key, "fields": fields, "check": row.check or None}


def of_quantity(number: Quantity) -> Json:
    return {
        "key": number.key,
        "label": number.label,
        **exact(number.value),
        "source": number.source,
        "verified": number.verified,
        "local": number.local,
    }


def of_choice(choice: OpenChoice) -> Json:
    return {
        "key": choice.key,
        "label": choice.label,
        "chosen": [option.id for option in choice.options_held],
        "shown": choice.shown,
        "number": plain(choice.number),
        "source": choice.source or None,
        "local": choice.local,
    }


def of_text(decision: Decision) -> Json:
    return {"id": decision.id, "name": decision.name, "sha256": decision.sha256}

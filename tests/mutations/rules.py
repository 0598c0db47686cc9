"""What may not stand side by side: rules between cells, limits, what is required, who is twice."""

from learnsoc_xlsx.model.findings.codes import Code
from tests.mutations.changes import copy_value, put
from tests.mutations.mutation import EVERY, VILLAGE, WITH_PEOPLE, Mutation
from tests.mutations.paper import LIST, PEOPLE, At, Span

UNITS_FORMS = ("school", "department", "enterprise")
MARK = "citizen_recognised"


def _outside(at: At, value: object, code: Code, forms: tuple[str, ...] = EVERY) -> Mutation:
    name = f"{value!r} is outside the limits of {at.field} ({code.code})"
    return Mutation(name, (put(at, value),), code, at, forms, loses=(at,))


def _empty(at: At, forms: tuple[str, ...] = EVERY) -> Mutation:
    return Mutation(f"{at.field} left empty", (put(at, None),), Code.REQUIRED_EMPTY, at, forms, loses=(at,))


def _more(limited: At, by: At, forms: tuple[str, ...]) -> Mutation:
    change = copy_value(by, limited, more=1)
    return Mutation(
        f"{limited.field} is more than {by.field}", (change,), Code.EXCEEDS, limited, forms, loses=(limited,)
    )


LIMITS = (
    _outside(At("indicators", "radio_broadcasts"), -3, Code.TOO_SMALL, ("village", "department", "centre")),
    _outside(At("households", "gdht_1", 1), 30.5, Code.TOO_LARGE, VILLAGE),
    _outside(At("households", "gdht_1", 1), -1, Code.TOO_SMALL, VILLAGE),
    _outside(At("clans", "families", 2), 0, Code.TOO_SMALL, VILLAGE),
    _outside(At(PEOPLE, "cdht_a1", 1), 10.5, Code.TOO_LARGE, WITH_PEOPLE),
    _outside(At(PEOPLE, "cdht_a1", 1), -1, Code.TOO_SMALL, WITH_PEOPLE),
    _outside(At(PEOPLE, "recognised_year", 0), 1999, Code.TOO_SMALL, WITH_PEOPLE),
    _outside(At("cover", "recognised_level"), 3, Code.TOO_LARGE, UNITS_FORMS),
    _outside(At("cover", "recognised_level"), 0, Code.TOO_SMALL, UNITS_FORMS),
    _outside(At("funds", "budget", 1), -1, Code.TOO_SMALL),
    _empty(At("indicators", "communication_sessions")),
    _empty(At("indicators", "fund_income")),
    _empty(At("cover", "report_date")),
    _empty(At("cover", "unit_name")),
    _empty(At("cover", "registered"), WITH_PEOPLE),
    _empty(At("cover", "recognised"), WITH_PEOPLE),
    _empty(At("cover", "plan_issued"), ("village", "school", "department")),
    _empty(At("nominations", "award", 1), WITH_PEOPLE),
    _empty(At("clans", "families", 1), VILLAGE),
    _empty(At("cover", "school_level"), ("school",)),
)

BETWEEN = (
    Mutation("more children than members", (put(At("households", "children", 1), 99),), Code.EXCEEDS, At("households", "children", 1), VILLAGE, loses=(At("households", "children", 1),)),
    Mutation("more women than learners", (put(At("classes", "women", 1), 99),), Code.EXCEEDS, At("classes", "women", 1), ("centre",), loses=(At("classes", "women", 1),)),
    Mutation("more families recognised than there are", (put(At("clans", "families_recognised", 1), 99),), Code.EXCEEDS, At("clans", "families_recognised", 1), VILLAGE, loses=(At("clans", "families_recognised", 1),)),
    _more(At("indicators", "literate"), At("indicators", "literacy_total"), VILLAGE),
    _more(At("indicators", "age_children_schooled"), At("indicators", "age_children_total"), VILLAGE),
    _more(At("indicators", "pupils_learning_citizens"), At("indicators", "pupils_total"), ("school",)),
    _more(At("indicators", "members_trained"), At("indicators", "members_total"), UNITS_FORMS),
    Mutation("the fund does not balance", (put(At("indicators", "fund_closing"), 7_000_001),), Code.NOT_BALANCED, At("indicators", "fund_closing"), loses=(At("indicators", "fund_closing"),)),
    Mutation("the fund is spent otherwise", (put(At("indicators", "fund_spending"), 900_000),), Code.NOT_BALANCED, At("indicators", "fund_closing"), loses=(At("indicators", "fund_closing"), At("indicators", "fund_spending"))),
    Mutation("the same person twice", (copy_value(At(PEOPLE, "name", 0), At(PEOPLE, "name", 1)), copy_value(At(PEOPLE, "birth_year", 0), At(PEOPLE, "birth_year", 1))), Code.REPEATED, At(PEOPLE, "name", 1), WITH_PEOPLE, loses=(At(PEOPLE, row=1, span=Span.ROW),)),
    Mutation("the same person twice, typed otherwise", (put(At(PEOPLE, "name", 1), "NGUYỄN  THỊ HOÀ"), copy_value(At(PEOPLE, "birth_year", 0), At(PEOPLE, "birth_year", 1))), Code.REPEATED, At(PEOPLE, "name", 1), WITH_PEOPLE, loses=(At(PEOPLE, row=1, span=Span.ROW),)),
    Mutation("the same clan twice", (copy_value(At("clans", "clan", 0), At("clans", "clan", 2)),), Code.REPEATED, At("clans", "clan", 2), VILLAGE, loses=(At("clans", row=2, span=Span.ROW),)),
    Mutation("the same class twice", (copy_value(At("classes", "topic", 0), At("classes", "topic", 1)),), Code.REPEATED, At("classes", "topic", 1), ("centre",), loses=(At("classes", row=1, span=Span.ROW),)),
    Mutation("recognised with too few points", (put(At(PEOPLE, MARK, 2), "x"),), Code.MARK_WITHOUT_POINTS, At(PEOPLE, MARK, 2), WITH_PEOPLE, loses=(At(PEOPLE, MARK, 2),)),
    Mutation("recognised with one point under the floor", (put(At(PEOPLE, "cdht_b1", 0), 4.5),), Code.MARK_WITHOUT_POINTS, At(PEOPLE, MARK, 0), WITH_PEOPLE, loses=(At(PEOPLE, "cdht_b1", 0),)),
    Mutation("points enough, mark forgotten", (put(At(PEOPLE, MARK, 0), None), put(At(PEOPLE, "recognised_year", 0), None)), Code.POINTS_WITHOUT_MARK, At(PEOPLE, MARK, 0), WITH_PEOPLE, loses=(At(PEOPLE, MARK, 0), At(PEOPLE, "recognised_year", 0))),
    Mutation("the day of a plan, but not its number", (put(At("cover", "plan_no"), None),), Code.NEEDS_OTHER, At("cover", "plan_no"), ("village", "school", "department"), loses=(At("cover", "plan_no"),)),
    Mutation("recognised, but not registered", (put(At("cover", "registered"), "không"),), Code.YES_WITHOUT, At("cover", "registered"), WITH_PEOPLE, loses=(At("cover", "registered"),)),
    Mutation("a year of recognition, but no mark", (put(At("clans", "clan_recognised", 0), None),), Code.NEEDS_OTHER, At("clans", "clan_recognised", 0), VILLAGE, loses=(At("clans", "clan_recognised", 0),)),
    Mutation("more members registered than the list marks", (put(At("indicators", "members_registered"), 2),), Code.COUNT_DIFFERS, At("indicators", "members_registered"), UNITS_FORMS, loses=(At("indicators", "members_registered"),)),
    Mutation("fewer clans recognised than the list marks", (put(At("indicators", "clans_recognised"), 0),), Code.COUNT_DIFFERS, At("indicators", "clans_recognised"), VILLAGE, loses=(At("indicators", "clans_recognised"),)),
    Mutation("a record without a name", (put(At(LIST, row=1), None),), Code.IDENTITY_EMPTY, At(LIST, row=1), loses=(At(LIST, row=1, span=Span.ROW),)),
    Mutation("an item of money without its name", (put(At("funds", row=2), "  "),), Code.IDENTITY_EMPTY, At("funds", row=2), loses=(At("funds", row=2, span=Span.ROW),)),
    Mutation("a nominee without a name", (put(At("nominations", "name", 1), None),), Code.IDENTITY_EMPTY, At("nominations", "name", 1), WITH_PEOPLE, loses=(At("nominations", row=1, span=Span.ROW),)),
)  # fmt: skip

RULES = LIMITS + BETWEEN

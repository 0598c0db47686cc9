"""What the declarations share: of whom a figure is asked, and how it adds up."""

from learnsoc_xlsx.model.form.form import AddsUp, SaidBy
from learnsoc_xlsx.model.law.indicators import Asked, SaidInstead

FLOW, STOCK, OPENING, SHARE = AddsUp.FLOW, AddsUp.STOCK, AddsUp.OPENING, AddsUp.SHARE

VILLAGE = Asked(("village",))
OFFICES = Asked(("school", "department"))
SCHOOL = Asked(("school",))
ENTERPRISE = Asked(("enterprise",))
STAFFED = Asked(("school", "department", "enterprise"))
CENTRE = Asked(("centre",))
OFFICE = Asked(("office",))
EVERYONE = Asked(("village", "school", "department", "enterprise", "centre"))
EVERYONE_AND_OFFICE = Asked((*EVERYONE.of, "office"))

ONCE = 3
"""The revision of the forms from which nothing is asked twice."""
_STAFFED = ("school", "department", "enterprise")
_FUNDED = ("village", "school", "department", "enterprise", "centre")

VILLAGE_NAMED = Asked(("village",), (SaidInstead(("village",), SaidBy("cover", "unit_name"), ONCE),))
VILLAGE_REGISTERED = Asked(("village",), (SaidInstead(("village",), SaidBy("cover", "registered"), ONCE),))
VILLAGE_RECOGNISED = Asked(("village",), (SaidInstead(("village",), SaidBy("cover", "recognised"), ONCE),))
UNIT_NAMED = Asked(_STAFFED, (SaidInstead(_STAFFED, SaidBy("cover", "unit_name"), ONCE),))
UNIT_REGISTERED = Asked(_STAFFED, (SaidInstead(_STAFFED, SaidBy("cover", "registered"), ONCE),))
UNIT_RECOGNISED = Asked(_STAFFED, (SaidInstead(_STAFFED, SaidBy("cover", "recognised"), ONCE),))
"""One of its kind where it bears a name; registered and recognised as its cover says."""
PLANNING = Asked(_FUNDED, (SaidInstead(("village", "school", "department"), SaidBy("cover", "plan_issued"), ONCE),))
MEMBERS_OF_ASSOCIATION = Asked(
    ("village", *_STAFFED), (SaidInstead(("village",), SaidBy("indicators", "association_members_village"), ONCE),)
)
FUNDED = Asked(_FUNDED)
BUDGETED = Asked(_FUNDED, (SaidInstead(_FUNDED, SaidBy("funds", "budget"), ONCE),))
MOBILISED = Asked(_FUNDED, (SaidInstead(_FUNDED, SaidBy("funds", "mobilised"), ONCE),))

"""What the declarations share: of whom a figure is asked, and how it adds up."""

from learnsoc_xlsx.model.form.form import AddsUp
from learnsoc_xlsx.model.law.indicators import Asked

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
FUNDED = Asked(("village", "school", "department", "enterprise", "centre"))

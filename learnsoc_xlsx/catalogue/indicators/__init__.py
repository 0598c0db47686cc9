"""The indicators: what the movement is measured by, each with the clause of the plan that it serves.

Clauses are those of Kế hoạch 55/KH-UBND (13/5/2024). An indicator asked of a form is a row of that form's
indicator sheet; a counted or summed one comes from a list; a share is recomputed from its two sums.
"""

from learnsoc_xlsx.catalogue.indicators.commune import (
    BOTH_TITLES,
    CULTURAL_VILLAGES,
    LEADERSHIP,
    ORGANISED_BY_COMMUNE,
)
from learnsoc_xlsx.catalogue.indicators.communities import COMMUNITIES
from learnsoc_xlsx.catalogue.indicators.culture import CULTURE
from learnsoc_xlsx.catalogue.indicators.families import FAMILIES
from learnsoc_xlsx.catalogue.indicators.funding import FUNDING
from learnsoc_xlsx.catalogue.indicators.learners import LEARNERS
from learnsoc_xlsx.catalogue.indicators.organisation import ORGANISATION
from learnsoc_xlsx.catalogue.indicators.resources import RESOURCES
from learnsoc_xlsx.catalogue.indicators.skills import SKILLS

INDICATORS = (
    *CULTURE,
    *RESOURCES,
    *SKILLS,
    *FAMILIES,
    *BOTH_TITLES,
    *COMMUNITIES,
    *CULTURAL_VILLAGES,
    *LEARNERS,
    *LEADERSHIP,
    *FUNDING,
    *ORGANISATION,
    *ORGANISED_BY_COMMUNE,
)
"""In the order in which forms and results show them."""

__all__ = ["INDICATORS"]

"""What each figure is, in words of its own: counted in a list, summed over a column, or a share of two sums.

The clauses are those of the plan. How a figure that is asked adds up stands in the codebook; a flow sums over years and
units, a stock takes the last year of a phase, an opening balance the first, a share is reckoned anew from its two sums.
"""

COUNTED = {
    "households_listed": (("households",), ()),
    "households_listed_recognised": (("households",), ("household_recognised",)),
    "households_cultural": (("households",), ("cultural_family",)),
    "households_both": (("households",), ("household_recognised", "cultural_family")),
    "citizens_listed": (("citizens",), ()),
    "centre_topics": (("classes",), ()),
    "initiatives": (("initiatives",), ()),
    "nominations_upward": (("nominations",), ("upward",)),
    "documents_issued": (("documents",), ()),
    "incentives_issued": (("documents",), ("incentive",)),
}
"""Rows of a list that bear these marks, all of them."""
SUMMED = {
    "clan_fund": ("clans", "clan_fund"),
    "centre_sessions": ("classes", "sessions"),
    "centre_attendances": ("classes", "learners"),
    "centre_attendances_women": ("classes", "women"),
    "initiatives_beneficiaries": ("initiatives", "beneficiaries"),
    "mobilised_listed": ("funds", "mobilised"),
}
"""A column of a list, added up."""
MARKED = {"villages_cultural": ("cover", "cultural_title")}
"""A mark on the cover, counted as one."""
SHARES = {
    "age_children_schooled_share": ("age_children_schooled", "age_children_total"),
    "centre_attendances_women_share": ("centre_attendances_women", "centre_attendances"),
    "association_share": ("association_members_village", "population"),
    "literacy_share": ("literate", "literacy_total"),
    "adults_digital_share": ("adults_digital", "adults_total"),
    "households_share": ("households_recognised", "households_total"),
    "households_share_registered": ("households_recognised", "households_registered"),
    "clans_share": ("clans_recognised", "clans_total"),
    "clans_share_registered": ("clans_recognised", "clans_registered"),
    "villages_share": ("villages_recognised", "villages_total"),
    "villages_share_registered": ("villages_recognised", "villages_registered"),
    "units_share": ("units_recognised", "units_total"),
    "units_share_registered": ("units_recognised", "units_registered"),
    "citizens_share": ("citizens_recognised", "adults_total"),
    "citizens_share_registered": ("citizens_recognised", "citizens_registered"),
    "members_share": ("members_recognised", "members_total"),
    "members_share_registered": ("members_recognised", "members_registered"),
    "members_trained_share": ("members_trained", "members_total"),
    "members_compliant_share": ("members_compliant", "members_total"),
}
"""Both shares are always given: achieved of all, and achieved of registered."""

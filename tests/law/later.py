"""A decision of 2028 that exists nowhere: it states anew all that can be stated, each otherwise than before."""

from learnsoc_xlsx.catalogue.law import DECISIONS

FILE = "2028-dat-lai-tat-ca.toml"
_HEAD = """\
id = "made-up-2028"
name = "Quyết định giả định 2028"
issuer = "Không ai"
issued = 2028-02-10
in_force = 2028
verified = true
source = "Quyết định giả định 2028, chỉ dùng để thử"
"""
_OTHERWISE = (
    ('name = "Giai đoạn 2: Từ năm 2026 đến năm 2030"', 'name = "Giai đoạn 2 kéo dài"'),
    ("last = 2030", "last = 2032"),
    ("day = 29", "day = 15"),
    ('name = "Khen thưởng hằng năm {year}"', 'name = "Khen thưởng từng năm {year}"'),
    ('id = "some", label = "ít nhất N năm"', 'id = "some", label = "từ N năm"'),
    ('default = ["sum"]', 'default = ["last"]'),
    ('default = ["council"]', 'default = ["include"]'),
    ('default = ["two_thirds"]', 'default = ["half"]'),
    ('key = "award.unit.policies"', 'key = "award.village.initiatives"'),
    ('bound = { key = "award.village.initiatives"', 'bound = { key = "award.village.initiatives.2028"'),
    ('contradicted = "stands"', 'contradicted = "undecided"'),
    ("since = 2024-05-13", "since = 2028-02-10"),
    (
        '{ of = "initiatives", label = "Số sáng kiến" },\n    { of = "communication_sessions"',
        '{ of = "communication_sessions"',
    ),
    (
        'title = "learning_unit"\nlisted_in = []\nended = { of = "dissolved", basis = "dissolved", label = "Còn hoạt động vào ngày quyết định" }\nrank = [\n    { of = "members_share"',
        'title = "learning_unit"\nlisted_in = []\ndrops = ["initiatives"]\nended = { of = "dissolved", basis = "dissolved", label = "Còn hoạt động vào ngày quyết định" }\nrank = [\n    { of = "members_share"',
    ),
    ('name = "Cá nhân tiêu biểu"', 'name = "Công dân tiêu biểu"'),
)
_MORE = """
[[jumps]]
id = "people"
label = "Dân số, số hộ, số người"
factor = { value = 9, key = "jump.people.factor", label = "Hỏi lại khi khác quá số lần này" }
least = { value = 900, key = "jump.people.least", label = "Chỉ hỏi lại khi chênh từ số này" }

[[targets]]
indicator = "households_share"
year = 2025
at_least = 99
source = "Quyết định giả định 2028"
verified = true

[[targets]]
indicator = "citizens_share"
year = 2030
at_least = 99
source = "Quyết định giả định 2028"
verified = true

[[targets]]
indicator = "literacy_share"
year = 2030
at_least = 99
source = "Quyết định giả định 2028"
verified = true

[[base_pay]]
since = 2028-02-10
amount = 9000000
source = "Quyết định giả định 2028"
verified = true

[[roundings]]
since = 2028-02-10
to = 500000
source = "Quyết định giả định 2028"
verified = true

[[bonuses]]
subject = "individual"
since = 2028-02-10
rate = { value = 0.9, key = "bonus.2028.individual", verified = true, source = "Quyết định giả định 2028" }
source = "Quyết định giả định 2028"

[[titles]]
id = "learning_citizen"
name = "Công dân học tập"
rule = "every"
subject = "individual"
article = "Điều 1"
mark = "citizen_recognised"
recognised_when = "recognised_year"
criteria = [{ id = "cdht_moi", article = "Điều 2", kind = "mark", verified = true, label = "Tiêu chí mới" }]
drops = ["called", "pass_at", "recognised_by", "cdht_a1", "cdht_a2", "cdht_a3", "cdht_a4", "cdht_b1", "cdht_b2", "cdht_b3", "cdht_b4", "cdht_c1", "cdht_c2"]
"""


def decision() -> str:
    """The text of the decision: the plan stated anew, with every kind of word changed that it has, and those that it has not."""
    plan = (DECISIONS / "2024-ke-hoach-55.toml").read_text(encoding="utf-8")
    first, second = plan.index("[[phases]]"), plan.index('[[phases]]\nid = "phase-2"')
    body = plan[second:] if first < second else plan
    for right, wrong in _OTHERWISE:
        assert right in body, right
        body = body.replace(right, wrong)
    return _HEAD + body + _MORE

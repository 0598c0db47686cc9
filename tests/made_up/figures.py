"""What a unit says of itself beside its lists: its cover, its figures, its self-assessment; they agree with each other."""

from datetime import date
from random import Random

from learnsoc_xlsx.model.form.form import Kind, Sheet
from tests.made_up.lists import marked
from tests.made_up.people import people
from tests.made_up.senders import Sender
from tests.made_up.values import Row, Rows, drawn


def cover(sheet: Sheet, sender: Sender, year: int, strong: bool, random: Random) -> Row:
    """Return the cover of a unit that was recognised that year, or was not."""
    row: Row = {
        "unit_name": sender.name,
        "report_year": year,
        "report_date": date(year, 11, random.randint(8, 27)),
        "head": people(random, 1)[0][0],
        "contact": f"09{random.randint(10, 99)} {random.randint(100, 999)} {random.randint(100, 999)}",
        "school_level": sender.level,
        "pending": False,
        "already_awarded": False,
        "cultural_title": True,
        "recognised": False,
        "upward": False,
        "registered": True,
        "plan_issued": True,
        "plan_no": "05/KH",
        "plan_on": date(year, 1, 20),
        "policies_applied": strong,
        "policies_named": "Cử người đi học, trao học bổng, miễn tiền mượn sách",
    }
    if strong and sender.kind != "office":
        row |= {
            "recognised": True,
            "recognised_no": f"{random.randint(20, 400)}/QĐ-UBND",
            "recognised_on": date(year, 1, random.randint(5, 28)),
            "recognised_by": "UBND xã",
            "recognised_level": 1,
            "contribution_acknowledged": f"{random.randint(10, 90)}/GCN-UBND",
            "training_rule": f"{random.randint(1, 30)}/QC-CT",
            "contribution_by": "UBND xã",
            "contribution_on": date(year, 9, 5),
            "rule_by": "Giám đốc",
            "rule_on": date(year, 2, 2),
            "upward": random.random() < 0.3,
        }
    if "contribution_acknowledged" in row:
        row |= {"contribution_no": row["contribution_acknowledged"], "rule_no": row["training_rule"]}
    asked = {field.id for field in sheet.asked}
    return {name: value for name, value in row.items() if name in asked and value != ""}


def indicators(sheet: Sheet, size: int, lists: Rows, year: int, strong: bool, random: Random) -> Row:
    """Return the figures of a unit of that size: those that its lists hold are theirs, what nobody counts is drawn."""
    row: Row = {}
    known = _counted(lists, strong) | _of_the_unit(size, year, strong, random)
    for field in sheet.asked:
        row[field.id] = known[field.id] if field.id in known else drawn(field, row, random)
    return row


def _counted(lists: Rows, strong: bool) -> Row:
    households, clans, citizens = (lists.get(name, []) for name in ("households", "clans", "citizens"))
    members = lists.get("staff") or lists.get("workers") or []
    return {
        "households_registered": len(households),
        "households_recognised": marked(households, "household_recognised"),
        "clans_total": len(clans),
        "clans_registered": marked(clans, "clan_registered"),
        "clans_recognised": marked(clans, "clan_recognised"),
        "citizens_registered": len(citizens),
        "citizens_recognised": marked(citizens, "citizen_recognised"),
        "members_total": len(members),
        "members_registered": len(members),
        "members_recognised": marked(members, "citizen_recognised"),
        "members_trained": len(members) if strong else round(len(members) * 0.8),
        "members_compliant": len(members) if strong else round(len(members) * 0.85),
    }


def _of_the_unit(size: int, year: int, strong: bool, random: Random) -> Row:
    growth = year - 2024
    adults, children, readers, joined = (round(size * share) for share in (2.6, 0.7, 2.2, 0.9 + 0.1 * growth))
    opening = 25_000_000 + 1_000_000 * random.randint(0, 20)
    income, spending = 1_000_000 * random.randint(5, 40), 1_000_000 * random.randint(3, 25)
    return {
        "population": round(size * 3.6),
        "age_children_total": children,
        "age_children_schooled": children - random.randint(0, 2),
        "adults_total": adults,
        "adults_digital": round(adults * (0.45 + 0.08 * growth)),
        "literacy_total": readers,
        "literate": readers - random.randint(0, 9),
        "association_members_village": joined,
        "association_members": joined,
        "households_total": size,
        "villages_total": 1,
        "villages_registered": 1,
        "villages_recognised": int(strong),
        "units_total": 1,
        "units_registered": 1,
        "units_recognised": int(strong),
        "fund_opening": opening,
        "fund_income": income,
        "fund_spending": spending,
        "fund_closing": opening + income - spending,
        "communication_sessions": random.randint(4, 16),
        "communication_attendances": random.randint(80, 900),
        "pupils_total": size * 12,
        "pupils_learning_citizens": size * 9,
        "learning_plan_issued": 1,
        "heads_sessions": 6 + growth,
        "units_guided": 22,
        "exemplary_members": 9 + 2 * growth,
        "villages_inspected": 6,
        "enterprises_inspected": 3,
        "inspections_made": 15,
        "inspections_recorded": 13,
        "articles_published": 18 + 4 * growth,
        "culture_events": 3,
    }


def self_assessment(sheet: Sheet, strong: bool) -> Row:
    """Return the marks and points a unit gives itself; one that is not strong lacks every third mark and half of its points."""
    return {
        field.id: (strong or at % 3 > 0) if field.kind is Kind.MARK else round(float(field.max or 10) * (0.9 if strong else 0.5))
        for at, field in enumerate(sheet.asked)
    }  # fmt: skip


def narrative(strong: bool) -> Row:
    """Return what a unit says of its year in words."""
    return {
        "results": "Nhiều người tham gia học tập hơn năm trước; tủ sách được bổ sung",
        "difficulties": "Người lớn tuổi chưa quen học trên mạng" if strong else "Chưa tổ chức được nhiều lớp",
        "causes": "Thiếu người hướng dẫn và thiết bị",
        "lessons": "Gắn việc học với việc làm hằng ngày thì đông người dự",
        "proposals": "Đề nghị xã mở thêm lớp kỹ năng số",
    }

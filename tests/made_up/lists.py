"""The records of a unit's lists: people, families, clans and what was done, each with the marks that its points earn."""

from collections.abc import Iterator
from datetime import date
from random import Random

from learnsoc_xlsx.model.form.form import Field, Kind, Sheet
from tests.made_up.people import MIDDLE_WOMEN, people
from tests.made_up.values import Row, Rows

TOPICS = (
    "Kỹ năng số cho nông dân",
    "Chăm sóc sức khỏe gia đình",
    "Kỹ thuật trồng lúa hữu cơ",
    "Pháp luật và đời sống",
    "Tiếng Anh giao tiếp",
    "Phòng chống lừa đảo trên mạng",
    "Nuôi dạy con tốt",
    "Khởi nghiệp ở nông thôn",
)
INITIATIVES = (
    "Tủ sách dòng họ",
    "Tiếng trống khuyến học",
    "Góc học tập trong mỗi nhà",
    "Lớp học số tối thứ bảy",
    "Nuôi lợn đất khuyến học",
    "Câu lạc bộ đọc sách",
    "Đôi bạn cùng tiến",
    "Mỗi tuần một kỹ năng số",
)
CLANS = ("Nguyễn Đình", "Trần Văn", "Lê Hữu", "Phạm Bá", "Vũ Công", "Hoàng Trọng", "Đặng Xuân", "Bùi Đức")
GROUPS = ("farmer", "worker", "official", "other")
EXPENSES = ("Trao thưởng học sinh giỏi", "Mua sách cho tủ sách thôn", "Hỗ trợ lớp học số", "Sửa nhà văn hóa")
DOCUMENTS = (
    "Kế hoạch triển khai phong trào xây dựng xã hội học tập",
    "Quy định khen thưởng học sinh, gia đình học tập tiêu biểu",
    "Kế hoạch Tuần lễ hưởng ứng học tập suốt đời",
    "Quy chế phối hợp giữa Hội Khuyến học và các trường",
)
"""What a commune issues in a year; the second rewards."""
BEST = (
    ("households", "head", "household", "household_recognised", 3),
    ("clans", "clan", "clan", "clan_recognised", 1),
    ("citizens", "name", "individual", "citizen_recognised", 2),
    ("staff", "name", "individual", "citizen_recognised", 2),
    ("workers", "name", "individual", "citizen_recognised", 2),
)
"""The lists from which a unit names its best: the list, who, for which award, the mark they should have, and how many."""
PASS = 80
"""So many points of a hundred and a family or a citizen is recognised."""


def household(sheet: Sheet, head: str, born: int, year: int, random: Random) -> Row:
    children = random.randint(0, 3)
    points = [random.randint(int(float(field.max or 30) * 0.62), int(field.max or 30)) for field in _scores(sheet)]
    good = sum(points) >= PASS
    row: Row = {"head": head, "birth_year": born, "members": children + random.randint(1, 4), "children": children}
    row |= dict(zip((field.id for field in _scores(sheet)), points, strict=True))
    row |= {"household_registered": True, "household_recognised": good, "cultural_family": random.random() < 0.8}
    return row | _recognised(good, year) | _contribution(random)


def clan(sheet: Sheet, name: str, year: int, random: Random) -> Row:
    families = random.randint(14, 60)
    good = random.random() < 0.66
    row: Row = {"clan": f"Họ {name}", "clan_head": _somebody(random), "families": families}
    row["families_recognised"] = round(families * (0.85 if good else 0.5))
    for field in sheet.asked:
        if field.id.startswith("dhht_"):
            row[field.id] = good if field.kind is Kind.MARK else 8
    row |= {"clan_fund": 1_000_000 * random.randint(2, 30), "clan_registered": True, "clan_recognised": good}
    return row | _recognised(good, year) | _contribution(random)


def citizen(sheet: Sheet, name: str, born: int, year: int, random: Random) -> Row:
    good = random.random() < 0.64 + 0.05 * (year - 2024)
    points = [random.randint(8, 10) if good else random.randint(5, 8) for _ in _scores(sheet)]
    good = sum(points) >= PASS and min(points) >= 5
    row: Row = {"name": name, "birth_year": born, "subject_group": random.choice(GROUPS)}
    row |= dict(zip((field.id for field in _scores(sheet)), points, strict=True))
    row |= {"citizen_registered": True, "citizen_recognised": good}
    return row | _recognised(good, year) | _contribution(random)


def _scores(sheet: Sheet) -> list[Field]:
    return [field for field in sheet.asked if field.kind is Kind.SCORE]


def _recognised(good: bool, year: int) -> Row:
    return {"recognised_year": year} if good else {}


def _contribution(random: Random) -> Row:
    return {
        "labour_days": random.randint(0, 14),
        "ideas": random.randint(0, 4),
        "money": 50_000 * random.randint(0, 40),
    }


def initiative(name: str, random: Random) -> Row:
    return {
        "initiative": name,
        "author": _somebody(random),
        "kind": random.choice(("initiative", "solution", "model")),
        "beneficiaries": random.randint(12, 300),
        "result": "Nhiều người tham gia hơn năm trước",
    }


def _somebody(random: Random) -> str:
    return people(random, 1)[0][0]


def expense(random: Random) -> Row:
    return {
        "item": f"{random.choice(EXPENSES)} đợt {random.randint(1, 99)}",
        "budget": 500_000 * random.randint(0, 12),
        "mobilised": 500_000 * random.randint(0, 20),
        "donor": "Các nhà hảo tâm",
        "used_for": "Theo nghị quyết của đơn vị",
    }


def document(number: int, year: int, name: str) -> Row:
    return {
        "number": f"{14 * number}/{''.join(word[0] for word in name.split()[:2]).upper()}-UBND",
        "issued_on": date(year, 2 * number, 6 + number),
        "about": f"{name} năm {year}",
        "incentive": number == 2,
    }


def lesson(topic: str, year: int, random: Random) -> Row:
    learners = random.randint(25, 80)
    return {
        "topic": topic,
        "held_on": date(year, random.randint(2, 10), random.randint(1, 28)),
        "sessions": random.randint(1, 6),
        "learners": learners,
        "women": random.randint(5, learners),
        "audience": "Người dân trong xã",
        "budget": 1_000_000,
        "mobilised": 500_000,
    }


def nominations(sheet: Sheet, lists: Rows, unit: str) -> Iterator[Row]:
    """Yield the best of each list, as a unit would name them on a sheet that asks so much."""
    asked = {field.id for field in sheet.asked}
    for listed, who, award, mark, count in BEST:
        best = sorted(lists.get(listed, ()), key=lambda row: (not row.get(mark), -_days(row), str(row[who])))
        for row in best[:count]:
            nomination = _nomination(award, row, str(row[who]), unit)
            yield {name: value for name, value in nomination.items() if name in asked}


def _nomination(award: str, row: Row, name: str, unit: str) -> Row:
    nomination: Row = {
        "award": award,
        "name": name,
        "leader": False,
        "achievement": "Tích cực đóng góp cho phong trào học tập của địa phương",
        "already_awarded": False,
        "pending": False,
        "upward": _days(row) >= 13,
        "address": unit,
        "proposed_form": "giay_khen",
    }
    if award != "clan":
        woman = any(middle in name for middle in MIDDLE_WOMEN)
        nomination |= {"honorific": "ba" if woman else "ong", "position": "Hội viên khuyến học"}
    return nomination | ({"birth_year": row["birth_year"]} if "birth_year" in row else {})


def _days(row: Row) -> int:
    return int(str(row["labour_days"]))


def marked(rows: list[Row], mark: str) -> int:
    """Return how many records bear a mark."""
    return sum(1 for row in rows if row.get(mark) is True)

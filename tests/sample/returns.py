"""What each unit would report: figures, lists and nominations that agree with each other, drawn from a seed."""

from datetime import date
from random import Random

from learnsoc_xlsx.model.form.form import Field, Form, Kind, Sheet
from tests.sample.commune import Row, Sampled, cohort
from tests.sample.people import people

Cells = dict[str, list[Row] | Row]

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
GROUPS = ("Nông dân, lao động nông thôn", "Công nhân, thợ thủ công", "Cán bộ, viên chức, doanh nhân", "Đối tượng khác")


def filled(form: Form, unit: Sampled, year: int) -> Cells:
    """Return the cells of one faultless return, by sheet and field; the same unit and year always give the same."""
    random = Random(f"{unit.id} {year}")
    lists = {sheet.id: _list(sheet, unit, year) for sheet in form.sheets if sheet.kind.value == "list"}
    if "nominations" in lists:
        lists["nominations"] = _nominations(lists)
    cells: Cells = {"cover": _cover(form.sheet("cover"), unit, year, random)}
    cells["indicators"] = _indicators(form.sheet("indicators"), unit, year, lists, random)
    if any(sheet.id == "self_assessment" for sheet in form.sheets):
        cells["self_assessment"] = _self_assessment(form.sheet("self_assessment"), unit, year)
    return cells | lists


def _strong(unit: Sampled, year: int) -> bool:
    """Whether a unit does well that year: most do, more each year."""
    return Random(f"strong {unit.id}").random() < 0.62 + 0.08 * (year - 2024)


def _cover(sheet: Sheet, unit: Sampled, year: int, random: Random) -> Row:
    row: Row = {
        "unit_name": unit.name,
        "report_year": year,
        "report_date": date(year, 11, random.randint(8, 27)),
        "head": f"{people(random, 1)[0][0]}",
        "contact": f"09{random.randint(10, 99)} {random.randint(100, 999)} {random.randint(100, 999)}",
        "school_level": unit.extra,
        "pending": "không",
        "already_awarded": "không",
        "cultural_title": "x",
        "recognised": "không",
        "upward": "không",
    }
    if _strong(unit, year):
        row |= {"recognised": "x", "recognised_no": f"{random.randint(20, 400)}/QĐ-UBND", "recognised_on": date(year, 1, random.randint(5, 28)), "recognised_by": "UBND xã", "recognised_level": 1}  # fmt: skip
        row |= {"contribution_acknowledged": f"{random.randint(10, 90)}/GCN-UBND", "training_rule": f"{random.randint(1, 30)}/QC-CT"}  # fmt: skip
        row["upward"] = "x" if random.random() < 0.3 else "không"
    if unit.id == "D05" and year == 2026:
        row["pending"] = "x"
    asked = {field.id for field in sheet.asked}
    return {name: value for name, value in row.items() if name in asked and value != ""}


def _indicators(sheet: Sheet, unit: Sampled, year: int, lists: dict[str, list[Row]], random: Random) -> Row:
    growth = year - 2024
    size = unit.size
    adults = round(size * 2.6)
    households = lists.get("households", [])
    citizens = lists.get("citizens", [])
    clans = lists.get("clans", [])
    members = lists.get("staff") or lists.get("workers") or []
    fund = 25_000_000 + 1_000_000 * random.randint(0, 20)
    income, spending = 1_000_000 * random.randint(5, 40), 1_000_000 * random.randint(3, 25)
    strong = 1 if _strong(unit, year) else 0
    fixed: Row = {
        "population": round(size * 3.6), "age_children_total": round(size * 0.7), "age_children_schooled": round(size * 0.7) - random.randint(0, 2),
        "adults_total": adults, "adults_digital": round(adults * (0.45 + 0.08 * growth)), "literacy_total": round(size * 2.2), "literate": round(size * 2.2) - random.randint(0, 9),
        "association_members_village": round(size * (0.9 + 0.1 * growth)), "association_members": round(size * (0.9 + 0.1 * growth)),
        "households_total": size, "households_registered": len(households), "households_recognised": _marked(households, "household_recognised"),
        "clans_total": len(clans), "clans_registered": _marked(clans, "clan_registered"), "clans_recognised": _marked(clans, "clan_recognised"),
        "villages_total": 1, "villages_registered": 1, "villages_recognised": strong, "units_total": 1, "units_registered": 1, "units_recognised": strong,
        "citizens_registered": len(citizens), "citizens_recognised": _marked(citizens, "citizen_recognised"),
        "members_total": len(members), "members_registered": len(members), "members_recognised": _marked(members, "citizen_recognised"),
        "members_trained": len(members) if strong else round(len(members) * 0.8), "members_compliant": len(members) if strong else round(len(members) * 0.85),
        "fund_opening": fund, "fund_income": income, "fund_spending": spending, "fund_closing": fund + income - spending,
        "communication_sessions": random.randint(4, 16), "communication_attendances": random.randint(80, 900),
        "pupils_total": size * 12, "pupils_learning_citizens": size * 9, "learning_plan_issued": 1,
    }  # fmt: skip
    row: Row = {}
    for field in sheet.asked:
        if field.id in fixed:
            row[field.id] = fixed[field.id]
        elif field.kind is Kind.MONEY:
            row[field.id] = 500_000 * random.randint(0, 60)
        else:
            row[field.id] = random.randint(1, 24)
    return row


def _marked(rows: list[Row], mark: str) -> int:
    return sum(1 for row in rows if row.get(mark) == "x")


def _self_assessment(sheet: Sheet, unit: Sampled, year: int) -> Row:
    strong = _strong(unit, year)
    row: Row = {}
    for at, field in enumerate(sheet.asked):
        if field.kind is Kind.MARK:
            row[field.id] = "x" if strong or at % 3 else "không"
        else:
            row[field.id] = round(float(field.max or 10) * (0.9 if strong else 0.5))
    return row


# Lists


def _list(sheet: Sheet, unit: Sampled, year: int) -> list[Row]:
    random = Random(f"{unit.id} {sheet.id} {year}")
    lasting = Random(f"{unit.id} {sheet.id}")
    match sheet.id:
        case "households":
            return _households(sheet, unit, year, random, lasting)
        case "clans":
            return [_clan(sheet, name, year, random) for name in lasting.sample(CLANS, 3)]
        case "citizens" | "staff" | "workers":
            count = unit.size if sheet.id != "citizens" else 40 + unit.size // 6 + 6 * (year - 2024)
            return [_citizen(sheet, name, born, year, random) for name, born in people(lasting, count, cohort(unit))]
        case "initiatives":
            return [_initiative(name, random) for name in random.sample(INITIATIVES, random.randint(1, 4))]
        case "funds":
            return [_fund(random) for _ in range(random.randint(1, 3))]
        case "classes":
            return [_class(topic, year, random) for topic in TOPICS]
        case _:
            return []


def _households(sheet: Sheet, unit: Sampled, year: int, random: Random, lasting: Random) -> list[Row]:
    everyone = people(lasting, unit.size, cohort(unit))
    registered = everyone[: round(unit.size * (0.80 + 0.05 * (year - 2024)))]
    rows = []
    for name, born in registered:
        children = random.randint(0, 3)
        points = [random.randint(int(float(field.max or 30) * 0.62), int(field.max or 30)) for field in _scores(sheet)]
        good = sum(points) >= 80
        row: Row = {"head": name, "birth_year": born, "members": children + random.randint(1, 4), "children": children}
        row |= dict(zip((field.id for field in _scores(sheet)), points, strict=True))
        row |= {"household_registered": "x", "household_recognised": "x" if good else "không", "cultural_family": "x" if random.random() < 0.8 else "không"}  # fmt: skip
        row |= {"recognised_year": year} if good else {}
        rows.append(row | _contribution(random))
    return rows


def _clan(sheet: Sheet, name: str, year: int, random: Random) -> Row:
    families = random.randint(14, 60)
    good = random.random() < 0.66
    row: Row = {"clan": f"Họ {name}", "clan_head": people(random, 1)[0][0], "families": families, "families_recognised": round(families * (0.85 if good else 0.5))}  # fmt: skip
    for field in sheet.asked:
        if field.id.startswith("dhht_"):
            row[field.id] = ("x" if good else "không") if field.kind is Kind.MARK else 8
    row |= {
        "clan_fund": 1_000_000 * random.randint(2, 30),
        "clan_registered": "x",
        "clan_recognised": "x" if good else "không",
    }
    return row | ({"recognised_year": year} if good else {}) | _contribution(random)


def _scores(sheet: Sheet) -> list[Field]:
    return [field for field in sheet.asked if field.kind is Kind.SCORE]


def _citizen(sheet: Sheet, name: str, born: int, year: int, random: Random) -> Row:
    good = random.random() < 0.64 + 0.05 * (year - 2024)
    points = [random.randint(8, 10) if good else random.randint(5, 8) for _ in _scores(sheet)]
    good = sum(points) >= 80 and min(points) >= 5
    row: Row = {"name": name, "birth_year": born, "subject_group": random.choice(GROUPS)}
    row |= dict(zip((field.id for field in _scores(sheet)), points, strict=True))
    row |= {"citizen_registered": "x", "citizen_recognised": "x" if good else "không"}
    return row | ({"recognised_year": year} if good else {}) | _contribution(random)


def _contribution(random: Random) -> Row:
    return {
        "labour_days": random.randint(0, 14),
        "ideas": random.randint(0, 4),
        "money": 50_000 * random.randint(0, 40),
    }


def _initiative(name: str, random: Random) -> Row:
    return {"initiative": name, "author": people(random, 1)[0][0], "kind": random.choice(("Sáng kiến", "Giải pháp", "Mô hình")), "beneficiaries": random.randint(12, 300), "result": "Nhiều người tham gia hơn năm trước"}  # fmt: skip


def _fund(random: Random) -> Row:
    return {"item": random.choice(("Trao thưởng học sinh giỏi", "Mua sách cho tủ sách thôn", "Hỗ trợ lớp học số", "Sửa nhà văn hóa")) + f" đợt {random.randint(1, 99)}", "budget": 500_000 * random.randint(0, 12), "mobilised": 500_000 * random.randint(0, 20), "donor": "Các nhà hảo tâm", "used_for": "Theo nghị quyết của đơn vị"}  # fmt: skip


def _class(topic: str, year: int, random: Random) -> Row:
    learners = random.randint(25, 80)
    return {"topic": topic, "held_on": date(year, random.randint(2, 10), random.randint(1, 28)), "sessions": random.randint(1, 6), "learners": learners, "women": random.randint(5, learners), "audience": "Người dân trong xã", "budget": 1_000_000, "mobilised": 500_000}  # fmt: skip


def _nominations(lists: dict[str, list[Row]]) -> list[Row]:
    """The best of each list, as a unit would name them."""
    rows: list[Row] = []
    for sheet, name, award, mark, count in (("households", "head", "Hộ gia đình", "household_recognised", 3), ("clans", "clan", "Dòng họ", "clan_recognised", 1), ("citizens", "name", "Cá nhân", "citizen_recognised", 2), ("staff", "name", "Cá nhân", "citizen_recognised", 2), ("workers", "name", "Cá nhân", "citizen_recognised", 2)):  # fmt: skip
        best = sorted(lists.get(sheet, ()), key=lambda row: (row.get(mark) != "x", -int(str(row["labour_days"])), str(row[name])))  # fmt: skip
        rows += [_nomination(award, row, name) for row in best[:count]]
    return rows


def _nomination(award: str, row: Row, name: str) -> Row:
    nomination: Row = {"award": award, "name": row[name], "leader": "không", "achievement": "Tích cực đóng góp cho phong trào học tập của địa phương", "already_awarded": "không", "pending": "không", "upward": "x" if int(str(row["labour_days"])) >= 13 else "không"}  # fmt: skip
    return nomination | ({"birth_year": row["birth_year"]} if "birth_year" in row else {})

"""Made-up people: Vietnamese names and years of birth drawn from a seed."""

from random import Random

FAMILY = ("Nguyễn", "Trần", "Lê", "Phạm", "Hoàng", "Vũ", "Đặng", "Bùi", "Đỗ", "Hồ", "Ngô", "Dương", "Đoàn", "Mai")
MIDDLE_MEN = ("Văn", "Đình", "Hữu", "Đức", "Quang", "Xuân", "Công", "Minh", "Bá", "Trọng")
MIDDLE_WOMEN = ("Thị", "Thị Ngọc", "Thị Thu", "Thị Kim", "Thị Thanh", "Bích", "Thúy")
GIVEN_MEN = (
    "An",
    "Bình",
    "Cường",
    "Dũng",
    "Hải",
    "Hòa",
    "Hùng",
    "Khoa",
    "Lâm",
    "Nam",
    "Phúc",
    "Quý",
    "Sơn",
    "Thành",
    "Tuấn",
    "Việt",
    "Thịnh",
    "Khải",
    "Toàn",
    "Vượng",
)
GIVEN_WOMEN = (
    "Ánh",
    "Chi",
    "Dung",
    "Hà",
    "Hạnh",
    "Hoa",
    "Huệ",
    "Lan",
    "Liên",
    "Mai",
    "Nga",
    "Oanh",
    "Phượng",
    "Quyên",
    "Thủy",
    "Tuyết",
    "Vân",
    "Yến",
    "Hường",
    "Thoa",
)


def person(random: Random) -> str:
    """Return a full name."""
    if random.random() < 0.5:
        return f"{random.choice(FAMILY)} {random.choice(MIDDLE_MEN)} {random.choice(GIVEN_MEN)}"
    return f"{random.choice(FAMILY)} {random.choice(MIDDLE_WOMEN)} {random.choice(GIVEN_WOMEN)}"


COHORTS = 7
"""So many units share no year of birth among their people, so that nobody stands in the lists of two by chance."""


def people(random: Random, count: int, cohort: int = 0) -> list[tuple[str, int]]:
    """Return so many (name, year of birth), no two the same; the years are those of one cohort of `COHORTS`."""
    found: dict[tuple[str, int], None] = {}
    while len(found) < count:
        name, drawn = person(random), random.randint(1945, 2003)
        found[name, drawn - drawn % COHORTS + cohort % COHORTS - COHORTS + 1] = None
    return list(found)


def people_of_different_names(random: Random, count: int) -> list[tuple[str, int]]:
    """Return so many, no two of one name: a year of birth spelt wrong makes no two of them one."""
    found: dict[str, int] = {}
    while len(found) < count:
        found[person(random)] = random.randint(1945, 2005)
    return list(found.items())

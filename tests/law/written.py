"""What the decisions say, read anew from their files and by nothing of the program: every rule that can touch a year, by its id."""

import tomllib
from collections.abc import Iterator
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any

DECISIONS = Path("learnsoc_xlsx/catalogue/decisions")
Text = dict[str, Any]
Rules = dict[str, str]
"""The ids of rules, each with words that stand in it."""


@cache
def texts(folder: Path = DECISIONS) -> list[Text]:
    """Every decision as its file has it, the oldest first."""
    read = [tomllib.loads(path.read_text(encoding="utf-8")) for path in sorted(folder.glob("*.toml"))]
    return sorted(read, key=lambda text: (text["in_force"], text.get("issued", date.min), text["id"]))


@cache
def in_year(year: int, folder: Path = DECISIONS) -> list[Text]:
    return [text for text in texts(folder) if text["in_force"] <= year <= text.get("until", year)]


@cache
def newest(year: int, kind: str, folder: Path = DECISIONS) -> list[Text]:
    """What governs a year of a kind of entry that has an id, as the newest text states it."""
    return list({entry["id"]: entry for text in in_year(year, folder) for entry in text.get(kind, ())}.values())


@cache
def rules_of(year: int, folder: Path = DECISIONS) -> Rules:
    """Every rule that can touch a year."""
    rules: Rules = {f"decision/{text['id']}": text["name"] for text in in_year(year, folder)}
    for part in (_awards, _titles, _rounds, _money, _texts):
        rules |= dict(part(year, folder))
    return rules


def _awards(year: int, folder: Path) -> Iterator[tuple[str, str]]:
    for award in newest(year, "awards", folder):
        yield f"award/{award['id']}", award["article"]
        yield f"quota/{award['id']}", "không giới hạn"
        for condition in award["conditions"]:
            for one in (condition, *condition.get("options", ())):
                yield f"condition/{one['id']}", one["article"]
        for blocker in award["blockers"]:
            yield f"blocker/{award['id']}/{blocker['of']}", blocker["label"]
        if ended := award.get("ended"):
            yield f"blocker/{award['id']}/{ended['of']}", "kết thúc hoạt động trước ngày quyết định"
        for way in _ways(year, folder):
            yield f"choice/award.{award['id']}.{way['key'].rpartition('.')[2]}", way.get("article", "")


def ranking_of(year: int) -> list[tuple[str, str, str]]:
    """Every key of a ranking of a year: the award, the fact, the label."""
    return [(award["id"], key["of"], key["label"]) for award in newest(year, "awards") for key in award["rank"]]


def _choices(year: int, folder: Path) -> list[Text]:
    return list({one["key"]: one for text in in_year(year, folder) for one in text.get("choices", ())}.values())


def _ways(year: int, folder: Path) -> list[Text]:
    return [one for one in _choices(year, folder) if "{award}" in one["key"]]


def _titles(year: int, folder: Path) -> Iterator[tuple[str, str]]:
    if any("recognition" in text for text in in_year(year, folder)):
        yield "recognition", "công nhận"
    for title in newest(year, "titles", folder):
        yield f"title/{title['id']}", title["article"]
        for criterion in title["criteria"]:
            yield f"criterion/{title['id']}/{criterion['id']}", criterion["label"]
        for band in title.get("bands", ()):
            yield f"band/{title['id']}/{band['id']}", band["label"]
        for key, label in _common(title).items():
            yield f"number/{key}", label


def _common(title: Text) -> dict[str, str]:
    """The numbers that the commune may set and that are of several criteria, or of the title as a whole."""
    open_ones = [number for one in title["criteria"] for number in one.values() if _is_open(number)]
    keys = [number["key"] for number in open_ones]
    shared = [number for number in open_ones if keys.count(number["key"]) > 1]
    whole = [title["pass_at"]] if _is_open(title.get("pass_at")) else []
    return {number["key"]: number["label"] for number in (*shared, *whole)}


def _is_open(number: object) -> bool:
    return isinstance(number, dict) and "key" in number and not number.get("verified", False)


def _rounds(year: int, folder: Path) -> Iterator[tuple[str, str]]:
    phases = [phase for phase in newest(year, "phases", folder) if phase["first"] <= year <= phase["last"]]
    rounds = newest(year, "rounds", folder)
    held = [one for one in rounds if one["span"] == "year" or one["phase"] in {phase["id"] for phase in phases}]
    yield from ((f"phase/{phase['id']}", phase["name"]) for phase in phases)
    yield from ((f"round/{one['id']}", one["article"]) for one in held)
    elsewhere = {one.get("manner_chosen") for one in rounds} - {one.get("manner_chosen") for one in held}
    for choice in _choices(year, folder):
        if "{award}" not in choice["key"] and choice["key"] not in elsewhere:
            yield f"choice/{choice['key']}", str(choice.get("article", choice["label"]))


def _money(year: int, folder: Path) -> Iterator[tuple[str, str]]:
    every = texts(folder)
    rates = [rate for text in every for rate in text.get("bonuses", ())]
    for subject in {rate["subject"] for rate in rates}:
        of_one = [rate["since"] for rate in rates if rate["subject"] == subject]
        yield from ((f"bonus/{subject}/{since}", "lần lương cơ sở") for since in _touching(year, of_one))
    for kind, words in (("base_pay", "đồng"), ("roundings", "bội số")):
        days = [one["since"] for text in every for one in text.get(kind, ())]
        yield from ((f"{kind.removesuffix('s')}/{since}", words) for since in _touching(year, days))


def _touching(year: int, begins: list[date]) -> list[date]:
    """Of things each of which holds until the next begins, those that hold on a day of a year, by the day they begin."""
    ends = [*(later - timedelta(days=1) for later in sorted(begins)[1:]), date.max]
    spans = zip(sorted(begins), ends, strict=True)
    return [since for since, until in spans if since <= date(year, 12, 31) and until >= date(year, 1, 1)]


def _last_aim(indicator: str, folder: Path) -> int:
    every = (target for text in texts(folder) for target in text.get("targets", ()))
    return max(int(target["year"]) for target in every if target["indicator"] == indicator)


def _texts(year: int, folder: Path) -> Iterator[tuple[str, str]]:
    for text in texts(folder):
        for basis in text.get("bases", ()):
            if basis["since"] <= date(year, 12, 31) and basis.get("until", date.max) >= date(year, 1, 1):
                yield f"basis/{basis['id']}/{basis['since']}/{text['id']}", basis["article"]
    for text in in_year(year, folder):
        for deadline in text.get("deadlines", ()):
            yield f"deadline/{'+'.join(deadline['unit_kinds'])}", deadline["source"]
        for target in text.get("targets", ()):
            if target["year"] >= year or target["year"] == _last_aim(target["indicator"], folder):
                yield f"target/{target['indicator']}/{target['year']}", target["source"]
        for retired in text.get("retired", ()):
            yield f"retired/{retired['key']}", retired["instead"]
    yield from ((f"jump/{jump['id']}", jump["label"]) for jump in newest(year, "jumps", folder))

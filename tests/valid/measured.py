"""What is measured of a file, and what of it goes beyond a limit."""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from xml.etree.ElementTree import Element

from tests.valid.limits import LIMITS, By, Limit
from tests.valid.parts import Package

_QUOTED = re.compile(r'"((?:[^"]|"")*)"')


@dataclass(frozen=True)
class Measure:
    """How much of a limit a part takes, where it takes most."""

    limit: Limit
    part: str
    most: float

    @property
    def beyond(self) -> bool:
        return self.most > self.limit.most

    def __str__(self) -> str:
        return f"{self.part}: {self.limit.name} {self.most:g}, at most {self.limit.most} ({self.limit.source})"


def measures(package: Package) -> Iterator[Measure]:
    """Yield for each part of a file how much it takes of each limit that is about such parts."""
    for limit in LIMITS:
        for name, root in package.of(limit.part).items():
            amounts = list(_amounts(limit, root))
            if amounts:
                yield Measure(limit, name, max(amounts))


def beyond(package: Package) -> list[str]:
    """Return what of a file goes beyond what Office takes."""
    return [str(measure) for measure in measures(package) if measure.beyond]


def _amounts(limit: Limit, root: Element) -> Iterator[float]:
    elements = root.findall(limit.path)
    if limit.by is By.TIMES:
        yield len(elements)
    elif limit.by is By.WITHIN:
        yield from (len(element.findall(limit.of)) for element in elements)
    else:
        texts = (element.get(limit.of) if limit.of else "".join(element.itertext()) for element in elements)
        yield from (_MEASURED[limit.by](text) for text in texts if text is not None)


def _length(text: str) -> float:
    return len(text.encode("utf-16-le")) // 2


_MEASURED: dict[By, Callable[[str], float]] = {
    By.NUMBER: float,
    By.LENGTH: _length,
    By.QUOTED: lambda text: max((_length(quoted.replace('""', '"')) for quoted in _QUOTED.findall(text)), default=0),
    By.FEEDS: lambda text: text.count("\n"),
    By.WORDS: lambda text: len(text.split()),
}

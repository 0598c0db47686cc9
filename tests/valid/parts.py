"""The parts of an Office file, each with what it is, as trees of elements without namespaces."""

import io
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from xml.etree import ElementTree
from xml.etree.ElementTree import Element

from tests.valid.limits import Part

_CONTENT, _RELATIONS = "[Content_Types].xml", ".rels"


@dataclass(frozen=True)
class Package:
    """An Office file, or another archive that looks like one: its parts by their names."""

    parts: Mapping[str, bytes]

    @cached_property
    def types(self) -> Mapping[str, str]:
        """The content type that is said of each part; of a part of which none is said: nothing."""
        said = tree(self.parts[_CONTENT])
        usual = {one.get("Extension", "").lower(): one.get("ContentType", "") for one in said.findall("Default")}
        own = {
            one.get("PartName", "").removeprefix("/"): one.get("ContentType", "") for one in said.findall("Override")
        }
        return {name: own.get(name) or usual.get(name.rpartition(".")[2].lower(), "") for name in self.parts}

    def of(self, kind: Part) -> dict[str, Element]:
        """Return the parts of a kind, by their names."""
        return {name: self.trees[name] for name in self.parts if _is(kind, name, self.types[name])}

    @cached_property
    def trees(self) -> Mapping[str, Element]:
        """Every part that is XML."""
        return {name: tree(data) for name, data in self.parts.items() if name.endswith((".xml", ".rels"))}

    def relations(self, part: str) -> dict[str, Element]:
        """Return the relations of a part by their ids."""
        folder, _, name = part.rpartition("/")
        related = self.trees.get(f"{folder}/_rels/{name}{_RELATIONS}".lstrip("/"))
        return {} if related is None else {one.get("Id", ""): one for one in related}


def opened(data: bytes) -> Package:
    """Return the parts of an Office file. Raises BadZipFile, and ValueError where two parts bear one name."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        names = archive.namelist()
        if len({name.lower() for name in names}) != len(names):
            raise ValueError("two parts bear one name")
        return Package({name: archive.read(name) for name in names})


def tree(data: bytes) -> Element:
    """Return a part's elements and attributes without their namespaces: none that is measured differs by these alone."""
    root = ElementTree.fromstring(data)
    for element in root.iter():
        element.tag = element.tag.rpartition("}")[2]
        for name in [name for name in element.attrib if name.startswith("{")]:
            element.attrib.setdefault(name.rpartition("}")[2], element.attrib.pop(name))
    return root


def _is(kind: Part, name: str, type_: str) -> bool:
    if kind is Part.RELATIONS:
        return name.endswith(_RELATIONS)
    return f".{kind.value}+xml" in type_

"""How a child process begins that is to see nothing of the working folder: `python -I child_start.py PACKAGE PATH MODULE …`.

Isolated (`-I`), Python looks neither there nor where its environment points. This package is found by its own place
PACKAGE, not through the folder that it lies in, and its libraries after all others where the parent finds them: PATH, a
JSON list. What is asked for is MODULE's `main`, with the words that follow; the child ends as it says.
"""

import json
import sys
from importlib import import_module
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path


def main(package: str, path: str, module: str, *words: str) -> int:
    """Lay the package and the path ready, and hand over to the module. Raises ImportError where they are not there."""
    sys.path += [entry for entry in json.loads(path) if entry not in sys.path]
    name, begin = Path(package).name, Path(package) / "__init__.py"
    spec = spec_from_file_location(name, begin, submodule_search_locations=[package])
    if spec is None or spec.loader is None:
        raise ImportError(name=name, path=package)
    sys.modules[name] = module_from_spec(spec)
    spec.loader.exec_module(sys.modules[name])
    ended: int = import_module(module).main(*words)
    return ended


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))

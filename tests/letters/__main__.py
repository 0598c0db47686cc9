"""Search the letters of the sample and of COMMUNES random communes from SEED on; print what belongs to another unit, and end with 1 where anything does."""

import argparse
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.letters.trial import all_tried, of_the_sample


def main() -> int:
    """Return 1 where anything was let out."""
    parser = argparse.ArgumentParser(prog="python -m tests.letters", description=__doc__)
    parser.add_argument("--communes", type=int, default=20)
    parser.add_argument("--seed", type=int, default=1)
    asked = parser.parse_args()
    with TemporaryDirectory() as place:
        trials = [("the sample", *of_the_sample(Path(place, "sample")))]
        communes = all_tried(Path(place), asked.communes, asked.seed)
        trials += [(f"commune {number}", documents, foreign) for number, documents, foreign in communes]
    for name, documents, foreign in trials:
        print(f"{name}: {len(documents)} letters, copies and forms searched, {len(foreign)} words of others")
        print("".join(f"  {hit.document}: “{hit.word}” of {', '.join(hit.owners)}\n" for hit in foreign), end="")
    let_out = sum(len(foreign) for *_, foreign in trials)
    print(
        f"{asked.communes} communes and the sample, {sum(len(one[1]) for one in trials)} documents, {let_out} words of others"
    )
    return 1 if let_out else 0


if __name__ == "__main__":
    sys.exit(main())

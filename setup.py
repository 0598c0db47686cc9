"""The wheel brings the sample commune, of which the repository holds one copy: it is laid beside the program as it is built."""

import shutil
from pathlib import Path

from setuptools import setup
from setuptools.command.build_py import build_py

SAMPLE = Path("input_templates/sample")


class WithSample(build_py):
    """Builds the program, and unless it is installed to be worked on, lays the sample into it."""

    def run(self) -> None:
        super().run()
        if not self.editable_mode:
            shutil.copytree(SAMPLE, Path(self.build_lib) / "learnsoc_xlsx" / "sample", dirs_exist_ok=True)


setup(cmdclass={"build_py": WithSample})

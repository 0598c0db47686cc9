"""Make the shipped Word templates again of their declared texts: `python -m tests.papers`."""

from learnsoc_xlsx.catalogue.papers.papers import PAPERS
from learnsoc_xlsx.catalogue.papers.shipped import FOLDER
from learnsoc_xlsx.stages.template.document.document import document

if __name__ == "__main__":
    for paper in PAPERS:
        (FOLDER / paper.template).write_bytes(document(paper))
        print(FOLDER / paper.template)

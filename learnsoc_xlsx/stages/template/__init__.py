"""Template: print a blank form of a year as a workbook, from its declaration and nothing else."""

from learnsoc_xlsx.stages.template.book import template

__all__ = ["template"]

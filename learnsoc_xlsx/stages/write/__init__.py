"""Write the result workbooks and run.json: every page made from the run, drawn, and put in place together."""

from learnsoc_xlsx.stages.write.write import write, writing

__all__ = ["write", "writing"]

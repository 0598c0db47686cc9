"""Award: compare what is known of each candidate with what an award asks, rank who is eligible, and say why."""

from learnsoc_xlsx.stages.award.award import award
from learnsoc_xlsx.stages.award.ranking import Line

__all__ = ["Line", "award"]

"""Draw: a page of a report as a sheet of a workbook, the same whatever it says."""

"""learnsoc_xlsx: a folder of returned workbooks in, workbooks that a council can sign out."""

__version__ = "0.2.0"

"""The papers: their templates, judged and filled in."""

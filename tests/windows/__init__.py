"""What can be had of Windows here: its names, consoles and bytes, what its Python lacks. Files that somebody has open: stages/write/test_cut_short."""

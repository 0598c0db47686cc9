"""What can be had of Windows here: its names, consoles and bytes, what its Python lacks, files that somebody has open."""

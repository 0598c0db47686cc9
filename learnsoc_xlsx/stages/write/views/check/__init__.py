"""Pages of Kiem_tra: what came in, what became of it, and what differs between versions."""

"""What the main job costs, against two yardsticks: `python -m tests.bench --returns 300`."""

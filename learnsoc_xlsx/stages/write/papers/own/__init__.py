"""An officer's own templates: what may stand in one, whether it can be used, and how it is explained."""

"""The verbs: each stage is written once, has one public function, and knows no form, year or unit."""

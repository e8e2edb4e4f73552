"""How well search finds, on judged queries: of the shipped site, and beside other engines."""

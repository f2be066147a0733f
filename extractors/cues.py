"""How much each cue speaks for a type of a name, beside the weights of the lexicon `names` (labels, prepositions)."""

INSIDE = 4.0
"""A word inside the name ("Banque", "Inc.")."""

BEFORE = 4.0
"""A common noun beside the name ("le groupe X", "X, le patron de …")."""

ARTIFACT = 10.0
"""A common noun beside the name for what is made and is never its maker ("le jeu vidéo X")."""

KNOWN = 5.0
"""A name of the lexicon that everybody knows."""

DEFINED = 6.0
"""A noun that a copula says of the name ("X est une commune")."""

GOVERNED = 5.0
"""A noun that the name completes ("ministre de la Culture")."""

TITLE = 4.0
"""A form of address ("Mme X")."""

COUNTRY = 6.0
"""The name is a country's."""

WELL_KNOWN = 2.5
"""The name is that of a region, of a large city, or several words that name a city."""

METROPOLIS = 4.0
"""The name is that of a city of millions."""

SMALL_TOWN = 1.0
"""The name is one word, and that of a small city: many companies and ordinary words are."""

UNSURE = 0.5
"""What such a vote weighs where the model takes the name for something else."""

FIRST_NAME = 2.5
"""A name of two words or more begins with a first name, or has an initial or a particle as people's names do."""

FAMILY = 1.0
"""It ends with a last name, or has the hyphen of a Korean or Chinese first name."""

LISTED = 2.5
"""The name is that of a listed company, and no list of places or of people's names has it."""

INVERTED = 2.5
"""A verb of saying before the name, behind a quotation ("…", estime X)."""

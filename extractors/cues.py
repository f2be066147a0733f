"""How much each cue speaks for a type of a name, beside the labels of the model (1 to 2, in the lexicon `names`)."""

INSIDE = 4.0
"""A word inside the name ("Banque", "Inc.")."""

BEFORE = 4.0
"""A common noun beside the name ("le groupe X", "X, le patron de …")."""

GOVERNED = 5.0
"""A noun that the name completes ("ministre de la Culture")."""

TITLE = 4.0
"""A form of address ("Mme X")."""

COUNTRY = 6.0
"""The name is a country's."""

PREPOSITION = 2.0
"""A preposition before it ("chez X")."""

"""Dossiers: what articles state of one entity, for reading, printing and checking, alone or as a site of pages.

`dossier.py` computes a `Dossier` out of a graph, `page.py` and `markdown.py` write it down, `site.py` writes a folder
of all of them with the articles.
"""

"""A graph over HTTP: a read-only SPARQL endpoint with pages, for one's own machine."""

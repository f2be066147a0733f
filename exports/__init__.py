"""A graph in, a file out: one module a format, a pure conversion and a short write. `formats` lists them."""

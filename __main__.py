"""`python -m liaisons` is the command `liaisons`."""

from .cli import main

if __name__ == "__main__":
    main()

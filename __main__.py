"""`python -m liaisons` is the command `liaisons`."""

from liaisons.cli import main  # absolute: processes of `serve` read this file by its path

if __name__ == "__main__":
    main()

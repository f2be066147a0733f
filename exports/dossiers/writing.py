"""Files that appear under their names only whole."""

from pathlib import Path


def replace_file(path: Path, content: bytes) -> bool:
    """Put this content in the place of a file; False where it is there already, and the file stays as it is."""
    try:
        if path.stat().st_size == len(content) and path.read_bytes() == content:
            return False
    except FileNotFoundError:
        pass
    part = path.with_name(f"{path.name}.part")
    part.write_bytes(content)
    part.replace(path)
    return True

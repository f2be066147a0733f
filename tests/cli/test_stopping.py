"""Ctrl-C, as a terminal sends it to a real process at any moment."""

import signal
import subprocess
import sys
import time

import pytest

from liaisons.graph import store
from liaisons.graph.example import example

TEXT = "L’opérateur Nébula a racheté mardi son rival Kartoflex, a annoncé sa directrice générale à Lyon."
STARTED = """
import sys
sys.argv = ["liaisons", "build", "press", "-o", "out", "-q"]
from liaisons.__main__ import main
print("started", flush=True)
main()
"""


@pytest.mark.model
@pytest.mark.skipif(sys.platform == "win32", reason="no SIGINT for one process")
@pytest.mark.parametrize("seconds", [0.0, 0.3, 1, 2, 4])
def test_a_build_that_is_stopped(tmp_path, seconds):
    (tmp_path / "press").mkdir()
    (tmp_path / "out").mkdir()
    for n in range(60):
        (tmp_path / "press" / f"{n}.txt").write_text(f"{TEXT} C’était le numéro {n}.", encoding="utf-8")
    store.write(example(), tmp_path / "out" / store.FILE)
    before = (tmp_path / "out" / store.FILE).read_bytes()
    command = [sys.executable, "-c", STARTED]
    pipe = subprocess.PIPE
    with subprocess.Popen(command, cwd=tmp_path, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        assert process.stdout.readline() == "started\n"
        time.sleep(seconds)
        process.send_signal(signal.SIGINT)
        _, said = process.communicate(timeout=60)
    assert process.returncode == 130
    assert said.startswith("stopped")
    assert said.count("\n") == 1
    assert (tmp_path / "out" / store.FILE).read_bytes() == before
    assert {path.name for path in (tmp_path / "out").iterdir()} <= {store.FILE, store.JOURNAL}

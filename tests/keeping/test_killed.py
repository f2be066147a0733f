"""A run that is killed, wherever it stands, leaves a valid store; the next one ends with the bytes of an undisturbed one."""

import json
import multiprocessing
import os
import random
import shutil
import signal
import subprocess
import sys
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from liaisons.graph import store

from .conftest import content

FIRST = {f"a{i:02}": f"Ada suit Bob{i % 5}.\nCarl et Dora{i} partent.\nÉlise salue Ada." for i in range(12)}
LATER = {
    f"a{i:02}": text for i, text in enumerate(f"Farid quitte Ada{i % 3}.\nGina aide Bob{i}." for i in range(8, 18))
}
EVENTS = {"open", "os.rename", "os.remove", "os.mkdir", "sqlite3.connect", "sqlite3.connect/handle"}

COMMANDS = {
    "build": ("build", "later", "first", "-o", "out", "-q"),
    "add": ("add", "later", "--in", "out", "-q"),
    "remove": ("remove", "a0*", "--in", "out", "-q"),
}


def written(folder: Path, articles: dict[str, str]) -> None:
    folder.mkdir()
    for ident, text in articles.items():
        (folder / f"{ident}.txt").write_text(f"{text}\nUne phrase de plus, pour faire un article.\n", encoding="utf-8")


@pytest.fixture(scope="module")
def corpus(tmp_path_factory) -> Path:
    """Two folders of articles; eight of the second have the names of articles of the first, and other texts."""
    folder: Path = tmp_path_factory.mktemp("corpus")
    written(folder / "first", FIRST)
    written(folder / "later", LATER)
    return folder


@pytest.fixture
def scene(corpus, tmp_path, started) -> Callable[[str], Path]:
    """A folder with the articles, and with what was built from the first ones."""

    def make(name: str) -> Path:
        folder = tmp_path / name
        folder.mkdir()
        for part in ("first", "later"):
            (folder / part).symlink_to(corpus / part)
        if not (tmp_path / "built").exists():
            run = started("build", str(corpus / "first"), "-o", "built", "-q", folder=tmp_path)
            run.join()
            assert run.exitcode == 0
        shutil.copytree(tmp_path / "built", folder / "out")
        return folder

    return make


def valid(folder: Path, states: list[bytes]) -> None:
    """The store is one of the two that there can be, whole."""
    path = folder / "out" / store.FILE
    assert path.read_bytes() in states
    store.read(path).check()


def kill_at(number: int, counter: Any = None) -> Callable[[], None]:
    """Kill this very process where it opens, renames or removes a file for the nth time; count these in `counter`."""

    def install() -> None:
        left = number

        def hook(event: str, _: object) -> None:
            nonlocal left
            if event in EVENTS:
                left -= 1
                if counter is not None:
                    counter.value += 1
                if left == 0:
                    os.kill(os.getpid(), signal.SIGKILL)

        sys.addaudithook(hook)

    return install


@pytest.mark.parametrize("command", COMMANDS)
def test_killed_at_any_time(scene, started, command):
    """Three runs killed at random points, then one that is not."""
    undisturbed = scene("undisturbed")
    before = (undisturbed / "out" / store.FILE).read_bytes()
    start = time.perf_counter()
    run = started(*COMMANDS[command], folder=undisturbed, pause=0.005)
    run.join()
    took = time.perf_counter() - start
    assert run.exitcode == 0
    expected = content(undisturbed / "out")
    chance = random.Random(command)
    for round_ in range(2):
        folder = scene(f"killed-{round_}")
        for _ in range(3):
            run = started(*COMMANDS[command], folder=folder, pause=0.005)
            time.sleep(chance.uniform(0, took))
            os.kill(run.pid, signal.SIGKILL)
            run.join()
            valid(folder, [before, expected[store.FILE]])
        if command == "remove" and (folder / "out" / store.FILE).read_bytes() != before:
            command_again = ("add", "--in", "out", "-q")  # nothing is left to remove, but maybe a file to write
        else:
            command_again = COMMANDS[command]
        run = started(*command_again, folder=folder)
        run.join()
        assert run.exitcode == 0
        assert content(folder / "out") == expected


@pytest.mark.parametrize("command", ["build", "add"])
def test_killed_at_any_file(scene, started, command):
    undisturbed = scene("undisturbed")
    before = (undisturbed / "out" / store.FILE).read_bytes()
    operations = multiprocessing.Value("i")
    started(*COMMANDS[command], folder=undisturbed, before=kill_at(0, operations)).join()
    expected = content(undisturbed / "out")
    chance = random.Random(command)
    for number in sorted(chance.sample(range(1, operations.value), 8)):
        folder = scene(f"killed-{number}")
        run = started(*COMMANDS[command], folder=folder, before=kill_at(number))
        run.join()
        assert run.exitcode == -signal.SIGKILL
        valid(folder, [before, expected[store.FILE]])
        run = started(*COMMANDS[command], folder=folder)
        run.join()
        assert content(folder / "out") == expected, number


def test_the_first_build_killed(corpus, started, tmp_path):
    """There is no store before; what was done is not done again."""
    (tmp_path / "first").symlink_to(corpus / "first")
    run = started("build", "first", "-o", "out", "-q", folder=tmp_path, pause=0.2)
    journal = tmp_path / "out" / f"{store.JOURNAL}-wal"
    while not journal.exists() or journal.stat().st_size < 250_000:
        time.sleep(0.01)
        assert run.is_alive()
    os.kill(run.pid, signal.SIGKILL)
    run.join()
    assert not (tmp_path / "out" / store.FILE).exists()
    with store.journal(tmp_path / "out") as held:
        done = len(held)
    assert 0 < done < len(FIRST)
    run = started("build", "first", "-o", "out", "-q", folder=tmp_path)
    run.join()
    started("build", "first", "-o", "straight", "-q", folder=tmp_path).join()
    assert content(tmp_path / "out") == content(tmp_path / "straight")


REAL = {
    "fr-1": "Microsoft a racheté la société GitHub en juin 2018. Satya Nadella, le PDG de Microsoft, a salué l’accord.",
    "fr-2": "Thierry Breton, l’ancien PDG d’Atos, a quitté la Commission européenne en 2024. Il a critiqué Elon Musk.",
    "fr-3": "La CNIL a sanctionné Amazon. Selon Reuters, Google pourrait racheter Slack.",
    "en-1": "Elon Musk acquired Twitter in October 2022 for $44 billion. The billionaire fired Parag Agrawal.",
    "en-2": "Tim Cook, the chief executive of Apple, criticized Microsoft. Apple did not acquire GitHub.",
}


@pytest.mark.model
def test_the_real_program_killed(tmp_path):
    """`liaisons build` with its models, in its own interpreter: killed twice at random, then let go."""
    rows = (json.dumps({"id": ident, "lang": ident[:2], "text": text}) for ident, text in REAL.items())
    (tmp_path / "press.jsonl").write_text("\n".join(rows), encoding="utf-8")

    def start(out: str) -> subprocess.Popen[bytes]:
        command = [sys.executable, "-m", "liaisons", "build", "press.jsonl", "-o", out, "-q"]
        return subprocess.Popen(command, cwd=tmp_path, stderr=subprocess.PIPE)

    begin = time.perf_counter()
    assert start("straight").wait() == 0
    took = time.perf_counter() - begin
    expected = content(tmp_path / "straight")
    chance = random.Random(took)  # at other points each time
    for share in (chance.uniform(0.3, 0.8), chance.uniform(0.6, 1)):
        run = start("out")
        time.sleep(took * share)
        run.kill()
        run.wait()
        if (tmp_path / "out" / store.FILE).exists():
            valid(tmp_path, [expected[store.FILE]])
    assert start("out").wait() == 0
    assert content(tmp_path / "out") == expected

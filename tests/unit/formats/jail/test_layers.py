"""The jail of the parsing process, tried from inside a real one on this machine."""

from __future__ import annotations

import json
import os
import struct
import sys
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefer.formats.jail import landlock, probe, seccomp
from briefer.formats.jail.layers import MEMORY, Layers, layers_in
from briefer.formats.jail.syscalls import MACHINES, allowed, conditional, refused
from briefer.formats.parser import Parser
from briefer.formats.places import module_paths, readable_places
from briefer.formats.process import command, environment, start

BY_SECCOMP = {
    probe.NETWORK,
    probe.WRITING,
    probe.PROGRAMS,
    probe.PROCESSES,
    probe.SIGNALS,
}
LINUX = pytest.mark.skipif(sys.platform != "linux", reason="only Linux has these layers")


@pytest.fixture(scope="module")
def layers() -> Layers:
    return Parser().layers()


@LINUX
def test_a_layer_that_is_said_to_hold_refuses_what_it_is_there_for(layers: Layers) -> None:
    assert bool(layers.seccomp) == seccomp.available()
    assert layers.landlock == landlock.revision()
    tried = {*layers.refused, *layers.possible}
    assert tried == BY_SECCOMP | {probe.READING, probe.MEMORY}
    if layers.seccomp:
        assert set(layers.refused) >= BY_SECCOMP
    if layers.landlock:
        assert {probe.READING, probe.WRITING} <= set(layers.refused)
    if layers.memory:
        assert probe.MEMORY in layers.refused


@LINUX
def test_what_no_layer_refuses_is_said_to_be_possible(layers: Layers) -> None:
    if not layers.landlock:
        assert probe.READING in layers.possible
    if not layers.seccomp and not layers.landlock:
        assert {probe.PROGRAMS, probe.WRITING} <= set(layers.possible)
    assert layers.memory == MEMORY


def test_layers_survive_their_way_and_nothing_else_passes_for_them(layers: Layers) -> None:
    assert layers_in(json.loads(json.dumps(layers.value()))) == layers
    wrongs: tuple[object, ...] = ([], {**layers.value(), "seccomp": 1}, {**layers.value(), "refused": [7]})
    for wrong in wrongs:
        with pytest.raises(ValueError, match="not the layers"):
            layers_in(wrong)


def test_a_process_that_does_not_answer_holds_nothing() -> None:
    assert Parser(launch=[sys.executable, "-c", "print('{}')"]).layers() == Layers()


def inside(program: str, folder: Path) -> tuple[str, int]:
    """What a locked process prints that runs `program`, where `folder` is known, and how it ends."""
    script = (
        "import os, sys, pathlib; from briefer.formats.jail.layers import lock\n"
        f"folder = pathlib.Path({str(folder)!r}); lock(20)\n{program}"
    )
    process = start([sys.executable, "-c", script])
    said, _ = process.communicate()
    return said.decode().strip(), process.returncode


SECCOMP = pytest.mark.skipif(not seccomp.available(), reason="this kernel has no seccomp filters")
LANDLOCK = pytest.mark.skipif(landlock.revision() is None, reason="this kernel has no Landlock")

CHANGES: Mapping[str, str] = {
    "make": "(folder / 'new').touch()",
    "write": "open(folder / 'there', 'r+b')",
    "append": "open(folder / 'there', 'ab')",
    "cut": "os.truncate(folder / 'there', 0)",
    "cut while opening": "os.open(folder / 'there', os.O_RDONLY | os.O_TRUNC)",
    "unnamed": "os.open(folder, os.O_TMPFILE | os.O_WRONLY)",
    "rename": "(folder / 'there').rename(folder / 'other')",
    "remove": "(folder / 'there').unlink()",
    "make a folder": "(folder / 'new').mkdir()",
    "link": "(folder / 'new').symlink_to('there')",
    "give rights": "(folder / 'there').chmod(0o777)",
    "make a pipe": "os.mkfifo(folder / 'new')",
    "memory as a file": "os.memfd_create('x')",
}
ELSE: Mapping[str, str] = {
    "socket": "import socket; socket.socket(socket.AF_UNIX)",
    "socket pair": "import socket; socket.socketpair()",
    "run": "os.execv(sys.executable, [sys.executable, '--version'])",
    "spawn": "import subprocess; subprocess.run([sys.executable, '--version'])",
    "fork": "os.fork()",
    "signal": "os.kill(os.getppid(), 0)",
    "own limits": "import resource; resource.setrlimit(resource.RLIMIT_NOFILE, (9, 9))",
    "another user": "os.setuid(os.getuid())",
}


@SECCOMP
@pytest.mark.parametrize("program", [*CHANGES.values(), *ELSE.values()], ids=[*CHANGES, *ELSE])
def test_a_locked_process_is_refused(tmp_path: Path, program: str) -> None:
    (tmp_path / "there").write_bytes(b"kept")
    attempt = f"try: {program}\nexcept (OSError, ValueError): print('refused')\nelse: print('done')"
    assert inside(attempt, tmp_path) == ("refused", 0)
    assert [path.name for path in tmp_path.iterdir()] == ["there"]
    assert (tmp_path / "there").read_bytes() == b"kept"


@LANDLOCK
@pytest.mark.parametrize("place", ["private", "/etc/passwd", "/proc/self/environ", str(Path.home())])
def test_a_locked_process_reads_nothing_of_the_users(tmp_path: Path, place: str) -> None:
    (tmp_path / "private").write_bytes(b"secret")
    read = f"path = folder / {place!r}\n"
    read += "try: print(os.listdir(path) if path.is_dir() else path.read_bytes())\n"
    assert inside(read + "except PermissionError: print('refused')", tmp_path)[0] == "refused"


@SECCOMP
def test_a_locked_process_may_use_threads_and_import_late(tmp_path: Path) -> None:
    program = (
        "import threading; ran = []; thread = threading.Thread(target=ran.append, args=(1,))\n"
        "thread.start(); thread.join(); import zipfile, lxml.etree, pymupdf; print(ran)"
    )
    assert inside(program, tmp_path) == ("[1]", 0)


def test_calls_of_another_machine_end_the_process() -> None:
    for machine in MACHINES:
        code = seccomp.filter_code(machine, 1)
        assert len(code) % 8 == 0
        assert struct.unpack("=HBBI", code[:8]) == (0x20, 0, 0, 4)
        assert struct.unpack("=HBBI", code[16:24])[3] == 0x80000000


def verdict(code: bytes, machine: int, call: int, arguments: tuple[int, ...] = ()) -> int:
    """What the filter returns, by a small model of the machine in the kernel."""
    seen = struct.pack("=IIQ6Q", call, machine, 0, *arguments, *[0] * (6 - len(arguments)))
    steps = list(struct.iter_unpack("=HBBI", code))
    place, word = 0, 0
    while True:
        kind, then, otherwise, operand = map(int, steps[place])
        place += 1
        match kind:
            case 0x20:
                (word,) = struct.unpack_from("=I", seen, operand)
            case 0x54:
                word &= operand
            case 0x15:
                place += then if word == operand else otherwise
            case 0x35:
                place += then if word >= operand else otherwise
            case 0x06:
                return operand
            case _:
                raise AssertionError(kind)


@pytest.mark.parametrize(("machine", "audit"), [("x86_64", 0xC000003E), ("aarch64", 0xC00000B7)])
def test_the_filter_decides_as_its_tables_say(machine: str, audit: int) -> None:
    code = seccomp.filter_code(machine, 77)
    allow, not_permitted, no_such_call = 0x7FFF0000, 0x50001, 0x50026
    assert {verdict(code, audit, call) for call in allowed(machine)} == {allow}
    assert {verdict(code, audit, call) for call in refused(machine)} == {not_permitted}
    assert verdict(code, audit, 9999) == no_such_call
    assert verdict(code, 0x40000003, 1) == 0x80000000
    calls = conditional(machine)
    assert not {*allowed(machine), *calls.values()} & {*refused(machine)}
    assert verdict(code, audit, calls["openat"], (0, 0, os.O_CLOEXEC)) == allow
    assert verdict(code, audit, calls["openat"], (0, 0, os.O_CREAT)) == not_permitted
    assert verdict(code, audit, calls["clone"], (0x3D0F00,)) == allow
    assert verdict(code, audit, calls["clone"], (0x4111,)) == not_permitted
    assert verdict(code, audit, calls["tgkill"], (77, 1)) == allow
    assert verdict(code, audit, calls["tgkill"], (78, 1)) == not_permitted
    assert verdict(code, audit, calls["prlimit64"], (0, 0, 1)) == not_permitted


def test_the_x86_calls_of_the_other_pointer_size_do_not_exist() -> None:
    code = seccomp.filter_code("x86_64", 1)
    assert verdict(code, 0xC000003E, 0x40000000 | 2) == 0x50026


def test_nothing_of_the_environment_goes_over_but_what_the_program_needs() -> None:
    given = {
        "HOME": "/home/a",
        "https_proxy": "b",
        "PYTHONSTARTUP": "c",
        "TESSDATA_PREFIX": "/d",
        "X_KEY": "e",
    }
    assert set(environment(given)) == {"TESSDATA_PREFIX", "PYTHONPATH"}
    process = start([sys.executable, "-c", "import os; print(sorted(os.environ), os.getcwd(), os.getsid(0))"])
    said, _ = process.communicate()
    assert "HOME" not in said.decode()
    if sys.platform != "win32":
        assert said.decode().split("] ")[1].split() == ["/", str(process.pid)]


def test_a_process_has_only_its_pipes_open() -> None:
    if not Path("/proc/self/fd").exists():
        pytest.skip("this system does not list what is open")
    with Path(__file__).open() as other:
        os.set_inheritable(other.fileno(), True)
        process = start(
            [sys.executable, "-c", "import os; print(sorted(map(int, os.listdir('/proc/self/fd'))))"]
        )
        said, _ = process.communicate()
    assert json.loads(said) == [0, 1, 2, 3]  # the last is the folder being listed


def test_a_script_beside_other_files_does_not_make_them_the_programs(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys, "path", [str(tmp_path), *sys.path])
    assert str(tmp_path) not in module_paths()
    assert not any(tmp_path.is_relative_to(place) for place in readable_places())
    assert not any(Path.home().is_relative_to(place) for place in readable_places())


def test_the_command_names_nothing_of_the_users() -> None:
    assert command("--warm")[1:] == ["-P", "-B", "-X", "utf8", "-m", "briefer.formats.worker", "--warm"]


@LINUX
def test_a_process_leaves_no_core_and_makes_no_file_grow(tmp_path: Path) -> None:
    program = (
        "import resource; print(*map(resource.getrlimit, (resource.RLIMIT_CORE, resource.RLIMIT_FSIZE)))"
    )
    assert inside(program, tmp_path) == ("(0, 0) (0, 0)", 0)

"""What desktops are told about Briefer: desktop entry, metainfo, file type, icons, packages."""

from __future__ import annotations

import configparser
import re
import shutil
import struct
import subprocess
from pathlib import Path
from xml.etree import ElementTree

import pytest

from briefer.app.resources import resource

ROOT = Path(__file__).parents[2]
LINUX = ROOT / "packaging" / "linux"
DESKTOP = LINUX / "org.briefer.Briefer.desktop"
METAINFO = LINUX / "org.briefer.Briefer.metainfo.xml"
FILE_TYPES = LINUX / "org.briefer.Briefer.xml"
MIME = "{http://www.freedesktop.org/standards/shared-mime-info}"


def entry() -> configparser.SectionProxy:
    parser = configparser.RawConfigParser()
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys keep their case
    parser.read(DESKTOP, encoding="utf-8")
    return parser["Desktop Entry"]


def validated(*command: str | Path) -> subprocess.CompletedProcess[str]:
    if shutil.which(str(command[0])) is None:
        pytest.skip(f"{command[0]} is not installed")
    return subprocess.run(command, capture_output=True, encoding="utf-8", check=False)


def test_the_desktop_entry_is_valid() -> None:
    run = validated("desktop-file-validate", "--no-hints", DESKTOP)
    assert (run.returncode, run.stdout) == (0, "")


def test_the_metainfo_is_valid() -> None:
    run = validated("appstreamcli", "validate", "--no-net", METAINFO)
    assert run.returncode == 0, run.stdout


def test_the_desktop_entry_starts_the_installed_command_with_its_icon() -> None:
    pyproject = (ROOT / "pyproject.toml").read_text(encoding="utf-8")
    command = entry()["Exec"].split()[0]
    assert f'{command} = "briefer.__main__:main"' in pyproject
    assert resource("icons", f"{entry()['Icon']}.svg").is_file()


def test_desktop_entry_and_metainfo_name_each_other() -> None:
    metainfo = ElementTree.parse(METAINFO)
    assert metainfo.findtext("launchable") == DESKTOP.name
    assert metainfo.findtext("id") == DESKTOP.stem
    assert metainfo.findtext("provides/binary") == entry()["Exec"].split()[0]


def test_the_own_file_type_is_opened_and_knows_the_bundled_document() -> None:
    types = ElementTree.parse(FILE_TYPES)
    declared = [str(element.get("type")) for element in types.iter(f"{MIME}mime-type")]
    patterns = [str(glob.get("pattern")) for glob in types.iter(f"{MIME}glob")]
    assert set(declared) <= set(entry()["MimeType"].split(";"))
    assert any(resource("samples", "joint-statement.ru-en.txt").match(pattern) for pattern in patterns)


def test_everything_that_is_said_is_said_in_russian_too() -> None:
    for key in ("GenericName", "Comment", "Keywords"):
        assert re.search("[а-я]", entry()[f"{key}[ru]"])
    language = "{http://www.w3.org/XML/1998/namespace}lang"
    for element in ("summary", "description/p", "description/ul/li"):
        spoken = [node.get(language, "en") for node in ElementTree.parse(METAINFO).findall(element)]
        assert spoken.count("ru") == spoken.count("en") > 0


@pytest.mark.parametrize("size", [16, 24, 32, 48, 64, 128, 256, 512])
def test_an_icon_has_the_size_in_its_name(size: int) -> None:
    header = resource("icons", f"briefer-{size}.png").read_bytes()[:24]
    assert header[:8] == b"\x89PNG\r\n\x1a\n"
    assert struct.unpack(">II", header[16:24]) == (size, size)


def test_the_list_names_every_package_that_the_program_asks_for() -> None:
    from briefer.gui.preflight import EVERYWHERE, ON_WAYLAND, ON_X11

    lines = (ROOT / "packaging" / "debian-packages.txt").read_text(encoding="utf-8").splitlines()
    listed = {line.split("#")[0].strip() for line in lines}
    assert {*EVERYWHERE.values(), *ON_X11.values(), *ON_WAYLAND.values()} <= listed

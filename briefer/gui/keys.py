"""Which shortcuts the actions have: the system's conventions, ours, and what the person changed.

Shortcuts are written in Qt's portable form. No widgets here.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Mapping, Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QKeySequence

from briefer.app.settings import SHORTCUTS, Settings
from briefer.core.values import dataclass
from briefer.gui.actions import Spec

# What a field of text needs for itself; a shortcut would take it away.
TYPING = frozenset(
    """Tab Shift+Tab Return Enter Esc Space Backspace Del Left Right Up Down Home End PgUp PgDown
    Ctrl+A Ctrl+V Ctrl+X Ctrl+Left Ctrl+Right Ctrl+Home Ctrl+End Shift+Left Shift+Right Shift+Up
    Shift+Down Shift+Home Shift+End Shift+PgUp Shift+PgDown""".split()
)
# What everybody edits with. It may be a shortcut elsewhere: a field of text keeps it for itself. Escape
# edits nothing: it leaves the field, by what the field or something around it does then.
EDITING = TYPING - {"Esc"} | frozenset(
    """Ctrl+C Ctrl+Z Ctrl+Y Ctrl+Shift+Z Ctrl+Backspace Ctrl+Del Ctrl+Ins Shift+Ins Shift+Del Shift+Backspace
    Ctrl+Up Ctrl+Down Ctrl+Shift+Left Ctrl+Shift+Right Ctrl+Shift+Up Ctrl+Shift+Down Ctrl+Shift+Home
    Ctrl+Shift+End""".split()
)
# Keys of old workstations, which Qt's conventions still know.
RARE = frozenset(f"F{number}" for number in range(13, 36))

Chords = tuple[str, ...]
NATIVE = QKeySequence.SequenceFormat.NativeText


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why `keys` cannot be a shortcut: they call `other`, or, without one, are needed for typing."""

    keys: str
    other: str | None = None


class Keys(QObject):
    """The shortcuts in force. `changed` tells that they are others now."""

    changed = Signal()

    def __init__(
        self,
        specs: Iterable[Spec],
        settings: Settings,
        owner: QObject | None = None,
        platform: str = sys.platform,
    ) -> None:
        super().__init__(owner)
        self._settings = settings
        self._defaults = defaults(tuple(specs), mac=platform == "darwin")
        self._by_hand: Mapping[str, list[str]] | None = None  # what `_held` was found for
        self._held: Mapping[str, tuple[str, ...]] = {}

    def of(self, name: str) -> tuple[QKeySequence, ...]:
        """The shortcuts of an action as they are now, the one to be shown first."""
        return tuple(QKeySequence(keys) for keys in self._now().get(name, ()))

    def shown(self, name: str) -> str:
        """The first shortcut that an action has now, as the system writes it; empty when it has none."""
        return next((keys.toString(NATIVE) for keys in self.of(name)), "")

    def aside(self, name: str) -> str:
        """The same as it stands behind words of what it does: " (Ctrl+H)", or nothing at all."""
        shown = self.shown(name)
        return f" ({shown})" if shown else ""

    def default(self, name: str) -> tuple[str, ...]:
        """The shortcuts that an action has unless they are changed."""
        return self._defaults.get(name, ())

    def is_changed(self, name: str) -> bool:
        return name in self._settings.get(SHORTCUTS)

    def trouble(self, name: str, keys: str) -> Trouble | None:
        """Why `keys` cannot call the action, None when they can."""
        wanted = portable(QKeySequence(keys))
        if not may_be_shortcut(wanted):
            return Trouble(keys)
        chords = _chords(wanted)
        for other, held in self._now().items():
            if other != name and any(_clash(chords, _chords(each)) for each in held):
                return Trouble(keys, other)
        return None

    def change(self, name: str, keys: str) -> Trouble | None:
        """Let `keys` alone call the action, or nothing when they are empty; the trouble if that cannot be."""
        if keys and (trouble := self.trouble(name, keys)):
            return trouble
        wanted = [portable(QKeySequence(keys))] if keys else []
        changed = {**self._settings.get(SHORTCUTS), name: wanted}
        if tuple(wanted) == self.default(name):
            del changed[name]
        self._set(changed)
        return None

    def reset(self, name: str) -> Trouble | None:
        """Give an action the shortcuts back that it had at first; the trouble if one calls another by now."""
        for keys in self.default(name):
            if trouble := self.trouble(name, keys):
                return trouble
        self._set({each: held for each, held in self._settings.get(SHORTCUTS).items() if each != name})
        return None

    def reset_all(self) -> None:
        self._set({})

    def _now(self) -> Mapping[str, tuple[str, ...]]:
        """What is set by hand comes first: nothing else keeps a shortcut that it took."""
        set_by_hand = self._settings.get(SHORTCUTS)
        if set_by_hand is not self._by_hand:
            self._by_hand, self._held = set_by_hand, self._found(set_by_hand)
        return self._held

    def _found(self, set_by_hand: Mapping[str, list[str]]) -> Mapping[str, tuple[str, ...]]:
        by_hand = {
            name: tuple(portable(QKeySequence(keys)) for keys in held)
            for name, held in set_by_hand.items()
            if name in self._defaults
        }
        taken = _Taken(_chords(keys) for held in by_hand.values() for keys in held)
        free = {
            name: tuple(keys for keys in held if not taken.by_another(_chords(keys)))
            for name, held in self._defaults.items()
            if name not in by_hand
        }
        return {**free, **by_hand}

    def _set(self, changed: dict[str, list[str]]) -> None:
        self._settings.set(SHORTCUTS, changed)
        self.changed.emit()


def defaults(specs: Iterable[Spec], *, mac: bool) -> dict[str, tuple[str, ...]]:
    """The shortcuts by action that hold at first; none stands twice."""
    taken = _Taken()
    found: dict[str, tuple[str, ...]] = {}
    specs = tuple(specs)
    own = {spec.id: list(spec.mac if mac and spec.mac is not None else spec.keys) for spec in specs}
    reserved = _Taken(_chords(keys) for held in own.values() for keys in held)
    for spec in specs:
        wanted = own[spec.id]
        # The system's convention for one action must not take what another one is declared with.
        mine = [_chords(keys) for keys in wanted]
        system = [keys for keys in _conventional(spec) if not reserved.by_another(_chords(keys), mine)]
        # Of several that the system knows the declared one is shown.
        wanted = wanted + system if any(keys in system for keys in wanted) else system + wanted
        held: list[str] = []
        for keys in wanted:
            chords = _chords(keys)
            if not taken.by_another(chords):
                taken.add(chords)
                held.append(keys)
        found[spec.id] = tuple(held)
    return found


def _conventional(spec: Spec) -> list[str]:
    """The system's keys for an action, without those that only some keyboards have a button for."""
    if spec.standard is None:
        return []
    found = [portable(keys) for keys in QKeySequence.keyBindings(spec.standard)]
    return [keys for keys in found if may_be_shortcut(keys) and _key(keys) not in RARE]


def portable(keys: QKeySequence) -> str:
    """The keys as they are written everywhere: in declarations, in settings and here."""
    return keys.toString(QKeySequence.SequenceFormat.PortableText)


def may_be_shortcut(keys: str) -> bool:
    """Whether the keys are free to be a shortcut: not what writing and moving in a text needs."""
    first = keys.split(", ")[0]
    if not first or first in TYPING:
        return False
    key = _key(keys)
    function = len(key) > 1 and key[0] == "F" and key[1:].isdigit()
    return function or any(first.startswith(held) for held in ("Ctrl+", "Alt+", "Meta+"))


def _key(keys: str) -> str:
    """The key itself that is pressed first, without those that are held."""
    return keys.split(", ")[0].removesuffix("+").split("+")[-1]


def _chords(keys: str) -> Chords:
    """The keys that are pressed one after the other."""
    return tuple(keys.split(", "))


class _Taken:
    """Keys that are taken, by the first chord of each: only those can clash."""

    def __init__(self, taken: Iterable[Chords] = ()) -> None:
        self._taken: dict[str, list[Chords]] = {}
        for chords in taken:
            self.add(chords)

    def add(self, chords: Chords) -> None:
        self._taken.setdefault(chords[0], []).append(chords)

    def by_another(self, chords: Chords, mine: Sequence[Chords] = ()) -> bool:
        """Whether anything clashes with `chords` that is not among `mine`."""
        return any(_clash(chords, each) for each in self._taken.get(chords[0], ()) if each not in mine)


def _clash(one: Chords, other: Chords) -> bool:
    """Whether one begins as the other does: then only one of them could ever be meant."""
    return one[0] == other[0] and all(a == b for a, b in zip(one, other, strict=False))

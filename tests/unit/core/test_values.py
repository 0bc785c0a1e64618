"""Values are the standard library's dataclasses, as far as anybody can tell."""

from __future__ import annotations

import copy
import dataclasses
import pickle
from collections.abc import Callable
from typing import Any

import msgspec
import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefer.core.values import dataclass

VALUES = st.tuples(st.integers(0, 2), st.sampled_from("ab"), st.lists(st.integers(0, 1), max_size=1))


def _made(decorator: Callable[..., Any], **options: bool) -> Any:
    class Value:
        """A value."""

        number: int
        word: str = "a"
        many: list[int] = dataclasses.field(default_factory=list)
        aside: int = dataclasses.field(default=0, compare=False, repr=False)

    return decorator(**options)(Value)


@dataclass(frozen=True, slots=True)
class Point:
    """A value that other processes could name."""

    x: int
    y: int = 0


@dataclass(frozen=True)
class Checked:
    below_ten: int

    def __post_init__(self) -> None:
        if self.below_ten >= 10:
            raise ValueError("too much")


@dataclass(frozen=True)
class More(Checked):
    word: str = ""


@dataclass(frozen=True, slots=True)
class Own:
    """Compares in its own way."""

    word: str

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Own) and self.word.lower() == other.word.lower()

    def __hash__(self) -> int:
        return hash(self.word.lower())


@pytest.mark.parametrize("slots", [False, True])
@pytest.mark.parametrize("frozen", [False, True])
@given(VALUES, VALUES)
def test_values_are_shown_compared_and_hashed_as_the_standard_library_does(
    frozen: bool, slots: bool, one: Any, other: Any
) -> None:
    standard, ours = (_made(made, frozen=frozen, slots=slots) for made in (dataclasses.dataclass, dataclass))
    assert repr(ours(*one)) == repr(standard(*one))
    assert (ours(*one) == ours(*other)) == (standard(*one) == standard(*other))
    assert ours(*one) == ours(*one, 5)
    assert ours(*one) != standard(*one)
    assert dataclasses.asdict(ours(*one)) == dataclasses.asdict(standard(*one))
    assert (ours.__hash__ is None) == (standard.__hash__ is None)
    assert hasattr(ours(*one), "__dict__") == hasattr(standard(*one), "__dict__")


def test_defaults_stand_in_for_what_is_not_given() -> None:
    ours = _made(dataclass, frozen=True)
    assert (ours(1).word, ours(1).many, ours(number=1, aside=3).aside) == ("a", [], 3)
    assert ours(1).many is not ours(1).many
    with pytest.raises(TypeError, match="number"):
        ours()
    with pytest.raises(TypeError, match="strange"):
        ours(1, strange=2)


def test_frozen_values_stay_as_they_are() -> None:
    point = Point(1)
    with pytest.raises(dataclasses.FrozenInstanceError):
        point.x = 2  # type: ignore[misc]
    with pytest.raises(dataclasses.FrozenInstanceError):
        del point.x
    assert dataclasses.replace(point, y=3) == Point(1, 3)
    assert {Point(1), Point(1, 0)} == {Point(1)}


def test_values_can_be_taken_apart_copied_and_sent() -> None:
    match Point(1, 2):
        case Point(x, y):
            assert (x, y) == (1, 2)
    assert copy.deepcopy(Point(1, 2)) == pickle.loads(pickle.dumps(Point(1, 2))) == Point(1, 2)  # noqa: S301
    assert msgspec.json.decode(msgspec.json.encode(Point(1, 2)), type=Point) == Point(1, 2)


def test_what_a_class_says_of_itself_counts() -> None:
    assert Own("A") == Own("a")
    assert len({Own("A"), Own("a")}) == 1
    with pytest.raises(ValueError, match="too much"):
        Checked(10)
    with pytest.raises(ValueError, match="too much"):
        More(10, "word")
    assert More(1, "word") != Checked(1)
    assert repr(More(1)) == "More(below_ten=1, word='')"


def test_no_initialiser_is_compiled_before_there_is_a_value() -> None:
    made = _made(dataclass, frozen=True)
    before = made.__init__
    made(1)
    assert made.__init__ is not before
    assert made(2) == made(2)

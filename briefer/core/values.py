"""Dataclasses that are defined quickly: the program defines more than a hundred before its window is seen.

The standard library writes the source of six functions for each class and compiles it, a millisecond a class.
Here the fields are still its own, so that `replace`, `fields`, `asdict`, matching and msgspec go on working;
comparing, hashing and showing are the same few functions for all, and only `__init__` is compiled, when
the first value is made. For those who check types it is the standard library's decorator.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from dataclasses import dataclass as dataclass
else:
    import dataclasses
    from operator import attrgetter

    def dataclass(cls=None, /, *, frozen=False, slots=False, eq=True):
        """As `dataclasses.dataclass` with these arguments."""

        def made(cls):
            # Without one the standard library would look for the class's signature.
            cls.__doc__ = cls.__doc__ or cls.__name__
            made = dataclasses.dataclass(init=False, repr=False, eq=False, slots=slots)(cls)
            for name, function in _functions(made, frozen, eq).items():
                if name not in cls.__dict__:
                    setattr(made, name, function)
            return made

        return made if cls is None else made(cls)

    def _functions(cls, frozen, eq):
        fields = dataclasses.fields(cls)
        functions = {"__init__": _late_init(cls, frozen), "__repr__": _repr(fields)}
        if eq:
            functions |= _comparing([field.name for field in fields if field.compare], hashable=frozen)
        if frozen:
            functions |= {"__setattr__": _refuse, "__delattr__": _refuse, "__reduce__": _reduce}
        return functions

    def _late_init(cls, frozen):
        def __init__(self, *args, **named):  # noqa: N807 - it stands for the real one
            cls.__init__ = _init(cls, frozen)
            cls.__init__(self, *args, **named)

        return __init__

    def _init(cls, frozen):
        names = {"_set": object.__setattr__, "_made": dataclasses.MISSING}
        parameters, lines = ["self"], []
        for field in dataclasses.fields(cls):
            name, value = field.name, field.name
            if field.default_factory is not dataclasses.MISSING:
                names[f"_of_{name}"] = field.default_factory
                parameters.append(f"{name}=_made")
                value = f"_of_{name}() if {name} is _made else {name}"
            elif field.default is not dataclasses.MISSING:
                names[f"_of_{name}"] = field.default
                parameters.append(f"{name}=_of_{name}")
            else:
                parameters.append(name)
            lines.append(f"_set(self, {name!r}, {value})" if frozen else f"self.{name} = {value}")
        if hasattr(cls, "__post_init__"):
            lines.append("self.__post_init__()")
        source = f"def __init__({', '.join(parameters)}):\n " + ("\n ".join(lines) or "pass")
        exec(source, names)  # noqa: S102 - of the names of fields alone
        return names["__init__"]

    def _repr(fields):
        shown = [field.name for field in fields if field.repr]

        def __repr__(self):  # noqa: N807
            values = ", ".join(f"{name}={getattr(self, name)!r}" for name in shown)
            return f"{type(self).__qualname__}({values})"

        return __repr__

    def _comparing(names, *, hashable):
        if not names:
            get = type
        elif len(names) == 1:
            one = attrgetter(names[0])

            def get(self):
                return (one(self),)
        else:
            get = attrgetter(*names)

        def __eq__(self, other):  # noqa: N807
            return get(self) == get(other) if other.__class__ is self.__class__ else NotImplemented

        def __hash__(self):  # noqa: N807
            return hash(get(self))

        return {"__eq__": __eq__, "__hash__": __hash__ if hashable else None}

    def _refuse(self, name, *_):
        raise dataclasses.FrozenInstanceError(f"{type(self).__qualname__} is not to be changed: {name!r}")

    def _reduce(self):
        return type(self), tuple(getattr(self, field.name) for field in dataclasses.fields(self))

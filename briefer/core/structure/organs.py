"""The organs whose names stand at the head of documents, in Russian and in English."""

from __future__ import annotations

import re

from briefer.core.values import dataclass


@dataclass(frozen=True, slots=True)
class Organ:
    """`english` is the canonical name; `parent` the canonical name of what it reports to."""

    english: str
    russian: str
    parent: str | None = None


_ASSEMBLY = "General Assembly"
_COUNCIL = "Economic and Social Council"
ORGANS = (
    Organ(_ASSEMBLY, "Генеральная Ассамблея"),
    Organ("Security Council", "Совет Безопасности"),
    Organ(_COUNCIL, "Экономический и Социальный Совет"),
    Organ("Trusteeship Council", "Совет по Опеке"),
    Organ("Secretariat", "Секретариат"),
    Organ("Human Rights Council", "Совет по правам человека", _ASSEMBLY),
    Organ("First Committee", "Первый комитет", _ASSEMBLY),
    Organ("Second Committee", "Второй комитет", _ASSEMBLY),
    Organ("Third Committee", "Третий комитет", _ASSEMBLY),
    Organ("Fourth Committee", "Четвертый комитет", _ASSEMBLY),
    Organ("Fifth Committee", "Пятый комитет", _ASSEMBLY),
    Organ("Sixth Committee", "Шестой комитет", _ASSEMBLY),
    Organ("Disarmament Commission", "Комиссия по разоружению", _ASSEMBLY),
    Organ("International Law Commission", "Комиссия международного права", _ASSEMBLY),
    Organ(
        "Committee on the Peaceful Uses of Outer Space",
        "Комитет по использованию космического пространства в мирных целях",
        _ASSEMBLY,
    ),
    Organ(
        "United Nations Commission on International Trade Law",
        "Комиссия Организации Объединенных Наций по праву международной торговли",
        _ASSEMBLY,
    ),
    Organ("Commission on Narcotic Drugs", "Комиссия по наркотическим средствам", _COUNCIL),
    Organ(
        "Commission on Crime Prevention and Criminal Justice",
        "Комиссия по предупреждению преступности и уголовному правосудию",
        _COUNCIL,
    ),
    Organ("Commission on the Status of Women", "Комиссия по положению женщин", _COUNCIL),
    Organ("Commission for Social Development", "Комиссия социального развития", _COUNCIL),
    Organ("Commission on Population and Development", "Комиссия по народонаселению и развитию", _COUNCIL),
    Organ(
        "Commission on Science and Technology for Development",
        "Комиссия по науке и технике в целях развития",
        _COUNCIL,
    ),
    Organ("Statistical Commission", "Статистическая комиссия", _COUNCIL),
    Organ("Economic Commission for Europe", "Европейская экономическая комиссия", _COUNCIL),
    Organ("United Nations Forum on Forests", "Форум Организации Объединенных Наций по лесам", _COUNCIL),
    Organ("Permanent Forum on Indigenous Issues", "Постоянный форум по вопросам коренных народов", _COUNCIL),
    Organ(
        "High-level political forum on sustainable development",
        "Политический форум высокого уровня по устойчивому развитию",
        _COUNCIL,
    ),
    Organ("Conference on Disarmament", "Конференция по разоружению"),
    Organ("Human Rights Committee", "Комитет по правам человека"),
    Organ("Committee on the Rights of the Child", "Комитет по правам ребенка"),
    Organ("Committee against Torture", "Комитет против пыток"),
    Organ(
        "Conference of the Parties to the United Nations Convention against Transnational Organized Crime",
        "Конференция участников Конвенции Организации Объединенных Наций против транснациональной "
        "организованной преступности",
    ),
    Organ(
        "Conference of the States Parties to the United Nations Convention against Corruption",
        "Конференция государств — участников Конвенции Организации Объединенных Наций против коррупции",
    ),
    Organ("International Narcotics Control Board", "Международный комитет по контролю над наркотиками"),
)


def _fold(text: str) -> str:
    words = re.sub(r"[\s*]+", " ", text.replace("—", "–")).strip(" .,:")
    return words.casefold().replace("ё", "е")


_BY_NAME = {_fold(name): organ for organ in ORGANS for name in (organ.english, organ.russian)}


def organ_named(text: str) -> Organ | None:
    """The organ whose name the whole of `text` is, in either language."""
    return _BY_NAME.get(_fold(text))

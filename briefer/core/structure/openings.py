"""How paragraphs of resolutions and statements open: participles, chapeaux, announcements."""

from __future__ import annotations

import re

from briefer.core.labels import read_mark
from briefer.core.structure.organs import organ_named

LONGEST_CHAPEAU = 600
LONGEST_DECISION = 120

_WE = re.compile(
    r"(?:Мы|We|The|Генеральная|Комиссия|Совет|Комитет|Конференция|Участники|Стороны)\b[\w\s,()«»“”–—-]*,$"
)
_BEFORE_VERB = (
    r"(?:(?:вновь|также|далее|особо|глубоко|серьезно|серьёзно|с\s+\w+|будучи|в\s+полной\s+мере|полностью|"
    r"решительно|твердо|твёрдо|еще\s+раз|ещё\s+раз)\s+){0,3}"
)
# Nouns in -ия, -ья and -ля are no gerunds.
_GERUND = re.compile(
    _BEFORE_VERB + r"(?P<verb>будучи|\w+(?:[ая]сь|шись|[ауюея]я|[дзмнрст]я|ючи|[аеиы]в))\b", re.IGNORECASE
)
_ADJECTIVE = re.compile(
    r"\w*(?:(?<!ми)(?<!чи)ная|[сц]кая|[юуая]щая|вшая|[оеё]вая|(?:нов|пра)вая|етья)$|(?:как|так|втор|стар|друг|больш)ая$"
)
_NO_GERUNDS = frozenset(
    "имя время семя знамя племя пламя бремя дядя няня хотя заря буря неделя состав устав актив мотив архив "
    "призыв залив перерыв взрыв разрыв общая".split()
)
_USUAL_RUSSIAN = re.compile(
    r"(?:отмеч|учитыва|приним|призна|подтвержд|напомин|ссыла|руковод|исход|подчерк|приветств|выраж|осозна|созна|"
    r"буду|полаг|счита|стрем|рассмотр|изуч|заслуш|жела|име|памяту|помн|действу|вер|сожале|одобр|проявл|испытыв|"
    r"обращ|констатир|поддерж)",
    re.IGNORECASE,
)
_ENGLISH_OPENING = re.compile(
    r"(?:(?:also|further|deeply|gravely|fully|particularly|firmly|strongly|seriously|having|being|again|"
    r"once again|keenly|equally|reiterating)\s+){0,3}"
    r"(?P<verb>\w+ing|whereas|guided|concerned|convinced|determined|alarmed|encouraged|inspired|disturbed|aware|"
    r"mindful|conscious|considered|examined|received|adopted|studied|heard|taken|met|resolved|dismayed|"
    r"appalled|cognizant|desirous|grateful|recalled)\b",
    re.IGNORECASE,
)
_USUAL_ENGLISH = re.compile(
    r"(?:acknowledg|affirm|bear|commend|concern|confirm|consider|deplor|desir|emphasi[sz]|express|guid|hav|"
    r"not|observ|reaffirm|realiz|realis|recall|recogni[sz]|reiterat|stress|tak|underlin|underscor|welcom)",
    re.IGNORECASE,
)
_NOT_OPENINGS = frozenset(
    "during according regarding following concerning including nothing meeting everything something anything "
    "king thing building training".split()
)
_AS_FOLLOWS = re.compile(
    r"(?:as follows|the following|о нижеследующем|следующее|о следующем"
    r"|^\w*решил\w*|^\w*постанов\w+|^decide[sd]?):$",
    re.IGNORECASE,
)


def is_preambular(text: str) -> bool:
    """Whether a paragraph opens with a participle and stops short of a full stop.

    Before a colon or a semicolon only the verbs that preambles are wont to open with count.
    """
    end = re.search(r"(?P<sign>[,;:])?(?:\s(?:and|и))?(?P<last>[,;:])?$", text)
    sign = (end["sign"] or end["last"]) if end else None
    if sign is None:
        return False
    if found := _ENGLISH_OPENING.match(text):
        verb = found["verb"].lower()
        return verb not in _NOT_OPENINGS and (sign == "," or bool(_USUAL_ENGLISH.match(verb)))
    found = _GERUND.match(text)
    if found is None or organ_named(text) is not None:
        return False
    verb = found["verb"].lower()
    gerund = len(verb) > 3 and verb not in _NO_GERUNDS and not _ADJECTIVE.fullmatch(verb)
    return gerund and (sign == "," or bool(_USUAL_RUSSIAN.match(verb)))


def opens_preambular(line: str) -> bool:
    """Whether a line, which may go on, opens as preambles are wont to: "ссылаясь на", "Recalling its"."""
    return is_preambular(line.rstrip(" ,;:") + ":")


def is_chapeau(text: str, following: str) -> bool:
    """Whether `text` names who speaks ("We, …,") or announces what was decided."""
    if len(text) <= LONGEST_CHAPEAU and text.endswith(",") and not _opens_participle(text):
        return bool(organ_named(text) or _WE.match(text) or is_preambular(following))
    return announces(text, following)


def names_speaker(text: str) -> bool:
    """Whether `text` is an organ's name before a comma, as in "The General Assembly,"."""
    return text.endswith(",") and organ_named(text.removeprefix("The ")) is not None


def _opens_participle(text: str) -> bool:
    return is_preambular(text) and not organ_named(text) and not _WE.match(text)


def announces(text: str, following: str) -> bool:
    """Whether `text` announces what was decided, or a list."""
    if len(text) > LONGEST_DECISION or not text.endswith(":") or read_mark(text):
        return False
    if tells_what_follows(text):
        return True
    mark = read_mark(following)
    return mark is not None and mark.sort in {"number", "letter"}


def tells_what_follows(text: str) -> bool:
    """Whether `text` ends in words such as "as follows:" or is "Решили:"."""
    return bool(_AS_FOLLOWS.search(text))

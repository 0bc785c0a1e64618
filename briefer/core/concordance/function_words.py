"""Words with which no counterpart term begins or ends, in Russian and in English."""

FUNCTION_WORDS = frozenset(
    (
        "a an the this that these those such its it their our his her and or nor but as at by for from "
        "in into of off on onto over to under upon up with within without through throughout between "
        "among against during after before about is are was were be been being has have had having do "
        "does did not no any all each every other which who whom whose what when where while also more "
        "most than then there thereof we they he she you i will would shall should may might can could "
        "must including include includes included well relevant so if s и а но или либо да не ни же ли "
        "бы в во на над под по при про с со к ко у о об от до для из за без через между перед после "
        "против среди как что чтобы это этот эта эти того тем том тех их его ее им ими они он она оно "
        "мы вы я который которая которые которых также так такой такие все всех всего всеми каждый "
        "другой другие иной иные быть был была были есть является являются числе включая более если "
    ).split()
)

"""How often one letter follows another in Russian and in English: counts, not rules.

Counted in documents of the United Nations in both languages and, for Russian, in messages of
programs besides, so that more than one style speaks. ё is counted as е. A row for each letter,
`_` being the edge of a word; each character in it is minus twice the binary logarithm of the
probability that the letter of its column follows, as a digit to the base of 36.
"""

from __future__ import annotations

RUSSIAN = "_абвгдежзийклмнопрстуфхцчшщъыьэюя"
ENGLISH = "_abcdefghijklmnopqrstuvwxyz"

RUSSIAN_PAIRS = (
    "zca7c8fga8p9ea7869699chgciwzzzdlg",
    "5sa9dbad9gba796qb997jidacheyyyndc",
    "d8pouf7jjaub6ja6u8cu8odapl986kpfe",
    "45xhok6xg8xb8f96hbbfaxirxgix8hsxe",
    "b7kjdc9tt7tmaec2t6kt8nptikttntttt",
    "a5ndfb5gi7we6g95ecah8whkjkwrcjwwf",
    "5hfcb9dccfba895ed787nkefeefzzzqii",
    "g7hso63ss4sbos5misjlbsssgssssmsss",
    "93d8l9bnu9uhf776qamuauuquuukamuu8",
    "4deaed8ia9baa99cca87ofbbbhjyyyyc7",
    "1ssssclsossg7hceon88sookcesssssso",
    "75lgnvaem6vj8oh4oa989vv8vvvvqvnvv",
    "a8bskq5aw5wffpb6pphwbwwwgwwwe5sa6",
    "47hfpr4vv6vfgac6evhvarvrvvvv9jvpb",
    "b6yhkc5rg4ycsy85qpcacdlfjshy7gulc",
    "6n8698bbbcaa799da878mjgecdhzzzmlf",
    "b7rwww7ww9wqawg3d3ji9wwhpwwwdlwwi",
    "a4kcch5bx7xfoda5hhbc9mhmkfttbhtnd",
    "9bhcmi8jx9x88ec79ea39kfohfxxdaxo8",
    "76n7tk7yp6ybjha6i79nbkmsgyypc6nsh",
    "6fbeb689gnd9a98m8879vigj9e9vvvp8i",
    "e4qqiq7qq5qq9kj6kagk5aqqqqqqmqmqq",
    "1bsdjobsscssojc6sabshkjssossssoss",
    "88sjss5ss1sesssbmsiscsssssss9ssss",
    "c6tltt3tt4tbdt7jtet8httttftttettt",
    "d7qjqq3qq4q9cm8dqqqbcqqqqqqqqfqqq",
    "r7rrrr2rr3rrrrfjrerrcrrrrrrrrbrrr",
    "lhllll0lllllllllllllllllllllllll7",
    "4ud9ld6udf7f97guacd8uu5uecuuuuuuk",
    "2qgmojeu6juauf5uuu8bunqfobuuuuucf",
    "dnihhnnnnnj56h9nhbe2j8nnnennnnnnn",
    "3rdrhargernrrrenrfh7rrrd5r4rrrrfr",
    "1vibldaibhkoibbqngf8vvbhipdvvvvcf",
)
ENGLISH_PAIRS = (
    "y6a8aa9cb7ghcab78j985cfashm",
    "9vb9aicakaje6b4rcm785fdfnfj",
    "c7gkm4qqq7dq5gq9qqaaf8kqq5q",
    "97pap5pt77td9tp4tmah69tttbt",
    "29mkd5nek6mthfkahjcct9fmtgt",
    "49i98bdcidxiaa6gce67bkafcio",
    "3asls88ks7sscms5ms8md9ssshs",
    "37mre5lf78rrcja9rr6dearrrbr",
    "66kmk2ntt8ttjhd8npcfactjtgt",
    "e9e7b9dbnkjl9a45ema86jawjpc",
    "j5jjj4jjjajjfjj4jjjjj4jjjjj",
    "3annn4iec5nnghadcnc7nennnhn",
    "47oi95gpt6tp7ih7jtmbbagtt9t",
    "869so3kss6sso7k87slasassshs",
    "47w859d7h9kijeebmqk86cepwgw",
    "7febcl6cjfii984d8r6ba8aclhp",
    "a6osl6oicass7as59s4da9sssjs",
    "abjjjjjjjfjjjjjjjfjjj0jjjjj",
    "67gcb4jcm6vceba6hrd98cdlvar",
    "3bmcj6ivb7vffdn9bqi868vmvdv",
    "68oks6ls45wwfgj7mw99ccsgwaw",
    "e99899gblash795k8s667sonosl",
    "f7qqq1qqq4qqqqqbqqmqqfqqqmq",
    "76jip5pl74ppdjb4ppiceppppjp",
    "4al9l8lll6llllll4lll59gllgl",
    "1fkemaqjqdqqhcia9qc9mqqhqqk",
    "k3bkk3kkk7kkkkkakkkekdkekkk",
)

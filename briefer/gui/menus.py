"""Every action, declared once in the menu it stands in: its id, its words, its keys.

To add one, put a `Spec` where it belongs and its deed into the `handlers()` of the desk that
owns it. Keys are Qt's portable ones ("Ctrl" is Command on macOS); tests hold that none is
taken twice.
"""

from __future__ import annotations

from PySide6.QtGui import QAction, QKeySequence

from briefer.gui.actions import Menu, Spec

Standard = QKeySequence.StandardKey
Role = QAction.MenuRole

FILE = Menu(
    "file",
    lambda t: t.gettext("&File"),
    (
        Spec(
            "open",
            lambda t: t.gettext("Open…"),
            ("Ctrl+O",),
            lambda t: t.gettext("Open"),
            standard=Standard.Open,
        ),
        Menu("recent", lambda t: t.gettext("Open recent")),
        None,
        Spec(
            "save",
            lambda t: t.gettext("Save to library"),
            ("Ctrl+S",),
            lambda t: t.gettext("Save"),
            standard=Standard.Save,
        ),
        Spec(
            "export",
            lambda t: t.gettext("Export briefing note…"),
            ("Ctrl+E",),
            lambda t: t.gettext("Brief…"),
            needs_document=True,
        ),
        Spec(
            "print",
            lambda t: t.gettext("Print…"),
            ("Ctrl+P",),
            needs_document=True,
            standard=Standard.Print,
        ),
        None,
        Spec("close-tab", lambda t: t.gettext("Close tab"), ("Ctrl+W",), standard=Standard.Close),
        Spec("close-others", lambda t: t.gettext("Close other tabs")),
        Spec("reopen-tab", lambda t: t.gettext("Reopen closed tab"), ("Ctrl+Shift+T",)),
        None,
        Spec("quit", lambda t: t.gettext("Quit"), ("Ctrl+Q",), role=Role.QuitRole),
    ),
)
EDIT = Menu(
    "edit",
    lambda t: t.gettext("&Edit"),
    (
        Spec("undo", lambda t: t.gettext("Undo"), ("Ctrl+Z",), standard=Standard.Undo),
        Spec("redo", lambda t: t.gettext("Redo"), ("Ctrl+Shift+Z", "Ctrl+Y"), mac=("Ctrl+Shift+Z",)),
        None,
        Spec("copy", lambda t: t.gettext("Copy"), ("Ctrl+C",), needs_document=True),
        Spec("quote", lambda t: t.gettext("Copy with its source"), ("Ctrl+Shift+C",), needs_document=True),
        None,
        Spec("find", lambda t: t.gettext("Find…"), ("Ctrl+F",), needs_document=True, standard=Standard.Find),
        Spec("find-next", lambda t: t.gettext("Find next"), ("F3",), needs_document=True, mac=("Ctrl+G",)),
        Spec(
            "find-previous",
            lambda t: t.gettext("Find previous"),
            ("Shift+F3",),
            needs_document=True,
            mac=("Ctrl+Shift+G",),
        ),
        Spec(
            "find-list",
            lambda t: t.gettext("List all matches"),
            ("Ctrl+Shift+O",),
            checkable=True,
            needs_document=True,
        ),
        None,
        Spec("search", lambda t: t.gettext("Search the library"), ("Ctrl+Shift+F",)),
        Spec("next-hit", lambda t: t.gettext("Next hit of the search"), ("F5",)),
        Spec("previous-hit", lambda t: t.gettext("Previous hit of the search"), ("Shift+F5",)),
        Spec("concordance", lambda t: t.gettext("Concordance…"), ("Ctrl+Shift+K",)),
        None,
        Spec(
            "settings",
            lambda t: t.gettext("Settings…"),
            ("Ctrl+,",),
            standard=Standard.Preferences,
            role=Role.PreferencesRole,
        ),
    ),
)
ANNOTATE = Menu(
    "annotate",
    lambda t: t.gettext("&Annotate"),
    (
        Spec(
            "highlight",
            lambda t: t.gettext("Highlight"),
            ("Ctrl+H",),
            lambda t: t.gettext("Highlight"),
            needs_document=True,
            mac=("Ctrl+Shift+H",),  # Command+H hides a program there
        ),
        Spec(
            "note",
            lambda t: t.gettext("Add note…"),
            ("Ctrl+M",),
            lambda t: t.gettext("Note…"),
            needs_document=True,
            mac=("Ctrl+Shift+M",),  # Command+M minimises a window there
        ),
        None,
        Spec("change-note", lambda t: t.gettext("Change the chosen annotation…"), ("F2",)),
        Spec("delete-note", lambda t: t.gettext("Delete the chosen annotation"), ("Ctrl+Backspace",)),
    ),
)
ALIGNMENT = Menu(
    "alignment",
    lambda t: t.gettext("Al&ignment"),
    (
        Spec("alignment-undo", lambda t: t.gettext("Undo correction"), ("Ctrl+Alt+Z",)),
        Spec("alignment-redo", lambda t: t.gettext("Redo correction"), ("Ctrl+Alt+Shift+Z",)),
        None,
        Spec("next-doubt", lambda t: t.gettext("Next doubtful pair"), ("F4",)),
        Spec("previous-doubt", lambda t: t.gettext("Previous doubtful pair"), ("Shift+F4",)),
        Spec("confirm", lambda t: t.gettext("Confirm the pair as it is"), ("Ctrl+Alt+Y",)),
        None,
        Spec("link", lambda t: t.gettext("Put together with…"), ("Ctrl+K",)),
        Spec("unlink", lambda t: t.gettext("Take the pair apart"), ("Ctrl+U",)),
        None,
        Spec("merge-next", lambda t: t.gettext("Merge with the next pair"), ("Ctrl+J",)),
        Spec("merge-previous", lambda t: t.gettext("Merge with the previous pair"), ("Ctrl+Shift+J",)),
        Spec("split", lambda t: t.gettext("Begin a new pair here"), ("Ctrl+B",)),
        None,
        Spec("move-next", lambda t: t.gettext("Move the paragraph to the next pair"), ("Alt+Shift+Down",)),
        Spec(
            "move-previous", lambda t: t.gettext("Move the paragraph to the previous pair"), ("Alt+Shift+Up",)
        ),
        None,
        Spec("realign", lambda t: t.gettext("Align anew between corrected pairs"), ("Ctrl+R",)),
        Spec("restore", lambda t: t.gettext("Restore the automatic alignment…")),
    ),
)
DOCUMENT = Menu(
    "document",
    lambda t: t.gettext("&Document"),
    (
        Spec("information", lambda t: t.gettext("Information…"), ("Ctrl+I",), needs_document=True),
        Spec("symbol", lambda t: t.gettext("Enter the symbol…"), needs_document=True),
        None,
        Spec("reading", lambda t: t.gettext("How the languages stand…"), needs_document=True),
        Spec("recognise", lambda t: t.gettext("Recognise the text of pictures")),
    ),
)
LIBRARY = Menu(
    "library",
    lambda t: t.gettext("&Library"),
    (
        Spec("import-files", lambda t: t.gettext("Import documents…"), ("Ctrl+Shift+I",)),
        Spec("import-folder", lambda t: t.gettext("Import a folder…")),
        Spec("watched-folders", lambda t: t.gettext("Watched folders…")),
        None,
        Spec("filter-library", lambda t: t.gettext("Filter the library"), ("Ctrl+Shift+L",)),
        Spec("details", lambda t: t.gettext("Edit details…"), ("Ctrl+Shift+E",)),
        Spec("new-folder", lambda t: t.gettext("New folder…"), ("Ctrl+Shift+N",)),
        None,
        Spec("library-undo", lambda t: t.gettext("Undo in the library"), ("Ctrl+Shift+U",)),
        Spec("library-redo", lambda t: t.gettext("Redo in the library"), ("Ctrl+Shift+R",)),
        None,
        Spec("trash", lambda t: t.gettext("Trash…")),
        Spec("back-up", lambda t: t.gettext("Back up now")),
        Spec("check-library", lambda t: t.gettext("Check the library…")),
    ),
)
GO = Menu(
    "go",
    lambda t: t.gettext("&Go"),
    (
        Spec("palette", lambda t: t.gettext("Command palette…"), ("Ctrl+Shift+P",)),
        Spec(
            "go-to",
            lambda t: t.gettext("Go to paragraph…"),
            ("Ctrl+G",),
            needs_document=True,
            mac=("Ctrl+Alt+G",),
        ),
        None,
        Spec("back", lambda t: t.gettext("Back"), ("Alt+Left",), lambda _t: "◀", mac=("Ctrl+[",)),
        Spec("forward", lambda t: t.gettext("Forward"), ("Alt+Right",), lambda _t: "▶", mac=("Ctrl+]",)),
        None,
        Spec(
            "previous-pair",
            lambda t: t.gettext("Previous pair"),
            ("Alt+Up",),
            lambda _t: "▲",
            needs_document=True,
        ),
        Spec(
            "next-pair", lambda t: t.gettext("Next pair"), ("Alt+Down",), lambda _t: "▼", needs_document=True
        ),
        None,
        Spec("next-annotation", lambda t: t.gettext("Next annotation"), ("Ctrl+F8",), needs_document=True),
        Spec(
            "previous-annotation",
            lambda t: t.gettext("Previous annotation"),
            ("Ctrl+Shift+F8",),
            needs_document=True,
        ),
        Spec("next-symbol", lambda t: t.gettext("Next symbol in the text"), ("F12",), needs_document=True),
        Spec(
            "previous-symbol",
            lambda t: t.gettext("Previous symbol in the text"),
            ("Shift+F12",),
            needs_document=True,
        ),
        Spec(
            "open-symbol",
            lambda t: t.gettext("Open what the symbol names"),
            ("Ctrl+F12",),
            needs_document=True,
        ),
        Spec("footnote", lambda t: t.gettext("Show the footnote"), ("Ctrl+D",), needs_document=True),
        None,
        Spec(
            "next-tab",
            lambda t: t.gettext("Next tab"),
            ("Ctrl+Tab", "Ctrl+PgDown"),
            mac=("Meta+Tab", "Ctrl+}"),
        ),
        Spec(
            "previous-tab",
            lambda t: t.gettext("Previous tab"),
            ("Ctrl+Shift+Tab", "Ctrl+PgUp"),
            mac=("Meta+Shift+Tab", "Ctrl+{"),
        ),
        Spec("tab-right", lambda t: t.gettext("Move tab right"), ("Ctrl+Shift+PgDown",)),
        Spec("tab-left", lambda t: t.gettext("Move tab left"), ("Ctrl+Shift+PgUp",)),
        None,
        Spec("next-column", lambda t: t.gettext("Go to the next column"), ("F6",)),
    ),
)
VIEW = Menu(
    "view",
    lambda t: t.gettext("&View"),
    (
        Spec(
            "lock",
            lambda t: t.gettext("Scroll both languages together"),
            ("Ctrl+L",),
            lambda t: t.gettext("Locked"),
            checkable=True,
            needs_document=True,
        ),
        Menu(
            "layout",
            lambda t: t.gettext("Layout"),
            (
                Spec(
                    "layout-level",
                    lambda t: t.gettext("Pairs at the same height"),
                    ("Ctrl+Alt+1",),
                    checkable=True,
                    group="layout",
                ),
                Spec(
                    "layout-flow",
                    lambda t: t.gettext("Each text flowing by itself"),
                    ("Ctrl+Alt+2",),
                    checkable=True,
                    group="layout",
                ),
                Spec(
                    "layout-left",
                    lambda t: t.gettext("The left text alone"),
                    ("Ctrl+Alt+3",),
                    checkable=True,
                    group="layout",
                ),
                Spec(
                    "layout-right",
                    lambda t: t.gettext("The right text alone"),
                    ("Ctrl+Alt+4",),
                    checkable=True,
                    group="layout",
                ),
                None,
                Spec("swap-sides", lambda t: t.gettext("Swap the sides"), ("Ctrl+Alt+0",), checkable=True),
            ),
        ),
        Spec("sentences", lambda t: t.gettext("Light up the sentence under the pointer"), checkable=True),
        Spec(
            "page",
            lambda t: t.gettext("Original page beside the text"),
            ("F7",),
            lambda t: t.pgettext("button", "Page"),
            checkable=True,
        ),
        Spec(
            "page-instead",
            lambda t: t.gettext("Original page instead of the other language"),
            ("Shift+F7",),
            checkable=True,
        ),
        None,
        Spec("larger", lambda t: t.gettext("Larger text"), ("Ctrl++", "Ctrl+="), lambda _t: "A+"),
        Spec("smaller", lambda t: t.gettext("Smaller text"), ("Ctrl+-",), lambda _t: "A−"),
        Spec("ordinary-size", lambda t: t.gettext("Ordinary text size"), ("Ctrl+0",)),
        Menu(
            "type",
            lambda t: t.gettext("Type"),
            (
                Spec("serif", lambda t: t.gettext("With serifs"), checkable=True, group="face"),
                Spec("sans", lambda t: t.gettext("Without serifs"), checkable=True, group="face"),
                None,
                Spec("wider-lines", lambda t: t.gettext("More space between lines")),
                Spec("closer-lines", lambda t: t.gettext("Less space between lines")),
                None,
                Spec(
                    "own-look",
                    lambda t: t.gettext("Set this document in its own way"),
                    checkable=True,
                    needs_document=True,
                ),
            ),
        ),
        Menu(
            "theme",
            lambda t: t.gettext("Theme"),
            (
                Spec("theme-light", lambda t: t.gettext("Light"), checkable=True, group="theme"),
                Spec("theme-dark", lambda t: t.gettext("Dark"), checkable=True, group="theme"),
                Spec("theme-sepia", lambda t: t.gettext("Sepia"), checkable=True, group="theme"),
                Spec("theme-contrast", lambda t: t.gettext("High contrast"), checkable=True, group="theme"),
                None,
                Spec(
                    "night",
                    lambda t: t.gettext("Dark, and back again"),
                    ("Ctrl+Alt+9",),
                    lambda _t: "◐",
                    checkable=True,
                ),
            ),
        ),
        None,
        Spec("show-library", lambda t: t.gettext("Library column"), ("F9",), checkable=True),
        Spec("show-outline", lambda t: t.gettext("Outline"), ("Shift+F9",), checkable=True),
        Spec("show-notes", lambda t: t.gettext("Annotations column"), ("F8",), checkable=True),
        Spec("terms", lambda t: t.gettext("Terms of the pair"), ("Ctrl+Shift+D",), checkable=True),
        None,
        Menu(
            "language",
            lambda t: t.gettext("Language"),
            (
                # A language is called by its own name whatever the interface speaks.
                Spec("language-en", lambda _t: "English", checkable=True, group="language"),
                Spec("language-ru", lambda _t: "Русский", checkable=True, group="language"),
            ),
        ),
        Spec("quiet", lambda t: t.gettext("Nothing but the text"), ("Shift+F11",), checkable=True),
        Spec(
            "full-screen", lambda t: t.gettext("Full screen"), ("F11",), checkable=True, mac=("Meta+Ctrl+F",)
        ),
    ),
)
HELP = Menu(
    "help",
    lambda t: t.gettext("&Help"),
    (
        Spec("shortcuts", lambda t: t.gettext("Keyboard shortcuts"), ("F1",)),
        Spec("queries", lambda t: t.gettext("Searching the library")),
        Spec("sample", lambda t: t.gettext("Open the sample document")),
        None,
        Spec("diagnostics", lambda t: t.gettext("Diagnostics…")),
        Spec("about", lambda t: t.gettext("About Briefer"), role=Role.AboutRole),
    ),
)
MENUS = (FILE, EDIT, ANNOTATE, ALIGNMENT, DOCUMENT, LIBRARY, GO, VIEW, HELP)
TOOLBAR = (
    *(
        "open",
        "save",
        "",
        "back",
        "forward",
        "",
        "previous-pair",
        "next-pair",
        "lock",
        "page",
        "",
        "highlight",
        "note",
        "",
    ),
    *("smaller", "larger", "night", "", "export"),
)

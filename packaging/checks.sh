#!/bin/sh
# Every check of the project, in the order from quick to slow; `make test` calls it. It needs no screen and no
# root, goes on after a failure, says what it skipped, and ends in pytest's own summary of the whole suite.
set -u
cd "$(dirname "$0")/.."
bin=.venv/bin
bare=.venv-without-qt/bin
failed=
skipped=
times=
newline='
'

step() {
    name=$1
    shift
    printf '\n== %s\n' "$name"
    began=$(date +%s)
    "$@" || failed="$failed$newline  $name"
    times="$times$newline  $(($(date +%s) - began)) s  $name"
}

must() {
    step "$@"
    [ -z "$failed" ] || exit 1
}

skip() { skipped="$skipped$newline  $*"; }

# pytest without the Qt plugin: its options in pyproject.toml are then unknown, and that is no fault.
plain_pytest() {
    "$@" -o addopts='--strict-markers -ra' -W ignore::pytest.PytestConfigWarning
}

set_up() {
    sh packaging/environment.sh .venv dev && sh packaging/environment.sh .venv-without-qt test
}

# A screen that nobody sees, for as long as the command runs; xvfb-run would need xauth besides.
on_a_screen() {
    numbers=$(mktemp) || return 1
    Xvfb -displayfd 3 -screen 0 1600x1000x24 -nolisten tcp 3>"$numbers" >/dev/null 2>&1 &
    server=$!
    tries=0
    while [ ! -s "$numbers" ] && [ $tries -lt 100 ] && kill -0 $server 2>/dev/null; do
        tries=$((tries + 1))
        sleep 0.1
    done
    if [ -s "$numbers" ]; then
        DISPLAY=":$(cat "$numbers")" QT_QPA_PLATFORM=xcb "$@"
        status=$?
    else
        echo "Xvfb did not start." >&2
        status=1
    fi
    kill $server 2>/dev/null
    wait $server 2>/dev/null
    rm -f "$numbers"
    return $status
}

# The reader's tests and the others each on a screen of their own: on one they would take the focus from each other.
on_two_screens() {
    told=$(mktemp) || return 1
    on_a_screen $bin/python -m pytest -q tests/gui/reader >"$told" 2>&1 &
    first=$!
    on_a_screen $bin/python -m pytest -q tests/gui --ignore tests/gui/reader
    status=$?
    wait $first || status=1
    cat "$told"
    rm -f "$told"
    return $status
}

must "environments" set_up
must "catalogues compiled" $bin/python packaging/catalogues.py compile
step "ruff check" $bin/ruff check --quiet .
step "ruff format" $bin/ruff format --check --quiet .
step "mypy --strict" $bin/mypy
step "import contracts" $bin/lint-imports --no-logo
step "catalogues" $bin/python packaging/catalogues.py check
step "unit tests and command line, without PySide6" \
    plain_pytest $bare/python -m pytest -q -n auto tests/unit tests/e2e

export QT_QPA_PLATFORM=offscreen
start_qt='from PySide6.QtWidgets import QApplication; QApplication([])'
qt=works
if ! qt_says=$($bin/python -c "$start_qt" 2>&1); then
    qt=fails
    qt_fault=$(printf '%s' "$qt_says" | tail -n 1)
    skip "everything with a window: Qt does not start here ($qt_fault)."
    skip "  On Debian or Ubuntu the packages of packaging/debian-packages.txt help."
elif ! command -v Xvfb >/dev/null; then
    skip "the run in a real window: there is no Xvfb (on Debian or Ubuntu: apt-get install xvfb)."
elif ! on_a_screen $bin/python -c "$start_qt" >/dev/null 2>&1; then
    skip "the run in a real window: Qt's X11 part does not start here (packaging/debian-packages.txt)."
else
    step "window tests in a real window under Xvfb" on_two_screens
fi

printf '\nTimes:%s\n' "$times"
[ -z "$skipped" ] || printf 'Skipped:%s\n' "$skipped"
[ -z "$failed" ] || printf 'FAILED:%s\n' "$failed"
if [ $qt = fails ]; then
    printf '\n== everything without a window\n'
    plain_pytest $bin/python -m pytest -q -n auto -p no:pytest-qt tests --ignore tests/gui
else
    printf '\n== everything, offscreen\n'
    $bin/python -m pytest -q -n auto tests
fi
last=$?
[ $last -eq 0 ] && [ -z "$failed" ]

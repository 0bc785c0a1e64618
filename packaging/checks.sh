#!/bin/sh
# Every check of the project, in the order from quick to slow; `make test` calls it. It needs no screen and no
# root, runs no test twice, goes on after a failure, says what it skipped, and ends in pytest's own summary.
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

# Two halves, each on a screen of its own: on one they would take the focus from each other.
on_two_screens() {
    told=$(mktemp) || return 1
    on_a_screen $bin/python -m pytest -q tests/gui/window >"$told" 2>&1 &
    first=$!
    on_a_screen $bin/python -m pytest -q tests/gui --ignore tests/gui/window
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
step "everything without a window, without PySide6" \
    plain_pytest $bare/python -m pytest -q -n auto tests --ignore tests/gui

# What is left for the end: what needs the tools of development, and the windows where no screen can be had.
rest="tests/unit/test_contracts.py tests/unit/test_wheel.py tests/e2e/test_window.py"
plugin=
export QT_QPA_PLATFORM=offscreen
start_qt='from PySide6.QtWidgets import QApplication; QApplication([])'
if ! qt_says=$($bin/python -c "$start_qt" 2>&1); then
    rest="tests/unit/test_contracts.py tests/unit/test_wheel.py"
    plugin="-p no:pytest-qt"
    skip "everything with a window: Qt does not start here ($(printf '%s' "$qt_says" | tail -n 1))."
    skip "  On Debian or Ubuntu the packages of packaging/debian-packages.txt help."
elif ! command -v Xvfb >/dev/null; then
    rest="$rest tests/gui"
    skip "the run in a real window: there is no Xvfb (on Debian or Ubuntu: apt-get install xvfb)."
elif ! on_a_screen $bin/python -c "$start_qt" >/dev/null 2>&1; then
    rest="$rest tests/gui"
    skip "the run in a real window: Qt's X11 part does not start here (packaging/debian-packages.txt)."
else
    step "window tests in a real window under Xvfb" on_two_screens
fi

printf '\nTimes:%s\n' "$times"
[ -z "$skipped" ] || printf 'Skipped:%s\n' "$skipped"
[ -z "$failed" ] || printf 'FAILED:%s\n' "$failed"
printf '\n== the rest, offscreen\n'
# shellcheck disable=SC2086  # lists of words
plain_pytest $bin/python -m pytest -q -n auto $plugin $rest
last=$?
[ $last -eq 0 ] && [ -z "$failed" ]

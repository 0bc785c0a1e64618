#!/bin/sh
# Makes a virtual environment with Briefer in it, once:
#
#     sh packaging/environment.sh FOLDER EXTRAS
#
# EXTRAS are those of pyproject.toml, separated by commas, without spaces. Nothing happens when the
# environment is there and neither pyproject.toml nor the place of the checkout has changed since.
# PYTHON=... chooses the interpreter; otherwise the first suitable one is taken.
set -eu
cd "$(dirname "$0")/.."
folder=$1
extras=$2

wanted="3.11 to 3.14"
suitable='import sys; sys.exit(not (3, 11) <= sys.version_info[:2] <= (3, 14))'

say() { printf '%s\n' "$*" >&2; }

find_python() {
    if [ -n "${PYTHON:-}" ]; then
        if ! "$PYTHON" -c "$suitable" 2>/dev/null; then
            say "PYTHON=$PYTHON is not a Python that Briefer runs on: it needs Python $wanted."
            exit 1
        fi
        candidates=$PYTHON
    else
        candidates="python3 python3.14 python3.13 python3.12 python3.11 python"
    fi
    bare=
    for python in $candidates; do
        "$python" -c "$suitable" >/dev/null 2>&1 || continue
        if "$python" -c 'import ensurepip, venv' >/dev/null 2>&1; then
            return
        fi
        bare=$python
    done
    if [ -n "$bare" ]; then
        say "$bare cannot make virtual environments: its venv module is missing." \
            "On Debian or Ubuntu: apt-get install $("$bare" -c 'import sys; print("python%d.%d-venv" % sys.version_info[:2])')"
    else
        say "Briefer needs Python $wanted, and none was found." \
            "On Debian or Ubuntu: apt-get install python3 python3-venv; or name one: make PYTHON=/path/to/python run"
    fi
    exit 1
}

# Every start of the program, and of the processes that it starts, reads compiled modules; they themselves write none.
compile_modules() { "$folder/bin/python" -m compileall -q briefer || true; }

# The state that an installation was made for. It is kept beside the installation, a file for each set of
# extras; the set "dev" holds "gui" too.
state=$(pwd; cksum <pyproject.toml; cksum <packaging/hatch_build.py)
stamp=$folder/.installed-$extras
for known in "$stamp" "$folder/.installed-dev"; do
    [ "$known" = "$stamp" ] || [ "$extras" = gui ] || continue
    if [ -f "$known" ] && [ "$(cat "$known")" = "$state" ] && "$folder/bin/python" -c '' 2>/dev/null; then
        compile_modules
        exit 0
    fi
done

clear=
if [ -f "$stamp" ] && [ "$(head -n 1 "$stamp")" != "$(pwd)" ]; then
    clear=--clear  # the checkout has moved: scripts in the environment name the old place
fi
if [ -n "$clear" ] || ! "$folder/bin/python" -c "$suitable" >/dev/null 2>&1; then
    find_python
    say "Making $folder with $("$python" --version) ..."
    "$python" -m venv --clear "$folder"
fi
say "Installing Briefer ($extras) into $folder; the first time this takes a minute or two ..."
"$folder/bin/python" -m pip install --quiet --disable-pip-version-check --editable ".[$extras]" || {
    say "The installation did not succeed; what pip said is above. Without a network it needs the packages in pip's cache."
    exit 1
}
compile_modules
printf '%s\n' "$state" >"$stamp"

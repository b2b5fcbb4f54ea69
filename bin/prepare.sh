# Sourced by the verbs beside it: brings what they need, and says clearly what it cannot bring.
# Nothing is installed twice: a stamp in .venv remembers which lock it holds.

set -euo pipefail
cd "$(dirname "${BASH_SOURCE[0]}")/.."

say() { printf '%s\n' "$*" >&2; }

fail() {
    say "foyer: $*"
    exit 1
}

# Debian packages, where we may install them. Otherwise the command that would bring them.
debian() {
    local missing=() package
    for package in "$@"; do
        dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
    done
    [ ${#missing[@]} -eq 0 ] && return 0
    if [ "$(id -u)" -ne 0 ] || ! command -v apt-get >/dev/null; then
        say "foyer: please install these first: sudo apt-get install ${missing[*]}"
        return 1
    fi
    say "Installing ${missing[*]} …"
    export DEBIAN_FRONTEND=noninteractive
    local said
    said=$(apt-get update -qq && apt-get install -y -qq --no-install-recommends "${missing[@]}" 2>&1 </dev/null) ||
        { tail -n 5 <<<"$said" >&2 && return 1; }
}

# What the papers of tests and bench are drawn in: passports are printed in OCR-B.
papers_fonts() { debian fonts-ocr-b fonts-dejavu-core fonts-liberation fonts-noto-core; }

new_enough() { "$1" -c 'import sys; sys.exit(sys.version_info < (3, 11))' 2>/dev/null; }

find_python() {
    local name
    for name in python3.11 python3 python3.12 python3.13 python3.14; do
        if command -v "$name" >/dev/null && new_enough "$name"; then
            command -v "$name"
            return
        fi
    done
    return 1
}

make_venv() {
    local python
    [ -x .venv/bin/python ] && new_enough .venv/bin/python && return
    python=$(find_python) || { debian python3 python3-venv && python=$(find_python); } ||
        fail "Python 3.11 or newer is needed; this machine has $(python3 --version 2>/dev/null || echo none)."
    if ! "$python" -c 'import ensurepip, venv' 2>/dev/null; then
        debian python3-venv || fail "Python's venv module is missing."
    fi
    say "Making .venv with $("$python" --version) …"
    rm -rf .venv
    "$python" -m venv .venv || fail "could not make .venv"
}

# install LOCK: everything the lock names, at exactly its hashes, only when it changed. The lock is
# complete, so pip resolves nothing: what a dependency wants by itself may be newer than the lock.
install() {
    local stamp=".venv/holds-$1" wanted said
    make_venv
    wanted=$(sha256sum "$1")
    [ -f "$stamp" ] && [ "$(cat "$stamp")" = "$wanted" ] && return
    say "Installing $1 (once; takes about a minute) …"
    said=$(.venv/bin/python -m pip install --quiet --disable-pip-version-check --no-input \
        --no-deps --require-hashes -r "$1" 2>&1 </dev/null) || {
        grep -v '^WARNING' <<<"$said" | tail -n 6 >&2
        fail "could not install $1. What pip said last is above."
    }
    echo "$wanted" >"$stamp"
}

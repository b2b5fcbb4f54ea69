#!/usr/bin/env bash
# What `bin/test nightly` runs, all of it whatever fails: everything that bin/test runs; code changed
# in so many places, and how many of them the tests notice; so many seeded days, other ones each
# night; and examples of hypothesis that no run before has seen.
# --days N, --mutants N: fewer of them. --skip-tests: not everything first.
set -uo pipefail
cd "$(dirname "$0")/.."

days=20000 mutants=400 tests=yes
while [ $# -gt 0 ]; do
    case "$1" in
        --days) days=$2 && shift 2 ;;
        --mutants) mutants=$2 && shift 2 ;;
        --skip-tests) tests=no && shift ;;
        *) echo "bin/test nightly knows --days N, --mutants N and --skip-tests, not $1" >&2 && exit 2 ;;
    esac
done
tonight=$(($(date +%s) / 86400))
cores=$(nproc)
pytest=(.venv/bin/python -m pytest)
failed=()

part() {
    local name=$1 began=$SECONDS
    shift
    echo "── $name"
    "$@" </dev/null || failed+=("$name")
    echo "── $name took $((SECONDS - began)) s"
}

[ "$tests" = no ] || part "everything" "${pytest[@]}" -n 2 --dist loadfile --stores all
part "examples never seen" "${pytest[@]}" --hypothesis-profile search -n "$cores" --dist worksteal \
    tests/floor tests/balance tests/waits tests/settings tests/reports tests/journal tests/live/test_coming_back.py
# A day's disk is memory where there is some: a commit that waits for a real one takes longest.
memory=$(mktemp -d -p "$([ -w /dev/shm ] && echo /dev/shm || echo "${TMPDIR:-/tmp}")")
trap 'rm -rf "$memory"' EXIT
part "$days days from seed $((tonight * days))" "${pytest[@]}" tests/simulation/test_days.py \
    --days "$days" --first-seed $((tonight * days)) -n "$cores" --dist worksteal \
    --basetemp "$memory/days" -o tmp_path_retention_policy=failed
part "$mutants changes" .venv/bin/python tools/mutants.py --mutants "$mutants" --seed "$tonight"

[ ${#failed[@]} -eq 0 ] || { echo "failed: ${failed[*]}" >&2 && exit 1; }

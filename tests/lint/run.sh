#!/usr/bin/env bash
# All lints; each prints what it found, and the script fails if any did. clang-tidy is apart, since it takes longer than
# all tests: cmake --preset tidy && cmake --build --preset tidy
set -uo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup.sh
need "${lint_packages[@]}" python3
failed=0
check() {
  local name=$1; shift
  if "$@"; then echo "lint $name: ok"; else echo "lint $name: FAILED"; failed=1; fi
}
format() { git ls-files '*.cpp' '*.h' | xargs clang-format --dry-run -Werror; }
for script in tests/lint/*.py; do check "$(basename "$script" .py)" python3 "$script"; done
check format format
exit $failed

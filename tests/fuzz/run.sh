#!/usr/bin/env bash
# Fuzzes everything that reads what others wrote: tests/fuzz/run.sh [SECONDS] [TARGET…]
# SECONDS each (60); targets are the names it prints (all). One line each, and in the end "N passed, N failed". What
# a target broke on stays in build/fuzz/findings; corpora grow in build/fuzz/corpus. SUPERCARGO_FUZZ_BUILD: a built tree.
set -uo pipefail
cd "$(dirname "$0")/../.."
. packaging/setup.sh
seconds=${1:-60}
[ $# -eq 0 ] || shift
tree=${SUPERCARGO_FUZZ_BUILD:-$root/build/fuzz}
if [ -z "${SUPERCARGO_FUZZ_BUILD:-}" ]; then
  need "${build_packages[@]}" "${sanitizer_packages[@]}" python3
  build fuzz fuzz_targets
fi
mkdir -p "$tree/findings"
python3 tests/fuzz/seeds.py "$tree/corpus" || exit 3

names=()
for file in tests/fuzz/*_fuzz.cpp; do
  name=$(basename "$file" _fuzz.cpp)
  [ "$name" = provider ] || names+=("$name")
done
for folder in core/providers/*/golden; do names+=("provider-$(basename "$(dirname "$folder")")"); done
[ $# -eq 0 ] || names=("$@")

passed=0 failed=0
for name in "${names[@]}"; do
  target=${name%%-*} options=()
  [ "$target" != provider ] || options=("--provider=${name#provider-}")
  log=$tree/findings/$name.log
  if nice "$tree/bin/${target}_fuzz" "${options[@]}" -max_total_time="$seconds" -timeout=60 -rss_limit_mb=2048 -max_len=65536 \
    -print_final_stats=1 -artifact_prefix="$tree/findings/$name-" "$tree/corpus/$name" >"$log" 2>&1; then
    runs=$(sed -n 's/^stat::number_of_executed_units: *//p' "$log")
    echo "$name: ok, $runs inputs"
    passed=$((passed + 1))
  else
    echo "$name: FAILED, see $log"
    grep -m1 -E '^demand:|ERROR:|runtime error|qFatal' "$log" || tail -3 "$log"
    failed=$((failed + 1))
  fi
done
echo "$passed passed, $failed failed"
[ "$failed" -eq 0 ]

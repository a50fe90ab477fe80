#!/usr/bin/env bash
# Installs what is missing, builds with AddressSanitizer and UndefinedBehaviorSanitizer, and runs all tests on both
# databases; the PostgreSQL cluster is a throw-away one on loopback. Arguments go to ctest: packaging/test.sh -R orders
set -euo pipefail
. "$(dirname "$0")/setup.sh"
case "$(uname -s)" in Linux) ;; *) die "This script is for Linux. README.md tells how to test elsewhere." ;; esac

need "${build_packages[@]}" "${sanitizer_packages[@]}" "${run_packages[@]}" "${test_packages[@]}"
# Without line numbers CI builds a fifth faster; a report there still names functions.
cmake_options="${CI:+-DSUPERCARGO_WERROR=ON -DCMAKE_CXX_FLAGS_DEBUG=-O0}" build dev
"$root/packaging/test-postgres.sh" ctest --test-dir "$root/build/dev" --output-on-failure -j "$(nproc)" "$@"

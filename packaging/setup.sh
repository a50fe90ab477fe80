# Sourced by run.sh, test.sh and .ci/run: finds the project and installs what is missing.
root=$(cd "$(dirname "${BASH_SOURCE[0]}")/.." && pwd)

say() { printf '%s\n' "$*" >&2; }
die() { say "$*"; exit 3; }

build_packages=(
  g++ lld cmake ninja-build ccache pkg-config
  qt6-base-dev qt6-base-dev-tools qt6-svg-dev qt6-httpserver-dev qt6-websockets-dev qt6-tools-dev qt6-tools-dev-tools
  qt6-l10n-tools libqt6opengl6-dev libgl1-mesa-dev libqt6sql6-sqlite libqt6sql6-psql qtkeychain-qt6-dev
  libssl-dev libsimdjson-dev libexpected-dev libzip-dev zlib1g-dev libsqlite3-dev qt6-charts-dev libxlsxwriter-dev libzint-dev
)
run_packages=(python3 libqt6svg6 qt6-qpa-plugins qt6-translations-l10n fonts-noto-cjk fonts-noto-core)
sanitizer_packages=(clang libclang-rt-14-dev) # the presets dev and fuzz
test_packages=(postgresql sqlite3 python3 xvfb xauth dbus at-spi2-core python3-gi gir1.2-atspi-2.0 desktop-file-utils appstream man-db
  zbar-tools poppler-utils hledger beancount)
lint_packages=(clang-tidy clang-format)

# Installs those of the given packages that this Debian does not have yet; asks the network for nothing when all are there.
need() {
  command -v dpkg-query >/dev/null && command -v apt-get >/dev/null || {
    say "This script prepares Debian 12 and its relatives; there is no apt-get here."
    die "README.md tells how to build on Windows (vcpkg) and macOS (Homebrew)."
  }
  local missing=() known unknown package
  for package in "$@"; do
    dpkg-query -W -f '${Status}' "$package" 2>/dev/null | grep -q 'ok installed' || missing+=("$package")
  done
  [ ${#missing[@]} -gt 0 ] || return 0
  local admin=()
  if [ "$(id -u)" -ne 0 ]; then
    command -v sudo >/dev/null || die "Missing packages, and neither root nor sudo to install them: ${missing[*]}"
    admin=(sudo)
  fi
  say "Installing: ${missing[*]}"
  "${admin[@]}" apt-get update -qq || say "The package lists could not be refreshed; trying with those at hand."
  known=() unknown=()
  for package in "${missing[@]}"; do
    if apt-cache show "$package" >/dev/null 2>&1; then known+=("$package"); else unknown+=("$package"); fi
  done
  [ ${#unknown[@]} -eq 0 ] || say "This system does not know: ${unknown[*]}. If the build needs them, it will say so."
  [ ${#known[@]} -eq 0 ] || "${admin[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y --no-install-recommends "${known[@]}" >&2 ||
    die "apt-get could not install what the build needs (above). Without network, install them first: ${known[*]}"
}

# Configures and builds one preset, and only the named targets; further cmake options in cmake_options.
build() {
  local preset=$1; shift
  local jobs; jobs=$(nproc)
  export CCACHE_BASEDIR="$root" CCACHE_NOHASHDIR=1 CCACHE_SLOPPINESS=pch_defines,time_macros # shared by all clones
  local log; log=$(mktemp)
  (cd "$root" && cmake --preset "$preset" ${cmake_options:-} >"$log" 2>&1) ||
    { cat "$log" >&2; rm -f "$log"; die "CMake could not configure the preset $preset."; }
  rm -f "$log"
  say "Building ($preset)…"
  cmake --build "$root/build/$preset" -j "$jobs" ${1:+--target "$@"} >&2 || die "The build failed; the reason stands above."
}

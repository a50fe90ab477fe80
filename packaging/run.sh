#!/usr/bin/env bash
# Installs what is missing, builds, and runs Supercargo against the simulated shop.
#   packaging/run.sh                     the desktop
#   packaging/run.sh --headless [S]      without a display: simulated world, live sync, counters in the terminal (S seconds)
#   packaging/run.sh --screenshots DIR   every page in both languages and themes as PNG
# Works offline after the first time, from any folder, and as often as you like.
set -euo pipefail
. "$(dirname "$0")/setup.sh"

mode=desktop
case "${1:-}" in
  --headless) mode=headless; seconds=${2:-0} ;;
  --screenshots) mode=screenshots; [ -n "${2:-}" ] || die "usage: run.sh --screenshots DIR"; mkdir -p "$2"; folder=$(cd "$2" && pwd) ;;
  "") ;;
  *) say "usage: run.sh [--headless [SECONDS] | --screenshots DIR]"; exit 2 ;;
esac
case "$(uname -s)" in Linux) ;; *) die "This script is for Linux. README.md tells how to build on Windows (vcpkg) and macOS (Homebrew)." ;; esac
if [ "$mode" = desktop ] && [ -z "${DISPLAY:-}${WAYLAND_DISPLAY:-}${QT_QPA_PLATFORM:-}" ]; then
  die "There is no display here. Try: packaging/run.sh --headless   or: packaging/run.sh --screenshots DIR"
fi

need "${build_packages[@]}" "${run_packages[@]}"
cmake_options="-DSUPERCARGO_TESTS=OFF" build release supercargo supercargo-cli supercargo-sandbox
bin=$root/build/release/bin
profile=${SUPERCARGO_PROFILE:-${XDG_DATA_HOME:-$HOME/.local/share}/supercargo-simulated}

if [ "$mode" = desktop ]; then
  exec "$bin/supercargo" --profile "$profile" --simulate
fi

# The other two start the world themselves, in a workspace that ends with them.
work=$(mktemp -d)
sandbox=
stop() { [ -z "$sandbox" ] || kill "$sandbox" 2>/dev/null || true; rm -rf "$work"; }
trap stop EXIT
trap 'exit 0' INT TERM
export SUPERCARGO_PASSPHRASE=${SUPERCARGO_PASSPHRASE:-simulated}
cli=("$bin/supercargo-cli" --profile "$work/profile")

mkfifo "$work/keep"
"$bin/supercargo-sandbox" --seed 7 --orders-per-minute 60 --history-days 30 --orders 3000 --json <"$work/keep" >"$work/world.json" &
sandbox=$!
exec 9>"$work/keep"
for _ in $(seq 600); do [ -s "$work/world.json" ] && break; kill -0 "$sandbox" 2>/dev/null || die "The simulated world did not start."; sleep 0.1; done

"${cli[@]}" init --shop "Simulated shop" --currency CNY --time-zone Asia/Shanghai --protect passphrase --simulated >&2
python3 - "$work/world.json" "$bin/supercargo-cli" "$work/profile" <<'PY'
import json, subprocess, sys
world = json.load(open(sys.argv[1]))
for account in world["accounts"]:
    fields = account["fields"]
    # All fields go through standard input: nothing secret stands in the list of processes.
    text = "".join(f"{name}={''.join(value.splitlines())}\n" for name, value in fields.items())
    subprocess.run([sys.argv[2], "--profile", sys.argv[3], "account", "add", "--provider", account["provider"],
                    "--name", account.get("name", account["provider"]), "--endpoint", account["endpoint"], "--secrets-stdin"],
                   input=text, text=True, check=True, stdout=sys.stderr)
sender = world["sender"]
options = [part for name, value in sender.items() if name != "label" for part in (f"--{name}", value)]
subprocess.run([sys.argv[2], "--profile", sys.argv[3], "senders", "add", sender["label"], *options],
               check=True, stdout=sys.stderr)
PY

if [ "$mode" = headless ]; then
  say "The simulated world runs; Ctrl+C ends it."
  if [ "$seconds" -gt 0 ]; then
    timeout --signal=INT "$seconds" "${cli[@]}" sync --watch || [ $? -eq 124 ]
    "${cli[@]}" orders list --limit 10
    "${cli[@]}" health
  else
    "${cli[@]}" sync --watch
  fi
else
  "${cli[@]}" sync --once >&2 || true
  timeout --signal=INT 20 "${cli[@]}" sync --watch >/dev/null 2>&1 || true
  QT_QPA_PLATFORM=${QT_QPA_PLATFORM:-offscreen} "$bin/supercargo" --profile "$work/profile" --screenshots "$folder"
  say "Screenshots are in $folder"
fi

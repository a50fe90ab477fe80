#!/usr/bin/env bash
# Tries the Vendure provider against a real Vendure from the npm registry: reads the shop, ships, notes, refunds, sets stock, reads again.
# Needs node and npm, and network the first time. usage: tests/peers/vendure/try.sh [build/<preset>/bin]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "${1:-$here/../../../build/quick/bin}" && pwd)
home=${XDG_CACHE_HOME:-$HOME/.cache}/supercargo-vendure-peer
work=$(mktemp -d)
server=
stop() { [ -z "$server" ] || kill "$server" 2>/dev/null || true; rm -rf "$work"; }
trap stop EXIT

mkdir -p "$home"
cp "$here"/{package.json,server.js,buyers.js} "$home"
[ -d "$home/node_modules/@vendure/core" ] || (cd "$home" && npm install --no-audit --no-fund --omit=dev >&2)
export PORT=${PORT:-3107} VENDURE_PASSWORD=only-on-loopback SUPERCARGO_PASSPHRASE=only-on-loopback
(cd "$home" && exec node server.js >"$work/server.log" 2>&1) &
server=$!
for _ in $(seq 120); do grep -q '^READY' "$work/server.log" && break; kill -0 "$server" || { cat "$work/server.log" >&2; exit 1; }; sleep 1; done
buyers() { (cd "$home" && node buyers.js "$@"); }
cli() { "$bin/supercargo-cli" --profile "$work/profile" "$@"; }
numbers() { cli orders list --limit all --json | python3 -c 'import json,sys; [print(order["id"]) for order in json.load(sys.stdin)]'; }

buyers 4 settle >/dev/null
cli init --shop Real --currency USD --time-zone Asia/Shanghai --protect passphrase
printf 'username=superadmin\npassword=%s\n' "$VENDURE_PASSWORD" |
  cli account add --provider vendure --name Real --endpoint "http://127.0.0.1:$PORT/admin-api" --secrets-stdin
cli sync --once
mapfile -t orders < <(numbers)
if [ "${#orders[@]}" -lt 4 ]; then # what was placed in the last seconds is left to the next look (lag_s)
  sleep 15
  cli sync --once
  mapfile -t orders < <(numbers)
fi
[ "${#orders[@]}" -eq 4 ] || { echo "four orders were placed, ${#orders[@]} arrived" >&2; exit 1; }
cli orders ship "${orders[0]}" --courier SF --number SF1234567890123
cli orders note "${orders[1]}" "请先致电"
cli orders refund "${orders[2]}" --amount 1.00
cli stock push 1 --quantity 42
cli actions run
cli sync --once
cli orders show "${orders[0]}"
cli actions list
cli actions list --json | python3 -c 'import json,sys; sys.exit(any(action["state"] != "done" for action in json.load(sys.stdin)))' || { echo "an action did not end well" >&2; exit 1; }
cli verify

#!/usr/bin/env bash
# Tries the vault against a real Secret Service (gnome-keyring): a workspace opens without a passphrase while the key is there; when the
# keychain is another, it says so plainly, and goes on with a new vault and the credentials given again.
# Needs gnome-keyring, dbus-run-session and secret-tool. usage: tests/peers/keychain/try.sh [build/<preset>/bin]
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
bin=$(cd "${1:-$here/../../../build/release/bin}" && pwd)
if [ -z "${SUPERCARGO_KEYCHAIN_TRY:-}" ]; then
  work=$(mktemp -d)
  trap 'rm -rf "$work"' EXIT
  mkdir -m 700 "$work/run"
  HOME=$work XDG_RUNTIME_DIR=$work/run XDG_DATA_HOME=$work/data SUPERCARGO_KEYCHAIN_TRY=$work dbus-run-session -- "$0" "$bin"
  exit
fi
work=$SUPERCARGO_KEYCHAIN_TRY
unset SUPERCARGO_PASSPHRASE
cli() { "$bin/supercargo-cli" --profile "$work/profile" "$@"; }
keyring() { printf '%s' "only here" | gnome-keyring-daemon --unlock --components=secrets --daemonize >/dev/null; }
die() { echo "$*" >&2; exit 1; }

keyring
"$bin/supercargo-sandbox" --seed 3 --orders 300 --orders-per-minute 0 --serve-forever --json >"$work/world.json" &
sandbox=$!
trap 'kill "$sandbox"; pkill -P $$ gnome-keyring || true' EXIT
for _ in $(seq 100); do [ -s "$work/world.json" ] && break; sleep 0.1; done
cli init --shop Real --currency CNY --time-zone Asia/Shanghai --protect keychain --simulated
python3 -c '
import json, sys
account = next(a for a in json.load(open(sys.argv[1]))["accounts"] if a["provider"] == "woocommerce")
print(account["endpoint"], file=open(sys.argv[2], "w"))
for name, value in account["fields"].items(): print(f"{name}={value}")' "$work/world.json" "$work/endpoint" >"$work/fields"
cli account add --provider woocommerce --name Woo --endpoint "$(cat "$work/endpoint")" --secrets-stdin <"$work/fields"
cli sync --once
[ "$(cli orders list --limit all --json | python3 -c 'import json,sys; print(len(json.load(sys.stdin)))')" -gt 20 ] || die "no orders came"
secret-tool search --all service supercargo 2>&1 | grep -v '^secret' || true
grep -q . <(find "$work/data" -name '*.keyring') || die "the keychain keeps nothing"
while read -r line; do # what was typed stands in no file of the profile
  value=${line#*=}
  [ "${#value}" -lt 12 ] || ! grep -rqF -- "$value" "$work/profile" || [[ $line == url=* ]] || die "a secret is in the profile in clear: ${line%%=*}"
done <"$work/fields"

# Another keychain: locked and empty.
pkill -u "$(id -u)" -f gnome-keyring-daemon || true
sleep 1
rm -rf "$work/data/keyrings"
keyring
if cli sync --once 2>"$work/refusal"; then die "it worked without its key"; fi
cat "$work/refusal"
grep -q 'vault renew' "$work/refusal" || die "the refusal names no way out"
cli vault renew --protect keychain --yes
cli account rotate 1 --secrets-stdin <"$work/fields"
cli sync --once
echo "keychain: ok"

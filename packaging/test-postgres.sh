#!/usr/bin/env bash
# Usage: packaging/test-postgres.sh COMMAND…
# Runs COMMAND with SUPERCARGO_TEST_POSTGRES set to the address of a throw-away PostgreSQL cluster on loopback, which is
# stopped and deleted in the end. PGBIN: where PostgreSQL's programs are, when neither in PATH nor in Debian's place.
set -euo pipefail

pgbin=${PGBIN:-}
if [ -z "$pgbin" ]; then
  if command -v initdb >/dev/null; then
    pgbin=$(dirname "$(command -v initdb)")
  else
    pgbin=$(ls -d /usr/lib/postgresql/*/bin 2>/dev/null | sort -V | tail -1)
  fi
fi
[ -x "$pgbin/initdb" ] || { echo "test-postgres: no PostgreSQL server programs found" >&2; exit 3; }

# The server refuses to run as root.
as=()
[ "$(id -u)" -ne 0 ] || as=(runuser -u postgres --)

home=$(mktemp -d)
[ "$(id -u)" -ne 0 ] || chown postgres "$home"
port=$(( 20000 + RANDOM % 20000 ))
stop() {
  (cd / && "${as[@]}" "$pgbin/pg_ctl" -D "$home/data" -m immediate stop >/dev/null 2>&1) || true
  rm -rf "$home"
}
trap stop EXIT

cd_and() { (cd / && "${as[@]}" "$@"); }
cd_and "$pgbin/initdb" -D "$home/data" -U supercargo -A trust -E UTF8 --locale=C >"$home.log" 2>&1 || { cat "$home.log"; exit 3; }
rm -f "$home.log"
# It lives for minutes: nothing in it is worth a wait for the disk.
cd_and "$pgbin/pg_ctl" -D "$home/data" -w -l "$home/data/log" start -o "-p $port -k $home -c listen_addresses=127.0.0.1 \
  -c fsync=off -c synchronous_commit=off -c full_page_writes=off -c max_connections=60" >/dev/null
export SUPERCARGO_TEST_POSTGRES="postgresql://supercargo@127.0.0.1:$port/postgres"
echo "test-postgres: $SUPERCARGO_TEST_POSTGRES" >&2
"$@"

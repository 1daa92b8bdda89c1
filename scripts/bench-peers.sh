#!/usr/bin/env bash
# Measures the server against its peers: JSON lines on stdout, tables on stderr. Installs the peers on Node on
# demand; what the machine does not have is left out, and said.
#
# usage: bench-peers.sh SERVER_BINARY [CONNECTIONS [ROUNDS]]
set -euo pipefail

server=$1
connections=${2:-5000}
rounds=${3:-3}
load=${LOAD_TESTS:-target/release/load-tests}
. "$(dirname "$0")/bench-where.sh"

if command -v npm >/dev/null; then
  npm --prefix load-tests/peers ci --no-audit --no-fund >&2 || echo 'bench-peers: no packages for the peers on Node' >&2
fi
"$load" --server "$server" "${where[@]}" compare --connections "$connections" --rounds "$rounds" \
  --servers floor,first-draft,tafelrunde,ws,socket-io

#!/usr/bin/env bash
# Measures the server against its peers: JSON lines on stdout, tables on stderr. Fetches the peers on demand; what
# the machine does not have is left out, and said.
#
# usage: bench-peers.sh SERVER_BINARY [CONNECTIONS [ROUNDS]]
set -euo pipefail

server=$1
connections=${2:-5000}
rounds=${3:-3}
load=${LOAD_TESTS:-target/release/load-tests}
. "$(dirname "$0")/bench-where.sh"

"$(dirname "$0")/setup.sh" bench >&2
"$load" --server "$server" "${where[@]}" compare --connections "$connections" --rounds "$rounds" \
  --servers floor,first-draft,tafelrunde,ws,socket-io,nats

#!/usr/bin/env bash
# Holds the server against every goal at its full size, in about half an hour: tables on stderr, one line for each
# goal on stdout, measurements in target/bench-goals.jsonl. The mixed day takes ten minutes of it; MINUTES=60 for the
# hour that memory has to be flat over.
#
# usage: bench-goals.sh SERVER_BINARY [LOAD_TESTS_BINARY]
set -euo pipefail

. "$(dirname "$0")/bench-judged.sh"

for connections in 1000 5000 10000; do
  measure compare --servers floor,tafelrunde --connections "$connections"
done
measure compare --servers floor,tafelrunde --connections "$(idle_connections)" --steps idle
measure vote-storm --phones 10000 --rate 10000 --seconds 1 --results live
measure vote-storm --phones 10000 --rate 2000 --seconds 10
measure many-cafes --cafes 1000 --phones-each 10
measure stuck-phone --connections 10000
measure town-hall --phones 1000
measure mixed-day --phones 1000 --minutes "${MINUTES:-10}"

judge all

#!/usr/bin/env bash
# The load tests whose figures stand in load-tests/README.md, one after the other. JSON lines on stdout, tables
# on stderr. Half of the cores serve, the other half make the load. Data lies under target/, so on the disk
# that the project lies on.
#
# usage: bench.sh SERVER_BINARY [SCENARIO…]
set -euo pipefail

server=$1
shift
wanted=${*:-connect-storm arrivals fan-out town-hall vote-storm vote-storm-live reconnect-storm restart}
data=target/bench-data
mkdir -p "$data"

cores=$(nproc)
where=()
if [ "$cores" -ge 2 ]; then
  half=$((cores / 2))
  where=(--server-cores "0-$((half - 1))" --load-cores "$half-$((cores - 1))")
fi

measure() {
  target/release/load-tests --server "$server" --data "$data" "${where[@]}" "$@"
}

for scenario in $wanted; do
  case $scenario in
    connect-storm) measure connect-storm --phones 10000 ;;
    arrivals) measure connect-storm --phones 10000 --rate 1000 ;;
    fan-out) measure fan-out --phones 10000 --rounds 20 ;;
    town-hall) measure town-hall --phones 1000 ;;
    vote-storm) measure vote-storm --phones 10000 --rate 5000 --seconds 10 ;;
    vote-storm-live) measure vote-storm --phones 10000 --rate 5000 --seconds 10 --results live ;;
    reconnect-storm) measure reconnect-storm --phones 10000 ;;
    restart) measure restart --ballots 1000000 ;;
    *) echo "bench: no scenario $scenario" >&2; exit 2 ;;
  esac
done

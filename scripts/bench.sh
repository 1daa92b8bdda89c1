#!/usr/bin/env bash
# The load tests whose figures stand in load-tests/README.md, one after the other. JSON lines on stdout, tables
# on stderr.
#
# usage: bench.sh SERVER_BINARY [SCENARIO…]
set -euo pipefail

server=$1
shift
wanted=${*:-connect-storm arrivals fan-out town-hall vote-storm vote-storm-live reconnect-storm restart mixed-day topic-storm compare}
. "$(dirname "$0")/bench-where.sh"

measure() {
  target/release/load-tests --server "$server" "${where[@]}" "$@"
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
    mixed-day) measure mixed-day --phones 1000 --minutes 3 ;;
    topic-storm) measure topic-storm --people 2000 --topics 200 ;;
    # Is memory flat over an hour?
    mixed-day-hour) measure mixed-day --phones 1000 --minutes 60 ;;
    compare) measure compare --connections 10000 ;;
    compare-5000) measure compare --connections 5000 ;;
    compare-1000) measure compare --connections 1000 ;;
    compare-idle) measure compare --rounds 1 --connections "$(idle_connections)" --steps idle ;;
    many-cafes) measure many-cafes ;;
    stuck-phone) measure stuck-phone ;;
    *) echo "bench: no scenario $scenario" >&2; exit 2 ;;
  esac
done

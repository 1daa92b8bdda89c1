#!/usr/bin/env bash
# Holds the server against the goals in under three minutes: tables on stderr, one line for each goal on stdout,
# measurements in target/bench-quick.jsonl. The floor is measured in the same run, so the ratios hold on any
# machine; with others at work on it, run it again.
#
# usage: bench-quick.sh SERVER_BINARY [LOAD_TESTS_BINARY]
set -euo pipefail

. "$(dirname "$0")/bench-judged.sh"

measure compare --servers floor,tafelrunde --connections 1000 --rounds 3 --rounds-told 4 --step-ms 1000
measure compare --servers floor,tafelrunde --connections 5000 --rounds 3 --rounds-told 4 --step-ms 1000
measure vote-storm --phones 5000 --rate 10000 --seconds 1 --results live
measure vote-storm --phones 10000 --rate 2000 --seconds 4
measure many-cafes --cafes 100 --phones-each 10 --rounds 3 --step-ms 1000
measure stuck-phone --connections 2000 --rounds 3 --step-ms 2000
measure town-hall --phones 1000

judge quick

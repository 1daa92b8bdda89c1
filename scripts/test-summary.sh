#!/usr/bin/env bash
# Adds up the counts that the test runners printed into the logs of the given folder. Understands the closing
# lines of cargo-nextest, cargo test, vitest, node --test and the instruction counts.
#
# usage: test-summary.sh FOLDER EXIT_STATUS
set -euo pipefail

logs=$1
status=$2
shopt -s nullglob

printf '\n=== Summary\n'
cat /dev/null "$logs"/*.log | sed 's/\x1b\[[0-9;]*m//g' | awk '
  # The number before a word, as in "3 tests run: 2 passed, 1 failed"; 0 where the word is not there.
  function before(word, line) {
    return match(line, "[0-9]+ " word) ? substr(line, RSTART) + 0 : 0
  }
  /^ *Summary \[.*tests? run:/ || /^test result:/ || /^ *Tests  .*(passed|failed)/ || /^instruction counts:/ {
    passed += before("passed", $0); failed += before("failed", $0) + before("timed out", $0)
  }
  /^(#|ℹ) pass [0-9]+$/ { passed += $3 }
  /^(#|ℹ) (fail|cancelled) [0-9]+$/ { failed += $3 }
  END { printf "%d passed, %d failed\n", passed, failed }
'
if [ "$status" != 0 ]; then
  echo 'A step failed; what follows it was not run.'
fi

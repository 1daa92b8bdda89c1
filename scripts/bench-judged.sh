# Sourced by the benchmarks that hold the server against goals. They are called with SERVER_BINARY
# [LOAD_TESTS_BINARY] and leave their measurements in target/, under their own name.

server=$1
load=${2:-target/release/load-tests}
. "$(dirname "$0")/bench-where.sh"
name=$(basename "$0" .sh)
lines=target/$name.jsonl
: > "$lines"

measure() {
  # What failed is missing below; the other goals are still judged.
  "$load" --server "$server" "${where[@]}" "$@" >> "$lines" || echo "$name: $1 failed" >&2
}

judge() {
  "$load" judge --goals "$1" < "$lines"
}

# Sourced by the benchmarks: where server and load run, and how much one process holds. Sets `where` to options of
# load-tests, and makes the folder for data, which lies under target/, so on the disk that the project lies on.

mkdir -p target/bench-data
where=(--data target/bench-data)
cores=$(nproc)
# Half of the cores serve, the other half make the load.
if [ "$cores" -ge 2 ]; then
  half=$((cores / 2))
  where+=(--server-cores "0-$((half - 1))" --load-cores "$half-$((cores - 1))")
fi

# As many idle connections as one process may hold here, 19,900 at most.
idle_connections() {
  local allowed
  allowed=$(ulimit -n -H)
  if [ "$allowed" = unlimited ] || [ "$allowed" -ge 20000 ]; then
    echo 19900
  else
    echo $((allowed - 100))
  fi
}

# Sourced by the benchmarks: where server and load run. Sets `where` to options of load-tests, and makes
# the folder for data, which lies under target/, so on the disk that the project lies on.

mkdir -p target/bench-data
where=(--data target/bench-data)
cores=$(nproc)
# Half of the cores serve, the other half make the load.
if [ "$cores" -ge 2 ]; then
  half=$((cores / 2))
  where+=(--server-cores "0-$((half - 1))" --load-cores "$half-$((cores - 1))")
fi

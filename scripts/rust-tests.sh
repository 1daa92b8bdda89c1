#!/usr/bin/env bash
# Runs every Rust test: with cargo-nextest where it is installed (which leaves documentation tests to cargo),
# otherwise with cargo alone.
set -euo pipefail

if cargo nextest --version >/dev/null 2>&1; then
  cargo nextest run --locked --workspace --no-fail-fast
  cargo test --locked --workspace --doc
else
  echo "cargo-nextest is not installed: using cargo test"
  cargo test --locked --workspace --no-fail-fast
fi

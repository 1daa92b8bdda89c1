#!/usr/bin/env bash
# Makes a fresh Debian 12 machine ready: `setup.sh run` for building and serving, `setup.sh test` for the
# tests as well, `setup.sh bench` for the servers that the load tests compare with, as far as they can be had. Checks before it installs, so it may be run as often as one likes. npm packages and crates
# are not its business: make and cargo fetch what the lock files name.
set -euo pipefail

purpose=${1:-run}
rust_min=1.95.0
node_min=20.19.0

say() { printf '    %s\n' "$*"; }
fail() { printf 'setup: %s\n' "$*" >&2; exit 1; }
has() { command -v "$1" >/dev/null 2>&1; }
at_least() { [ "$(printf '%s\n%s\n' "$2" "$1" | sort -V | head -n 1)" = "$2" ]; }

check_version() { # name, version found, smallest version that works
  at_least "$2" "$3" || fail "$1 is $2, but $3 or newer is needed"
  say "$1 $2"
}

as_root() {
  if [ "$(id -u)" = 0 ]; then
    "$@"
  elif has sudo; then
    sudo "$@"
  else
    fail "needs root for: $*"
  fi
}

install_packages() {
  has apt-get || fail "missing: $*. This machine has no apt-get; please install them by hand"
  say "installing $* (apt-get)"
  local apt=(apt-get -o DPkg::Lock::Timeout=300 -qq)
  as_root "${apt[@]}" update
  as_root env DEBIAN_FRONTEND=noninteractive "${apt[@]}" install -y --no-install-recommends "$@"
}

# Peers are optional: what cannot be had is left out of the comparison, and said there.
setup_bench() {
  printf '\n=== Setup: servers to compare with\n'
  if has npm; then
    npm --prefix load-tests/peers ci --no-audit --no-fund || say "no packages for the peers on Node"
  else
    say "no npm: the peers on Node are left out"
  fi
  if has nats-server || [ -x /usr/sbin/nats-server ] || [ -x target/peers/usr/sbin/nats-server ]; then
    say "nats-server is there"
  else
    unpack_nats || say "no package nats-server: it is left out"
  fi
}

# Unpacked, not installed: the package would start a service of its own at every boot.
unpack_nats() {
  has apt-get && has dpkg-deb || return 1
  say "unpacking nats-server into target/peers (apt-get download)"
  mkdir -p target/peers
  (cd target/peers && rm -f nats-server_*.deb && apt-get -qq download nats-server && dpkg-deb -x nats-server_*.deb .)
}

case $purpose in
  run | test) ;;
  bench) setup_bench; exit 0 ;;
  *) fail "unknown purpose '$purpose': run, test or bench" ;;
esac

printf '\n=== Setup: checking what is needed to %s\n' "$purpose"
has cargo || fail "cargo is missing: install Rust $rust_min or newer from https://rustup.rs"
has node || fail "node is missing: install Node.js $node_min or newer from https://nodejs.org"
has npm || fail "npm is missing: it comes with Node.js"
check_version Rust "$(rustc --version | cut -d ' ' -f 2)" "$rust_min"
check_version Node.js "$(node --version | tr -d v)" "$node_min"
say "npm $(npm --version)"

packages=()
# SQLite is compiled from source, and Rust links with cc.
has cc || packages+=(gcc libc6-dev)
if [ "$purpose" = test ]; then
  has chromium || packages+=(chromium)
  # Counts instructions.
  has valgrind || packages+=(valgrind)
fi
if [ "${#packages[@]}" -gt 0 ]; then
  install_packages "${packages[@]}"
else
  say "no system package is missing"
fi

if [ "$purpose" = test ]; then
  for component in rustfmt clippy; do
    if ! cargo "${component/rustfmt/fmt}" --version >/dev/null 2>&1; then
      has rustup || fail "the Rust component $component is missing"
      say "adding the Rust component $component (rustup)"
      rustup component add "$component"
    fi
  done
  say "$(chromium --version 2>/dev/null | head -n 1)"
  say "$(valgrind --version)"
fi

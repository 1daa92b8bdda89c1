# syntax=docker/dockerfile:1
# One static binary in an empty image: web client, then server, then nothing else.
#
#   docker build --tag tafelrunde .
#   docker run --publish 8080:8080 --volume tafelrunde-data:/data tafelrunde
#
# Checked by the project: this file with hadolint (`make lint`, where installed), and that the static binary
# runs alone in a root directory with nothing but /data and /dev/random, /dev/urandom (every container
# runtime provides them) as user 65532. Not checked: the pull of the base images, and docker build as a whole.

FROM node:22-bookworm-slim AS web
WORKDIR /build/web-client
COPY web-client/package.json web-client/package-lock.json ./
RUN npm ci --no-audit --no-fund
COPY web-client/ ./
RUN npm run build

FROM rust:1.95-bookworm AS server
WORKDIR /build
COPY Cargo.toml Cargo.lock ./
COPY server/ server/
# Not built, but cargo wants to see every member of the workspace.
COPY load-tests/ load-tests/
COPY tests/ tests/
COPY --from=web /build/web-client/dist/ web-client/dist/
# Static, so that the last stage needs no C library. With an explicit target the flag does not reach
# procedural macros, which cannot be static.
RUN target="$(uname -m)-unknown-linux-gnu" \
    && RUSTFLAGS='-C target-feature=+crt-static' \
       cargo build --locked --release --package tafelrunde --target "$target" \
    && install -D "target/$target/release/tafelrunde" /image/tafelrunde \
    && mkdir /image/data

FROM scratch
COPY --from=server /image/tafelrunde /tafelrunde
# A new volume takes its owner from the directory that it covers.
COPY --from=server --chown=65532:65532 /image/data /data
USER 65532:65532
# SQLite puts temporary files into the working directory when there is no /tmp.
WORKDIR /data
VOLUME /data
EXPOSE 8080
ENTRYPOINT ["/tafelrunde"]
CMD ["serve", "--listen", "0.0.0.0:8080", "--data", "/data"]

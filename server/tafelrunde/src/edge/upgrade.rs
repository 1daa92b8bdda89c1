//! The WebSocket handshake (RFC 6455, section 4.2) and the way out of HTTP: afterwards the connection is a
//! plain TCP socket of ours, and nothing of the HTTP server stays with it.

use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::http::{HeaderMap, HeaderValue, StatusCode, Version, header};
use axum::response::{IntoResponse, Response};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use hyper_util::server::conn::auto::upgrade::downcast;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Bytes;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::Edge;
use super::problem::problem;

/// `GET /ws`
pub async fn upgrade(
    State(edge): State<Arc<Edge>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let upgrade = match Upgrade::of(&mut request) {
        Ok(upgrade) => upgrade,
        Err(response) => return *response,
    };
    let (response, upgraded) = upgrade.accept();
    tokio::spawn(async move {
        if let Some((tcp, read_already)) = upgraded.await {
            edge.lines.adopt(tcp, read_already, address.ip());
        }
    });
    response
}

/// A request that asks for a WebSocket, checked.
struct Upgrade {
    accept_key: HeaderValue,
    on_upgrade: OnUpgrade,
}

/// The answer to a request that asks for something else.
type NotAWebSocket = Box<Response>;

impl Upgrade {
    /// Checks the request.
    fn of(request: &mut Request) -> Result<Self, NotAWebSocket> {
        let headers = request.headers();
        let asks = request.version() == Version::HTTP_11
            && has_token(headers, header::CONNECTION, "upgrade")
            && has_token(headers, header::UPGRADE, "websocket");
        if !asks {
            return Err(Box::new(upgrade_required("this address speaks WebSocket over HTTP/1.1 only")));
        }
        if headers.get(header::SEC_WEBSOCKET_VERSION).is_none_or(|version| version != "13") {
            return Err(Box::new(upgrade_required("Sec-WebSocket-Version: 13 is the only version")));
        }
        let key = headers.get(header::SEC_WEBSOCKET_KEY).map(|key| derive_accept_key(key.as_bytes()));
        let accept_key = key.and_then(|key| HeaderValue::try_from(key).ok());
        let on_upgrade = request.extensions_mut().remove::<OnUpgrade>();
        match (accept_key, on_upgrade) {
            (Some(accept_key), Some(on_upgrade)) => Ok(Self { accept_key, on_upgrade }),
            (_, _) => {
                let detail = "Sec-WebSocket-Key is missing";
                Err(Box::new(problem(StatusCode::BAD_REQUEST, "malformed", detail)))
            }
        }
    }

    /// The answer that ends HTTP on this connection, and what comes after it.
    fn accept(self) -> (Response, impl Future<Output = Option<(std::net::TcpStream, Bytes)>>) {
        let headers = [
            (header::CONNECTION, HeaderValue::from_static("upgrade")),
            (header::UPGRADE, HeaderValue::from_static("websocket")),
            (header::SEC_WEBSOCKET_ACCEPT, self.accept_key),
        ];
        let response = (StatusCode::SWITCHING_PROTOCOLS, headers).into_response();
        let on_upgrade = self.on_upgrade;
        (response, async { plain(on_upgrade.await.ok()?) })
    }
}

/// The TCP socket with what was read of it already. Every connection that we accept is one.
fn plain(upgraded: Upgraded) -> Option<(std::net::TcpStream, Bytes)> {
    let parts = downcast::<TokioIo<TcpStream>>(upgraded).ok()?;
    Some((parts.io.into_inner().into_std().ok()?, parts.read_buf))
}

fn has_token(headers: &HeaderMap, name: header::HeaderName, token: &str) -> bool {
    let values = headers.get_all(name).into_iter().filter_map(|value| value.to_str().ok());
    values.flat_map(|value| value.split(',')).any(|part| part.trim().eq_ignore_ascii_case(token))
}

fn upgrade_required(detail: &str) -> Response {
    let mut response = problem(StatusCode::UPGRADE_REQUIRED, "not_a_websocket", detail);
    response.headers_mut().insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    response
}

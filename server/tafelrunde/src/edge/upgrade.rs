//! The WebSocket handshake (RFC 6455, section 4.2): what a request must ask for, and the way out of the HTTP
//! server for a handshake that comes on a connection which it serves already.

use axum::extract::connect_info::ConnectInfo;
use axum::extract::{Request, State};
use axum::http::{HeaderValue, StatusCode, Version, header};
use axum::response::{IntoResponse, Response};
use hyper::upgrade::{OnUpgrade, Upgraded};
use hyper_util::rt::TokioIo;
use std::net::SocketAddr;
use std::sync::Arc;
use tokio_tungstenite::tungstenite::Bytes;
use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

use super::Edge;
use super::http::Begun;
use super::problem::problem;

/// Whether headers ask for a WebSocket.
#[derive(Debug, PartialEq, Eq)]
pub enum Asked {
    /// They do.
    Properly {
        /// What proves that the server has understood.
        accept_key: String,
    },
    /// They ask for something else.
    NotAtAll,
    /// For another version of the protocol than 13.
    OtherVersion,
    /// `Sec-WebSocket-Key` is missing.
    WithoutKey,
}

/// Looks for a WebSocket handshake in the headers of a request.
pub fn asked(headers: &[(&str, &[u8])]) -> Asked {
    let values = |name: &'static str| {
        let named = headers.iter().filter(move |(given, _)| given.eq_ignore_ascii_case(name));
        named.map(|(_, value)| *value)
    };
    let has_token = |name, token: &[u8]| {
        let mut parts = values(name).flat_map(|value| value.split(|byte| *byte == b','));
        parts.any(|part| part.trim_ascii().eq_ignore_ascii_case(token))
    };
    if !has_token("connection", b"upgrade") || !has_token("upgrade", b"websocket") {
        return Asked::NotAtAll;
    }
    if values("sec-websocket-version").next() != Some(b"13") {
        return Asked::OtherVersion;
    }
    match values("sec-websocket-key").next() {
        Some(key) => Asked::Properly { accept_key: derive_accept_key(key) },
        None => Asked::WithoutKey,
    }
}

/// `GET /ws`
pub async fn upgrade(
    State(edge): State<Arc<Edge>>,
    ConnectInfo(address): ConnectInfo<SocketAddr>,
    mut request: Request,
) -> Response {
    let headers = request.headers().iter().map(|(name, value)| (name.as_str(), value.as_bytes()));
    let headers: Vec<_> = headers.collect();
    let asked = if request.version() == Version::HTTP_11 { asked(&headers) } else { Asked::NotAtAll };
    let accept_key = match asked {
        Asked::Properly { accept_key } => accept_key,
        Asked::NotAtAll => return upgrade_required("this address speaks WebSocket over HTTP/1.1 only"),
        Asked::OtherVersion => return upgrade_required("Sec-WebSocket-Version: 13 is the only version"),
        Asked::WithoutKey => {
            return problem(StatusCode::BAD_REQUEST, "malformed", "Sec-WebSocket-Key is missing");
        }
    };
    let on_upgrade = request.extensions_mut().remove::<OnUpgrade>();
    let (Some(on_upgrade), Ok(accept_key)) = (on_upgrade, HeaderValue::try_from(accept_key)) else {
        return upgrade_required("this connection cannot become a WebSocket");
    };
    tokio::spawn(async move {
        if let Some((tcp, read_already)) = on_upgrade.await.ok().and_then(plain) {
            edge.lines.adopt(tcp, read_already, address.ip());
        }
    });
    let headers = [
        (header::CONNECTION, HeaderValue::from_static("upgrade")),
        (header::UPGRADE, HeaderValue::from_static("websocket")),
        (header::SEC_WEBSOCKET_ACCEPT, accept_key),
    ];
    (StatusCode::SWITCHING_PROTOCOLS, headers).into_response()
}

/// The TCP socket with what was read of it already.
fn plain(upgraded: Upgraded) -> Option<(std::net::TcpStream, Bytes)> {
    let parts = upgraded.downcast::<TokioIo<Begun>>().ok()?;
    Some((parts.io.into_inner().into_std()?, parts.read_buf))
}

fn upgrade_required(detail: &str) -> Response {
    let mut response = problem(StatusCode::UPGRADE_REQUIRED, "not_a_websocket", detail);
    response.headers_mut().insert(header::UPGRADE, HeaderValue::from_static("websocket"));
    response.headers_mut().insert(header::SEC_WEBSOCKET_VERSION, HeaderValue::from_static("13"));
    response
}

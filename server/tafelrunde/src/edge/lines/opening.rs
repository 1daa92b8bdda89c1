//! The first bytes of a connection. A WebSocket handshake is answered here, because a hall that arrives at
//! once is nothing but handshakes; everything else is for the HTTP server.

use crate::edge::upgrade::{self, Asked};

/// Headers of a handshake that is answered here; browsers send about fifteen.
const HEADERS_MAX: usize = 32;
/// Bytes of a handshake that is answered here.
const HEAD_BYTES_MAX: usize = 4 * 1024;
/// How every such handshake begins.
const BEGINNING: &[u8] = b"GET /ws HTTP/1.1\r\n";

/// What the first bytes turn out to be.
#[derive(Debug, PartialEq, Eq)]
pub enum Opening {
    /// Not to be told yet.
    Unknown,
    /// A handshake.
    WebSocket {
        /// The answer, as it goes over the line.
        answer: String,
        /// Bytes of the request; what follows belongs to the WebSocket.
        bytes: usize,
    },
    /// Something for the HTTP server, which also tells what is wrong with a handshake.
    Http,
}

/// Looks at everything that has come so far.
pub fn look_at(head: &[u8]) -> Opening {
    let known = head.len().min(BEGINNING.len());
    if head[..known] != BEGINNING[..known] || head.len() > HEAD_BYTES_MAX {
        return Opening::Http;
    }
    let mut headers = [httparse::EMPTY_HEADER; HEADERS_MAX];
    let mut request = httparse::Request::new(&mut headers);
    match request.parse(head) {
        Ok(httparse::Status::Partial) => Opening::Unknown,
        Ok(httparse::Status::Complete(bytes)) => {
            let headers = request.headers.iter().map(|header| (header.name, header.value));
            match upgrade::asked(&headers.collect::<Vec<_>>()) {
                Asked::Properly { accept_key } => {
                    let answer = format!(
                        "HTTP/1.1 101 Switching Protocols\r\nconnection: upgrade\r\nupgrade: websocket\r\n\
                         sec-websocket-accept: {accept_key}\r\n\r\n"
                    );
                    Opening::WebSocket { answer, bytes }
                }
                Asked::NotAtAll | Asked::OtherVersion | Asked::WithoutKey => Opening::Http,
            }
        }
        Err(_) => Opening::Http,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    /// The example of RFC 6455, section 1.3.
    const HANDSHAKE: &str = "GET /ws HTTP/1.1\r\nHost: server.example.com\r\nUpgrade: websocket\r\n\
        Connection: keep-alive, Upgrade\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\
        Sec-WebSocket-Version: 13\r\n\r\n";

    #[test]
    fn a_handshake_is_answered_when_it_is_whole() {
        for length in 0..HANDSHAKE.len() {
            assert_eq!(look_at(&HANDSHAKE.as_bytes()[..length]), Opening::Unknown, "{length} bytes");
        }
        let with_more = format!("{HANDSHAKE}more");
        let Opening::WebSocket { answer, bytes } = look_at(with_more.as_bytes()) else {
            panic!("a handshake")
        };
        assert!(answer.contains("sec-websocket-accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n\r\n"), "{answer}");
        assert_eq!(bytes, HANDSHAKE.len());
    }

    #[test]
    fn everything_else_is_for_the_http_server() {
        let others = [
            "P".to_owned(),
            "GET / HTTP/1.1\r\n".to_owned(),
            "GET /ws/other".to_owned(),
            HANDSHAKE.replace("13", "8"),
            HANDSHAKE.replace("Upgrade: websocket", "Upgrade: h2c"),
            HANDSHAKE.replace("Sec-WebSocket-Key", "Key"),
            HANDSHAKE.replace("Host: server", "Host server"),
            format!("GET /ws HTTP/1.1\r\n{}", "a: b\r\n".repeat(1_000)),
        ];
        for other in others {
            assert_eq!(look_at(other.as_bytes()), Opening::Http, "{other}");
        }
    }
}

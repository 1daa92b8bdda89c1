//! The HTTP exchange before the first frame, on both sides, without a parser: the peers are known.

use tokio_tungstenite::tungstenite::handshake::derive_accept_key;

/// An exchange longer than this is none.
pub const HEAD_BYTES_MAX: usize = 4_096;

/// What a client asks.
pub fn request(host: &str, path: &str) -> String {
    // The key of the example in RFC 6455: it guards against caches, and there are none here.
    format!(
        "GET {path} HTTP/1.1\r\nHost: {host}\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n"
    )
}

/// What a server answers to that, or nothing where no key was named.
pub fn response(request: &[u8]) -> Option<String> {
    let text = std::str::from_utf8(request).ok()?;
    let is_key = |name: &str| name.eq_ignore_ascii_case("sec-websocket-key");
    let key = text.lines().filter_map(|line| line.split_once(':')).find(|(name, _)| is_key(name))?.1.trim();
    let accept = derive_accept_key(key.as_bytes());
    Some(format!(
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n\
         Sec-WebSocket-Accept: {accept}\r\n\r\n"
    ))
}

/// Whether the server agreed.
pub fn is_agreed(response: &[u8]) -> bool {
    response.starts_with(b"HTTP/1.1 101 ")
}

/// Bytes up to and with the empty line that ends an HTTP head, or nothing while it is not whole.
pub fn head_bytes(bytes: &[u8]) -> Option<usize> {
    bytes.windows(4).position(|end| end == b"\r\n\r\n").map(|at| at + 4)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_answer_is_that_of_the_standard() {
        let answer = response(request("127.0.0.1:1", "/").as_bytes()).expect("a key was named");
        assert!(answer.contains("Sec-WebSocket-Accept: s3pPLMBiTxaQ9kYGzzhZRbK+xOo=\r\n"), "{answer}");
        assert!(is_agreed(answer.as_bytes()));
        assert_eq!(response(b"GET / HTTP/1.1\r\n\r\n"), None);
    }

    #[test]
    fn a_head_ends_with_an_empty_line() {
        assert_eq!(head_bytes(b"GET / HTTP/1.1\r\n\r\nrest"), Some(18));
        assert_eq!(head_bytes(b"GET / HTTP/1.1\r\n"), None);
    }
}

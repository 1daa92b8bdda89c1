//! The dialect of Socket.IO 4 over WebSocket alone: a packet's type in digits, then JSON. Heartbeats are not
//! answered: a turn is over before the server misses them (45 seconds).

use crate::dialect::{Dialect, Heard};
use crate::raw_messages;

/// Socket.IO's own protocol.
#[derive(Debug)]
pub struct SocketIo;

impl Dialect for SocketIo {
    fn path(&self) -> &'static str {
        "/socket.io/?EIO=4&transport=websocket"
    }

    fn tellers(&self) -> usize {
        1
    }

    /// Joins the main namespace.
    fn greeting(&self, _line: usize) -> Vec<u8> {
        b"40".to_vec()
    }

    fn is_greeted(&self, heard: Heard) -> bool {
        heard == Heard::Board
    }

    fn preparations(&self, _teller: usize) -> Vec<Vec<u8>> {
        Vec::new()
    }

    fn seat(&self) -> Vec<u8> {
        Vec::new()
    }

    fn request(&self, _line: usize, _number: u64) -> Vec<u8> {
        // The raw request begins with a bracket and goes on with dots: a JSON string needs no escapes for it.
        ask(&raw_messages::request())
    }

    fn question(&self) -> Vec<u8> {
        ask(&raw_messages::request())
    }

    fn tell(&self, _number: u64) -> Vec<u8> {
        ask(&raw_messages::tell())
    }

    fn hear(&self, message: &[u8]) -> Heard {
        if message.starts_with(br#"42["ack""#) {
            Heard::Ack
        } else if message.starts_with(br#"42["told""#) {
            Heard::Delivery
        } else if message.starts_with(b"40") {
            Heard::Board
        } else if message.starts_with(b"44") || message.starts_with(b"41") {
            Heard::Refused
        } else {
            Heard::Other
        }
    }
}

fn ask(text: &[u8]) -> Vec<u8> {
    format!(r#"42["ask","{}"]"#, String::from_utf8_lossy(text)).into_bytes()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn packets_are_told_apart() {
        assert_eq!(SocketIo.hear(br#"42["ack","{}"]"#), Heard::Ack);
        assert_eq!(SocketIo.hear(br#"42["told","D..."]"#), Heard::Delivery);
        assert_eq!(SocketIo.hear(br#"40{"sid":"a"}"#), Heard::Board);
        assert_eq!(SocketIo.hear(br#"0{"sid":"a"}"#), Heard::Other);
        assert!(SocketIo.request(1, 1).starts_with(br#"42["ask","{..."#));
    }
}

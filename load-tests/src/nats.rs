//! The dialect of nats-server over WebSocket: lines of text that end with CR LF, in binary frames; a frame may hold
//! several of them.
//!
//! Every line subscribes to one subject that everybody has, and to one of its own. A request is published to the
//! latter, so its answer is what any answer through NATS costs at least: one message in, one message out. A service
//! that decides and replies would come on top; nothing is stored. Heartbeats are not answered: a turn is over before the
//! server misses them (some minutes).

use crate::dialect::{Dialect, Heard};
use crate::frame::BINARY;
use crate::raw_messages;

/// NATS's own protocol.
#[derive(Debug)]
pub struct Nats;

/// Subscription numbers of the two subjects, which the server puts before what it delivers.
const TOLD: &str = "1";
const OWN: &str = "2";

impl Dialect for Nats {
    fn path(&self) -> &'static str {
        "/"
    }

    fn opcode(&self) -> u8 {
        BINARY
    }

    fn tellers(&self) -> usize {
        1
    }

    /// The subscriptions stand when the ping behind them is answered.
    fn greeting(&self, line: usize) -> Vec<u8> {
        let options = r#"{"verbose":false,"pedantic":false,"lang":"raw","version":"1"}"#;
        format!("CONNECT {options}\r\nSUB told {TOLD}\r\nSUB {} {OWN}\r\nPING\r\n", own(line)).into_bytes()
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

    fn request(&self, line: usize, _number: u64) -> Vec<u8> {
        // As many bytes as the others send, the protocol's own included.
        let around = "PUB own.000000 99\r\n\r\n".len();
        publish(&own(line), raw_messages::request().len() - around)
    }

    fn question(&self) -> Vec<u8> {
        b"PING\r\n".to_vec()
    }

    fn tell(&self, _number: u64) -> Vec<u8> {
        publish("told", raw_messages::broadcast().len())
    }

    /// One message; in a frame with several this is the first.
    fn hear(&self, message: &[u8]) -> Heard {
        first(message).map_or(Heard::Refused, |(heard, _)| heard)
    }

    fn hear_all(&self, frame: &[u8], note: &mut dyn FnMut(Heard)) {
        let mut rest = frame;
        while !rest.is_empty() {
            let Some((heard, bytes)) = first(rest) else { return note(Heard::Refused) };
            note(heard);
            rest = &rest[bytes..];
        }
    }
}

/// A line's own subject, always of the same length.
fn own(line: usize) -> String {
    format!("own.{line:06}")
}

fn publish(subject: &str, bytes: usize) -> Vec<u8> {
    format!("PUB {subject} {bytes}\r\n{:.<bytes$}\r\n", "").into_bytes()
}

/// The first message and its bytes; nothing where it is cut off, which this server does not do.
fn first(bytes: &[u8]) -> Option<(Heard, usize)> {
    let head = bytes.windows(2).position(|end| end == b"\r\n")?;
    let text = std::str::from_utf8(&bytes[..head]).ok()?;
    let mut words = text.split(' ');
    let heard = match words.next()? {
        "MSG" => {
            let heard = match words.nth(1)? {
                TOLD => Heard::Delivery,
                OWN => Heard::Ack,
                _ => Heard::Other,
            };
            let payload: usize = words.next_back()?.parse().ok()?;
            let end = head + 2 + payload + 2;
            return (end <= bytes.len()).then_some((heard, end));
        }
        "PONG" => Heard::Board,
        "-ERR" => Heard::Refused,
        _ => Heard::Other,
    };
    Some((heard, head + 2))
}

#[cfg(test)]
mod tests {
    use super::*;

    fn all(frame: &str) -> Vec<Heard> {
        let mut heard = Vec::new();
        Nats.hear_all(frame.as_bytes(), &mut |word| heard.push(word));
        heard
    }

    #[test]
    fn a_frame_may_hold_several_messages() {
        let frame = "MSG told 1 3\r\n...\r\nPING\r\nMSG own.7 2 4\r\n\r\n\r\n\r\nPONG\r\n";
        assert_eq!(all(frame), [Heard::Delivery, Heard::Other, Heard::Ack, Heard::Board]);
        assert_eq!(all("INFO {\"a\": 1}\r\n"), [Heard::Other]);
        assert_eq!(all("-ERR 'Stale Connection'\r\n"), [Heard::Refused]);
        assert_eq!(all("MSG told 1 3\r\n.."), [Heard::Refused]);
    }

    #[test]
    fn a_request_has_the_size_of_the_others() {
        for line in [1, 9_999] {
            let request = Nats.request(line, 1);
            assert_eq!(request.len(), raw_messages::request().len());
            assert!(request.starts_with(format!("PUB {} 99\r\n", own(line)).as_bytes()));
        }
    }
}

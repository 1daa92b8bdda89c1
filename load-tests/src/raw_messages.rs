//! The conversation that floor and peers have in place of a protocol.
//!
//! A client's message that begins with [`TELL`] is sent to everybody as [`broadcast`]; every other one is
//! answered with [`ACK`]. The sizes are those of Tafelrunde: a changed document, a vote, an acknowledgement.

/// First byte of the message that makes the server send to everybody.
pub const TELL: u8 = b'B';
/// First byte of what everybody then gets.
pub const TOLD: u8 = b'D';
/// What every other message is answered with.
pub const ACK: &[u8] = br#"{"ack":{"id":"v00000000000000000"}}"#;

const BROADCAST_BYTES: usize = 300;
const REQUEST_BYTES: usize = 120;

/// What everybody gets.
pub fn broadcast() -> Vec<u8> {
    filled(TOLD, BROADCAST_BYTES)
}

/// What makes the server send it.
pub fn tell() -> Vec<u8> {
    filled(TELL, REQUEST_BYTES)
}

/// What is acknowledged.
pub fn request() -> Vec<u8> {
    filled(b'{', REQUEST_BYTES)
}

fn filled(first: u8, bytes: usize) -> Vec<u8> {
    let mut message = vec![b'.'; bytes];
    message[0] = first;
    message
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_sizes_are_those_that_figures_are_told_for() {
        assert_eq!((request().len(), tell().len(), ACK.len(), broadcast().len()), (120, 120, 35, 300));
    }
}

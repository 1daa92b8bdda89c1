//! WebSocket frames as bytes (RFC 6455, section 5.2): enough to send one without thinking about it again, and to
//! find where a received one ends. It does not join fragments, and it checks nothing that a test's own peer
//! would not send.

/// Text frame.
pub const TEXT: u8 = 1;
/// Binary frame.
pub const BINARY: u8 = 2;
/// The other side hangs up.
pub const CLOSE: u8 = 8;
/// The other side asks whether the line is alive.
pub const PING: u8 = 9;
/// The answer to that.
pub const PONG: u8 = 10;

/// What stands before a payload.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Header {
    pub opcode: u8,
    /// Bytes of the header itself, a mask's key included.
    pub header_bytes: usize,
    pub payload_bytes: usize,
    pub key: Option<[u8; 4]>,
}

/// A client has to mask, but nothing here has to be unguessable.
const KEY: [u8; 4] = [0x37, 0xfa, 0x21, 0x3d];

/// Reads a header, or nothing while it is not whole.
pub fn header(bytes: &[u8]) -> Option<Header> {
    let (first, second) = (*bytes.first()?, *bytes.get(1)?);
    let (length_bytes, payload_bytes) = match second & 0x7f {
        126 => (2, usize::from(u16::from_be_bytes(array(bytes, 2)?))),
        127 => (8, usize::try_from(u64::from_be_bytes(array(bytes, 2)?)).unwrap_or(usize::MAX)),
        length => (0, usize::from(length)),
    };
    let is_masked = second & 0x80 != 0;
    let key = if is_masked { Some(array(bytes, 2 + length_bytes)?) } else { None };
    let header_bytes = 2 + length_bytes + if is_masked { 4 } else { 0 };
    Some(Header { opcode: first & 0x0f, header_bytes, payload_bytes, key })
}

/// The whole frame, header and payload, at the beginning of the bytes, or nothing while it is not whole.
pub fn first(bytes: &[u8]) -> Option<(Header, &[u8])> {
    let header = header(bytes)?;
    let end = header.header_bytes.checked_add(header.payload_bytes)?;
    Some((header, bytes.get(header.header_bytes..end)?))
}

/// A frame as a server sends it.
pub fn from_server(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = begin(opcode, payload.len(), 0);
    frame.extend_from_slice(payload);
    frame
}

/// A frame as a client sends it.
pub fn from_client(opcode: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = begin(opcode, payload.len(), 0x80);
    frame.extend_from_slice(&KEY);
    frame.extend(payload.iter().zip(KEY.iter().cycle()).map(|(byte, key)| byte ^ key));
    frame
}

fn begin(opcode: u8, payload_bytes: usize, mask_bit: u8) -> Vec<u8> {
    let mut frame = Vec::with_capacity(payload_bytes + 14);
    frame.push(0x80 | opcode);
    match (u8::try_from(payload_bytes), u16::try_from(payload_bytes)) {
        (Ok(short @ ..126), _) => frame.push(mask_bit | short),
        (_, Ok(medium)) => {
            frame.push(mask_bit | 126);
            frame.extend_from_slice(&medium.to_be_bytes());
        }
        _ => {
            frame.push(mask_bit | 127);
            frame.extend_from_slice(&(payload_bytes as u64).to_be_bytes());
        }
    }
    frame
}

fn array<const N: usize>(bytes: &[u8], at: usize) -> Option<[u8; N]> {
    bytes.get(at..at + N)?.try_into().ok()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_a_server_sends_is_found_again_at_every_length() {
        for length in [0, 1, 125, 126, 127, 65_535, 65_536, 70_000] {
            let payload = vec![b'x'; length];
            let mut bytes = from_server(TEXT, &payload);
            assert_eq!(first(&bytes[..bytes.len() - 1]).map(|(_, payload)| payload.len()), None, "{length}");
            bytes.extend_from_slice(b"next");
            let (header, found) = first(&bytes).expect("whole");
            assert_eq!((header.opcode, header.key, found), (TEXT, None, payload.as_slice()), "{length}");
        }
    }

    #[test]
    fn what_a_client_sends_is_masked() {
        // The example of RFC 6455, section 5.7, which has this key.
        assert_eq!(
            from_client(TEXT, b"Hello"),
            [0x81, 0x85, 0x37, 0xfa, 0x21, 0x3d, 0x7f, 0x9f, 0x4d, 0x51, 0x58]
        );
    }

    #[test]
    fn half_a_header_is_no_header() {
        let bytes = from_client(TEXT, &[0; 300]);
        assert!((0..8).all(|length| header(&bytes[..length]).is_none()));
        assert_eq!(header(&bytes[..8]).map(|header| header.payload_bytes), Some(300));
    }
}

//! What goes over the line, byte by byte.

use super::*;

/// A socket that takes only so many bytes.
struct Narrow(usize, Vec<u8>);

impl Write for Narrow {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        let taken = bytes.len().min(self.0);
        self.0 -= taken;
        self.1.extend_from_slice(&bytes[..taken]);
        if taken == 0 { Err(io::ErrorKind::WouldBlock.into()) } else { Ok(taken) }
    }

    fn write_vectored(&mut self, slices: &[IoSlice<'_>]) -> io::Result<usize> {
        self.write(&slices.iter().flat_map(|slice| slice.iter().copied()).collect::<Vec<u8>>())
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

fn masked(first: u8, payload: &[u8]) -> Vec<u8> {
    let mut frame = vec![first, 0x80 | u8::try_from(payload.len()).unwrap(), 1, 2, 3, 4];
    frame.extend(payload.iter().zip([1, 2, 3, 4].iter().cycle()).map(|(byte, mask)| byte ^ mask));
    frame
}

fn texts(received: &[Option<Received>]) -> Vec<&str> {
    received
        .iter()
        .filter_map(|one| match one {
            Some(Received::Text(text)) => Some(text.as_str()),
            _ => None,
        })
        .collect()
}

#[test]
fn a_header_says_how_long_the_text_is() {
    let head = |length: usize| {
        let mut frames = Frames::default();
        frames.head(OpCode::Data(Data::Text), length);
        frames.bytes
    };
    assert_eq!(head(5), [0x81, 5]);
    assert_eq!(head(300), [0x81, 126, 1, 44]);
    assert_eq!(head(70_000), [0x81, 127, 0, 0, 0, 0, 0, 1, 17, 112]);
    let mut frames = Frames::default();
    frames.ping();
    assert_eq!(frames.bytes, [0x89, 0]);
}

#[test]
fn messages_are_put_together_however_they_are_cut() {
    let mut line = Vec::new();
    line.extend(masked(0x81, b"one"));
    line.extend(masked(0x81, &[b'x'; 100]));
    line.extend(masked(0x81, b"three"));
    for piece in [1, 2, 7, 50, line.len()] {
        let (mut framing, mut replies) = (Framing::new(), Frames::default());
        let mut received = Vec::new();
        for mut bytes in line.chunks(piece) {
            while let Some(message) = framing.next(&mut bytes, &mut replies) {
                received.push(Some(message));
            }
            assert!(bytes.is_empty());
        }
        let texts = texts(&received);
        assert_eq!((texts.len(), texts[0], texts[2]), (3, "one", "three"), "pieces of {piece}");
        assert!(replies.is_empty());
    }
}

#[test]
fn a_ping_is_answered_and_a_close_frame_too() {
    let (mut framing, mut replies) = (Framing::new(), Frames::default());
    let mut line = masked(0x89, b"hi");
    line.extend(masked(0x88, &[3, 232]));
    let mut bytes = &line[..];
    assert!(matches!(framing.next(&mut bytes, &mut replies), Some(Received::SignOfLife)));
    assert!(matches!(framing.next(&mut bytes, &mut replies), Some(Received::Gone)));
    assert_eq!(replies.bytes, [0x8a, 2, b'h', b'i', 0x88, 2, 3, 232]);
}

#[test]
fn an_unmasked_frame_ends_the_line() {
    let (mut framing, mut replies) = (Framing::new(), Frames::default());
    assert!(matches!(framing.next(&mut &[0x81, 1, b'x'][..], &mut replies), Some(Received::Gone)));
}

#[test]
fn what_the_other_side_does_not_take_comes_next() {
    let long: Utf8Bytes = "y".repeat(COPY_BYTES_MAX + 1).into();
    let mut frames = Frames::default();
    frames.text("before");
    frames.shared_text(long);
    frames.text("after");
    let mut whole = Narrow(usize::MAX, Vec::new());
    assert!(frames.write(&mut whole).unwrap().is_empty());
    for taken in [0, 1, 8, 9, 5_000, whole.1.len() - 1] {
        let mut socket = Narrow(taken, Vec::new());
        let rest = frames.write(&mut socket).unwrap();
        socket.0 = usize::MAX;
        assert!(write_parts(&mut socket, rest).unwrap().is_empty());
        assert_eq!(socket.1, whole.1, "after {taken} bytes");
    }
}

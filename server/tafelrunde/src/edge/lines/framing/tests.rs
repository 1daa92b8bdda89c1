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

/// Everything that these bytes bring, in pieces of a size; what is replied.
fn receive(line: &[u8], piece: usize) -> (Vec<Received<'static>>, Vec<u8>) {
    let (mut framing, mut replies) = (Framing::default(), Frames::default());
    let mut received = Vec::new();
    for piece in line.to_vec().chunks_mut(piece) {
        let mut bytes = piece;
        while let Some(message) = framing.next(&mut bytes, &mut replies) {
            received.push(match message {
                Received::Text(text) => Received::Text(text.into_owned().into()),
                Received::Binary => Received::Binary,
                Received::SignOfLife => Received::SignOfLife,
                Received::TooLarge => Received::TooLarge,
                Received::Violation(code) => Received::Violation(code),
                Received::Closed => Received::Closed,
            });
            if matches!(received.last(), Some(Received::TooLarge | Received::Violation(_) | Received::Closed))
            {
                return (received, replies.bytes);
            }
        }
        assert!(bytes.is_empty());
    }
    (received, replies.bytes)
}

fn text(text: &str) -> Received<'static> {
    Received::Text(text.to_owned().into())
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
fn a_text_written_in_its_place_is_the_same_frame() {
    for length in [0, 1, 125, 126, 300, 70_000] {
        let text = "z".repeat(length);
        let (mut copied, mut written) = (Frames::default(), Frames::default());
        copied.text("before");
        copied.text(&text);
        written.text("before");
        written.written(|out| out.extend_from_slice(text.as_bytes()));
        assert_eq!(written.bytes, copied.bytes, "{length} bytes");
    }
}

#[test]
fn messages_are_the_same_however_they_are_cut() {
    let long = "ü".repeat(60);
    let mut line = masked(0x81, b"one");
    line.extend(masked(0x81, long.as_bytes()));
    line.extend(masked(0x81, b""));
    line.extend(masked(0x82, b"binary"));
    for piece in [1, 2, 7, 50, line.len()] {
        let (received, replies) = receive(&line, piece);
        assert_eq!(received, [text("one"), text(&long), text(""), Received::Binary], "pieces of {piece}");
        assert!(replies.is_empty());
    }
}

#[test]
fn fragments_are_put_together_with_a_ping_between_them() {
    let mut line = masked(0x01, "halb ü".as_bytes());
    line.extend(masked(0x89, b"hi"));
    line.extend(masked(0x00, b", "));
    line.extend(masked(0x80, b"ganz"));
    for piece in [1, 5, line.len()] {
        let (received, replies) = receive(&line, piece);
        assert_eq!(received, [Received::SignOfLife, text("halb ü, ganz")]);
        assert_eq!(replies, [0x8a, 2, b'h', b'i']);
    }
}

#[test]
fn a_letter_may_be_cut_in_two_by_fragments() {
    let letters = "ü".as_bytes();
    let mut line = masked(0x01, &letters[..1]);
    line.extend(masked(0x80, &letters[1..]));
    assert_eq!(receive(&line, 100).0, [text("ü")]);
}

#[test]
fn a_close_frame_is_answered_with_its_code() {
    let (received, replies) = receive(&masked(0x88, &[3, 232, b'o', b'k']), 100);
    assert_eq!((received, replies), (vec![Received::Closed], vec![0x88, 2, 3, 232]));
    assert_eq!(receive(&masked(0x88, &[]), 100), (vec![Received::Closed], vec![0x88, 0]));
}

#[test]
fn what_breaks_the_rules_is_told_so() {
    let cases: [(&str, Vec<u8>, u16); 10] = [
        ("no mask", vec![0x81, 1, b'x'], 1002),
        ("a reserved bit", masked(0xc1, b"x"), 1002),
        ("a reserved opcode", masked(0x83, b"x"), 1002),
        ("a fragmented ping", masked(0x09, b"x"), 1002),
        ("a ping of 126 bytes", [&[0x89, 0xfe, 0, 126, 0, 0, 0, 0][..], &[b'x'; 126]].concat(), 1002),
        ("a continuation of nothing", masked(0x80, b"x"), 1002),
        ("a message inside a message", [masked(0x01, b"x"), masked(0x81, b"y")].concat(), 1002),
        ("a close frame of one byte", masked(0x88, &[3]), 1002),
        ("a close code that nobody may send", masked(0x88, &[3, 237]), 1002),
        ("text that is no UTF-8", masked(0x81, &[0xff, 0xfe]), 1007),
    ];
    for (what, line, code) in cases {
        for piece in [1, 1_000] {
            assert_eq!(receive(&line, piece).0, [Received::Violation(code)], "{what}, pieces of {piece}");
        }
    }
}

#[test]
fn a_message_that_is_too_large_is_known_by_its_header_or_its_sum() {
    let head = |first: u8, length: u32| {
        let mut head = vec![first, 0xff, 0, 0, 0, 0];
        head.extend(length.to_be_bytes());
        head.extend([0; 4]);
        head
    };
    let max = MODERATOR_MESSAGE_BYTES_MAX as u32;
    assert_eq!(receive(&head(0x81, max + 1), 100).0, [Received::TooLarge]);
    let mut halves = head(0x01, max);
    halves.extend(vec![b'x'; max as usize]);
    assert_eq!(receive(&halves, 1_000).0, []);
    halves.extend(masked(0x80, b"y"));
    assert_eq!(receive(&halves, 1_000).0, [Received::TooLarge]);
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

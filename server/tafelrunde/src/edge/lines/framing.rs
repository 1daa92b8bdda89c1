//! Frames of RFC 6455 in both directions, without a socket. Bytes go in, messages come out; frames are put
//! together in memory, so that all frames of one turn go to the kernel in one call.
//!
//! A message that came whole is read where it lies. Only what came in pieces is copied, so that an idle line
//! holds no buffer.

use std::borrow::Cow;
use std::io::{self, Cursor, IoSlice, Write};
use tafelrunde_protocol::limits::MODERATOR_MESSAGE_BYTES_MAX;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{CloseCode, Control, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame, FrameHeader};
use tokio_tungstenite::tungstenite::{Bytes, Utf8Bytes};

/// Payload of a control frame, by RFC 6455.
const CONTROL_BYTES_MAX: usize = 125;
/// The header of a frame without a mask.
const HEAD_BYTES_MAX: usize = 10;
/// Longer texts are shared with other lines instead of copied.
const COPY_BYTES_MAX: usize = 8 * 1024;

/// What came.
#[derive(Debug, PartialEq, Eq)]
pub enum Received<'a> {
    /// A text.
    Text(Cow<'a, str>),
    /// A binary message.
    Binary,
    /// A ping or a pong; pings have been answered.
    SignOfLife,
    /// A message larger than any may be; nothing more can be read.
    TooLarge,
    /// The other side does not keep to RFC 6455; it is told so with this close code.
    Violation(u16),
    /// The other side has closed; its close frame has been answered.
    Closed,
}

const PROTOCOL_ERROR: Received<'static> = Received::Violation(1002);
const NOT_UTF8: Received<'static> = Received::Violation(1007);

/// The reading half of one line.
#[derive(Debug, Default)]
pub struct Framing {
    /// The beginning of a frame.
    begun: Vec<u8>,
    /// The fragments of a message before its last.
    message: Option<(Data, Vec<u8>)>,
}

/// The payload of one frame, unmasked.
type Payload<'a> = Cow<'a, [u8]>;

impl Framing {
    /// The next message, made of what came before and of `bytes`, which are taken from the front. `None`:
    /// they are used up. What RFC 6455 demands in reply, to a ping for example, is added to `replies`.
    pub fn next<'a>(&mut self, bytes: &mut &'a mut [u8], replies: &mut Frames) -> Option<Received<'a>> {
        loop {
            let (header, payload) = match self.next_frame(bytes) {
                Ok(frame) => frame?,
                Err(received) => return Some(received),
            };
            let received = match header.opcode {
                OpCode::Control(control) => Some(take_control(control, &header, &payload, replies)),
                OpCode::Data(data) => self.take_data(data, header.is_final, payload),
            };
            if received.is_some() {
                return received;
            }
        }
    }

    /// The next whole frame.
    fn next_frame<'a>(
        &mut self,
        bytes: &mut &'a mut [u8],
    ) -> Result<Option<(FrameHeader, Payload<'a>)>, Received<'static>> {
        if self.begun.is_empty() {
            let Some(head) = Head::of(bytes)? else {
                let beginning = std::mem::take(bytes);
                self.begun.extend_from_slice(beginning);
                return Ok(None);
            };
            if bytes.len() >= head.frame_bytes() {
                let (frame, rest) = std::mem::take(bytes).split_at_mut(head.frame_bytes());
                *bytes = rest;
                let payload = &mut frame[head.bytes..];
                unmask(payload, head.mask);
                return Ok(Some((head.header, Cow::Borrowed(payload))));
            }
        }
        loop {
            let wanted = match Head::of(&self.begun)? {
                Some(head) if self.begun.len() == head.frame_bytes() => {
                    let mut payload = std::mem::take(&mut self.begun);
                    payload.drain(..head.bytes);
                    unmask(&mut payload, head.mask);
                    return Ok(Some((head.header, Cow::Owned(payload))));
                }
                Some(head) => head.frame_bytes() - self.begun.len(),
                // A header ends where it says, so it is taken byte by byte.
                None => 1,
            };
            if bytes.is_empty() {
                return Ok(None);
            }
            let count = wanted.min(bytes.len());
            let (taken, rest) = std::mem::take(bytes).split_at_mut(count);
            *bytes = rest;
            self.begun.extend_from_slice(taken);
        }
    }

    fn take_data<'a>(&mut self, data: Data, is_final: bool, payload: Payload<'a>) -> Option<Received<'a>> {
        let (data, payload) = match (data, self.message.take()) {
            (Data::Text | Data::Binary, None) => (data, payload),
            (Data::Continue, Some((data, mut message))) => {
                if message.len() + payload.len() > MODERATOR_MESSAGE_BYTES_MAX {
                    return Some(Received::TooLarge);
                }
                message.extend_from_slice(&payload);
                (data, Cow::Owned(message))
            }
            (Data::Continue, None) | (Data::Text | Data::Binary, Some(_)) | (Data::Reserved(_), _) => {
                return Some(PROTOCOL_ERROR);
            }
        };
        if !is_final {
            self.message = Some((data, payload.into_owned()));
            return None;
        }
        Some(match data {
            Data::Text => text(payload).map_or(NOT_UTF8, Received::Text),
            Data::Binary | Data::Continue | Data::Reserved(_) => Received::Binary,
        })
    }
}

fn text(payload: Payload<'_>) -> Option<Cow<'_, str>> {
    match payload {
        Cow::Borrowed(bytes) => std::str::from_utf8(bytes).ok().map(Cow::Borrowed),
        Cow::Owned(bytes) => String::from_utf8(bytes).ok().map(Cow::Owned),
    }
}

fn take_control<'a>(
    control: Control,
    header: &FrameHeader,
    payload: &[u8],
    replies: &mut Frames,
) -> Received<'a> {
    if !header.is_final || payload.len() > CONTROL_BYTES_MAX {
        return PROTOCOL_ERROR;
    }
    match control {
        Control::Ping => {
            replies.head(OpCode::Control(Control::Pong), payload.len());
            replies.bytes.extend_from_slice(payload);
            Received::SignOfLife
        }
        Control::Pong => Received::SignOfLife,
        Control::Close => match payload {
            [] => {
                replies.head(OpCode::Control(Control::Close), 0);
                Received::Closed
            }
            [high, low, reason @ ..] if std::str::from_utf8(reason).is_ok() => {
                let code = u16::from_be_bytes([*high, *low]);
                if !CloseCode::from(code).is_allowed() {
                    return PROTOCOL_ERROR;
                }
                replies.close(code, "");
                Received::Closed
            }
            [_] => PROTOCOL_ERROR,
            _ => NOT_UTF8,
        },
        Control::Reserved(_) => PROTOCOL_ERROR,
    }
}

/// What a frame says of itself.
struct Head {
    header: FrameHeader,
    mask: [u8; 4],
    bytes: usize,
    payload_bytes: usize,
}

impl Head {
    /// `None`: there is too little of it.
    fn of(bytes: &[u8]) -> Result<Option<Self>, Received<'static>> {
        let mut cursor = Cursor::new(bytes);
        let Some((header, length)) = FrameHeader::parse(&mut cursor).map_err(|_| PROTOCOL_ERROR)? else {
            return Ok(None);
        };
        let Some(mask) = header.mask else { return Err(PROTOCOL_ERROR) };
        if header.rsv1 || header.rsv2 || header.rsv3 {
            return Err(PROTOCOL_ERROR);
        }
        let payload_bytes = usize::try_from(length).unwrap_or(usize::MAX);
        if payload_bytes > MODERATOR_MESSAGE_BYTES_MAX {
            return Err(Received::TooLarge);
        }
        let bytes = cursor.position() as usize;
        Ok(Some(Self { header, mask, bytes, payload_bytes }))
    }

    fn frame_bytes(&self) -> usize {
        self.bytes + self.payload_bytes
    }
}

fn unmask(payload: &mut [u8], mask: [u8; 4]) {
    let (fours, rest) = payload.as_chunks_mut();
    let whole = u32::from_ne_bytes(mask);
    for four in fours {
        *four = (u32::from_ne_bytes(*four) ^ whole).to_ne_bytes();
    }
    rest.iter_mut().zip(mask).for_each(|(byte, mask)| *byte ^= mask);
}

/// Frames for one line, in order. Used again for every line and turn.
#[derive(Default)]
pub struct Frames {
    bytes: Vec<u8>,
    /// Texts that are not copied, each with the number of bytes before it.
    shared: Vec<(usize, Utf8Bytes)>,
}

impl Frames {
    /// Forgets everything.
    pub fn clear(&mut self) {
        self.bytes.clear();
        self.shared.clear();
    }

    /// Whether there is nothing to send.
    pub fn is_empty(&self) -> bool {
        self.bytes.is_empty()
    }

    /// Adds what is no frame: the answer to the handshake.
    pub fn plain(&mut self, bytes: &[u8]) {
        self.bytes.extend_from_slice(bytes);
    }

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.head(OpCode::Data(Data::Text), text.len());
        self.bytes.extend_from_slice(text.as_bytes());
    }

    /// Adds a text that is written in its place.
    pub fn written(&mut self, write: impl FnOnce(&mut Vec<u8>)) {
        let start = self.bytes.len();
        self.head(OpCode::Data(Data::Text), 0);
        let text = self.bytes.len();
        write(&mut self.bytes);
        // Now its length is known; the header of a longer text is longer.
        let mut head = [0; HEAD_BYTES_MAX];
        let mut free = &mut head[..];
        format_head(OpCode::Data(Data::Text), self.bytes.len() - text, &mut free);
        let length = HEAD_BYTES_MAX - free.len();
        self.bytes.splice(start..text, head[..length].iter().copied());
    }

    /// Adds a text that other lines are sent, too.
    pub fn shared_text(&mut self, text: Utf8Bytes) {
        if text.len() <= COPY_BYTES_MAX {
            return self.text(&text);
        }
        self.head(OpCode::Data(Data::Text), text.len());
        self.shared.push((self.bytes.len(), text));
    }

    /// Asks for a sign of life.
    pub fn ping(&mut self) {
        self.head(OpCode::Control(Control::Ping), 0);
    }

    /// Says why the line is closed.
    pub fn close(&mut self, code: u16, reason: &'static str) {
        let said = Frame::close(Some(CloseFrame { code: code.into(), reason: reason.into() }));
        said.format(&mut self.bytes).expect("writing into memory does not fail");
    }

    fn head(&mut self, opcode: OpCode, payload: usize) {
        format_head(opcode, payload, &mut self.bytes);
    }

    /// Writes what the other side takes now, with one call; returns the rest.
    pub fn write(&self, socket: &mut impl Write) -> io::Result<Vec<Bytes>> {
        if !self.shared.is_empty() {
            return write_parts(socket, self.parts());
        }
        let written = written(socket.write(&self.bytes))?;
        Ok(rest([Bytes::copy_from_slice(&self.bytes[written..])]))
    }

    /// All frames as they go over the line.
    pub fn parts(&self) -> Vec<Bytes> {
        let mut parts = Vec::with_capacity(2 * self.shared.len() + 1);
        let mut from = 0;
        for (to, text) in &self.shared {
            parts.push(Bytes::copy_from_slice(&self.bytes[from..*to]));
            parts.push(Bytes::from(text.clone()));
            from = *to;
        }
        parts.push(Bytes::copy_from_slice(&self.bytes[from..]));
        parts
    }
}

fn format_head(opcode: OpCode, payload: usize, out: &mut impl Write) {
    let header = FrameHeader { opcode, ..FrameHeader::default() };
    header.format(payload as u64, out).expect("writing into memory does not fail");
}

/// Writes what the other side takes now; returns the rest.
pub fn write_parts(socket: &mut impl Write, mut parts: Vec<Bytes>) -> io::Result<Vec<Bytes>> {
    let slices: Vec<IoSlice<'_>> = parts.iter().map(|part| IoSlice::new(part)).collect();
    let mut left = written(socket.write_vectored(&slices))?;
    for part in &mut parts {
        let taken = left.min(part.len());
        *part = part.slice(taken..);
        left -= taken;
    }
    Ok(rest(parts))
}

fn written(outcome: io::Result<usize>) -> io::Result<usize> {
    match outcome {
        Err(error) if matches!(error.kind(), io::ErrorKind::WouldBlock | io::ErrorKind::Interrupted) => Ok(0),
        other => other,
    }
}

fn rest(parts: impl IntoIterator<Item = Bytes>) -> Vec<Bytes> {
    parts.into_iter().filter(|part| !part.is_empty()).collect()
}

#[cfg(test)]
mod tests;

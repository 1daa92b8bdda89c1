//! Frames of RFC 6455 in both directions, without a socket. Reading is tungstenite's: bytes go in, messages
//! come out. Writing puts frames together in memory, so that all frames of one turn go to the kernel in one
//! call.

use std::io::{self, IoSlice, Read, Write};
use tafelrunde_protocol::limits::MODERATOR_MESSAGE_BYTES_MAX;
use tokio_tungstenite::tungstenite::error::CapacityError;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Control, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame, FrameHeader};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig, WebSocketContext};
use tokio_tungstenite::tungstenite::{Bytes, Error, Message, Utf8Bytes};

/// Every line has such a buffer all the time. A vote fits into it; longer messages grow it while they are
/// read.
const READ_BUFFER_BYTES: usize = 160;
/// Longer texts are shared with other lines instead of copied.
const COPY_BYTES_MAX: usize = 8 * 1024;

/// What came.
pub enum Received {
    /// A text.
    Text(Utf8Bytes),
    /// A binary message.
    Binary,
    /// A ping or a pong; pings have been answered.
    SignOfLife,
    /// A frame larger than any message may be; nothing more can be read.
    TooLarge,
    /// The other side has closed, or does not speak WebSocket.
    Gone,
}

/// The reading half of one line.
pub struct Framing(WebSocketContext);

impl Framing {
    /// A line after its handshake.
    pub fn new() -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0)
            .max_message_size(Some(MODERATOR_MESSAGE_BYTES_MAX))
            .max_frame_size(Some(MODERATOR_MESSAGE_BYTES_MAX));
        Self(WebSocketContext::new(Role::Server, Some(config)))
    }

    /// The next message, made of what came before and of `bytes`, which are taken from the front. `None`:
    /// they are used up. What RFC 6455 demands in reply, to a ping for example, is added to `replies`.
    pub fn next(&mut self, bytes: &mut &[u8], replies: &mut Frames) -> Option<Received> {
        let received = match self.0.read(&mut InMemory { bytes, replies: &mut replies.bytes }) {
            Ok(Message::Text(text)) => Received::Text(text),
            Ok(Message::Binary(_)) => Received::Binary,
            Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)) => Received::SignOfLife,
            Ok(Message::Close(_)) => {
                // The reply to the close frame; into memory it always fits.
                let _ = self.0.flush(&mut InMemory { bytes: &mut &[][..], replies: &mut replies.bytes });
                Received::Gone
            }
            Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => return None,
            Err(Error::Capacity(CapacityError::MessageTooLong { .. })) => Received::TooLarge,
            Err(_) => Received::Gone,
        };
        Some(received)
    }
}

/// What tungstenite takes for a socket.
struct InMemory<'a, 'bytes> {
    bytes: &'a mut &'bytes [u8],
    replies: &'a mut Vec<u8>,
}

impl Read for InMemory<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        // An end of the bytes is no end of the line.
        if self.bytes.is_empty() { Err(io::ErrorKind::WouldBlock.into()) } else { self.bytes.read(buffer) }
    }
}

impl Write for InMemory<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.replies.write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
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

    /// Adds a text.
    pub fn text(&mut self, text: &str) {
        self.head(OpCode::Data(Data::Text), text.len());
        self.bytes.extend_from_slice(text.as_bytes());
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
        let header = FrameHeader { opcode, ..FrameHeader::default() };
        header.format(payload as u64, &mut self.bytes).expect("writing into memory does not fail");
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

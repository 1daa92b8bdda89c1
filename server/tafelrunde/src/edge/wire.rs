//! A WebSocket on a plain TCP socket. Knows frames, no messages of ours.
//!
//! Reading is tungstenite's. Writing goes around its buffer: a frame is a few bytes of header and a text that
//! many connections share, so both are handed to the kernel as they are, and all frames of one turn in one
//! call. Per connection this leaves one small read buffer and nothing else.

use std::future::poll_fn;
use std::io::{self, IoSlice, Read, Write};
use std::pin::Pin;
use std::task::{Context, Poll};
use std::time::Duration;
use tokio::io::{AsyncRead, AsyncWriteExt, ReadBuf};
use tokio::net::TcpStream;
use tokio::runtime::Handle;
use tokio::time::{Instant, timeout, timeout_at};
use tokio_tungstenite::tungstenite::error::CapacityError;
use tokio_tungstenite::tungstenite::protocol::frame::coding::{Control, Data, OpCode};
use tokio_tungstenite::tungstenite::protocol::frame::{CloseFrame, Frame, FrameHeader};
use tokio_tungstenite::tungstenite::protocol::{Role, WebSocketConfig, WebSocketContext};
use tokio_tungstenite::tungstenite::{Error, Message, Utf8Bytes};

use tafelrunde_protocol::limits::MODERATOR_MESSAGE_BYTES_MAX;

/// Allocated for every connection at once. A vote fits into it; longer messages grow it while they are read.
const READ_BUFFER_BYTES: usize = 512;
/// A client that does not take a frame within this is let go.
const WRITE_WITHIN: Duration = Duration::from_secs(10);
/// How long a client may take to answer our close frame. Closing at once could destroy what it has not read.
const CLOSE_WITHIN: Duration = Duration::from_secs(2);
/// Frames that go to the kernel in one call.
const SLICES_MAX: usize = 64;

/// A WebSocket on a plain TCP socket.
pub struct Wire {
    tcp: TcpStream,
    frames: WebSocketContext,
}

/// What came.
pub enum Received {
    /// A text frame.
    Text(Utf8Bytes),
    /// A binary frame.
    Binary,
    /// A ping or a pong; pings have been answered.
    SignOfLife,
    /// A frame larger than any message may be; nothing more can be read.
    TooLarge,
    /// The other side has closed, is gone, or does not speak WebSocket.
    Gone,
}

/// The client is gone, or does not take what is sent.
#[derive(Debug)]
pub struct Lost;

impl Wire {
    /// A WebSocket after its handshake; `read_already` came together with it.
    pub fn new(tcp: TcpStream, read_already: &[u8]) -> Self {
        let config = WebSocketConfig::default()
            .read_buffer_size(READ_BUFFER_BYTES)
            .write_buffer_size(0)
            .max_message_size(Some(MODERATOR_MESSAGE_BYTES_MAX))
            .max_frame_size(Some(MODERATOR_MESSAGE_BYTES_MAX));
        let frames = WebSocketContext::from_partially_read(read_already.to_vec(), Role::Server, Some(config));
        Self { tcp, frames }
    }

    /// The same connection, watched by another runtime; `None` if the system does not let it go over.
    pub fn move_to(self, runtime: &Handle) -> Option<Self> {
        let plain = self.tcp.into_std().ok()?;
        let _guard = runtime.enter();
        Some(Self { tcp: TcpStream::from_std(plain).ok()?, frames: self.frames })
    }

    /// Waits for the next frame. Giving up on the wait loses nothing.
    pub async fn receive(&mut self) -> Received {
        poll_fn(|task| self.poll_receive(task)).await
    }

    /// What is in the buffer comes before what is on the line.
    fn poll_receive(&mut self, task: &mut Context<'_>) -> Poll<Received> {
        let received = match self.frames.read(&mut Line { tcp: &mut self.tcp, task }) {
            Ok(Message::Text(text)) => Received::Text(text),
            Ok(Message::Binary(_)) => Received::Binary,
            Ok(Message::Ping(_) | Message::Pong(_) | Message::Frame(_)) => Received::SignOfLife,
            Ok(Message::Close(_)) => {
                // Sends the answer to the close frame; if it does not fit now, the client has gone anyway.
                let _ = self.frames.flush(&mut Attempt(&self.tcp));
                Received::Gone
            }
            Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => return Poll::Pending,
            Err(Error::Capacity(CapacityError::MessageTooLong { .. })) => Received::TooLarge,
            Err(_) => Received::Gone,
        };
        Poll::Ready(received)
    }

    /// Sends texts, each as one frame, all in as few calls as possible.
    pub async fn send(&mut self, texts: &[Utf8Bytes]) -> Result<(), Lost> {
        for some in texts.chunks(SLICES_MAX / 2) {
            let heads: Vec<Head> =
                some.iter().map(|text| Head::new(OpCode::Data(Data::Text), text.len())).collect();
            let parts = heads.iter().zip(some);
            let mut slices: Vec<IoSlice<'_>> = parts
                .flat_map(|(head, text)| [IoSlice::new(head.bytes()), IoSlice::new(text.as_bytes())])
                .collect();
            self.write_all(&mut slices).await?;
        }
        Ok(())
    }

    /// Asks for a sign of life.
    pub async fn ping(&mut self) -> Result<(), Lost> {
        let head = Head::new(OpCode::Control(Control::Ping), 0);
        self.write_all(&mut [IoSlice::new(head.bytes())]).await
    }

    /// Says why, waits a little for the other side to have read it, and lets go.
    pub async fn close(mut self, code: u16, reason: &'static str) {
        let mut frame = Vec::new();
        let said = Frame::close(Some(CloseFrame { code: code.into(), reason: reason.into() }));
        // Formatting into memory cannot fail.
        let _ = said.format(&mut frame);
        if self.write_all(&mut [IoSlice::new(&frame)]).await.is_err() || self.tcp.shutdown().await.is_err() {
            return;
        }
        let deadline = Instant::now() + CLOSE_WITHIN;
        let mut rest = [0; 256];
        loop {
            match self.tcp.try_read(&mut rest) {
                Ok(0) => return,
                Ok(_) => {}
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    if timeout_at(deadline, self.tcp.readable()).await.is_err() {
                        return;
                    }
                }
                Err(_) => return,
            }
        }
    }

    async fn write_all(&mut self, mut slices: &mut [IoSlice<'_>]) -> Result<(), Lost> {
        // Nearly always the kernel takes everything at once; only otherwise is there something to wait for.
        let is_idle = matches!(self.frames.flush(&mut Attempt(&self.tcp)), Ok(()));
        if is_idle && self.write_now(&mut slices).map_err(|_| Lost)? {
            return Ok(());
        }
        let waiting = timeout(WRITE_WITHIN, self.write_rest(slices));
        match Box::pin(waiting).await {
            Ok(Ok(())) => Ok(()),
            Ok(Err(_)) | Err(_) => Err(Lost),
        }
    }

    /// Writes what the kernel takes; tells whether that was all.
    fn write_now(&self, slices: &mut &mut [IoSlice<'_>]) -> io::Result<bool> {
        while !slices.is_empty() {
            match self.tcp.try_write_vectored(slices) {
                Ok(0) => return Err(io::ErrorKind::WriteZero.into()),
                Ok(written) => IoSlice::advance_slices(slices, written),
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(false),
                Err(error) => return Err(error),
            }
        }
        Ok(true)
    }

    async fn write_rest(&mut self, mut slices: &mut [IoSlice<'_>]) -> io::Result<()> {
        self.flush_answers().await?;
        while !self.write_now(&mut slices)? {
            self.tcp.writable().await?;
        }
        Ok(())
    }

    /// Half a pong may wait in tungstenite's buffer; a frame of ours must not get in between.
    async fn flush_answers(&mut self) -> io::Result<()> {
        loop {
            match self.frames.flush(&mut Attempt(&self.tcp)) {
                Ok(()) => return Ok(()),
                Err(Error::Io(error)) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.tcp.writable().await?
                }
                Err(Error::Io(error)) => return Err(error),
                Err(_) => return Err(io::ErrorKind::NotConnected.into()),
            }
        }
    }
}

/// The header of a frame from the server: 2 to 10 bytes.
struct Head {
    bytes: [u8; 10],
    length: usize,
}

impl Head {
    fn new(opcode: OpCode, payload: usize) -> Self {
        let header = FrameHeader { opcode, ..FrameHeader::default() };
        let mut bytes = [0; 10];
        let mut free = &mut bytes[..];
        header.format(payload as u64, &mut free).expect("an unmasked header has at most 10 bytes");
        let length = 10 - free.len();
        Self { bytes, length }
    }

    fn bytes(&self) -> &[u8] {
        &self.bytes[..self.length]
    }
}

/// Reads for a task that wants to be woken when there is more. When the line gave less than was asked for it
/// is known to be empty, and the kernel is not asked once more to say so.
struct Line<'a, 'task> {
    tcp: &'a mut TcpStream,
    task: &'a mut Context<'task>,
}

impl Read for Line<'_, '_> {
    fn read(&mut self, buffer: &mut [u8]) -> io::Result<usize> {
        let mut buffer = ReadBuf::new(buffer);
        match Pin::new(&mut *self.tcp).poll_read(self.task, &mut buffer) {
            Poll::Ready(Ok(())) => Ok(buffer.filled().len()),
            Poll::Ready(Err(error)) => Err(error),
            Poll::Pending => Err(io::ErrorKind::WouldBlock.into()),
        }
    }
}

impl Write for Line<'_, '_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.tcp.try_write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

/// Writes what is possible without waiting; reads nothing.
struct Attempt<'a>(&'a TcpStream);

impl Read for Attempt<'_> {
    fn read(&mut self, _buffer: &mut [u8]) -> io::Result<usize> {
        Err(io::ErrorKind::WouldBlock.into())
    }
}

impl Write for Attempt<'_> {
    fn write(&mut self, bytes: &[u8]) -> io::Result<usize> {
        self.0.try_write(bytes)
    }

    fn flush(&mut self) -> io::Result<()> {
        Ok(())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_header_says_how_long_the_text_is() {
        let text = |length| Head::new(OpCode::Data(Data::Text), length).bytes().to_vec();
        assert_eq!(text(5), [0x81, 5]);
        assert_eq!(text(300), [0x81, 126, 1, 44]);
        assert_eq!(text(70_000), [0x81, 127, 0, 0, 0, 0, 0, 1, 17, 112]);
        assert_eq!(Head::new(OpCode::Control(Control::Ping), 0).bytes(), [0x89, 0]);
    }
}

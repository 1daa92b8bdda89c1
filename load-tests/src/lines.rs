//! Many WebSockets on one thread and one epoll, without a task for each: the raw generator's load costs little
//! more than the system calls, so that the server is what limits.
//!
//! It knows a line's bytes and frames. What is said when is in `exchange`, what it means in `dialect`.

use anyhow::{Context, Result, bail, ensure};
use mio::net::TcpStream;
use mio::{Events, Interest, Poll, Token};
use socket2::{Domain, Protocol, Socket, Type};
use std::io::{ErrorKind, Read, Write};
use std::net::SocketAddr;
use std::time::{Duration, Instant};

use crate::dialect::{Dialect, Heard};
use crate::frame::{self, CLOSE, PING, PONG};
use crate::source_address::Sources;
use crate::upgrade;

/// All lines to one server.
pub struct Lines {
    server: SocketAddr,
    sources: Sources,
    pub dialect: Box<dyn Dialect>,
    poll: Poll,
    events: Events,
    buffer: Vec<u8>,
    lines: Vec<Line>,
    /// So many of the last lines read nothing any more.
    stuck: usize,
    heard: Vec<Word>,
}

/// Something was heard on a line.
#[derive(Debug, Clone, Copy)]
pub struct Word {
    pub line: usize,
    pub heard: Heard,
    pub at: Instant,
}

struct Line {
    stream: TcpStream,
    is_upgraded: bool,
    is_stuck: bool,
    rest: Vec<u8>,
    unsent: Vec<u8>,
}

const EVENTS_AT_ONCE: usize = 1_024;
const READ_BYTES: usize = 64 * 1_024;

impl Lines {
    pub fn new(server: SocketAddr, dialect: Box<dyn Dialect>) -> Result<Self> {
        Ok(Self {
            server,
            sources: Sources::new(std::process::id()),
            dialect,
            poll: Poll::new()?,
            events: Events::with_capacity(EVENTS_AT_ONCE),
            buffer: vec![0; READ_BYTES],
            lines: Vec::new(),
            stuck: 0,
            heard: Vec::new(),
        })
    }

    /// Lines so far that are well, tellers included.
    pub fn len(&self) -> usize {
        self.lines.len() - self.stuck
    }

    /// The last line reads nothing any more, as a phone in a tunnel does; what it sent is still on its way.
    pub fn stick_last(&mut self) {
        self.stuck += 1;
        let last = self.len();
        self.lines[last].is_stuck = true;
    }

    /// Hangs up the stuck lines without a word.
    pub fn drop_stuck(&mut self) {
        self.lines.truncate(self.len());
        self.stuck = 0;
    }

    /// Bytes for which the kernel had no room.
    pub fn unsent_bytes(&self, line: usize) -> usize {
        self.lines[line].unsent.len()
    }

    /// Begins to connect one more line; `Upgraded` is heard when it stands.
    pub fn open(&mut self) -> Result<()> {
        let socket = Socket::new(Domain::for_address(self.server), Type::STREAM, Some(Protocol::TCP))?;
        socket.set_nonblocking(true)?;
        if let Some(source) = self.sources.next(self.server.ip()) {
            socket.set_reuse_address(true)?;
            socket.bind(&source.into()).with_context(|| format!("cannot connect from {source}"))?;
        }
        match socket.connect(&self.server.into()) {
            // EINPROGRESS: it goes on by itself.
            Err(error) if error.raw_os_error() == Some(rustix::io::Errno::INPROGRESS.raw_os_error()) => {}
            result => result.context("no connection")?,
        }
        socket.set_tcp_nodelay(true)?;
        let mut stream = TcpStream::from_std(socket.into());
        let interest = Interest::READABLE | Interest::WRITABLE;
        self.poll.registry().register(&mut stream, Token(self.lines.len()), interest)?;
        // Sent when the line becomes writable, which it does once it is connected.
        let unsent = upgrade::request(&self.server.to_string(), self.dialect.path()).into_bytes();
        let line = Line { stream, is_upgraded: false, is_stuck: false, rest: Vec::new(), unsent };
        self.lines.push(line);
        Ok(())
    }

    /// Sends a message.
    pub fn send(&mut self, line: usize, message: &[u8]) -> Result<()> {
        self.send_frames(line, &frame::from_client(self.dialect.opcode(), message))
    }

    /// Sends what is framed already.
    pub fn send_frames(&mut self, line: usize, frames: &[u8]) -> Result<()> {
        self.lines[line].send(frames).with_context(|| format!("line {line} broke while sending"))
    }

    /// Waits for so long at most and returns what was heard. No time: only looks.
    pub fn listen(&mut self, patience: Duration) -> Result<Vec<Word>> {
        match self.poll.poll(&mut self.events, Some(patience)) {
            Err(error) if error.kind() == ErrorKind::Interrupted => {}
            result => result?,
        }
        let Self { events, lines, buffer, heard, dialect, .. } = self;
        for event in events.iter() {
            let number = event.token().0;
            let Some(line) = lines.get_mut(number) else { continue };
            let at = Instant::now();
            let note = |is: Heard| heard.push(Word { line: number, heard: is, at });
            if line.is_stuck {
                // The server may have given up on it.
                let _ = line.send(&[]);
            } else {
                line.go_on(buffer, dialect.as_ref(), note).with_context(|| format!("line {number}"))?;
            }
        }
        Ok(std::mem::take(&mut self.heard))
    }
}

impl Line {
    fn go_on(&mut self, buffer: &mut [u8], dialect: &dyn Dialect, mut note: impl FnMut(Heard)) -> Result<()> {
        if !self.unsent.is_empty() {
            self.send(&[])?;
        }
        loop {
            let length = match self.stream.read(buffer) {
                Ok(0) => bail!("the server closed it"),
                Ok(length) => length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(error) if error.kind() == ErrorKind::NotConnected => break,
                Err(error) => return Err(error.into()),
            };
            if self.rest.is_empty() {
                let taken = self.take(&buffer[..length], dialect, &mut note)?;
                self.rest.extend_from_slice(&buffer[taken..length]);
            } else {
                let mut bytes = std::mem::take(&mut self.rest);
                bytes.extend_from_slice(&buffer[..length]);
                let taken = self.take(&bytes, dialect, &mut note)?;
                bytes.drain(..taken);
                self.rest = bytes;
            }
            if length < buffer.len() {
                break;
            }
        }
        Ok(())
    }

    fn take(&mut self, bytes: &[u8], dialect: &dyn Dialect, note: &mut impl FnMut(Heard)) -> Result<usize> {
        let mut taken = 0;
        if !self.is_upgraded {
            let Some(head) = upgrade::head_bytes(bytes) else {
                ensure!(bytes.len() <= upgrade::HEAD_BYTES_MAX, "an endless answer");
                return Ok(0);
            };
            let told = || String::from_utf8_lossy(&bytes[..head]).into_owned();
            ensure!(upgrade::is_agreed(bytes), "no WebSocket: {}", told());
            self.is_upgraded = true;
            note(Heard::Upgraded);
            taken = head;
        }
        while let Some((header, payload)) = frame::first(&bytes[taken..]) {
            taken += header.header_bytes + header.payload_bytes;
            match header.opcode {
                CLOSE => bail!("the server hung up: {}", String::from_utf8_lossy(payload)),
                PING => self.send(&frame::from_client(PONG, payload))?,
                PONG => {}
                _ => {
                    let mut is_refused = false;
                    dialect.hear_all(payload, &mut |heard| match heard {
                        Heard::Refused => is_refused = true,
                        heard => note(heard),
                    });
                    ensure!(!is_refused, "refused: {}", String::from_utf8_lossy(payload));
                }
            }
        }
        Ok(taken)
    }

    /// Sends what was left and then this, as far as the kernel has room.
    fn send(&mut self, bytes: &[u8]) -> Result<()> {
        self.unsent.extend_from_slice(bytes);
        while !self.unsent.is_empty() {
            match self.stream.write(&self.unsent) {
                Ok(sent) => drop(self.unsent.drain(..sent)),
                Err(error) if error.kind() == ErrorKind::Interrupted => {}
                Err(error) if error.kind() == ErrorKind::WouldBlock => break,
                Err(error) if error.kind() == ErrorKind::NotConnected => break,
                Err(error) => return Err(error.into()),
            }
        }
        Ok(())
    }
}

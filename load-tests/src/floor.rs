//! The least possible server, to measure others against: one thread, one epoll, one `recv` and one `send` for an
//! acknowledged message, one `send` for a delivery. It upgrades sockets and holds the conversation of
//! `raw_messages`. It reads the first byte of a message and no other, and stores nothing.
//!
//! Who is slower than this does work of their own; nobody can be much faster on the same kernel interface.

use anyhow::Result;
use mio::net::{TcpListener, TcpStream};
use mio::{Events, Interest, Poll, Token};
use std::io::{self, ErrorKind, Read, Write};

use crate::frame::{self, CLOSE, PING, PONG, TEXT};
use crate::listening::Listen;
use crate::raw_messages::{ACK, TELL, broadcast};
use crate::upgrade;

struct Client {
    stream: TcpStream,
    is_upgraded: bool,
    /// The beginning of what is not whole yet; empty nearly always.
    rest: Vec<u8>,
    /// What the kernel had no room for.
    unsent: Vec<u8>,
}

struct Floor {
    poll: Poll,
    clients: Vec<Option<Client>>,
    free: Vec<usize>,
    ack: Vec<u8>,
    broadcast: Vec<u8>,
}

/// What a client's bytes ask for.
#[derive(Default)]
struct Wishes {
    answer: Vec<u8>,
    broadcasts: usize,
}

/// The client is gone.
struct Gone;

const LISTENER: Token = Token(usize::MAX);
const EVENTS_AT_ONCE: usize = 1_024;
const READ_BYTES: usize = 64 * 1_024;
/// Who leaves so much unread is cut off.
const UNSENT_BYTES_MAX: usize = 1 << 20;

/// Serves until the process is killed.
pub fn run(listen: &Listen) -> Result<()> {
    let mut listener = TcpListener::from_std(listen.open()?);
    let poll = Poll::new()?;
    poll.registry().register(&mut listener, LISTENER, Interest::READABLE)?;
    let mut floor = Floor {
        poll,
        clients: Vec::new(),
        free: Vec::new(),
        ack: frame::from_server(TEXT, ACK),
        broadcast: frame::from_server(TEXT, &broadcast()),
    };
    let mut events = Events::with_capacity(EVENTS_AT_ONCE);
    let mut buffer = vec![0; READ_BYTES];
    loop {
        match floor.poll.poll(&mut events, None) {
            Err(error) if error.kind() == ErrorKind::Interrupted => continue,
            result => result?,
        }
        for event in &events {
            if event.token() == LISTENER {
                floor.accept(&listener)?;
            } else {
                floor.serve(event.token().0, &mut buffer);
            }
        }
    }
}

impl Floor {
    fn accept(&mut self, listener: &TcpListener) -> Result<()> {
        loop {
            let mut stream = match listener.accept() {
                Ok((stream, _)) => stream,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::ConnectionAborted => continue,
                Err(error) => return Err(error.into()),
            };
            stream.set_nodelay(true)?;
            let place = self.free.pop().unwrap_or_else(|| {
                self.clients.push(None);
                self.clients.len() - 1
            });
            self.poll.registry().register(&mut stream, Token(place), Interest::READABLE)?;
            let client = Client { stream, is_upgraded: false, rest: Vec::new(), unsent: Vec::new() };
            self.clients[place] = Some(client);
        }
    }

    fn serve(&mut self, place: usize, buffer: &mut [u8]) {
        let Some(client) = &mut self.clients[place] else { return };
        let mut wishes = Wishes::default();
        let served = client.receive(buffer, &self.ack, &mut wishes).and_then(|()| {
            let answer = std::mem::take(&mut wishes.answer);
            client.send(&answer).and_then(|()| client.wait_for_room(&self.poll, place))
        });
        if served.is_err() {
            self.clients[place] = None;
            self.free.push(place);
        }
        for _ in 0..wishes.broadcasts {
            self.tell_everybody();
        }
    }

    fn tell_everybody(&mut self) {
        for (place, slot) in self.clients.iter_mut().enumerate() {
            let Some(client) = slot.as_mut().filter(|client| client.is_upgraded) else { continue };
            let told = client.send(&self.broadcast).and_then(|()| client.wait_for_room(&self.poll, place));
            if told.is_err() {
                *slot = None;
                self.free.push(place);
            }
        }
    }
}

impl Client {
    fn receive(&mut self, buffer: &mut [u8], ack: &[u8], wishes: &mut Wishes) -> Result<(), Gone> {
        loop {
            let length = match self.stream.read(buffer) {
                Ok(0) => return Err(Gone),
                Ok(length) => length,
                Err(error) if error.kind() == ErrorKind::WouldBlock => return Ok(()),
                Err(error) if error.kind() == ErrorKind::Interrupted => continue,
                Err(_) => return Err(Gone),
            };
            if self.rest.is_empty() {
                let taken = self.take(&buffer[..length], ack, wishes)?;
                self.rest.extend_from_slice(&buffer[taken..length]);
            } else {
                let mut bytes = std::mem::take(&mut self.rest);
                bytes.extend_from_slice(&buffer[..length]);
                let taken = self.take(&bytes, ack, wishes)?;
                bytes.drain(..taken);
                bytes.shrink_to_fit();
                self.rest = bytes;
            }
            // A short read has emptied the socket: epoll(7) tells of the next bytes. This saves a second call.
            if length < buffer.len() {
                return Ok(());
            }
        }
    }

    /// Reads what is whole and says how many bytes that were.
    fn take(&mut self, bytes: &[u8], ack: &[u8], wishes: &mut Wishes) -> Result<usize, Gone> {
        let mut taken = 0;
        if !self.is_upgraded {
            let Some(head) = upgrade::head_bytes(bytes) else {
                return if bytes.len() > upgrade::HEAD_BYTES_MAX { Err(Gone) } else { Ok(0) };
            };
            let response = upgrade::response(&bytes[..head]).ok_or(Gone)?;
            wishes.answer.extend_from_slice(response.as_bytes());
            self.is_upgraded = true;
            taken = head;
        }
        while let Some((header, payload)) = frame::first(&bytes[taken..]) {
            taken += header.header_bytes + header.payload_bytes;
            let key = header.key.map_or(0, |key| key[0]);
            match header.opcode {
                CLOSE => return Err(Gone),
                PING => wishes.answer.extend_from_slice(&frame::from_server(PONG, &[])),
                PONG => {}
                _ if payload.first().is_some_and(|byte| byte ^ key == TELL) => wishes.broadcasts += 1,
                _ => wishes.answer.extend_from_slice(ack),
            }
        }
        Ok(taken)
    }

    /// Sends what was left and then this, as far as the kernel has room.
    fn send(&mut self, bytes: &[u8]) -> Result<(), Gone> {
        if !self.unsent.is_empty() {
            self.unsent.extend_from_slice(bytes);
            let sent = write(&mut self.stream, &self.unsent)?;
            self.unsent.drain(..sent);
        } else if !bytes.is_empty() {
            let sent = write(&mut self.stream, bytes)?;
            self.unsent.extend_from_slice(&bytes[sent..]);
        }
        if self.unsent.len() > UNSENT_BYTES_MAX { Err(Gone) } else { Ok(()) }
    }

    /// Asks to be told when there is room again. Once asked, it stays so: this client is slow.
    fn wait_for_room(&mut self, poll: &Poll, place: usize) -> Result<(), Gone> {
        if self.unsent.is_empty() {
            return Ok(());
        }
        let interest = Interest::READABLE | Interest::WRITABLE;
        poll.registry().reregister(&mut self.stream, Token(place), interest).map_err(|_| Gone)
    }
}

fn write(stream: &mut TcpStream, bytes: &[u8]) -> Result<usize, Gone> {
    loop {
        match stream.write(bytes) {
            Ok(sent) => return Ok(sent),
            Err(error) if error.kind() == io::ErrorKind::WouldBlock => return Ok(0),
            Err(error) if error.kind() == io::ErrorKind::Interrupted => {}
            Err(_) => return Err(Gone),
        }
    }
}

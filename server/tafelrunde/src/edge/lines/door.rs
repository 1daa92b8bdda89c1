//! The door: accepts connections and gives every switchboard its share.

use mio::net::{TcpListener, TcpStream};
use mio::{Interest, Registry, Token};
use std::io;
use std::net::SocketAddr;
use std::sync::Arc;

use super::entrance::{Coming, Entrance};

/// Events of the door carry no line.
pub const DOOR: Token = Token(usize::MAX - 1);
/// Connections that are accepted before lines are served again.
const AT_ONCE: usize = 128;

/// The listening socket of a server.
pub struct Door {
    listener: TcpListener,
    /// The other switchboards; the door's own has its turn when none of them has.
    others: Vec<Arc<Entrance>>,
    turn: usize,
    /// Somebody may be waiting outside.
    pub is_open: bool,
}

impl Door {
    /// A door whose connections go to a switchboard and these others in turn.
    pub fn new(listener: std::net::TcpListener, others: Vec<Arc<Entrance>>) -> Self {
        Self { listener: TcpListener::from_std(listener), others, turn: 0, is_open: false }
    }

    /// Has the kernel report who comes.
    pub fn watch(&mut self, registry: &Registry) -> io::Result<()> {
        registry.register(&mut self.listener, DOOR, Interest::READABLE)
    }

    /// Lets some in; returns those for the switchboard itself.
    pub fn let_in(&mut self) -> Vec<(TcpStream, SocketAddr)> {
        let mut own = Vec::new();
        for _ in 0..AT_ONCE {
            match self.listener.accept() {
                Ok((tcp, address)) => {
                    self.turn = (self.turn + 1) % (self.others.len() + 1);
                    match self.others.get(self.turn) {
                        Some(other) => other.push(Coming::Accepted(tcp, address)),
                        None => own.push((tcp, address)),
                    }
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.is_open = false;
                    break;
                }
                // Whoever gave up while waiting is no reason to let the others wait.
                Err(error) if error.kind() == io::ErrorKind::ConnectionAborted => {}
                Err(error) => {
                    // Most likely there are too many open files; the next second may have some again.
                    tracing::warn!(%error, "a connection cannot be accepted");
                    self.is_open = false;
                    break;
                }
            }
        }
        own
    }
}

//! How other threads reach a switchboard.

use mio::net::TcpStream;
use mio::{Poll, Token, Waker};
use std::io;
use std::net::{IpAddr, SocketAddr};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tokio_tungstenite::tungstenite::Bytes;

use super::line::Line;
use crate::edge::conversation::Guest;
use crate::hub::bell::{Doorbell, LineKey};
use crate::registry::EnterError;
use crate::room::{Attached, RoomGone, RoomHandle};

/// Events of the waker carry no line.
pub const WAKE: Token = Token(usize::MAX);

/// What comes to a switchboard.
pub enum Coming {
    /// A connection that has just been accepted.
    Accepted(TcpStream, SocketAddr),
    /// A WebSocket after its handshake, and what came after that.
    Upgraded(TcpStream, IpAddr, Bytes),
    /// A line from another switchboard, with its hello.
    Moved(Box<Line>, Guest),
    /// The room that a line looked for.
    Found(LineKey, Result<RoomHandle, EnterError>),
    /// The room's answer to a line that wants to enter; `None`: its token does not open the role.
    Answered(LineKey, Result<Option<Attached>, RoomGone>),
    /// Accept no more connections.
    Shut,
    /// No more will come: end when the last line has ended, or after this many seconds.
    Stop(u32),
}

/// A switchboard as other threads see it.
pub struct Entrance {
    coming: Mutex<Vec<Coming>>,
    /// For mailboxes and boards of its lines.
    pub doorbell: Arc<Doorbell>,
}

impl Entrance {
    /// The entrance of the thread that waits for this poll.
    pub fn new(poll: &Poll) -> io::Result<Arc<Self>> {
        let waker = Waker::new(poll.registry(), WAKE)?;
        let doorbell = Doorbell::new(move || {
            if let Err(error) = waker.wake() {
                tracing::error!(%error, "a switchboard cannot be woken");
            }
        });
        Ok(Arc::new(Self { coming: Mutex::default(), doorbell }))
    }

    /// Sends somebody or something in.
    pub fn push(&self, coming: Coming) {
        self.coming().push(coming);
        self.doorbell.ring(|_| {});
    }

    /// Everything that came.
    pub fn take(&self) -> Vec<Coming> {
        std::mem::take(&mut *self.coming())
    }

    fn coming(&self) -> MutexGuard<'_, Vec<Coming>> {
        self.coming.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

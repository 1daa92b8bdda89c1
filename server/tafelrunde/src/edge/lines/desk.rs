//! What a switchboard's lines share while one of them is served.

use std::sync::Arc;
use tokio::runtime::Handle;
use tokio::sync::mpsc::UnboundedSender;

use super::entrance::Entrance;
use super::framing::Frames;
use super::readers::ReadersTable;
use crate::edge::admission::Admission;
use crate::edge::http;
use crate::edge::speed::Speed;
use crate::registry::Registry;

/// Read from a socket at once.
const BUFFER_BYTES: usize = 16 * 1024;

/// What all switchboards stand on.
pub struct Services {
    /// The cafés.
    pub registry: Arc<Registry>,
    /// How fast people may send.
    pub speed: Arc<Speed>,
    /// How many lines an address may hold.
    pub admission: Arc<Admission>,
    /// Where connections go that are no WebSockets.
    pub http: UnboundedSender<http::Connection>,
    /// Where cafés are loaded.
    pub runtime: Handle,
}

/// What a switchboard's lines share.
pub struct Desk {
    /// What all switchboards stand on.
    pub services: Arc<Services>,
    /// Where answers to this switchboard go.
    pub entrance: Arc<Entrance>,
    /// Where screens and moderators belong; `None`: here.
    pub stage: Option<Arc<Entrance>>,
    /// Who reads which board.
    pub readers: ReadersTable,
    /// What the line that is served has to say; empty before each.
    pub frames: Frames,
    /// Lent to the line that reads.
    pub buffer: Vec<u8>,
    /// Whole seconds since the switchboard began.
    pub now: u32,
}

impl Desk {
    /// A desk without lines.
    pub fn new(services: Arc<Services>, entrance: Arc<Entrance>, stage: Option<Arc<Entrance>>) -> Self {
        let readers = ReadersTable::new(entrance.doorbell.clone());
        let mut desk = Self {
            services,
            entrance,
            stage,
            readers,
            frames: Frames::default(),
            buffer: Vec::new(),
            now: 0,
        };
        desk.tidy();
        desk
    }

    /// Brings back what a line that failed has not given back.
    pub fn tidy(&mut self) {
        self.buffer.resize(BUFFER_BYTES, 0);
    }
}

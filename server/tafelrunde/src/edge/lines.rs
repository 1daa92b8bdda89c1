//! WebSockets. A few threads serve all of them, each with one epoll: an idle phone costs its own state and
//! nothing else, and whatever comes or goes at the same time costs one wake-up for all.
//!
//! Screens and moderators have a thread of their own, because writing to ten thousand phones keeps the others
//! busy for a tenth of a second.

mod desk;
mod door;
mod entering;
mod entrance;
mod framing;
mod line;
mod opening;
mod readers;
mod switchboard;

pub use desk::Services;

use mio::net::TcpStream;
use std::io;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use tokio_tungstenite::tungstenite::Bytes;

use crate::stage_runtime::stand_back;
use door::Door;
use entrance::{Coming, Entrance};
use switchboard::Switchboard;

/// All lines.
pub struct Lines {
    phones: Vec<Arc<Entrance>>,
    stage: Arc<Entrance>,
    next: AtomicUsize,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Lines {
    /// Starts the threads: one for the stage, and for phones as many as there are processors. They accept
    /// every connection to the listener and pass on what is no WebSocket.
    pub fn start(services: Services, listener: std::net::TcpListener) -> io::Result<Self> {
        let services = Arc::new(services);
        let (for_stage, stage) = Switchboard::new(services.clone(), None)?;
        let (mut first, entrance) = Switchboard::new(services.clone(), Some(stage.clone()))?;
        let (mut switchboards, mut phones) = (Vec::new(), Vec::new());
        for _ in 1..thread::available_parallelism()?.get() {
            let (switchboard, entrance) = Switchboard::new(services.clone(), Some(stage.clone()))?;
            switchboards.push(switchboard);
            phones.push(entrance);
        }
        first.keep(Door::new(listener, phones.clone()))?;
        switchboards.push(first);
        phones.push(entrance);

        let named = |name: &str| thread::Builder::new().name(name.into());
        let mut threads = vec![named("stage-lines").spawn(|| for_stage.run())?];
        for switchboard in switchboards {
            threads.push(named("phone-lines").spawn(|| {
                stand_back();
                switchboard.run();
            })?);
        }
        Ok(Self { phones, stage, next: AtomicUsize::new(0), threads: Mutex::new(threads) })
    }

    /// Takes over a WebSocket after its handshake.
    pub fn adopt(&self, tcp: std::net::TcpStream, read_already: Bytes, address: IpAddr) {
        let turn = self.next.fetch_add(1, Ordering::Relaxed) % self.phones.len();
        self.phones[turn].push(Coming::Upgraded(TcpStream::from_std(tcp), address, read_already));
    }

    /// Lets nobody in any more.
    pub fn shut(&self) {
        self.phones.iter().for_each(|entrance| entrance.push(Coming::Shut));
    }

    /// Ends the threads when the last line has ended, or after so many seconds. Blocks until then.
    pub fn stop(&self, within_seconds: u32) {
        for entrance in self.phones.iter().chain([&self.stage]) {
            entrance.push(Coming::Stop(within_seconds));
        }
        let threads = std::mem::take(&mut *self.threads.lock().unwrap_or_else(PoisonError::into_inner));
        for thread in threads {
            if thread.join().is_err() {
                tracing::error!("a switchboard failed");
            }
        }
    }
}

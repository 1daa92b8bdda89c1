//! WebSockets. A few threads serve all of them, each with one epoll: an idle phone costs its own state and
//! nothing else, and whatever comes or goes at the same time costs one wake-up for all.
//!
//! Screens and moderators have a thread of their own, because writing to ten thousand phones keeps the others
//! busy for a tenth of a second.

mod desk;
mod entering;
mod entrance;
mod framing;
mod line;
mod readers;
mod switchboard;

pub use desk::Services;

use std::io;
use std::net::IpAddr;
use std::sync::atomic::{AtomicUsize, Ordering};
use std::sync::{Arc, Mutex, PoisonError};
use std::thread::{self, JoinHandle};
use tokio_tungstenite::tungstenite::Bytes;

use super::admission::Admission;
use crate::stage_runtime::stand_back;
use entrance::{Coming, Entrance, Upgraded};
use switchboard::Switchboard;

/// All lines.
pub struct Lines {
    admission: Arc<Admission>,
    phones: Vec<Arc<Entrance>>,
    stage: Arc<Entrance>,
    next: AtomicUsize,
    threads: Mutex<Vec<JoinHandle<()>>>,
}

impl Lines {
    /// Starts the threads: one for the stage, and for phones as many as there are processors.
    pub fn start(services: Services, admission: Arc<Admission>) -> io::Result<Self> {
        let services = Arc::new(services);
        let per_address_max = admission.per_address_max();
        let (switchboard, stage) = Switchboard::new(services.clone(), None, per_address_max)?;
        let named = |name: &str| thread::Builder::new().name(name.into());
        let mut threads = vec![named("stage-lines").spawn(|| switchboard.run())?];
        let mut phones = Vec::new();
        for _ in 0..thread::available_parallelism()?.get() {
            let (switchboard, entrance) =
                Switchboard::new(services.clone(), Some(stage.clone()), per_address_max)?;
            phones.push(entrance);
            threads.push(named("phone-lines").spawn(|| {
                stand_back();
                switchboard.run();
            })?);
        }
        Ok(Self { admission, phones, stage, next: AtomicUsize::new(0), threads: Mutex::new(threads) })
    }

    /// Takes over a WebSocket after its handshake.
    pub fn adopt(&self, tcp: std::net::TcpStream, read_already: Bytes, address: IpAddr) {
        let place = self.admission.admit(address);
        let turn = self.next.fetch_add(1, Ordering::Relaxed) % self.phones.len();
        self.phones[turn].push(Coming::Upgraded(Upgraded { tcp, read_already, place }));
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

//! A room's side of the journal: which batch comes next, and when a snapshot is due.
//!
//! Snapshots are made by a task that loads the café from the journal again, beside the room: no vote waits
//! for one, and what is in a snapshot is what the journal says. They wait for a pause, because the task needs
//! the processor that a storm of votes needs, too.

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};
use std::time::Duration;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::event::{self, Event};
use tafelrunde_protocol::ids::Timestamp;
use tokio::time::Instant;

use super::loading::{self, LoadError, Loaded};
use crate::journal::{Append, Batch, CafeKey, Journal, Seq};

/// Events after which a snapshot is due in the next pause.
const SNAPSHOT_EVERY: u64 = 50_000;
/// A pause: so long nothing has been stored.
const PAUSE: Duration = Duration::from_secs(2);
/// Events after which a snapshot waits no longer. Reading them again takes about half a second.
const SNAPSHOT_EVERY_AT_LATEST: u64 = 500_000;

/// A room's side of the journal.
pub struct Store {
    journal: Arc<dyn Journal>,
    key: CafeKey,
    last: Seq,
    /// Events in the batch that is being stored.
    events_under_way: u64,
    events_since_snapshot: u64,
    stored_at: Instant,
    snapshot_running: Arc<AtomicBool>,
}

impl Store {
    /// Continues after what was loaded.
    pub fn new(key: CafeKey, loaded: Loaded, journal: Arc<dyn Journal>) -> (Self, Cafe) {
        let store = Self {
            journal,
            key,
            last: loaded.last,
            events_under_way: 0,
            events_since_snapshot: loaded.replayed,
            stored_at: Instant::now(),
            snapshot_running: Arc::default(),
        };
        (store, loaded.cafe)
    }

    /// Events as the next batch.
    pub fn next_batch(&mut self, events: &[Event], at: Timestamp) -> Append {
        self.events_under_way = events.len() as u64;
        let batch = Batch { seq: self.last.next(), at, format: event::FORMAT, events: event::encode(events) };
        Append { cafe: self.key, batch }
    }

    /// The batch is durable.
    pub fn stored(&mut self) {
        self.last = self.last.next();
        self.events_since_snapshot += self.events_under_way;
        self.stored_at = Instant::now();
    }

    /// When a snapshot is to be begun, if nothing is stored until then. Never while one is being made: its
    /// end wakes nobody, so the room would look again and again.
    pub fn snapshot_due_at(&self) -> Option<Instant> {
        match self.events_since_snapshot {
            _ if self.snapshot_running.load(Ordering::Acquire) => None,
            0..SNAPSHOT_EVERY => None,
            SNAPSHOT_EVERY..SNAPSHOT_EVERY_AT_LATEST => Some(self.stored_at + PAUSE),
            SNAPSHOT_EVERY_AT_LATEST.. => Some(self.stored_at),
        }
    }

    /// Begins a snapshot if one is due.
    pub fn begin_due_snapshot(&mut self) {
        if self.snapshot_due_at().is_some_and(|due_at| due_at <= Instant::now()) {
            self.begin_snapshot();
        }
    }

    /// What reads the state from the journal again. Blocks.
    pub fn loading(&self) -> impl FnOnce() -> Result<Loaded, LoadError> + Send + 'static {
        let (journal, key) = (self.journal.clone(), self.key);
        move || loading::load(journal.as_ref(), key)
    }

    /// Continues after what was loaded.
    pub fn continue_after(&mut self, loaded: Loaded) -> Cafe {
        self.last = loaded.last;
        loaded.cafe
    }

    fn begin_snapshot(&mut self) {
        self.snapshot_running.store(true, Ordering::Release);
        self.events_since_snapshot = 0;
        let (journal, key, running) = (self.journal.clone(), self.key, self.snapshot_running.clone());
        tokio::task::spawn_blocking(move || {
            if let Err(error) = take_snapshot(journal.as_ref(), key) {
                // Without it a restart reads more; nothing else is lost.
                tracing::warn!(%error, "no snapshot was taken");
            }
            running.store(false, Ordering::Release);
        });
    }
}

/// Makes and keeps a snapshot of the café as its journal has it.
pub fn take_snapshot(journal: &dyn Journal, key: CafeKey) -> anyhow::Result<()> {
    let loaded = loading::load(journal, key)?;
    journal.keep_snapshot(key, loading::pack(&loaded.cafe, loaded.last))?;
    Ok(())
}

#[cfg(test)]
mod tests;

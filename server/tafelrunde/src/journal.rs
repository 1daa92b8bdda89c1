//! The journal: the ordered, durable events of every café, batch by batch.
//!
//! Promise: when an append is answered with success, the batch has been flushed to stable storage, directly
//! after the batch with the preceding number. Two writers can never both append the same number, so a
//! deposed or confused room cannot write.
//!
//! The journal knows nothing of what events mean.

pub mod memory;
pub mod snapshot_file;
pub mod sqlite;

#[cfg(test)]
mod conformance;

use std::sync::Arc;
use tafelrunde_protocol::ids::{CafeCode, Timestamp};
use tokio::sync::oneshot;

/// A café inside one journal.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct CafeKey(pub i64);

/// The number of a batch inside its café, from 1, without gaps.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Seq(pub u64);

impl Seq {
    /// The number of the first batch.
    pub const FIRST: Self = Self(1);

    /// The number after this one.
    pub fn next(self) -> Self {
        Self(self.0 + 1)
    }
}

/// Events that are made durable together.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Batch {
    /// Its number.
    pub seq: Seq,
    /// When it was decided.
    pub at: Timestamp,
    /// How `events` is written.
    pub format: u16,
    /// The encoded events.
    pub events: Vec<u8>,
}

/// A batch on its way into the journal.
#[derive(Debug)]
pub struct Append {
    /// Whose.
    pub cafe: CafeKey,
    /// What; its number is the one that the writer expects to be free.
    pub batch: Batch,
}

/// Batches of different cafés that are handed in together, so that a thousand cafés cost one wake-up and one
/// answer. Each stands for itself: that one is forestalled is no matter for the others.
#[derive(Debug)]
pub struct Appends {
    /// The batches, at most one of a café.
    pub batches: Vec<Append>,
    /// Answered once, when each batch is durable or will never be; in the order of the batches.
    pub done: oneshot::Sender<Vec<Result<(), AppendError>>>,
}

/// Why a batch is not in the journal.
#[derive(Debug, Clone, thiserror::Error)]
pub enum AppendError {
    /// Somebody else has appended this number. What the writer believes of the café is out of date.
    #[error("batch {} is in the journal already, written by somebody else", .0.0)]
    Forestalled(Seq),
    /// Nothing was written, before any flush; it may work again later, for example when there is space.
    #[error("the storage refuses writes: {0}")]
    Refused(Arc<str>),
    /// Nobody knows what is on the disk. Nothing more is appended until a restart has read it.
    #[error("the storage failed: {0}")]
    Broken(Arc<str>),
}

/// Why a café was not created.
#[derive(Debug, thiserror::Error)]
pub enum CreateError {
    /// The code belongs to another café.
    #[error("the code is taken")]
    CodeTaken,
    /// The storage did not take it.
    #[error(transparent)]
    Append(#[from] AppendError),
}

/// Why a journal cannot be read.
#[derive(Debug, thiserror::Error)]
pub enum ReadError {
    /// A row is not what was written.
    #[error("café {code}: batch {seq} is damaged: {reason}")]
    Damaged {
        /// The café.
        code: CafeCode,
        /// The batch.
        seq: u64,
        /// What is wrong with it.
        reason: String,
    },
    /// The storage does not answer.
    #[error("the storage cannot be read: {0}")]
    Storage(String),
}

/// A café as it stood after a batch. A cache: losing it costs time only.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Snapshot {
    /// The last batch that is in it.
    pub seq: Seq,
    /// Opaque to the journal.
    pub state: Vec<u8>,
}

/// Where events are kept. Reading blocks: call it on a thread that may.
pub trait Journal: Send + Sync + 'static {
    /// Begins a café with its first batch.
    fn create(&self, code: &CafeCode, first: Batch) -> Result<CafeKey, CreateError>;

    /// The café with this code.
    fn find(&self, code: &CafeCode) -> Result<Option<CafeKey>, ReadError>;

    /// All cafés, oldest first.
    fn cafes(&self) -> Result<Vec<(CafeCode, CafeKey)>, ReadError>;

    /// Appends batches; returns at once and answers through `appends.done`.
    fn append(&self, appends: Appends);

    /// Tries to write and flush something that is no batch. Tells whether a refusing storage works again.
    fn probe(&self) -> Result<(), AppendError>;

    /// Hands over every batch from `from` on, in order and without gaps, each checked. There is none if `from`
    /// is the next free number; beyond that something is missing.
    fn read(
        &self,
        cafe: CafeKey,
        from: Seq,
        visit: &mut dyn FnMut(Batch) -> Result<(), ReadError>,
    ) -> Result<(), ReadError>;

    /// The newest snapshot that can be read.
    fn snapshot(&self, cafe: CafeKey) -> Option<Snapshot>;

    /// Keeps a snapshot instead of an older one.
    fn keep_snapshot(&self, cafe: CafeKey, snapshot: Snapshot) -> std::io::Result<()>;
}

/// Hands one batch in; the answer is that of all that was handed in.
#[cfg(test)]
pub fn begin_append(
    journal: &dyn Journal,
    cafe: CafeKey,
    batch: Batch,
) -> oneshot::Receiver<Vec<Result<(), AppendError>>> {
    let (done, answer) = oneshot::channel();
    journal.append(Appends { batches: vec![Append { cafe, batch }], done });
    answer
}

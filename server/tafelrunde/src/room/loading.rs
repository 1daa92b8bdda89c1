//! Makes a café's state from its snapshot and the batches after it. Blocks: call it on a thread that may.

use serde::{Deserialize, Serialize};
use tafelrunde_core::apply::apply_or_begin;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::Changes;
use tafelrunde_core::event::{DecodeError, decode};

use crate::journal::{Batch, CafeKey, Journal, ReadError, Seq, Snapshot};

/// The shape of [`Cafe`] inside a snapshot. Raised with every change of that shape; a snapshot of another
/// shape is passed over and the journal is read from its beginning.
pub const SNAPSHOT_FORMAT: u16 = 2;

/// A café's state and where in the journal it stands.
pub struct Loaded {
    /// The state.
    pub cafe: Cafe,
    /// The last batch that is in it.
    pub last: Seq,
    /// Events that were read after the snapshot.
    pub replayed: u64,
}

/// Why a café cannot be loaded.
#[derive(Debug, thiserror::Error)]
pub enum LoadError {
    /// The journal cannot be read.
    #[error(transparent)]
    Read(#[from] ReadError),
    /// A batch cannot be understood.
    #[error("batch {seq} cannot be read: {error}")]
    Decode {
        /// Which.
        seq: u64,
        /// Why.
        error: DecodeError,
    },
    /// There is no first batch.
    #[error("the journal of the café is empty")]
    Empty,
}

#[derive(Serialize, Deserialize)]
struct SnapshotState<C> {
    format: u16,
    cafe: C,
}

/// Loads a café, from its snapshot where that helps.
pub fn load(journal: &dyn Journal, key: CafeKey) -> Result<Loaded, LoadError> {
    let snapshot = journal.snapshot(key).and_then(|snapshot| Some((snapshot.seq, unpack(&snapshot)?)));
    match snapshot {
        Some((seq, cafe)) => replay(journal, key, Some(cafe), seq),
        None => replay(journal, key, None, Seq(0)),
    }
}

/// Loads a café from its events alone.
pub fn load_from_events(journal: &dyn Journal, key: CafeKey) -> Result<Loaded, LoadError> {
    replay(journal, key, None, Seq(0))
}

/// Writes a state as a snapshot.
pub fn pack(cafe: &Cafe, seq: Seq) -> Snapshot {
    let state = SnapshotState { format: SNAPSHOT_FORMAT, cafe };
    Snapshot {
        seq,
        state: serde_json::to_vec(&state).expect("the state has string keys and finite numbers only"),
    }
}

fn unpack(snapshot: &Snapshot) -> Option<Cafe> {
    let state: SnapshotState<Cafe> = serde_json::from_slice(&snapshot.state).ok()?;
    (state.format == SNAPSHOT_FORMAT).then_some(state.cafe)
}

fn replay(
    journal: &dyn Journal,
    key: CafeKey,
    mut cafe: Option<Cafe>,
    after: Seq,
) -> Result<Loaded, LoadError> {
    let mut last = after;
    let mut replayed = 0;
    let mut undecodable = None;
    // The documents that events touch are of no interest before anybody is connected.
    let mut changes = Changes::default();
    let mut visit = |batch: Batch| {
        if undecodable.is_some() {
            return Ok(());
        }
        match decode(batch.format, &batch.events) {
            Ok(events) => {
                for event in &events {
                    apply_or_begin(&mut cafe, event, &mut changes);
                    changes = Changes::default();
                }
                replayed += events.len() as u64;
                last = batch.seq;
            }
            Err(error) => undecodable = Some(LoadError::Decode { seq: batch.seq.0, error }),
        }
        Ok(())
    };
    journal.read(key, after.next(), &mut visit)?;
    if let Some(error) = undecodable {
        return Err(error);
    }
    let cafe = cafe.ok_or(LoadError::Empty)?;
    Ok(Loaded { cafe, last, replayed })
}

#[cfg(test)]
mod tests;

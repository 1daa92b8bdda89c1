//! `tafelrunde verify`: rebuilds cafés from their events alone and compares. Reads only.

use tafelrunde_core::recount::{Discrepancy, discrepancies};
use tafelrunde_protocol::ids::CafeCode;

use crate::journal::{CafeKey, Journal};
use crate::room::loading::{LoadError, load, load_from_events};

/// What was found in one café.
#[derive(Debug)]
pub struct Finding {
    /// The café.
    pub code: CafeCode,
    /// Batches that were read.
    pub batches: u64,
    /// Ballots that were recounted.
    pub ballots: u64,
    /// Counts that do not follow from the ballots.
    pub discrepancies: Vec<Discrepancy>,
    /// Whether the snapshot leads to the same state as the events alone.
    pub snapshot_fits: bool,
}

impl Finding {
    /// Whether everything is as promised.
    pub fn is_sound(&self) -> bool {
        self.discrepancies.is_empty() && self.snapshot_fits
    }
}

/// Checks one café.
pub fn verify(journal: &dyn Journal, code: CafeCode, key: CafeKey) -> Result<Finding, LoadError> {
    let from_events = load_from_events(journal, key)?;
    let with_snapshot = load(journal, key)?;
    let cafe = &from_events.cafe;
    let in_polls: usize = cafe.polls.values().map(|poll| poll.ballots().count()).sum();
    Ok(Finding {
        code,
        batches: from_events.last.0,
        ballots: in_polls as u64 + u64::from(cafe.topics.ballots().count()),
        discrepancies: discrepancies(cafe),
        // A server may write between the two readings; only equal positions can be compared.
        snapshot_fits: from_events.last != with_snapshot.last || *cafe == with_snapshot.cafe,
    })
}

//! Makes every count afresh from the ballots and compares. Used by `tafelrunde verify` and by tests; the
//! running server never needs it.

use tafelrunde_protocol::ids::PollId;

use crate::cafe::Cafe;

/// Where a kept count and the ballots disagree.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Discrepancy {
    /// In a poll's tally.
    Poll(PollId),
    /// In the support of topics.
    Topics,
}

/// All disagreements; an empty list is the promise.
pub fn discrepancies(cafe: &Cafe) -> Vec<Discrepancy> {
    let wrong_polls = cafe.polls.iter().filter(|(_, poll)| *poll.tally() != poll.recount());
    let mut found: Vec<Discrepancy> = wrong_polls.map(|(id, _)| Discrepancy::Poll(id.clone())).collect();
    if !cafe.topics.is_counted_right() {
        found.push(Discrepancy::Topics);
    }
    found
}

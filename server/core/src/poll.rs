//! A poll, its ballots and its tally. The tally is kept with every ballot in O(size of the ballot);
//! [`Poll::recount`] makes it afresh, for checks.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::command::{Phase, PollDraft};
use tafelrunde_protocol::ids::{OptionId, ParticipantId, Revision, Timestamp};
use tafelrunde_protocol::limits::OPTIONS_MAX;

/// A poll.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Poll {
    /// What it asks.
    pub draft: PollDraft,
    /// Where it stands.
    pub phase: Phase,
    /// When it closes by itself, while open.
    pub closes_at: Option<Timestamp>,
    /// Position in the order of drafting.
    pub order: u32,
    /// How many had joined when the poll last closed; `None` while it is open or a draft.
    pub joined_at_close: Option<u32>,
    ballots: BTreeMap<ParticipantId, Ballot>,
    tally: Tally,
}

/// One participant's answer.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Ballot {
    /// Raised with every change.
    pub revision: Revision,
    /// `None` when withdrawn; the revision stays, so that a late copy of the ballot does not bring it back.
    pub choices: Option<OptionSet>,
}

/// The counts made of ballots.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Tally {
    /// By option number.
    pub counts: Vec<u32>,
    /// Ballots that are not withdrawn.
    pub ballots: u32,
}

/// Options of one poll as bits, so that a million ballots fit in memory.
#[derive(Debug, Clone, Copy, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct OptionSet(u64);

const _: () = assert!(OPTIONS_MAX <= 64, "an option set has 64 bits");

impl OptionSet {
    /// The set of these options; each must be below 64.
    pub fn of(options: &[OptionId]) -> Self {
        Self(options.iter().fold(0, |bits, option| bits | (1 << option.0)))
    }

    /// Ascending.
    pub fn iter(self) -> impl Iterator<Item = OptionId> {
        (0..64u16).filter(move |bit| self.0 & (1 << bit) != 0).map(OptionId)
    }
}

impl Poll {
    /// A draft without ballots.
    pub fn new(draft: PollDraft, order: u32) -> Self {
        let tally = Tally { counts: vec![0; draft.options.len()], ballots: 0 };
        Self {
            draft,
            phase: Phase::Draft,
            closes_at: None,
            order,
            joined_at_close: None,
            ballots: BTreeMap::new(),
            tally,
        }
    }

    /// Ballots count from here.
    pub fn open(&mut self, closes_at: Option<Timestamp>) {
        self.phase = Phase::Open;
        self.closes_at = closes_at;
        self.joined_at_close = None;
    }

    /// Ballots count up to here. Who joins later is not among those who could have voted.
    pub fn close(&mut self, joined: u32) {
        self.phase = Phase::Closed;
        self.closes_at = None;
        self.joined_at_close = Some(joined);
    }

    /// The answer of one participant, also a withdrawn one.
    pub fn ballot(&self, participant: ParticipantId) -> Option<&Ballot> {
        self.ballots.get(&participant)
    }

    /// All answers, withdrawn ones included, in the order of the pseudonyms.
    pub fn ballots(&self) -> impl Iterator<Item = (ParticipantId, &Ballot)> {
        self.ballots.iter().map(|(id, ballot)| (*id, ballot))
    }

    /// The counts.
    pub fn tally(&self) -> &Tally {
        &self.tally
    }

    /// Sets an answer; an earlier one of the same participant leaves the tally first.
    pub fn set_ballot(&mut self, participant: ParticipantId, ballot: Ballot) {
        let earlier = self.ballots.insert(participant, ballot).and_then(|earlier| earlier.choices);
        if let Some(choices) = earlier {
            self.tally.remove(choices);
        }
        if let Some(choices) = ballot.choices {
            self.tally.add(choices);
        }
    }

    /// The tally made afresh from all ballots.
    pub fn recount(&self) -> Tally {
        let mut tally = Tally { counts: vec![0; self.draft.options.len()], ballots: 0 };
        for choices in self.ballots.values().filter_map(|ballot| ballot.choices) {
            tally.add(choices);
        }
        tally
    }
}

impl Tally {
    fn add(&mut self, choices: OptionSet) {
        self.ballots += 1;
        for option in choices.iter() {
            self.counts[usize::from(option.0)] += 1;
        }
    }

    fn remove(&mut self, choices: OptionSet) {
        self.ballots -= 1;
        for option in choices.iter() {
            self.counts[usize::from(option.0)] -= 1;
        }
    }
}

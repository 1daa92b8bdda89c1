//! What all visitors together have seen and measured, and the names that they use.

use std::sync::atomic::{AtomicU64, AtomicUsize, Ordering};
use std::sync::{Mutex, PoisonError};
use std::time::{Duration, Instant};
use tafelrunde_protocol::ids::{PollId, TopicId};

use super::plan::Wish;
use crate::latency::Recorder;
use crate::ledger::Counter;

/// Latencies count from the planned moment of what they measure.
#[derive(Debug)]
pub struct Diary {
    began: Instant,
    pub polls: Vec<PollId>,
    pub topics: Vec<TopicId>,
    /// When each poll was last to be revealed, in microseconds from the beginning.
    revealed_us: Vec<AtomicU64>,
    chapters: Vec<Chapter>,
    chapter: AtomicUsize,
    pub proposals: Recorder,
    approved: Mutex<Vec<Instant>>,
    /// From the planned return until the board stands.
    pub returns: Recorder,
    /// From the moderator's click until a phone has the counts, the phones' tick included.
    pub reveals: Recorder,
    pub moderator: Recorder,
    /// Wishes that were handed out, and those that are done with.
    pub asked: Counter,
    pub answered: Counter,
    pub rejected: Counter,
    pub updates: Counter,
    pub update_bytes: Counter,
    pub failures: Counter,
}

/// What is measured in one part of the run. The mixed day has a single one.
#[derive(Debug, Default)]
pub struct Chapter {
    pub votes: Recorder,
    pub approvals: Recorder,
    /// The load's own delay, contained in the others.
    pub late: Recorder,
}

impl Diary {
    pub fn new(began: Instant, polls: Vec<PollId>, topics: Vec<TopicId>) -> Self {
        Self::in_chapters(1, began, polls, topics)
    }

    /// The first of the chapters is open.
    pub fn in_chapters(chapters: usize, began: Instant, polls: Vec<PollId>, topics: Vec<TopicId>) -> Self {
        Self {
            began,
            revealed_us: polls.iter().map(|_| AtomicU64::new(0)).collect(),
            polls,
            topics,
            chapters: (0..chapters).map(|_| Chapter::default()).collect(),
            chapter: AtomicUsize::new(0),
            proposals: Recorder::default(),
            approved: Mutex::default(),
            returns: Recorder::default(),
            reveals: Recorder::default(),
            moderator: Recorder::default(),
            asked: Counter::default(),
            answered: Counter::default(),
            rejected: Counter::default(),
            updates: Counter::default(),
            update_bytes: Counter::default(),
            failures: Counter::default(),
        }
    }

    pub fn began_at(&self) -> Instant {
        self.began
    }

    /// Opens a chapter. Nothing may be under way.
    pub fn turn_to(&self, chapter: usize) {
        self.chapter.store(chapter, Ordering::Release);
    }

    /// The open chapter.
    pub fn chapter(&self) -> &Chapter {
        self.of(self.chapter.load(Ordering::Acquire))
    }

    /// The chapter with this number.
    pub fn of(&self, chapter: usize) -> &Chapter {
        &self.chapters[chapter]
    }

    /// When the topic ballots were acknowledged, ascending.
    pub fn approved(&self) -> Vec<Instant> {
        let mut approved = self.approved.lock().unwrap_or_else(PoisonError::into_inner).clone();
        approved.sort_unstable();
        approved
    }

    /// A topic ballot was acknowledged at this moment.
    pub fn note_approved(&self, at: Instant) {
        self.approved.lock().unwrap_or_else(PoisonError::into_inner).push(at);
    }

    /// Where the latency of such a wish belongs.
    pub fn recorder(&self, wish: &Wish) -> Option<&Recorder> {
        match wish {
            Wish::Vote { .. } => Some(&self.chapter().votes),
            Wish::Propose { .. } => Some(&self.proposals),
            Wish::Approve { .. } => Some(&self.chapter().approvals),
            Wish::Return { .. } => Some(&self.returns),
            Wish::Leave => None,
        }
    }

    /// The moderator reveals the poll at this moment.
    pub fn note_reveal(&self, poll: u32, at: Instant) {
        let at_us = u64::try_from((at - self.began).as_micros()).unwrap_or(u64::MAX);
        self.revealed_us[poll as usize].store(at_us, Ordering::Release);
    }

    /// A phone has heard of the document now; counts are shown when the poll was revealed. What was revealed before
    /// its line stood took as long as it was away.
    pub fn note_document(&self, key: &str, here_since: Instant, now: Instant) {
        let Some(poll) = key.strip_prefix("tally/") else { return };
        let Some(place) = self.polls.iter().position(|known| known.as_str() == poll) else { return };
        let at = self.began + Duration::from_micros(self.revealed_us[place].load(Ordering::Acquire));
        if here_since < at {
            self.reveals.record(now.saturating_duration_since(at));
        }
    }
}

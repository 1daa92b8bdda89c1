//! What all phones together have seen and measured.

use std::sync::atomic::{AtomicU64, Ordering};
use std::time::Instant;

use crate::latency::Recorder;

/// Counters and latencies of a crowd. Times in messages count from `origin`.
#[derive(Debug)]
pub struct Ledger {
    pub origin: Instant,
    /// From the intended sending of a vote to its acknowledgement.
    pub acks: Recorder,
    /// From the intended sending of a vote to its sending: the load's own delay, contained in `acks`.
    pub late: Recorder,
    /// From the moderator's sending of a notice to its arrival.
    pub notices: Recorder,
    pub acked: Counter,
    pub rejected: Counter,
    pub notices_heard: Counter,
    pub updates: Counter,
    pub update_bytes: Counter,
    /// Lines that broke, and messages that could not be read.
    pub failures: Counter,
}

/// A number that many tasks raise.
#[derive(Debug, Default)]
pub struct Counter(AtomicU64);

impl Default for Ledger {
    fn default() -> Self {
        Self {
            origin: Instant::now(),
            acks: Recorder::default(),
            late: Recorder::default(),
            notices: Recorder::default(),
            acked: Counter::default(),
            rejected: Counter::default(),
            notices_heard: Counter::default(),
            updates: Counter::default(),
            update_bytes: Counter::default(),
            failures: Counter::default(),
        }
    }
}

impl Counter {
    pub fn add(&self, number: u64) {
        // Counters are independent of each other; nothing else is published with them.
        self.0.fetch_add(number, Ordering::Relaxed);
    }

    pub fn get(&self) -> u64 {
        self.0.load(Ordering::Relaxed)
    }
}

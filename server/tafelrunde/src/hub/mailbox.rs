//! What one connection alone is told: answers to its commands, documents of its person, and farewell.
//!
//! Bounded by construction: answers by the commands that a connection may have in flight, documents by the
//! number of a person's documents, because a newer one replaces an older one under the same key.

use std::collections::BTreeMap;
use std::sync::{Mutex, MutexGuard, PoisonError};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::Bye;
use tafelrunde_protocol::rejection::Rejection;
use tokio::sync::Notify;
use tokio::sync::futures::Notified;

/// The answer to a command.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which command.
    pub id: CommandId,
    /// Stored, or why not.
    pub outcome: Result<(), Rejection>,
}

/// What one connection alone is told.
#[derive(Debug, Default)]
pub struct Mailbox {
    letters: Mutex<Letters>,
    wake: Notify,
}

/// Everything that waits.
#[derive(Debug, Default)]
pub struct Letters {
    /// In the order in which commands were decided.
    pub answers: Vec<Answer>,
    /// Documents of the person by wire key; `None`: gone.
    pub personal: BTreeMap<String, Option<Json>>,
    /// The connection ends after this.
    pub bye: Option<Bye>,
}

impl Letters {
    fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.personal.is_empty() && self.bye.is_none()
    }
}

impl Mailbox {
    /// Adds an answer.
    pub fn answer(&self, answer: Answer) {
        self.letters().answers.push(answer);
        self.wake.notify_one();
    }

    /// Adds a document.
    pub fn document(&self, key: String, document: Option<Json>) {
        self.letters().personal.insert(key, document);
        self.wake.notify_one();
    }

    /// Says farewell.
    pub fn bye(&self, bye: Bye) {
        self.letters().bye = Some(bye);
        self.wake.notify_one();
    }

    /// Takes everything that waits.
    pub fn take(&self) -> Option<Letters> {
        let mut letters = self.letters();
        if letters.is_empty() { None } else { Some(std::mem::take(&mut letters)) }
    }

    /// Wakes when something was added since the last wait; an addition in between is not missed.
    pub fn notified(&self) -> Notified<'_> {
        self.wake.notified()
    }

    fn letters(&self) -> MutexGuard<'_, Letters> {
        // Every change is one insertion, so a panic elsewhere leaves whole letters.
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

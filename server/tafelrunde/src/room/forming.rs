//! When the selection is made anew: after every change of what it is made of, but not more often than the pace
//! allows, and never on the room's own time.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Mutex, PoisonError};
use std::time::Duration;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::forming::{Ingredients, form};
use tafelrunde_protocol::command::{Command, Phase};
use tafelrunde_protocol::selection::SelectionDocument;
use tokio::time::Instant;

use super::RoomMessage;
use super::turner::Place;
use super::wishes::Asked;

/// From one beginning to the next at least.
const PACE: Duration = Duration::from_millis(250);
/// Of the time at most this part is spent on it: the others need the processor, too.
const SHARE: u32 = 4;

/// What failed is tried again after this.
const AFTER_A_FAULT: Duration = Duration::from_secs(5);

/// The selection of one room.
#[derive(Default)]
pub struct Forming {
    made: Option<Arc<SelectionDocument>>,
    is_stale: bool,
    is_running: bool,
    next: Option<Instant>,
    done: Arc<Done>,
    adoptions: Vec<Asked<Command>>,
    are_adoptions_ready: bool,
}

/// Where the result is left.
#[derive(Default)]
struct Done {
    left: Mutex<Option<Made>>,
}

struct Made {
    /// Nothing if a fault of ours came between.
    selection: Option<SelectionDocument>,
    took: Duration,
}

impl Forming {
    /// The selection as it was last made.
    pub fn made(&self) -> Option<&SelectionDocument> {
        self.made.as_deref()
    }

    /// Whether nothing has changed since.
    pub fn is_fresh(&self) -> bool {
        self.made.is_some() && !self.is_stale && !self.is_running
    }

    /// Whether it is out of date and will be made anew.
    pub fn is_being_made(&self, cafe: &Cafe) -> bool {
        self.is_running || self.due_at(cafe, Instant::now()).is_some()
    }

    /// What it is made of has changed.
    pub fn touch(&mut self) {
        self.is_stale = true;
    }

    /// When [`Self::begin_if_due`] has something to do. Before the vote there is nothing to be made of.
    pub fn due_at(&self, cafe: &Cafe, now: Instant) -> Option<Instant> {
        let is_needed = self.is_stale || self.made.is_none();
        let may_begin = is_needed && !self.is_running && cafe.topics.vote != Phase::Draft;
        may_begin.then(|| self.next.filter(|_| self.adoptions.is_empty()).unwrap_or(now))
    }

    /// Begins to make the selection if it is time. The room gives only what it takes to list the ballots.
    pub fn begin_if_due(&mut self, cafe: &Cafe, place: &Place) {
        let now = Instant::now();
        if self.due_at(cafe, now).is_none_or(|due| due > now) {
            return;
        }
        (self.is_stale, self.is_running) = (false, true);
        self.next = Some(now + PACE);
        let (ingredients, done, place) = (Ingredients::of(cafe), self.done.clone(), place.clone());
        tokio::task::spawn_blocking(move || {
            let began = Instant::now();
            let selection = catch_unwind(AssertUnwindSafe(|| form(&ingredients)));
            done.leave(Made { selection: selection.ok(), took: began.elapsed() });
            // A room that has ended needs none.
            let _ = place.send(RoomMessage::Formed);
        });
    }

    /// Takes what is finished; whether there was something.
    pub fn collect(&mut self) -> bool {
        let Some(Made { selection, took }) = self.done.take() else { return false };
        metrics::histogram!("tafelrunde_selection_seconds").record(took);
        self.is_running = false;
        self.next = self.next.max(Some(Instant::now() + took * (SHARE - 1)));
        self.are_adoptions_ready = true;
        match selection {
            Some(selection) => self.made = Some(Arc::new(selection)),
            None => {
                tracing::error!("the selection could not be made; the last one stays until it can be");
                self.is_stale = true;
                self.next = Some(Instant::now() + AFTER_A_FAULT);
            }
        }
        true
    }

    /// Keeps a command until the selection is made.
    pub fn keep_adoption(&mut self, adoption: Asked<Command>) {
        self.are_adoptions_ready = false;
        self.adoptions.push(adoption);
    }

    /// Commands that have waited for the selection. They do so once: where it is out of date again, it is made
    /// while they are decided.
    pub fn ready_adoptions(&mut self) -> Vec<Asked<Command>> {
        if self.are_adoptions_ready { std::mem::take(&mut self.adoptions) } else { Vec::new() }
    }
}

impl Done {
    fn leave(&self, made: Made) {
        *self.left.lock().unwrap_or_else(PoisonError::into_inner) = Some(made);
    }

    fn take(&self) -> Option<Made> {
        self.left.lock().unwrap_or_else(PoisonError::into_inner).take()
    }
}

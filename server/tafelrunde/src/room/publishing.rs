//! The pace of a room: when which documents go onto which board.
//!
//! The first change after a quiet time goes out at once, then one publication per tick, however many
//! changes there were. Documents are projected when they are published, so a document that changed a
//! thousand times in a tick costs one projection. For an audience that is not there nothing is projected until
//! somebody comes.

use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde_core::changes::DocKey;
use tafelrunde_core::project::{View, keys, project};
use tafelrunde_protocol::message::Role;
use tokio::time::Instant;

use crate::config::RoomConfig;
use crate::hub::Hub;

/// What waits for its tick, per audience.
pub struct Publisher {
    paces: [Pace; 3],
}

struct Pace {
    audience: Role,
    tick: Duration,
    last: Option<Instant>,
    waiting: BTreeSet<DocKey>,
    is_read: bool,
}

impl Publisher {
    /// Nothing waits.
    pub fn new(config: &RoomConfig) -> Self {
        let pace =
            |audience, tick| Pace { audience, tick, last: None, waiting: BTreeSet::new(), is_read: false };
        Self {
            paces: [
                pace(Role::Screen, config.screens_tick),
                pace(Role::Moderator, config.screens_tick),
                pace(Role::Participant, config.participants_tick),
            ],
        }
    }

    /// Somebody of this audience is there. What nobody was there to see is put on the board before that
    /// connection reads it.
    pub fn begin_reading(&mut self, audience: Role, view: View<'_>, hub: &Hub) {
        let pace = self.paces.iter_mut().find(|pace| pace.audience == audience && !pace.is_read);
        if let Some(pace) = pace {
            pace.is_read = true;
            pace.publish(view, hub);
        }
    }

    /// Nobody of this audience is there any more.
    pub fn end_reading(&mut self, audience: Role) {
        let of_audience = self.paces.iter_mut().filter(|pace| pace.audience == audience);
        of_audience.for_each(|pace| pace.is_read = false);
    }

    /// Documents have changed.
    pub fn touch(&mut self, changed: impl IntoIterator<Item = DocKey>) {
        for key in changed {
            for pace in &mut self.paces {
                pace.waiting.insert(key.clone());
            }
        }
    }

    /// When [`Self::publish_due`] has something to do.
    pub fn next_publication(&self) -> Option<Instant> {
        let waiting = self.paces.iter().filter(|pace| pace.is_read && !pace.waiting.is_empty());
        waiting.map(Pace::due).min()
    }

    /// Publishes what waits and whose time has come.
    pub fn publish_due(&mut self, view: View<'_>, hub: &Hub) {
        let now = Instant::now();
        for pace in &mut self.paces {
            if pace.is_read && !pace.waiting.is_empty() && pace.due() <= now {
                pace.publish(view, hub);
            }
        }
    }

    /// Makes every board exactly what the state says, at once.
    pub fn publish_all(&mut self, view: View<'_>, hub: &Hub) {
        let all = keys(view.cafe);
        for pace in &mut self.paces {
            let audience = pace.audience;
            hub.board(audience).replace(all.iter().map(|key| document(view, audience, key)));
            pace.waiting.clear();
            pace.last = Some(Instant::now());
        }
    }
}

impl Pace {
    fn publish(&mut self, view: View<'_>, hub: &Hub) {
        let (audience, changed) = (self.audience, std::mem::take(&mut self.waiting));
        hub.board(audience).publish(changed.iter().map(|key| document(view, audience, key)));
        self.last = Some(Instant::now());
    }

    fn due(&self) -> Instant {
        self.last.map_or_else(Instant::now, |last| last + self.tick)
    }
}

fn document(view: View<'_>, audience: Role, key: &DocKey) -> (Arc<str>, Option<Arc<str>>) {
    (key.to_string().into(), project(view, audience, key))
}

#[cfg(test)]
mod tests;

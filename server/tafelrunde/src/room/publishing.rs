//! The pace of a room: when which documents go onto which board.
//!
//! The first change after a quiet time goes out at once, then one publication per tick, however many
//! changes there were. Documents are projected when they are published, so a document that changed a
//! thousand times in a tick costs one projection.

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
}

impl Publisher {
    /// Nothing waits.
    pub fn new(config: &RoomConfig) -> Self {
        let pace = |audience, tick| Pace { audience, tick, last: None, waiting: BTreeSet::new() };
        Self {
            paces: [
                pace(Role::Screen, config.screens_tick),
                pace(Role::Moderator, config.screens_tick),
                pace(Role::Participant, config.participants_tick),
            ],
        }
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
        let waiting = self.paces.iter().filter(|pace| !pace.waiting.is_empty());
        waiting.map(Pace::due).min()
    }

    /// Publishes what waits and whose time has come.
    pub fn publish_due(&mut self, view: View<'_>, hub: &Hub) {
        let now = Instant::now();
        for pace in &mut self.paces {
            if !pace.waiting.is_empty() && pace.due() <= now {
                let audience = pace.audience;
                let changed = std::mem::take(&mut pace.waiting);
                hub.board(audience).publish(changed.iter().map(|key| document(view, audience, key)));
                pace.last = Some(now);
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
    fn due(&self) -> Instant {
        self.last.map_or_else(Instant::now, |last| last + self.tick)
    }
}

fn document(view: View<'_>, audience: Role, key: &DocKey) -> (Arc<str>, Option<Arc<str>>) {
    (key.to_string().into(), project(view, audience, key))
}

#[cfg(test)]
mod tests;

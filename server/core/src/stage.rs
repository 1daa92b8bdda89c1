//! The stage: which slot the day is in, and what wall and phones show.

use serde::{Deserialize, Serialize};
use tafelrunde_protocol::command::{Scene, Surface};
use tafelrunde_protocol::document::{SlotDocument, SlotKind};
use tafelrunde_protocol::ids::{PollId, SlotId, Timestamp};

/// What is on now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stage {
    /// The slot that the day is in; none before the first.
    pub slot: Option<CurrentSlot>,
    /// The projector.
    pub wall: Scene,
    /// The phones.
    pub phones: Scene,
}

/// The slot that the day is in.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct CurrentSlot {
    /// Which.
    pub id: SlotId,
    /// When it was entered.
    pub began_at: Timestamp,
    /// When it is planned to end.
    pub ends_at: Timestamp,
}

impl Default for Stage {
    fn default() -> Self {
        Self { slot: None, wall: Scene::Lobby, phones: Scene::Lobby }
    }
}

impl Stage {
    /// Puts a scene on a surface.
    pub fn show(&mut self, on: Surface, scene: Scene) {
        match on {
            Surface::Wall => self.wall = scene,
            Surface::Phones => self.phones = scene,
            Surface::Everywhere => {
                self.wall = scene.clone();
                self.phones = scene;
            }
        }
    }

    /// Takes a poll that no longer exists off both surfaces.
    pub fn forget_poll(&mut self, poll: &PollId) {
        for surface in [&mut self.wall, &mut self.phones] {
            if matches!(surface, Scene::Poll { poll: shown } if shown == poll) {
                *surface = Scene::Lobby;
            }
        }
    }
}

/// What the stage shows when a slot is entered.
pub fn scene_of(slot: &SlotDocument) -> Scene {
    match slot.kind {
        SlotKind::Lobby => Scene::Lobby,
        SlotKind::Topics => Scene::Topics,
        SlotKind::TopicVote => Scene::TopicVote,
        SlotKind::Polls
        | SlotKind::Questions
        | SlotKind::Round
        | SlotKind::Harvest
        | SlotKind::Break
        | SlotKind::Pitches
        | SlotKind::Market
        | SlotKind::Meetings
        | SlotKind::Closing => Scene::Slot { slot: slot.id.clone() },
    }
}

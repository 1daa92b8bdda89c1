//! What an organiser fixes before the day. Made from a template when the café is created.

use serde::{Deserialize, Serialize};
use tafelrunde_protocol::document::{OrganisationGroup, SlotDocument, ThemeDocument};
use tafelrunde_protocol::ids::{SlotId, ThemeId};

/// What an organiser fixes before the day.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Settings {
    /// The day's name.
    pub title: String,
    /// The day's name in English, or empty.
    pub title_en: String,
    /// ISO date, or empty.
    pub date: String,
    /// Where, or empty.
    pub venue: String,
    /// IANA name.
    pub time_zone: String,
    /// Themes in order.
    pub themes: Vec<ThemeDocument>,
    /// Organisations to choose from.
    pub organisations: Vec<OrganisationGroup>,
    /// The run-of-show in order.
    pub slots: Vec<SlotDocument>,
}

impl Settings {
    /// Whether the café has this theme.
    pub fn has_theme(&self, id: &ThemeId) -> bool {
        self.themes.iter().any(|theme| theme.id == *id)
    }

    /// The slot with this id.
    pub fn slot(&self, id: &SlotId) -> Option<&SlotDocument> {
        self.slots.iter().find(|slot| slot.id == *id)
    }
}

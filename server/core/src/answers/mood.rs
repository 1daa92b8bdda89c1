//! The mood in the room with one tap. Another tap replaces the first; what counts is how people feel now.

use serde::{Deserialize, Serialize};

use super::options;
use super::refusal::Refusal;

/// Moods of one poll: one tap needs large targets.
pub const MOODS_MAX: usize = 6;

/// Exactly one of a few moods. They have no order and no mean: "tired" is not half of "angry".
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Mood {
    /// Their texts; an emoji may be part of it, never all that says it.
    pub options: Vec<String>,
}

impl Mood {
    /// Cleans the texts and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        Ok(Self { options: options::check_texts_up_to(MOODS_MAX, &self.options)? })
    }
}

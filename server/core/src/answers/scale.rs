//! A scale with a text at both ends.

use serde::{Deserialize, Serialize};

use super::histogram::{Bar, Histogram};
use super::refusal::{self, Refusal};
use crate::text::Field;

/// The smallest end of a scale.
pub const SCALE_MIN: i64 = -100;
/// The largest end of a scale.
pub const SCALE_MAX: i64 = 100;
/// Steps between the ends.
pub const STEPS_MAX: i64 = 100;
/// The text of an end, in characters.
pub const END_CHARS_MAX: usize = 40;

const LOW: Field = Field { name: "low", chars_max: END_CHARS_MAX };
const HIGH: Field = Field { name: "high", chars_max: END_CHARS_MAX };

/// A whole number between two ends.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Scale {
    /// The smallest number.
    pub min: i64,
    /// The largest number, 1 to [`STEPS_MAX`] more.
    pub max: i64,
    /// What the smallest number means.
    pub low: String,
    /// What the largest number means.
    pub high: String,
}

impl Scale {
    /// Cleans the texts and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        refusal::range("min", self.min, SCALE_MIN, SCALE_MAX - 1)?;
        refusal::range("max", self.max, self.min + 1, SCALE_MAX.min(self.min + STEPS_MAX))?;
        let [low, high] = [refusal::line(LOW, &self.low)?, refusal::line(HIGH, &self.high)?];
        Ok(Self { low, high, ..self })
    }

    /// One bar for every step, from the low end to the high end.
    pub fn bars(&self, histogram: &Histogram) -> Vec<Bar> {
        histogram.single_bars(self.min, self.max)
    }
}

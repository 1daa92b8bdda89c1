//! Estimates: a number with a unit, and who comes nearest to the right one.

use serde::{Deserialize, Serialize};

use super::histogram::Histogram;
use super::refusal::{self, Refusal};
use crate::text::Field;

/// The unit, in characters.
pub const UNIT_CHARS_MAX: usize = 20;
/// Digits after the point.
pub const DECIMALS_MAX: u8 = 4;
/// The largest number, in units of the last digit. A phone's numbers are exact up to nine thousand times as much,
/// and the sum of nine million of them fits into an `i64`.
pub const NUMBER_MAX: i64 = 1_000_000_000_000;

const UNIT: Field = Field { name: "unit", chars_max: UNIT_CHARS_MAX };

/// A number. All numbers are whole and count the last digit: with 1 decimal, 42.5 km is 425.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Estimate {
    /// "km", "people"; may be empty.
    pub unit: String,
    /// Digits after the point.
    #[serde(default)]
    pub decimals: u8,
    /// The smallest number that is taken.
    pub min: i64,
    /// The largest number that is taken.
    pub max: i64,
    /// The right answer, if there is one. It must not be on a board before it is revealed.
    #[serde(default, skip_serializing_if = "Option::is_none")]
    pub right: Option<i64>,
}

/// Guesses that are equally far from the right answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Nearest {
    /// How far.
    pub distance: u64,
    /// The guess, or the two guesses below and above, with the number of people who made it.
    pub guesses: Vec<(i64, u32)>,
}

impl Estimate {
    /// Cleans the unit and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        let unit = refusal::optional_line(UNIT, &self.unit)?;
        refusal::range("decimals", self.decimals.into(), 0, DECIMALS_MAX.into())?;
        refusal::range("min", self.min, -NUMBER_MAX, NUMBER_MAX - 1)?;
        refusal::range("max", self.max, self.min + 1, NUMBER_MAX)?;
        if let Some(right) = self.right {
            refusal::range("right", right, self.min, self.max)?;
        }
        Ok(Self { unit, ..self })
    }
}

/// The nearest guesses to a number, the nearest first, until at least `people_wanted` people are in them or all
/// guesses are. Who is as near as the last one is in, too: a tie is not cut.
pub fn nearest(histogram: &Histogram, right: i64, people_wanted: u32) -> Vec<Nearest> {
    let mut below = histogram.counts().range(..=right).rev().peekable();
    let mut above = histogram.counts().range(right.saturating_add(1)..).peekable();
    let mut found: Vec<Nearest> = Vec::new();
    let mut people = 0;
    while people < people_wanted {
        let low = below.peek().map(|(number, _)| number.abs_diff(right));
        let high = above.peek().map(|(number, _)| number.abs_diff(right));
        let Some(distance) = low.into_iter().chain(high).min() else { break };
        let at = |(number, _): &(&i64, &u32)| number.abs_diff(right) == distance;
        let guesses = below.next_if(at).into_iter().chain(above.next_if(at));
        let guesses: Vec<(i64, u32)> = guesses.map(|(number, count)| (*number, *count)).collect();
        people += guesses.iter().map(|(_, count)| count).sum::<u32>();
        found.push(Nearest { distance, guesses });
    }
    found
}

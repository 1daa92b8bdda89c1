//! Single choice, multiple choice, and yes or no.

use serde::{Deserialize, Serialize};
use tafelrunde_protocol::ids::OptionId;

use super::options::{self, Counts};
use super::refusal::Refusal;

/// Exactly one option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Single {
    /// The options' texts.
    pub options: Vec<String>,
}

/// Between `min` and `max` options.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Multiple {
    /// The options' texts.
    pub options: Vec<String>,
    /// At least so many.
    pub min: u16,
    /// At most so many.
    pub max: u16,
}

/// Yes, no, or no opinion: options 0, 1 and 2, whose texts are the client's.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct YesNo {}

/// Yes.
pub const YES: OptionId = OptionId(0);
/// No.
pub const NO: OptionId = OptionId(1);
/// Present, but neither yes nor no.
pub const ABSTAIN: OptionId = OptionId(2);
/// How many options yes or no has.
pub const YES_NO_OPTIONS: usize = 3;

/// What came of yes or no: the larger of the two. Abstentions are shown and decide nothing.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Outcome {
    /// More yes than no.
    Carried,
    /// More no than yes.
    Rejected,
    /// As many of both, also when nobody has answered.
    Tied,
}

impl Single {
    /// Cleans the options and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        Ok(Self { options: options::check_texts(&self.options)? })
    }
}

impl Multiple {
    /// Cleans the options and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        let options = options::check_texts(&self.options)?;
        options::check_bounds(self.min, self.max, options.len())?;
        Ok(Self { options, ..self })
    }
}

/// What came of yes or no.
pub fn outcome(counts: &Counts) -> Outcome {
    let [yes, no] = [YES, NO].map(|option| counts.counts[usize::from(option.0)]);
    match yes.cmp(&no) {
        std::cmp::Ordering::Greater => Outcome::Carried,
        std::cmp::Ordering::Less => Outcome::Rejected,
        std::cmp::Ordering::Equal => Outcome::Tied,
    }
}

//! Points to distribute over options: everybody has the same sum and must give all of it.

use serde::{Deserialize, Serialize};

use super::options;
use super::refusal::{self, Refusal};

/// The largest sum that one person distributes.
pub const SUM_MAX: u16 = 1_000;

/// Points over options, exactly `sum` of them.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Points {
    /// The options' texts.
    pub options: Vec<String>,
    /// What each answer gives in all.
    pub sum: u16,
    /// What it may give to one option, at most.
    pub each_max: u16,
}

/// The points of all answers.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct PointsTally {
    /// Points by option number.
    pub points: Vec<u64>,
    /// By option number: people who gave it at least one.
    pub givers: Vec<u32>,
    /// Answers.
    pub ballots: u32,
}

impl Points {
    /// Cleans the options and checks every bound. The caps together must allow the sum.
    pub fn check(self) -> Result<Self, Refusal> {
        let options = options::check_texts(&self.options)?;
        refusal::range("sum", self.sum.into(), 1, SUM_MAX.into())?;
        let count = u16::try_from(options.len()).expect("options are bounded");
        refusal::range("each_max", self.each_max.into(), self.sum.div_ceil(count).into(), self.sum.into())?;
        Ok(Self { options, ..self })
    }

    /// Checks points by option number: one number for every option, none above the cap, together the sum.
    pub fn check_points(&self, points: Vec<u16>) -> Result<Vec<u16>, Refusal> {
        refusal::count("points", points.len(), self.options.len(), self.options.len())?;
        points
            .iter()
            .try_for_each(|given| refusal::range("points", (*given).into(), 0, self.each_max.into()))?;
        let sum: usize = points.iter().copied().map(usize::from).sum();
        refusal::count("sum", sum, self.sum.into(), self.sum.into())?;
        Ok(points)
    }
}

impl PointsTally {
    /// Nobody has answered.
    pub fn new(options: usize) -> Self {
        Self { points: vec![0; options], givers: vec![0; options], ballots: 0 }
    }

    /// Counts an answer, in O(options).
    pub fn add(&mut self, points: &[u16]) {
        self.ballots += 1;
        for (option, given) in points.iter().enumerate() {
            self.points[option] += u64::from(*given);
            self.givers[option] += u32::from(0 < *given);
        }
    }

    /// Takes out an answer that is counted, in O(options).
    pub fn remove(&mut self, points: &[u16]) {
        self.ballots -= 1;
        for (option, given) in points.iter().enumerate() {
            self.points[option] -= u64::from(*given);
            self.givers[option] -= u32::from(0 < *given);
        }
    }
}

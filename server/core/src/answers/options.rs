//! Lists of options and picks of them: what single and multiple choice, image choice, yes or no, quiz and mood
//! have in common.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tafelrunde_protocol::ids::OptionId;
use tafelrunde_protocol::limits::{OPTION_CHARS_MAX, OPTIONS_MAX, OPTIONS_MIN};

use super::refusal::{self, Refusal};
use crate::text::Field;

const OPTION: Field = Field { name: "options", chars_max: OPTION_CHARS_MAX };

/// Cleans the texts of options, 2 to [`OPTIONS_MAX`] different ones.
pub fn check_texts(options: &[String]) -> Result<Vec<String>, Refusal> {
    check_texts_up_to(OPTIONS_MAX, options)
}

/// Cleans the texts of options, 2 to `options_max` different ones.
pub fn check_texts_up_to(options_max: usize, options: &[String]) -> Result<Vec<String>, Refusal> {
    refusal::count("options", options.len(), OPTIONS_MIN, options_max)?;
    let texts: Vec<String> =
        options.iter().map(|option| refusal::line(OPTION, option)).collect::<Result<_, _>>()?;
    if texts.iter().collect::<BTreeSet<_>>().len() < texts.len() {
        return Err(Refusal::Duplicate { field: "options" });
    }
    Ok(texts)
}

/// Checks how many options an answer may pick: 1 ≤ max ≤ options, min ≤ max. A minimum of 0 lets people say that
/// they want none of them.
pub fn check_bounds(min: u16, max: u16, options: usize) -> Result<(), Refusal> {
    let options = i64::try_from(options).expect("options are bounded");
    refusal::range("max", max.into(), 1, options)?;
    refusal::range("min", min.into(), 0, max.into())
}

/// Checks picks and puts them in ascending order. The field in a refusal is `pick`.
pub fn check_picks(
    mut picks: Vec<OptionId>,
    options: usize,
    min: u16,
    max: u16,
) -> Result<Vec<OptionId>, Refusal> {
    picks.sort_unstable();
    if picks.windows(2).any(|pair| pair[0] == pair[1]) {
        return Err(Refusal::Duplicate { field: "pick" });
    }
    if picks.last().is_some_and(|last| options <= usize::from(last.0)) {
        return Err(Refusal::Unknown { field: "pick" });
    }
    refusal::count("pick", picks.len(), min.into(), max.into())?;
    Ok(picks)
}

/// How many people picked each option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Counts {
    /// By option number.
    pub counts: Vec<u32>,
    /// Answers, those that pick nothing included.
    pub ballots: u32,
}

impl Counts {
    /// Nobody has answered.
    pub fn new(options: usize) -> Self {
        Self { counts: vec![0; options], ballots: 0 }
    }

    /// Counts an answer, in O(picks).
    pub fn add(&mut self, picks: &[OptionId]) {
        self.ballots += 1;
        for option in picks {
            self.counts[usize::from(option.0)] += 1;
        }
    }

    /// Takes out an answer that is counted, in O(picks).
    pub fn remove(&mut self, picks: &[OptionId]) {
        self.ballots -= 1;
        for option in picks {
            self.counts[usize::from(option.0)] -= 1;
        }
    }

    /// Options by count, the most picked first; equal ones share a group.
    pub fn order(&self) -> Vec<Vec<OptionId>> {
        order(&self.counts)
    }
}

/// Options by score, the highest first; equal ones share a group, ascending.
pub fn order<T: Ord>(scores: &[T]) -> Vec<Vec<OptionId>> {
    let mut options: Vec<u16> = (0..).take(scores.len()).collect();
    options.sort_by(|a, b| scores[usize::from(*b)].cmp(&scores[usize::from(*a)]).then(a.cmp(b)));
    let groups = options.chunk_by(|a, b| scores[usize::from(*a)] == scores[usize::from(*b)]);
    groups.map(|group| group.iter().copied().map(OptionId).collect()).collect()
}

//! One question of a quiz: points for being right, and some of them for being fast. The leaderboard over several
//! questions is in [`leaderboard`](super::leaderboard).

use serde::{Deserialize, Serialize};
use tafelrunde_protocol::ids::OptionId;

use super::options;
use super::refusal::{self, Refusal};

/// The shortest time for an answer, in seconds: less is a test of the network.
pub const SECONDS_MIN: u32 = 5;
/// The longest time for an answer, in seconds.
pub const SECONDS_MAX: u32 = 600;
/// Points for a right answer.
pub const QUIZ_POINTS_MAX: u32 = 10_000;

/// One option within a time.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Quiz {
    /// The options' texts.
    pub options: Vec<String>,
    /// The right ones. They must not be on a board before they are revealed.
    pub right: Vec<OptionId>,
    /// The time for an answer.
    pub seconds: u32,
    /// What a right answer is worth at once.
    pub points: u32,
    /// How many hundredths of the points are lost by the end of the time, evenly: 50 leaves half of them to the last
    /// second, 0 takes no notice of the time.
    pub speed_percent: u32,
}

impl Quiz {
    /// Cleans the options, puts the right ones in order and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        let options = options::check_texts(&self.options)?;
        refusal::count("right", self.right.len(), 1, options.len())?;
        let mut right = self.right;
        right.sort_unstable();
        if right.windows(2).any(|pair| pair[0] == pair[1]) {
            return Err(Refusal::Duplicate { field: "right" });
        }
        if right.iter().any(|option| options.len() <= usize::from(option.0)) {
            return Err(Refusal::Unknown { field: "right" });
        }
        refusal::range("seconds", self.seconds.into(), SECONDS_MIN.into(), SECONDS_MAX.into())?;
        refusal::range("points", self.points.into(), 1, QUIZ_POINTS_MAX.into())?;
        refusal::range("speed_percent", self.speed_percent.into(), 0, 100)?;
        Ok(Self { options, right, ..self })
    }

    /// Checks an answer and the time it took, in milliseconds from opening.
    pub fn check_timed(&self, pick: OptionId, after_ms: u32) -> Result<(), Refusal> {
        if self.options.len() <= usize::from(pick.0) {
            return Err(Refusal::Unknown { field: "pick" });
        }
        refusal::range("after_ms", after_ms.into(), 0, self.time_ms().into())
    }

    /// What an answer earns: P − ⌊P·s·t / (100·T)⌋ for a right one, where P are the points, s the hundredths that
    /// speed is worth, t the time it took and T the time for an answer; 0 for a wrong one.
    pub fn points_for(&self, pick: OptionId, after_ms: u32) -> u32 {
        if self.right.binary_search(&pick).is_err() {
            return 0;
        }
        let time_ms = u64::from(self.time_ms());
        let after_ms = u64::from(after_ms).min(time_ms);
        let lost = u64::from(self.points) * u64::from(self.speed_percent) * after_ms / (100 * time_ms);
        self.points - u32::try_from(lost).expect("no more is lost than there are points")
    }

    fn time_ms(&self) -> u32 {
        self.seconds * 1_000
    }
}

//! The result by role or by organisation, without telling what a few people answered.
//!
//! A group is shown from n answers on. The others are folded together; if all of those together are fewer than n, the
//! smallest shown group is folded in, too. So all answers are divided into blocks of n or more, and whatever is added to
//! or taken from the total is a union of blocks: no sum and no difference is about fewer than n people.
//!
//! This holds for one picture of one division. Two pictures taken before and after one vote differ by one person, and
//! two divisions can be intersected: show a split only when the poll is closed, and only by one attribute.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;

use super::cells::Part;
use super::pairs;

/// The smallest number of answers of which something is shown, as long as nobody says otherwise.
pub const GROUP_MIN: u32 = 5;

/// Counts by group.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Split {
    /// Only groups with an answer; `None` are people who have not said where they belong.
    #[serde(with = "pairs")]
    groups: BTreeMap<Option<String>, Part>,
}

/// What may be shown. All answers are in exactly one block.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// Groups by name, each with n answers or more.
    pub groups: Vec<(Option<String>, Part)>,
    /// All other groups together: n answers or more, or none. Fewer than n only where all answers together are.
    pub others: Part,
}

impl Split {
    /// Counts an answer, in O(its cells + log of the groups).
    pub fn add(&mut self, group: Option<&str>, cells: &[(i64, u64)]) {
        self.groups.entry(group.map(str::to_owned)).or_default().add(cells);
    }

    /// Takes out an answer that is counted, with the group that it was counted under.
    pub fn remove(&mut self, group: Option<&str>, cells: &[(i64, u64)]) {
        let group = group.map(str::to_owned);
        let part = self.groups.get_mut(&group).expect("what is taken out has been counted");
        part.remove(cells);
        if part.ballots == 0 {
            self.groups.remove(&group);
        }
    }

    /// What may be shown when groups under `group_min` answers may not. With fewer answers in all everything is in
    /// `others`, which is the total and should not be called a group. Of equally small groups the last name is
    /// folded in.
    pub fn shown(&self, group_min: u32) -> Shown {
        let is_large = |part: &Part| group_min <= part.ballots;
        let mut others = Part::default();
        self.groups.values().filter(|part| !is_large(part)).for_each(|part| others.unite(part));
        let mut groups: Vec<(Option<String>, Part)> = self
            .groups
            .iter()
            .filter(|(_, part)| is_large(part))
            .map(|(k, v)| (k.clone(), v.clone()))
            .collect();
        if 0 < others.ballots && !is_large(&others) {
            let smallest = (0..groups.len()).rev().min_by_key(|place| groups[*place].1.ballots);
            if let Some(place) = smallest {
                others.unite(&groups.remove(place).1);
            }
        }
        Shown { groups, others }
    }
}

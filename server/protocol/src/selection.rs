//! Which topics get a place in the programme: by what terms, with what result, and why. The rules themselves
//! are in `tafelrunde-core`; `docs/SELECTION.md` explains them.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use ts_rs::TS;

use crate::ids::{Timestamp, TopicId};

/// How topics are selected. Except by most votes, a group gets about its share of the places.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum SelectionRule {
    /// The topics with the most supporters, or the most points.
    MostVotes,
    /// Everybody earns at the same speed; a topic is bought when its supporters own its price.
    SequentialPhragmen,
    /// Everybody begins with the same money; left-over places are filled by Phragmén's rule.
    EqualShares,
    /// The topic that adds most, where a person's first topic counts 1, the second 1/2, the third 1/3.
    SequentialPav,
    /// Equal Shares for points and scores; left-over places go to the largest sums.
    AdditiveEqualShares,
}

/// By which rule topics get their places, and how many there are.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(deny_unknown_fields)]
pub struct SelectionTerms {
    /// The rule.
    pub rule: SelectionRule,
    /// Places in the programme, pinned topics and the wild card included.
    pub places: u16,
    /// Whether the last place goes to the topic that serves most of those who have least.
    #[serde(default)]
    pub wild_card: bool,
}

/// What is done by hand with a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Hand {
    /// It is in, whatever the ballots say.
    Pinned,
    /// It is out, whatever the ballots say.
    Excluded,
}

/// `selection-terms`: how the programme is made of ballots, and what was done by hand.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelectionTermsDocument {
    /// The terms.
    pub terms: SelectionTerms,
    /// Topics that somebody has put in or out by hand.
    #[ts(type = "Record<TopicId, Hand>")]
    pub hands: BTreeMap<TopicId, Hand>,
}

/// `selection`: the programme as it follows from the ballots now.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct SelectionDocument {
    /// The terms that it was made by.
    pub terms: SelectionTerms,
    /// The topics that have a place, in the order of election.
    pub elected: Vec<ElectedTopic>,
    /// All others except excluded ones, in the order in which further places would go to them.
    pub waiting: Vec<WaitingTopic>,
    /// Whom it serves.
    pub served: Served,
    /// What most votes would have given, on the same terms.
    pub by_most_votes: OtherSelection,
    /// What the ballots alone would have given, without pins and exclusions; absent if there are none.
    pub by_ballots_alone: Option<OtherSelection>,
    /// Whether every group has its share.
    pub certificate: Certificate,
    /// Topics that a few more people would have brought in.
    pub close: Vec<TopicId>,
    /// The topic outside that serves most of those who have least.
    pub wild_card: Option<WildCardTopic>,
}

/// A topic that has a place, and why.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct ElectedTopic {
    /// The topic.
    pub topic: TopicId,
    /// What gave it the place.
    pub grounds: Grounds,
    /// How many people want it.
    pub supporters: u32,
    /// How many of them have nothing else in the programme.
    pub with_nothing_else: u32,
    /// How many people find at least one of their topics among those up to this one.
    pub reached: u32,
    /// Who paid how much of its price; the largest amount first. Empty under rules without money.
    pub paid: Vec<Paid>,
}

/// People who paid about the same.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Paid {
    /// How many.
    pub people: u32,
    /// What each of them paid, in thousandths of the price of a topic, rounded to the nearest.
    pub thousandths: u32,
}

/// What gave a topic its place.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize, TS)]
#[serde(rename_all = "snake_case")]
pub enum Grounds {
    /// By hand.
    Pinned,
    /// By the rule.
    Ballots,
    /// Equal Shares left places empty; this one was filled by its completion.
    Completion,
    /// It serves most of those who have least.
    WildCard,
    /// Nobody wants it; there was a place left.
    Spare,
}

/// A topic that has no place, and what it lacks.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WaitingTopic {
    /// The topic.
    pub topic: TopicId,
    /// How many people want it.
    pub supporters: u32,
    /// What its supporters hold of its price, in thousandths, rounded down. Under rules without money: its score as a share
    /// of the last elected one's.
    pub holds_thousandths: u32,
    /// The smallest number of further supporters, who have nothing in the programme yet, that would elect it now;
    /// `null` where no place is open to it.
    pub lacks: Option<u32>,
}

/// How many people find how many of their topics.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize, TS)]
pub struct Served {
    /// People with a ballot, empty ones included.
    pub voters: u32,
    /// People with at least one of their topics.
    pub with_one: u32,
    /// People with at least two.
    pub with_two: u32,
    /// People with at least three.
    pub with_three: u32,
}

/// Another selection from the same ballots.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct OtherSelection {
    /// Its topics in the order of election.
    pub topics: Vec<TopicId>,
    /// Whom it would serve.
    pub served: Served,
}

/// Whether every group of people with a common wish has its share of the places. Checked from ballots and result
/// alone, whatever rule made it.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Certificate {
    /// JR: no group that is large enough for a place and agrees on a topic is left with nothing.
    pub is_justified: bool,
    /// EJR+: nor with less than its share.
    pub is_proportional: bool,
    /// The group that could complain, or comes nearest to it; `null` if nobody wants what is outside.
    pub worst: Option<Witness>,
}

/// A group that could complain, or nearly could.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct Witness {
    /// The topic outside the programme that they agree on.
    pub topic: TopicId,
    /// All of them have fewer than so many topics in the programme.
    pub level: u32,
    /// How many they are.
    pub people: u32,
    /// So many people would have a right to it.
    pub needed: u32,
}

/// A topic for those who have least.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct WildCardTopic {
    /// The topic.
    pub topic: TopicId,
    /// How many of its supporters have nothing in the programme.
    pub with_nothing: u32,
    /// How many of its supporters have one topic in the programme.
    pub with_one: u32,
}

/// `adopted`: the programme as a moderator has adopted it. Stays as it is, whatever happens to ballots afterwards.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AdoptedDocument {
    /// When.
    pub at: Timestamp,
    /// By which terms.
    pub terms: SelectionTerms,
    /// The topics in order, with what was said about them.
    pub topics: Vec<AdoptedTopic>,
    /// Topics that would have been in by the ballots alone, and are not.
    pub dropped: Vec<TopicId>,
    /// Whom it serves.
    pub served: Served,
    /// Whom most votes would have served.
    pub served_by_most_votes: Served,
}

/// A topic of the adopted programme.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize, TS)]
pub struct AdoptedTopic {
    /// The topic.
    pub topic: TopicId,
    /// What gave it the place.
    pub grounds: Grounds,
    /// How many people wanted it.
    pub supporters: u32,
    /// How many of them had nothing else in the programme.
    pub with_nothing_else: u32,
    /// How many people found at least one of their topics among those up to this one.
    pub reached: u32,
    /// Whether the ballots alone would not have given it a place.
    pub is_by_hand: bool,
}

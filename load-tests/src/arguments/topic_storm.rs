//! Parameters of the topic storm. What does not fit together is refused before anybody is invited.

use clap::{Args, ValueEnum};
use serde::Serialize;
use tafelrunde_protocol::limits::{APPROVALS_MAX, PLACES_MAX, TOPICS_PER_PERSON};
use tafelrunde_protocol::selection::SelectionRule;

#[derive(Debug, Clone, Args, Serialize)]
pub struct TopicStorm {
    /// People, all of whom have a topic ballot before anything is measured.
    #[arg(long, default_value_t = 2_000, value_parser = clap::value_parser!(u32).range(10..=20_000))]
    pub people: u32,
    /// Topics beside those of the template.
    #[arg(long, default_value_t = 200, value_parser = clap::value_parser!(u32).range(30..=1_000))]
    pub topics: u32,
    /// Length of a phase: poll ballots alone, beside topic ballots, beside topic ballots with a cheap selection.
    #[arg(long, default_value_t = 5, value_parser = clap::value_parser!(u32).range(1..=120))]
    pub seconds: u32,
    /// How often each phase comes under each rule.
    #[arg(long, default_value_t = 2, value_parser = clap::value_parser!(u32).range(1..=20))]
    pub rounds: u32,
    /// Poll ballots per second, whether or not earlier ones were acknowledged.
    #[arg(long, default_value_t = 500, value_parser = clap::value_parser!(u32).range(1..=100_000))]
    pub rate: u32,
    /// Changed topic ballots per second, likewise.
    #[arg(long, default_value_t = 100, value_parser = clap::value_parser!(u32).range(1..=10_000))]
    pub topic_rate: u32,
    /// Places in the programme.
    #[arg(long, default_value_t = 18, value_parser = clap::value_parser!(u16).range(1..=i64::from(PLACES_MAX)))]
    pub places: u16,
    /// Rules, one after the other, in a list with commas. Default: every one.
    #[arg(long, value_enum, value_delimiter = ',', default_values_t = Rule::value_variants().to_vec())]
    pub rule: Vec<Rule>,
}

/// How topics are selected.
#[derive(Debug, Clone, Copy, PartialEq, Eq, ValueEnum, Serialize)]
#[serde(rename_all = "kebab-case")]
pub enum Rule {
    MostVotes,
    SequentialPhragmen,
    EqualShares,
    SequentialPav,
    AdditiveEqualShares,
}

/// Wishes of somebody's first ballot, where there are topics enough.
pub const WISHES_MIN: u32 = 8;
pub const WISHES_MAX: u32 = 80;

impl TopicStorm {
    /// A first ballot has so many wishes at most: two fifths of the topics.
    pub fn wishes_max(&self) -> u32 {
        wishes_max(self.topics)
    }

    /// Changed ballots in the whole run.
    pub fn changes(&self) -> u64 {
        let phases = self.rule.len() as u64 * u64::from(self.rounds) * 2;
        phases * u64::from(self.seconds) * u64::from(self.topic_rate)
    }

    /// Why this cannot be run. Every changed ballot has one wish more than the earlier one, and ballots have a bound.
    pub fn check(&self) -> Result<(), String> {
        let topics_max = self.people.saturating_mul(TOPICS_PER_PERSON.into());
        if self.topics > topics_max {
            return Err(format!("{} people propose {topics_max} topics at most", self.people));
        }
        let longest = (APPROVALS_MAX as u32).min(self.topics);
        let changes_max = u64::from(longest - self.wishes_max()) * u64::from(self.people);
        if self.changes() > changes_max {
            let people = self.people;
            return Err(format!(
                "{} changed ballots are too many: {people} people can add a wish {changes_max} times; \
                 invite more people, or run fewer rules or rounds",
                self.changes()
            ));
        }
        Ok(())
    }
}

/// The most wishes of a first ballot.
pub fn wishes_max(topics: u32) -> u32 {
    WISHES_MAX.min(topics * 2 / 5)
}

impl Rule {
    /// The rule on the wire.
    pub fn on_the_wire(self) -> SelectionRule {
        match self {
            Self::MostVotes => SelectionRule::MostVotes,
            Self::SequentialPhragmen => SelectionRule::SequentialPhragmen,
            Self::EqualShares => SelectionRule::EqualShares,
            Self::SequentialPav => SelectionRule::SequentialPav,
            Self::AdditiveEqualShares => SelectionRule::AdditiveEqualShares,
        }
    }

    /// Its name for `tafelrunde compute select`.
    pub fn in_files(self) -> &'static str {
        match self {
            Self::MostVotes => "topk",
            Self::SequentialPhragmen => "seqphragmen",
            Self::EqualShares => "mes_phragmen",
            Self::SequentialPav => "seqpav",
            Self::AdditiveEqualShares => "mes_additive",
        }
    }
}

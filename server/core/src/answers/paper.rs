//! Votes on paper or by raised hands: counts that a moderator enters, each under a label. They are shown beside the
//! votes of phones and in a sum, and never mixed with them: what is entered here changes no tally.

use serde::{Deserialize, Serialize};

use super::refusal::{self, Refusal};
use super::{Shape, Tally};
use crate::text::Field;

/// Sources of one poll.
pub const SOURCES_MAX: usize = 20;
/// The label of a source, in characters.
pub const LABEL_CHARS_MAX: usize = 40;
/// Answers of one source.
pub const SOURCE_BALLOTS_MAX: u32 = 100_000;

const LABEL: Field = Field { name: "label", chars_max: LABEL_CHARS_MAX };

/// Counts from one source.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Source {
    /// "Cards", "raised hands".
    pub label: String,
    /// Answers.
    pub ballots: u32,
    /// By row: an option, or a step of a scale from the low end.
    pub counts: Vec<u64>,
}

/// All sources of one poll, in the order in which they were first entered.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct Paper {
    sources: Vec<Source>,
}

/// Votes of phones and from paper, side by side.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Beside {
    /// By phone.
    pub phones: Source,
    /// From each source.
    pub sources: Vec<Source>,
    /// All together.
    pub sum: Source,
}

impl Paper {
    /// Cleans the label and checks the counts against the question, each with its limit: so many rows, no row above what
    /// so many people can give, and together what so many people must give. Kinds that cannot be counted by hand (ranking,
    /// estimate, words, text, quiz) are [`Refusal::NotAsked`].
    pub fn check(&self, shape: &Shape, source: Source) -> Result<Source, Refusal> {
        let label = refusal::line(LABEL, &source.label)?;
        let is_known = self.sources.iter().any(|known| known.label == label);
        refusal::count("sources", self.sources.len() + usize::from(!is_known), 0, SOURCES_MAX)?;
        let bounds = Bounds::of(shape).ok_or(Refusal::NotAsked { field: "counts" })?;
        refusal::range("ballots", source.ballots.into(), 0, SOURCE_BALLOTS_MAX.into())?;
        refusal::count("counts", source.counts.len(), bounds.rows, bounds.rows)?;
        let ballots = i64::from(source.ballots);
        let most = ballots * bounds.row_max;
        let is_over = |count: &u64| i64::try_from(*count).map_or(true, |count| most < count);
        if source.counts.iter().any(is_over) {
            return Err(Refusal::OutOfRange { field: "counts", min: 0, max: most });
        }
        let sum: u64 = source.counts.iter().sum();
        let sum = i64::try_from(sum).expect("each row is bounded");
        refusal::range("sum", sum, ballots * bounds.sum_min, ballots * bounds.sum_max)?;
        Ok(Source { label, ..source })
    }

    /// Enters checked counts; a source of the same label is replaced.
    pub fn set(&mut self, source: Source) {
        match self.sources.iter_mut().find(|known| known.label == source.label) {
            Some(known) => *known = source,
            None => self.sources.push(source),
        }
    }

    /// Takes a source out. Says whether there was one.
    pub fn remove(&mut self, label: &str) -> bool {
        let before = self.sources.len();
        self.sources.retain(|source| source.label != label);
        self.sources.len() < before
    }

    /// The sources, in the order in which they were first entered.
    pub fn sources(&self) -> &[Source] {
        &self.sources
    }

    /// Phones, each source, and all together. Nothing for kinds that cannot be counted by hand.
    pub fn beside(&self, shape: &Shape, tally: &Tally) -> Option<Beside> {
        Bounds::of(shape)?;
        let counts = match (shape, tally) {
            (_, Tally::Counts(counts)) => counts.counts.iter().copied().map(u64::from).collect(),
            (_, Tally::Points(points)) => points.points.clone(),
            (Shape::Scale(scale), Tally::Numbers(numbers)) => {
                scale.bars(numbers).iter().map(|bar| bar.count.into()).collect()
            }
            _ => return None,
        };
        let phones = Source { label: String::new(), ballots: tally.ballots(), counts };
        let mut sum = phones.clone();
        for source in &self.sources {
            sum.ballots += source.ballots;
            sum.counts.iter_mut().zip(&source.counts).for_each(|(sum, count)| *sum += count);
        }
        Some(Beside { phones, sources: self.sources.clone(), sum })
    }
}

/// What one answer on paper may add.
struct Bounds {
    rows: usize,
    row_max: i64,
    sum_min: i64,
    sum_max: i64,
}

impl Bounds {
    fn of(shape: &Shape) -> Option<Self> {
        match shape {
            Shape::Scale(scale) => {
                let rows = usize::try_from(scale.max - scale.min + 1).expect("a checked scale ascends");
                Some(Self { rows, row_max: 1, sum_min: 1, sum_max: 1 })
            }
            Shape::Points(points) => {
                let sum = points.sum.into();
                Some(Self {
                    rows: shape.options(),
                    row_max: points.each_max.into(),
                    sum_min: sum,
                    sum_max: sum,
                })
            }
            _ => {
                let (min, max) = shape.picks()?;
                Some(Self { rows: shape.options(), row_max: 1, sum_min: min.into(), sum_max: max.into() })
            }
        }
    }
}

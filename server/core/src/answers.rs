//! Every kind of question, what an answer to it is, and what is counted. Pure: knows nothing of cafés, events or
//! documents, and is not yet part of any. `docs/POLLS.md` explains the kinds in plain words.
//!
//! ```text
//! Shape::check(shape)                the question, cleaned, or which field and which limit
//! Shape::check_answer(shape, answer) the answer, cleaned and in one canonical form
//! Shape::tally(shape)                nothing counted yet
//! Tally::add, Tally::remove          in O(size of the answer); a change is remove, then add
//! recount(shape, answers)            the same afresh, for checks
//! ```
//!
//! A tally only takes answers that `check_answer` has let through, and only takes out what it has taken in: anything
//! else is a fault of the program and panics.

pub mod fold;
pub mod pairs;
pub mod refusal;

pub mod histogram;
pub mod options;

pub mod choice;
pub mod estimate;
pub mod image;
pub mod leaderboard;
pub mod mood;
pub mod order;
pub mod points;
pub mod quiz;
pub mod scale;
pub mod standings;
pub mod texts;
pub mod words;

pub mod cells;
pub mod organisations;
pub mod paper;
pub mod split;

#[cfg(test)]
mod tests;

use serde::{Deserialize, Serialize};
use tafelrunde_protocol::ids::OptionId;

use choice::{Multiple, Single, YES_NO_OPTIONS, YesNo};
use estimate::Estimate;
use histogram::Histogram;
use image::Image;
use mood::Mood;
use options::Counts;
use order::{Order, Ranking, RankingTally};
use points::{Points, PointsTally};
use quiz::Quiz;
use refusal::Refusal;
use scale::Scale;
use texts::{Open, OpenAnswer, TextsTally};
use words::{Words, WordsTally};

/// What a poll asks, by kind.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case", tag = "kind")]
pub enum Shape {
    /// Exactly one option.
    Single(Single),
    /// Between so and so many options.
    Multiple(Multiple),
    /// Yes, no, or no opinion.
    YesNo(YesNo),
    /// A number between two ends.
    Scale(Scale),
    /// An order of options.
    Ranking(Ranking),
    /// Points to distribute.
    Points(Points),
    /// A number with a unit.
    Estimate(Estimate),
    /// A word cloud.
    Words(Words),
    /// Open text.
    Open(Open),
    /// Pictures.
    Image(Image),
    /// A question with right answers and a time.
    Quiz(Quiz),
    /// The mood with one tap.
    Mood(Mood),
}

/// One person's answer. Its JSON is short, because the journal has it with every vote: `{"pick":[2]}`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Answer {
    /// Options, ascending: single, multiple, yes or no, image, mood.
    Pick(Vec<OptionId>),
    /// A number: scale, estimate.
    Number(i64),
    /// Groups of equal options, the best first: ranking.
    Order(Order),
    /// Points by option number: points.
    Points(Vec<u16>),
    /// Words: word cloud.
    Words(Vec<String>),
    /// Texts, and support for others': open text.
    Open(OpenAnswer),
    /// An option, and after how many milliseconds it came, by the server's clock: quiz.
    Timed(OptionId, u32),
}

/// What is counted, by what an answer is.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(rename_all = "snake_case")]
pub enum Tally {
    /// Of options: single, multiple, yes or no, image, mood, quiz.
    Counts(Counts),
    /// Of numbers: scale, estimate.
    Numbers(Histogram),
    /// Of orders.
    Ranking(RankingTally),
    /// Of points.
    Points(PointsTally),
    /// Of words.
    Words(WordsTally),
    /// Of texts.
    Texts(TextsTally),
}

impl Shape {
    /// Cleans every text and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        Ok(match self {
            Self::Single(shape) => Self::Single(shape.check()?),
            Self::Multiple(shape) => Self::Multiple(shape.check()?),
            Self::YesNo(shape) => Self::YesNo(shape),
            Self::Scale(shape) => Self::Scale(shape.check()?),
            Self::Ranking(shape) => Self::Ranking(shape.check()?),
            Self::Points(shape) => Self::Points(shape.check()?),
            Self::Estimate(shape) => Self::Estimate(shape.check()?),
            Self::Words(shape) => Self::Words(shape.check()?),
            Self::Open(shape) => Self::Open(shape.check()?),
            Self::Image(shape) => Self::Image(shape.check()?),
            Self::Quiz(shape) => Self::Quiz(shape.check()?),
            Self::Mood(shape) => Self::Mood(shape.check()?),
        })
    }

    /// Cleans an answer and checks it against the question. Two answers that say the same come out equal, whatever
    /// order they came in; the order of words and texts stays. An answer of another kind is [`Refusal::NotAsked`].
    pub fn check_answer(&self, answer: Answer) -> Result<Answer, Refusal> {
        Ok(match (self, answer) {
            (Self::Scale(scale), Answer::Number(number)) => {
                refusal::range("number", number, scale.min, scale.max)?;
                Answer::Number(number)
            }
            (Self::Estimate(estimate), Answer::Number(number)) => {
                refusal::range("number", number, estimate.min, estimate.max)?;
                Answer::Number(number)
            }
            (Self::Ranking(ranking), Answer::Order(order)) => Answer::Order(ranking.check_order(order)?),
            (Self::Points(shape), Answer::Points(points)) => Answer::Points(shape.check_points(points)?),
            (Self::Words(shape), Answer::Words(words)) => Answer::Words(shape.check_words(&words)?),
            (Self::Open(shape), Answer::Open(answer)) => Answer::Open(shape.check_answer(answer)?),
            (Self::Quiz(quiz), Answer::Timed(pick, after_ms)) => {
                quiz.check_timed(pick, after_ms)?;
                Answer::Timed(pick, after_ms)
            }
            (shape, Answer::Pick(picks)) => Answer::Pick(shape.check_picks(picks)?),
            _ => return Err(Refusal::NotAsked { field: "answer" }),
        })
    }

    /// Nothing counted yet.
    pub fn tally(&self) -> Tally {
        match self {
            Self::Scale(_) | Self::Estimate(_) => Tally::Numbers(Histogram::default()),
            Self::Ranking(shape) => Tally::Ranking(RankingTally::new(shape.options.len())),
            Self::Points(shape) => Tally::Points(PointsTally::new(shape.options.len())),
            Self::Words(_) => Tally::Words(WordsTally::default()),
            Self::Open(_) => Tally::Texts(TextsTally::default()),
            Self::Single(_)
            | Self::Multiple(_)
            | Self::YesNo(_)
            | Self::Image(_)
            | Self::Quiz(_)
            | Self::Mood(_) => Tally::Counts(Counts::new(self.options())),
        }
    }

    /// How many options there are; 0 for kinds without options.
    pub fn options(&self) -> usize {
        match self {
            Self::Single(Single { options })
            | Self::Multiple(Multiple { options, .. })
            | Self::Ranking(Ranking { options, .. })
            | Self::Points(Points { options, .. })
            | Self::Quiz(Quiz { options, .. })
            | Self::Mood(Mood { options }) => options.len(),
            Self::Image(Image { images, .. }) => images.len(),
            Self::YesNo(_) => YES_NO_OPTIONS,
            Self::Scale(_) | Self::Estimate(_) | Self::Words(_) | Self::Open(_) => 0,
        }
    }

    /// How many options an answer picks, at least and at most; nothing for kinds whose answers are no picks.
    pub fn picks(&self) -> Option<(u16, u16)> {
        match self {
            Self::Single(_) | Self::YesNo(_) | Self::Mood(_) => Some((1, 1)),
            Self::Multiple(Multiple { min, max, .. }) | Self::Image(Image { min, max, .. }) => {
                Some((*min, *max))
            }
            _ => None,
        }
    }

    fn check_picks(&self, picks: Vec<OptionId>) -> Result<Vec<OptionId>, Refusal> {
        let (min, max) = self.picks().ok_or(Refusal::NotAsked { field: "answer" })?;
        options::check_picks(picks, self.options(), min, max)
    }
}

impl Tally {
    /// Counts an answer.
    pub fn add(&mut self, answer: &Answer) {
        match (self, answer) {
            (Self::Counts(tally), Answer::Pick(picks)) => tally.add(picks),
            (Self::Counts(tally), Answer::Timed(pick, _)) => tally.add(&[*pick]),
            (Self::Numbers(tally), Answer::Number(number)) => tally.add(*number),
            (Self::Ranking(tally), Answer::Order(order)) => tally.add(order),
            (Self::Points(tally), Answer::Points(points)) => tally.add(points),
            (Self::Words(tally), Answer::Words(words)) => tally.add(words),
            (Self::Texts(tally), Answer::Open(answer)) => tally.add(answer),
            _ => panic!("only checked answers are counted"),
        }
    }

    /// Takes out an answer that is counted.
    pub fn remove(&mut self, answer: &Answer) {
        match (self, answer) {
            (Self::Counts(tally), Answer::Pick(picks)) => tally.remove(picks),
            (Self::Counts(tally), Answer::Timed(pick, _)) => tally.remove(&[*pick]),
            (Self::Numbers(tally), Answer::Number(number)) => tally.remove(*number),
            (Self::Ranking(tally), Answer::Order(order)) => tally.remove(order),
            (Self::Points(tally), Answer::Points(points)) => tally.remove(points),
            (Self::Words(tally), Answer::Words(words)) => tally.remove(words),
            (Self::Texts(tally), Answer::Open(answer)) => tally.remove(answer),
            _ => panic!("only checked answers are counted"),
        }
    }

    /// Answers that count now.
    pub fn ballots(&self) -> u32 {
        match self {
            Self::Counts(tally) => tally.ballots,
            Self::Numbers(tally) => tally.ballots(),
            Self::Ranking(tally) => tally.ballots,
            Self::Points(tally) => tally.ballots,
            Self::Words(tally) => tally.ballots,
            Self::Texts(tally) => tally.ballots,
        }
    }
}

/// The tally made afresh. Texts are in no groups, see [`TextsTally::regroup`].
pub fn recount<'a>(shape: &Shape, answers: impl IntoIterator<Item = &'a Answer>) -> Tally {
    let mut tally = shape.tally();
    for answer in answers {
        tally.add(answer);
    }
    tally
}

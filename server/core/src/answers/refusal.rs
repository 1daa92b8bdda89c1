//! Why a question or an answer is not taken: which field, and which limit.

use tafelrunde_protocol::rejection::Rejection;

use crate::text::{self, Field};

/// Why a question or an answer is not taken. Each maps to the [`Rejection`] of the same name.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Refusal {
    /// A text is needed.
    TextEmpty {
        /// Which field.
        field: &'static str,
    },
    /// A text is too long.
    TextTooLong {
        /// Which field.
        field: &'static str,
        /// The largest number of characters after cleaning.
        limit: u32,
    },
    /// There are too few of something.
    TooFew {
        /// Of what.
        field: &'static str,
        /// The smallest number.
        limit: u32,
    },
    /// There are too many of something.
    TooMany {
        /// Of what.
        field: &'static str,
        /// The largest number.
        limit: u32,
    },
    /// A number is outside its range.
    OutOfRange {
        /// Which field.
        field: &'static str,
        /// The smallest value.
        min: i64,
        /// The largest value.
        max: i64,
    },
    /// The same thing is named twice.
    Duplicate {
        /// Which field.
        field: &'static str,
    },
    /// The thing does not exist.
    Unknown {
        /// Which field names it.
        field: &'static str,
    },
    /// The answer is of another kind than the question.
    NotAsked {
        /// Which field.
        field: &'static str,
    },
}

impl From<Refusal> for Rejection {
    fn from(refusal: Refusal) -> Self {
        match refusal {
            Refusal::TextEmpty { field } => Self::TextEmpty { field: field.into() },
            Refusal::TextTooLong { field, limit } => Self::TextTooLong { field: field.into(), limit },
            Refusal::TooFew { field, limit } => Self::TooFew { field: field.into(), limit },
            Refusal::TooMany { field, limit } => Self::TooMany { field: field.into(), limit },
            Refusal::OutOfRange { field, min, max } => Self::OutOfRange { field: field.into(), min, max },
            Refusal::Duplicate { field } => Self::Duplicate { field: field.into() },
            Refusal::Unknown { field } => Self::Unknown { field: field.into() },
            Refusal::NotAsked { field } => Self::NotAsked { field: field.into() },
        }
    }
}

/// Cleans a text of one line that must say something, see [`text::line`].
pub fn line(field: Field, typed: &str) -> Result<String, Refusal> {
    let text = optional_line(field, typed)?;
    if text.is_empty() { Err(Refusal::TextEmpty { field: field.name }) } else { Ok(text) }
}

/// Cleans a text of one line that may be empty.
pub fn optional_line(field: Field, typed: &str) -> Result<String, Refusal> {
    text::optional_line(field, typed).map_err(|_| too_long(field))
}

/// Cleans a text of several lines that must say something.
pub fn lines(field: Field, typed: &str) -> Result<String, Refusal> {
    let text = text::optional(field, typed).map_err(|_| too_long(field))?;
    if text.is_empty() { Err(Refusal::TextEmpty { field: field.name }) } else { Ok(text) }
}

/// Checks how many there are of something.
pub fn count(field: &'static str, count: usize, min: usize, max: usize) -> Result<(), Refusal> {
    if count < min {
        Err(Refusal::TooFew { field, limit: limit(min) })
    } else if max < count {
        Err(Refusal::TooMany { field, limit: limit(max) })
    } else {
        Ok(())
    }
}

/// Checks a number.
pub fn range(field: &'static str, value: i64, min: i64, max: i64) -> Result<(), Refusal> {
    if (min..=max).contains(&value) { Ok(()) } else { Err(Refusal::OutOfRange { field, min, max }) }
}

fn too_long(field: Field) -> Refusal {
    Refusal::TextTooLong { field: field.name, limit: limit(field.chars_max) }
}

fn limit(of: usize) -> u32 {
    u32::try_from(of).unwrap_or(u32::MAX)
}

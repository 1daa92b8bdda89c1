//! Files of `tafelrunde compute`: text in, text out. Organisers plan ahead with them, and anyone can check a
//! result. `docs/SELECTION.md` and `docs/TWINS.md` describe the formats. Reading and writing files is somebody else's.

pub mod ballots;
pub mod rank;
pub mod select;
pub mod similar;

mod select_result;

#[cfg(test)]
mod tests;

use serde::Deserialize;
use serde::de::DeserializeOwned;
use std::collections::BTreeMap;
use std::fmt::{self, Display};

use crate::exact::parts;
use crate::selection::Fraction;
use crate::selection::electorate::Lot;

/// Topics of one file.
pub const TOPICS_MAX: usize = 2_000;
/// Ballots of one file.
pub const BALLOTS_MAX: usize = 100_000;
/// Places in a programme.
pub const PLACES_MAX: usize = 2_000;
/// Points of one ballot for one topic.
pub const POINTS_MAX: u32 = 1_000;
/// Topics of one ranking: the time grows with the third power.
pub const RANKED_TOPICS_MAX: usize = 300;
/// People with the same ranking.
pub const COUNT_MAX: u64 = 1_000_000_000;

/// What is wrong with a file, and where.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct FileError {
    /// The place in the file, such as `ballots[3].approve[0]`; `.` is the file as a whole.
    pub path: String,
    /// What is wrong, with the limit if there is one.
    pub problem: String,
}

impl Display for FileError {
    fn fmt(&self, formatter: &mut fmt::Formatter) -> fmt::Result {
        write!(formatter, "{}: {}", self.path, self.problem)
    }
}

impl std::error::Error for FileError {}

fn error(path: impl Into<String>, problem: impl Into<String>) -> FileError {
    FileError { path: path.into(), problem: problem.into() }
}

/// A topic by its id, or an object that may hold more about it.
#[derive(Deserialize)]
#[serde(untagged, expecting = "expected an id or an object with an id")]
enum TopicEntry {
    Id(String),
    Object { id: String },
}

/// Only looked at to know what a file is before its content is read.
#[derive(Deserialize)]
struct Head {
    schema: String,
}

fn read<T: DeserializeOwned>(text: &str, schema: &str) -> Result<T, FileError> {
    let head: Head = parse(text)?;
    if head.schema != schema {
        return Err(error("schema", format!("{:?} is not {schema:?}", head.schema)));
    }
    parse(text)
}

fn parse<T: DeserializeOwned>(text: &str) -> Result<T, FileError> {
    let mut deserializer = serde_json::Deserializer::from_str(text);
    let value = serde_path_to_error::deserialize(&mut deserializer)
        .map_err(|wrong| error(wrong.path().to_string(), wrong.inner().to_string()))?;
    deserializer.end().map_err(|wrong| error(".", wrong.to_string()))?;
    Ok(value)
}

/// The topics of a file in their order, which is the lot order.
struct Topics {
    ids: Vec<String>,
    lots: BTreeMap<String, Lot>,
}

impl Topics {
    fn new(entries: Vec<TopicEntry>, topics_max: usize) -> Result<Self, FileError> {
        at_most("topics", entries.len(), topics_max)?;
        let mut topics = Self { ids: Vec::with_capacity(entries.len()), lots: BTreeMap::new() };
        for (lot, entry) in entries.into_iter().enumerate() {
            let (TopicEntry::Id(id) | TopicEntry::Object { id }) = entry;
            if topics.lots.insert(id.clone(), lot).is_some() {
                return Err(error(format!("topics[{lot}]"), format!("{id:?} is there twice")));
            }
            topics.ids.push(id);
        }
        Ok(topics)
    }

    fn lot(&self, id: &str, path: impl FnOnce() -> String) -> Result<Lot, FileError> {
        let known = self.lots.get(id).copied();
        known.ok_or_else(|| error(path(), format!("{id:?} is not among the topics")))
    }

    fn id(&self, lot: Lot) -> &str {
        &self.ids[lot]
    }

    fn ids(&self, lots: impl IntoIterator<Item = Lot>) -> Vec<&str> {
        lots.into_iter().map(|lot| self.id(lot)).collect()
    }

    /// A weak order; no topic twice. `path` is that of the ranking.
    fn ranking(&self, groups: &[Vec<String>], path: &str) -> Result<Vec<Vec<Lot>>, FileError> {
        let mut seen = vec![false; self.ids.len()];
        let mut ranking = Vec::with_capacity(groups.len());
        for (rank, group) in groups.iter().enumerate() {
            let mut lots = Vec::with_capacity(group.len());
            for (position, id) in group.iter().enumerate() {
                let path = || format!("{path}[{rank}][{position}]");
                let lot = self.lot(id, path)?;
                if std::mem::replace(&mut seen[lot], true) {
                    return Err(error(path(), format!("{id:?} is there twice")));
                }
                lots.push(lot);
            }
            ranking.push(lots);
        }
        Ok(ranking)
    }
}

fn at_most(path: &str, length: usize, limit: usize) -> Result<(), FileError> {
    if limit < length {
        return Err(error(path, format!("{length} are more than {limit}")));
    }
    Ok(())
}

/// Rounded to a millionth, for reading; what decides is exact.
fn decimal(fraction: &Fraction) -> f64 {
    i64::try_from(parts(fraction, 1_000_000)).map_or(f64::MAX, |millionths| millionths as f64 / 1e6)
}

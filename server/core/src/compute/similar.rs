//! `tafelrunde.similar/1`: topics in, pairs that probably wish for the same out, the most alike first. It merges
//! nothing; `docs/TWINS.md` says how far to trust it.

use serde::{Deserialize, Serialize};
use std::collections::BTreeMap;
use tafelrunde_protocol::ids::TopicId;

use super::{FileError, TOPICS_MAX, TopicEntry, Topics, error, read};
use crate::selection::electorate::Lot;
use crate::twins::glossary::{BUILT_IN, Glossary, GlossaryFault, LINE_CHARS_MAX, LINES_MAX};
use crate::twins::index::Index;
use crate::twins::search::{PAIR_LEAST, PAIRS_MAX, pairs};

const SCHEMA: &str = "tafelrunde.similar/1";

#[derive(Deserialize)]
struct File {
    topics: Vec<Entry>,
    /// Lines that are read after the built-in glossary.
    #[serde(default)]
    glossary: Vec<String>,
}

#[derive(Deserialize)]
struct Entry {
    id: String,
    title: String,
    #[serde(default)]
    text: String,
}

#[derive(Serialize)]
struct SimilarResult<'a> {
    schema: &'static str,
    /// Two topics, the earlier one in the file first, and how alike they are: 1 is the same words in the title.
    pairs: Vec<(&'a str, &'a str, f64)>,
}

/// Reads a file, finds pairs, and writes the result as one line of JSON. Of titles and texts it reads as much as a
/// topic may have. Among equals the earlier topics in the file come first.
pub fn compute(text: &str) -> Result<String, FileError> {
    let file: File = read(text, SCHEMA)?;
    let mut index = Index::new(glossary(&file.glossary)?);
    let ids = file.topics.iter().map(|entry| TopicEntry::Id(entry.id.clone()));
    let topics = Topics::new(ids.collect(), TOPICS_MAX)?;
    for (lot, entry) in file.topics.iter().enumerate() {
        index.set(&place(lot), &entry.title, &entry.text);
    }
    let lots: BTreeMap<TopicId, Lot> = (0..topics.ids.len()).map(|lot| (place(lot), lot)).collect();
    let id = |topic: &TopicId| topics.id(lots[topic]);
    let found = pairs(&index, PAIR_LEAST, PAIRS_MAX);
    let alike =
        found.iter().map(|pair| (id(&pair.first), id(&pair.second), f64::from(pair.similarity.0) / 1000.0));
    let result = SimilarResult { schema: "tafelrunde.similar.result/1", pairs: alike.collect() };
    Ok(serde_json::to_string(&result).expect("a result has only names and numbers"))
}

/// An id that sorts as the topics stand in the file; ids of files may be anything.
fn place(lot: Lot) -> TopicId {
    TopicId::new(&format!("t{lot:04}")).expect("a letter and digits")
}

fn glossary(lines: &[String]) -> Result<Glossary, FileError> {
    for (position, line) in lines.iter().enumerate() {
        if line.contains(['\n', '\r']) {
            return Err(error(format!("glossary[{position}]"), "has more than one line"));
        }
    }
    Glossary::read(&[BUILT_IN, &lines.join("\n")]).map_err(|fault| match fault {
        GlossaryFault::TooManyLines => {
            error("glossary", format!("with the built-in lines more than {LINES_MAX}"))
        }
        GlossaryFault::LineTooLong(line) => {
            error(format!("glossary[{}]", line - 1), format!("more than {LINE_CHARS_MAX} characters"))
        }
    })
}

#[cfg(test)]
mod tests;

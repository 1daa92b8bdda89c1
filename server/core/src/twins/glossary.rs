//! Words that mean the same. A café's own list is read after the built-in one and can add to it, make words count
//! for less, or take words out. The format is told in the first lines of `glossary.txt` and in `docs/TWINS.md`.

use super::words::{Word, words};
use std::collections::{BTreeMap, BTreeSet};

mod lookup;

/// German and English words of municipal topics.
pub const BUILT_IN: &str = include_str!("glossary.txt");

/// The most lines that say something, over all lists.
pub const LINES_MAX: usize = 2_000;
/// The most characters of a line.
pub const LINE_CHARS_MAX: usize = 1_000;
/// The most words of a phrase, without those that say nothing. Longer phrases are passed over.
pub const PHRASE_WORDS_MAX: usize = 4;
/// One meaning, numbered in the order of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meaning(pub u32);

/// A field of municipal work, such as doctors or parking. Its words are near each other and mean different things.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Field(pub u32);

/// Which words mean the same, ready to be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// By the stems of the phrase with blanks between them.
    phrases: BTreeMap<String, Meaning>,
    /// Meanings that say little.
    faint: BTreeSet<Meaning>,
    fields: BTreeMap<Meaning, Field>,
}

/// Why a list cannot be read. Everything else in a list is harmless.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum GlossaryFault {
    /// All lists together have more than [`LINES_MAX`] lines that say something.
    TooManyLines,
    /// This line, counted from 1 in its list, has more than [`LINE_CHARS_MAX`] characters.
    LineTooLong(usize),
}

impl Glossary {
    /// Reads lists one after the other, usually [`BUILT_IN`] and the café's own.
    pub fn read(lists: &[&str]) -> Result<Self, GlossaryFault> {
        let mut glossary = Self { phrases: BTreeMap::new(), faint: BTreeSet::new(), fields: BTreeMap::new() };
        let mut field_names: BTreeMap<&str, Field> = BTreeMap::new();
        let mut lines_read = 0;
        for list in lists {
            let mut field = None;
            for (number, line) in list.lines().enumerate() {
                let line = line.trim();
                if line.is_empty() || line.starts_with('#') {
                    continue;
                }
                lines_read += 1;
                if lines_read > LINES_MAX {
                    return Err(GlossaryFault::TooManyLines);
                }
                if line.chars().count() > LINE_CHARS_MAX {
                    return Err(GlossaryFault::LineTooLong(number + 1));
                }
                if let Some(name) = line.strip_prefix('[') {
                    let name = name.trim_end_matches(']').trim();
                    let fresh = Field(lines_read as u32);
                    field = (!name.is_empty()).then(|| *field_names.entry(name).or_insert(fresh));
                } else {
                    glossary.read_line(line, Meaning(lines_read as u32), field);
                }
            }
        }
        Ok(glossary)
    }

    fn read_line(&mut self, line: &str, fresh: Meaning, field: Option<Field>) {
        if let Some(line) = line.strip_prefix('-') {
            for phrase in phrases(line) {
                self.phrases.remove(&phrase);
            }
            return;
        }
        let (line, is_faint) = line.strip_prefix('~').map_or((line, false), |line| (line, true));
        let phrases: Vec<String> = phrases(line).collect();
        let known: BTreeSet<Meaning> =
            phrases.iter().filter_map(|phrase| self.phrases.get(phrase).copied()).collect();
        let meaning = known.first().copied().unwrap_or(fresh);
        let is_faint = is_faint || known.iter().any(|known| self.faint.contains(known));
        // A meaning has one field. What was said first stays, so that a café's own list cannot move the built-in.
        let field = known.iter().find_map(|known| self.fields.get(known).copied()).or(field);
        if known.len() > 1 {
            for known in self.phrases.values_mut().filter(|value| known.contains(value)) {
                *known = meaning;
            }
        }
        self.phrases.extend(phrases.into_iter().map(|phrase| (phrase, meaning)));
        self.fields.extend(field.map(|field| (meaning, field)));
        if is_faint {
            self.faint.insert(meaning);
        }
    }

    /// Whether words of this meaning count for less.
    pub fn is_faint(&self, meaning: Meaning) -> bool {
        self.faint.contains(&meaning)
    }

    /// The field of a meaning that says something.
    pub fn field_of(&self, meaning: Meaning) -> Option<Field> {
        self.fields.get(&meaning).copied().filter(|_| !self.is_faint(meaning))
    }
}

fn phrases(line: &str) -> impl Iterator<Item = String> {
    let found = line.split(',').map(|phrase| words(phrase, LINE_CHARS_MAX));
    found.filter(|words| (1..=PHRASE_WORDS_MAX).contains(&words.len())).map(|words| key(&words))
}

fn key(words: &[Word]) -> String {
    let stems: Vec<&str> = words.iter().map(|word| word.stem.as_str()).collect();
    stems.join(" ")
}

#[cfg(test)]
mod tests;

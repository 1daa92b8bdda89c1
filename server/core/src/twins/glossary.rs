//! Words that mean the same. A café's own list is read after the built-in one and can add to it, make words count
//! for less, or take words out. The format is told in the first lines of `glossary.txt` and in `docs/TWINS.md`.

use super::words::{Word, stem, words};
use std::collections::{BTreeMap, BTreeSet};

/// German and English words of municipal topics.
pub const BUILT_IN: &str = include_str!("glossary.txt");

/// The most lines that say something, over all lists.
pub const LINES_MAX: usize = 2_000;
/// The most characters of a line.
pub const LINE_CHARS_MAX: usize = 1_000;
/// The most words of a phrase, without those that say nothing. Longer phrases are passed over.
pub const PHRASE_WORDS_MAX: usize = 4;
/// The fewest characters that a word needs to be recognised inside a longer one.
const PART_CHARS_MIN: usize = 5;
/// The fewest characters that must be left of the longer word, so that `Fest` is not found in `Festung`.
const REST_CHARS_MIN: usize = 3;

/// One meaning, numbered in the order of the lists.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Meaning(pub u32);

/// Which words mean the same, ready to be looked up.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Glossary {
    /// By the stems of the phrase with blanks between them.
    phrases: BTreeMap<String, Meaning>,
    /// Meanings that say little.
    faint: BTreeSet<Meaning>,
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
        let mut glossary = Self { phrases: BTreeMap::new(), faint: BTreeSet::new() };
        let mut lines_read = 0;
        for list in lists {
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
                glossary.read_line(line, Meaning(lines_read as u32));
            }
        }
        Ok(glossary)
    }

    fn read_line(&mut self, line: &str, fresh: Meaning) {
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
        for known in self.phrases.values_mut().filter(|value| known.contains(value)) {
            *known = meaning;
        }
        self.phrases.extend(phrases.into_iter().map(|phrase| (phrase, meaning)));
        if is_faint {
            self.faint.insert(meaning);
        }
    }

    /// Whether words of this meaning count for less.
    pub fn is_faint(&self, meaning: Meaning) -> bool {
        self.faint.contains(&meaning)
    }

    /// The longest phrase with which the words begin: its meaning and how many words it takes.
    pub fn phrase_at(&self, words: &[Word]) -> Option<(Meaning, usize)> {
        let longest = words.len().min(PHRASE_WORDS_MAX);
        let meaning_of = |count| self.phrases.get(&key(&words[..count])).map(|meaning| (*meaning, count));
        (1..=longest).rev().find_map(meaning_of)
    }

    /// The meanings of the parts of a long word: the longest known beginning and the longest known end that
    /// do not overlap. `Leerstandskataster` has the meaning of `Leerstand` as a part.
    pub fn parts_of(&self, folded: &str) -> Vec<Meaning> {
        let cuts: Vec<usize> = folded.char_indices().map(|(place, _)| place).chain([folded.len()]).collect();
        let chars = cuts.len() - 1;
        let meaning_of = |part: &str| self.phrases.get(stem(part)).copied();
        let begin = (PART_CHARS_MIN..=chars.saturating_sub(REST_CHARS_MIN))
            .rev()
            .find_map(|end| meaning_of(&folded[..cuts[end]]).map(|meaning| (meaning, end)));
        let ends_after = begin.map_or(REST_CHARS_MIN, |(_, end)| end);
        let end = (ends_after..=chars.saturating_sub(PART_CHARS_MIN))
            .find_map(|start| meaning_of(&folded[cuts[start]..]));
        begin.map(|(meaning, _)| meaning).into_iter().chain(end).collect()
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

//! Finds words of a text in the glossary: as phrases, as parts of long words, with typing errors, and as far as
//! they are typed.

use super::{Glossary, Meaning, PHRASE_WORDS_MAX, key};
use crate::twins::words::{Word, stem};
use std::collections::BTreeSet;

/// The fewest characters that a word needs to be recognised inside a longer one.
const PART_CHARS_MIN: usize = 5;
/// The fewest characters that must be left of the longer word, so that `Fest` is not found in `Festung`.
const REST_CHARS_MIN: usize = 3;
/// The fewest characters of a part where all of the long word is known: `Rad` in `Radverleih`.
const COVER_CHARS_MIN: usize = 3;
/// The most parts of which all of a long word is made.
const COVER_PARTS_MAX: usize = 3;
/// The fewest characters of a word that may have one error: among short words too many are that near.
const ONE_ERROR_CHARS_MIN: usize = 7;
/// The fewest characters of a word that may have two.
const TWO_ERRORS_CHARS_MIN: usize = 10;
/// The fewest characters of a word that is not yet finished.
const BEGUN_CHARS_MIN: usize = 4;
/// When so few characters could become words of more meanings, nothing is known yet.
const BEGUN_MEANINGS_MAX: usize = 3;

impl Glossary {
    /// The longest phrase with which the words begin: its meaning and how many words it takes.
    pub fn phrase_at(&self, words: &[Word]) -> Option<(Meaning, usize)> {
        let longest = words.len().min(PHRASE_WORDS_MAX);
        let meaning_of = |count| self.phrases.get(&key(&words[..count])).map(|meaning| (*meaning, count));
        (1..=longest).rev().find_map(meaning_of)
    }

    /// The meanings of the parts of a long word. If words of the glossary make up all of it, these; otherwise the
    /// longest known beginning and the longest known end that do not overlap. `Leerstandskataster` has the
    /// meaning of `Leerstand` as a part.
    pub fn parts_of(&self, folded: &str) -> Vec<Meaning> {
        let cuts: Vec<usize> = folded.char_indices().map(|(place, _)| place).chain([folded.len()]).collect();
        if let Some(parts) = self.cover(folded, &cuts, COVER_PARTS_MAX) {
            return parts;
        }
        let chars = cuts.len() - 1;
        let begin = (PART_CHARS_MIN..=chars.saturating_sub(REST_CHARS_MIN))
            .rev()
            .find_map(|end| self.part(&folded[..cuts[end]]).map(|meaning| (meaning, end)));
        let ends_after = begin.map_or(REST_CHARS_MIN, |(_, end)| end);
        let end = (ends_after..=chars.saturating_sub(PART_CHARS_MIN))
            .find_map(|start| self.part(&folded[cuts[start]..]));
        begin.map(|(meaning, _)| meaning).into_iter().chain(end).collect()
    }

    fn part(&self, folded: &str) -> Option<Meaning> {
        self.phrases.get(stem(folded)).copied()
    }

    /// The meanings of the words that make up all that lies between the cuts, longer first words before shorter.
    fn cover(&self, folded: &str, cuts: &[usize], parts_max: usize) -> Option<Vec<Meaning>> {
        let (&begin, &end, chars) = (cuts.first()?, cuts.last()?, cuts.len() - 1);
        if let Some(meaning) = self.part(&folded[begin..end]) {
            return Some(vec![meaning]);
        }
        if parts_max == 1 || chars < 2 * COVER_CHARS_MIN {
            return None;
        }
        (COVER_CHARS_MIN..=chars - COVER_CHARS_MIN).rev().find_map(|cut| {
            let first = self.part(&folded[begin..cuts[cut]])?;
            let mut parts = self.cover(folded, &cuts[cut..], parts_max - 1)?;
            parts.insert(0, first);
            Some(parts)
        })
    }

    /// The meaning of the single word that this one was probably meant to be: the nearest by typing errors. The
    /// first letter must be right, which keeps the search short. `None` if the nearest disagree.
    pub fn misspelled(&self, folded: &str) -> Option<Meaning> {
        let mut errors_max = match folded.chars().count() {
            TWO_ERRORS_CHARS_MIN.. => 2,
            ONE_ERROR_CHARS_MIN.. => 1,
            _ => return None,
        };
        let mut nearest: BTreeSet<Meaning> = BTreeSet::new();
        // An error can make an ending, `Feuerwer`, or stand before one, `Feuewehren`.
        for typed in [folded, stem(folded)] {
            for (errors, meaning) in self.near(typed, errors_max) {
                if errors < errors_max {
                    errors_max = errors;
                    nearest.clear();
                }
                if errors == errors_max {
                    nearest.insert(meaning);
                }
            }
        }
        nearest.first().copied().filter(|_| nearest.len() == 1)
    }

    /// Single words with the same first letter and at most so many typing errors, and how many these are.
    fn near(&self, typed: &str, errors_max: usize) -> impl Iterator<Item = (usize, Meaning)> {
        let first: String = typed.chars().take(1).collect();
        let letters = letters_of(typed);
        let typed: Vec<char> = typed.chars().collect();
        let same_first =
            self.phrases.range(first.clone()..).take_while(move |(key, _)| key.starts_with(&first));
        same_first.filter_map(move |(key, meaning)| {
            // One error changes at most two of the letters that a word has at all.
            let differing = (letters ^ letters_of(key)).count_ones() as usize;
            if key.contains(' ') || differing > 2 * errors_max {
                return None;
            }
            let errors = errors(&typed, &key.chars().collect::<Vec<char>>());
            (errors <= errors_max).then_some((errors, *meaning))
        })
    }

    /// What a word may come to mean of which only the beginning is typed.
    pub fn begun(&self, folded: &str) -> Vec<Meaning> {
        if folded.chars().count() < BEGUN_CHARS_MIN {
            return Vec::new();
        }
        let mut meanings = BTreeSet::new();
        for (_, meaning) in
            self.phrases.range(folded.to_owned()..).take_while(|(key, _)| key.starts_with(folded))
        {
            meanings.insert(*meaning);
            if meanings.len() > BEGUN_MEANINGS_MAX {
                return Vec::new();
            }
        }
        meanings.into_iter().collect()
    }
}

/// Which of the letters a to z there are, one bit each; all others share the bits by chance.
fn letters_of(word: &str) -> u32 {
    word.chars().fold(0, |letters, letter| letters | 1 << (u32::from(letter) % 32))
}

/// How many letters were left out, added, changed, or swapped with their neighbour (optimal string alignment).
fn errors(typed: &[char], meant: &[char]) -> usize {
    let mut before_last = Vec::new();
    let mut last: Vec<usize> = (0..=meant.len()).collect();
    for (row, letter) in typed.iter().enumerate() {
        let mut current = vec![row + 1];
        for (column, other) in meant.iter().enumerate() {
            let mut fewest = (last[column] + usize::from(letter != other))
                .min(last[column + 1] + 1)
                .min(current[column] + 1);
            let swapped = row > 0 && column > 0 && *letter == meant[column - 1] && typed[row - 1] == *other;
            if swapped {
                fewest = fewest.min(before_last[column - 1] + 1);
            }
            current.push(fewest);
        }
        before_last = std::mem::replace(&mut last, current);
    }
    last[meant.len()]
}

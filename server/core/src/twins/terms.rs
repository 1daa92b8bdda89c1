//! What two topics are compared by: groups of three letters, whole words, meanings, fields. Each is a number that
//! depends on nothing but the text and the glossary, so no table of numbers has to be kept in any order.

use super::glossary::Glossary;
use super::pieces::{Known, Piece, text_pieces, title_pieces};
use std::collections::BTreeMap;

/// A group of three letters, a word, a meaning or a field. The two highest bits say which.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub struct Term(u64);

const WORD: u64 = 1 << 62;
const MEANING: u64 = 2 << 62;
const FIELD: u64 = 3 << 62;

/// How much a term counts in a topic.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Count {
    /// In the title.
    pub title: u8,
    /// In title and text together.
    pub whole: u8,
}

/// How much a piece of a title counts, by what is known of it. In a text everything counts a quarter.
struct Units {
    letters: u8,
    word: u8,
    meaning: u8,
    field: u8,
    /// The meanings of the words of a phrase.
    inner: u8,
}

const UNKNOWN: Units = Units { letters: 8, word: 8, meaning: 0, field: 0, inner: 0 };
const PART: Units = Units { letters: 8, word: 8, meaning: 16, field: 8, inner: 0 };
const WHOLE: Units = Units { letters: 4, word: 4, meaning: 24, field: 12, inner: 8 };
const FAINT: Units = Units { letters: 2, word: 2, meaning: 8, field: 0, inner: 0 };
const TEXT_SHARE: u8 = 4;

/// The terms of a topic, ascending. A term counts once, as much as where it counts most.
pub fn terms(glossary: &Glossary, title: &str, text: &str) -> Vec<(Term, Count)> {
    let mut counts = counts(glossary, &title_pieces(glossary, title));
    // Letters of texts are left out: they would find everything a little alike, and cost most of the time.
    for piece in text_pieces(glossary, text) {
        let units = Units { letters: 0, ..units(glossary, &piece) };
        each_term(glossary, &piece, &units, |term, units| {
            let count = counts.entry(term).or_default();
            count.whole = count.whole.max(units / TEXT_SHARE);
        });
    }
    counts.into_iter().filter(|(_, count)| count.whole > 0).collect()
}

/// The same for a title alone that is already taken apart.
pub fn terms_of(glossary: &Glossary, title: &[Piece]) -> Vec<(Term, Count)> {
    counts(glossary, title).into_iter().filter(|(_, count)| count.whole > 0).collect()
}

fn counts(glossary: &Glossary, title: &[Piece]) -> BTreeMap<Term, Count> {
    let mut counts: BTreeMap<Term, Count> = BTreeMap::new();
    for piece in title {
        each_term(glossary, piece, &units(glossary, piece), |term, units| {
            let count = counts.entry(term).or_default();
            count.title = count.title.max(units);
            count.whole = count.title;
        });
    }
    counts
}

fn units(glossary: &Glossary, piece: &Piece) -> Units {
    match &piece.known {
        Known::Nothing => UNKNOWN,
        Known::Parts(_) => PART,
        Known::Whole(meaning) if glossary.is_faint(*meaning) => FAINT,
        Known::Whole(_) => WHOLE,
    }
}

fn each_term(glossary: &Glossary, piece: &Piece, units: &Units, mut take: impl FnMut(Term, u8)) {
    for meaning in piece.meanings() {
        let is_faint = glossary.is_faint(*meaning);
        let weight = if is_faint { units.meaning.min(FAINT.meaning) } else { units.meaning };
        take(Term(MEANING | u64::from(meaning.0)), weight);
        if let Some(field) = glossary.field_of(*meaning) {
            take(Term(FIELD | u64::from(field.0)), units.field);
        }
    }
    // A phrase is a little like its words: `empty shops` like `shops`.
    if piece.words.len() > 1 {
        for (meaning, _) in
            piece.words.iter().filter_map(|word| glossary.phrase_at(std::slice::from_ref(word)))
        {
            take(Term(MEANING | u64::from(meaning.0)), units.inner);
        }
    }
    for word in &piece.words {
        take(Term(WORD | (hash(&word.stem) >> 2)), units.word);
        if units.letters > 0 {
            for letters in trigrams(&word.folded) {
                take(letters, units.letters);
            }
        }
    }
}

/// The groups of three letters of a word with a blank at each end: `_bu bus us_`.
pub fn trigrams(folded: &str) -> Vec<Term> {
    let letters: Vec<char> = [' '].into_iter().chain(folded.chars()).chain([' ']).collect();
    let bits = |letter: &char| u64::from(*letter) % (1 << 20);
    let number = |group: &[char]| group.iter().fold(0, |number, letter| (number << 20) | bits(letter));
    letters.windows(3).map(|group| Term(number(group))).collect()
}

/// FNV-1a. Words that meet by accident only look a little more alike.
fn hash(text: &str) -> u64 {
    text.bytes()
        .fold(0xcbf2_9ce4_8422_2325, |hash, byte| (hash ^ u64::from(byte)).wrapping_mul(0x0100_0000_01b3))
}

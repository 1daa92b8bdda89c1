//! A text as pieces that can be compared: single words, and phrases that the glossary knows.

use super::glossary::{Glossary, Meaning};
use super::words::{Word, words};

/// A word, or a phrase of the glossary.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Piece {
    /// One word, or those of the phrase.
    pub words: Vec<Word>,
    /// What the glossary knows of it.
    pub known: Known,
}

/// What the glossary knows of a piece.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Known {
    /// Nothing.
    Nothing,
    /// What the whole of it means.
    Whole(Meaning),
    /// What its beginning or end means, or both.
    Parts(Vec<Meaning>),
}

impl Piece {
    /// As it was typed, without words that say nothing.
    pub fn shown(&self) -> String {
        let shown: Vec<&str> = self.words.iter().map(|word| word.shown.as_str()).collect();
        shown.join(" ")
    }

    /// Its meanings, of the whole or of parts.
    pub fn meanings(&self) -> &[Meaning] {
        match &self.known {
            Known::Nothing => &[],
            Known::Whole(meaning) => std::slice::from_ref(meaning),
            Known::Parts(meanings) => meanings,
        }
    }
}

/// Takes the first `chars_max` characters of a text apart. Phrases are preferred to words, longer ones to shorter.
pub fn pieces(glossary: &Glossary, text: &str, chars_max: usize) -> Vec<Piece> {
    let words = words(text, chars_max);
    let mut pieces = Vec::new();
    let mut rest = words.as_slice();
    while let Some(word) = rest.first() {
        let (known, count) = match glossary.phrase_at(rest) {
            Some((meaning, count)) => (Known::Whole(meaning), count),
            None => {
                let parts = glossary.parts_of(&word.folded);
                (if parts.is_empty() { Known::Nothing } else { Known::Parts(parts) }, 1)
            }
        };
        pieces.push(Piece { words: rest[..count].to_vec(), known });
        rest = &rest[count..];
    }
    pieces
}

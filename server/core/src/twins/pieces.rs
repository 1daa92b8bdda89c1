//! A text as pieces that can be compared: single words, and phrases that the glossary knows.

use super::glossary::{Glossary, Meaning};
use super::words::{Word, words};
use tafelrunde_protocol::limits::{TEXT_CHARS_MAX, TITLE_CHARS_MAX};

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
    /// What parts of it mean, what it means but for typing errors, or what it may mean when it is finished.
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

    fn know_parts(&mut self, meanings: Vec<Meaning>) {
        if self.known == Known::Nothing && !meanings.is_empty() {
            self.known = Known::Parts(meanings);
        }
    }
}

/// The pieces of a title. Words that the glossary does not know may be known words with typing errors.
pub fn title_pieces(glossary: &Glossary, title: &str) -> Vec<Piece> {
    let mut pieces = pieces(glossary, title, TITLE_CHARS_MAX);
    for piece in &mut pieces {
        if piece.known == Known::Nothing {
            piece.know_parts(glossary.misspelled(&piece.words[0].folded).into_iter().collect());
        }
    }
    pieces
}

/// The pieces of a text. Typing errors are left alone: looking for them takes long, and texts count little.
pub fn text_pieces(glossary: &Glossary, text: &str) -> Vec<Piece> {
    pieces(glossary, text, TEXT_CHARS_MAX)
}

/// The pieces of a title that somebody is typing: the last word may be unfinished.
pub fn typed_pieces(glossary: &Glossary, typed: &str) -> Vec<Piece> {
    let mut pieces = title_pieces(glossary, typed);
    if typed.ends_with(char::is_alphanumeric)
        && let Some(last) = pieces.last_mut()
    {
        let begun = glossary.begun(&last.words[0].folded);
        last.know_parts(begun);
    }
    pieces
}

/// Takes the first `chars_max` characters of a text apart. Phrases are preferred to words, longer ones to shorter.
fn pieces(glossary: &Glossary, text: &str, chars_max: usize) -> Vec<Piece> {
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

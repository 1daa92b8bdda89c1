//! Takes a text apart into words, and makes spellings alike that people do not tell apart: capitals, umlauts and
//! accents, forms for women and men, common endings. It knows no meanings.

use stop_words::STOP_WORDS;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

mod stop_words;

/// What follows in one word is passed over: nobody means more with it.
const WORD_CHARS_MAX: usize = 40;
/// What stays of a word when an ending is taken off has at least this many characters.
const STEM_CHARS_MIN: usize = 4;

/// A word of a text that says something.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Word {
    /// As it was typed.
    pub shown: String,
    /// Small letters without marks.
    pub folded: String,
    /// Folded, without a common ending.
    pub stem: String,
}

/// The words of the first `chars_max` characters, without those that say nothing (`der`, `für`, `the`, `how`).
pub fn words(text: &str, chars_max: usize) -> Vec<Word> {
    let text: String = text.chars().take(chars_max).collect::<String>().nfc().collect();
    let text = without_gender_marks(&text);
    let mut words = Vec::new();
    for chunk in text.split(|c: char| !c.is_alphanumeric() && c != '-') {
        for shown in at_hyphens(chunk) {
            let folded = fold(&shown);
            let says_nothing = STOP_WORDS.binary_search(&folded.as_str()).is_ok();
            let is_letter = folded.len() < 2 && !folded.starts_with(|c: char| c.is_ascii_digit());
            if !says_nothing && !is_letter {
                words.push(Word { stem: stem(&folded).to_owned(), shown, folded });
            }
        }
    }
    words
}

/// `Bürger:innen`, `Bürger*innen`, `Bürger_in`, `Bürger/-innen` and `BürgerInnen` become `Bürger`.
fn without_gender_marks(text: &str) -> String {
    let mut kept = String::with_capacity(text.len());
    let mut rest = text;
    while let Some(character) = rest.chars().next() {
        let after_letter = kept.ends_with(char::is_alphabetic);
        match gender_mark(rest) {
            Some(bytes) if after_letter => rest = &rest[bytes..],
            _ => {
                kept.push(character);
                rest = &rest[character.len_utf8()..];
            }
        }
    }
    kept
}

/// How many bytes the mark takes with which the text begins.
fn gender_mark(text: &str) -> Option<usize> {
    let ends_word = |rest: &str| !rest.starts_with(char::is_alphanumeric);
    let found = GENDER_MARKS.iter().find(|mark| text.strip_prefix(**mark).is_some_and(ends_word));
    found.map(|mark| mark.len())
}

const GENDER_MARKS: [&str; 14] = [
    ":innen", "*innen", "_innen", "·innen", "/-innen", "/innen", "Innen", ":in", "*in", "_in", "·in", "/-in",
    "/in", "(innen)",
];

/// `Innenstadt-Leerstand` is two words, `Co-Working` and `E-Bike` are one.
fn at_hyphens(chunk: &str) -> Vec<String> {
    let parts: Vec<&str> = chunk.split('-').filter(|part| !part.is_empty()).collect();
    let mut words: Vec<String> = Vec::new();
    let mut joins = false;
    for part in parts {
        let is_short = part.chars().count() <= 2;
        match words.last_mut() {
            Some(word) if joins || is_short => {
                word.push('-');
                word.push_str(part);
            }
            _ => words.push(part.to_owned()),
        }
        joins = is_short;
    }
    words
}

/// Small letters without marks; `ae`, `oe`, `ue` as people type umlauts become one letter, too.
fn fold(word: &str) -> String {
    let mut folded = String::with_capacity(word.len());
    let letters = word.nfkd().filter(|c| !is_combining_mark(*c)).flat_map(char::to_lowercase);
    for letter in letters.filter(|c| c.is_alphanumeric()).take(WORD_CHARS_MAX) {
        match letter {
            'ß' => folded.push_str("ss"),
            'e' if ends_as_umlaut(&folded) => {}
            _ => folded.push(letter),
        }
    }
    without_female_ending(&folded).to_owned()
}

/// After another vowel the `u` of `ue` is no umlaut: `neue`, `Bauer`; nor after `q`.
fn ends_as_umlaut(folded: &str) -> bool {
    let mut back = folded.chars().rev();
    let last = back.next();
    let before = back.next();
    match last {
        Some('u') => !before.is_some_and(|c| "aeiouq".contains(c)),
        Some('a' | 'o') => !before.is_some_and(|c| "aeiou".contains(c)),
        _ => false,
    }
}

fn without_female_ending(folded: &str) -> &str {
    let is_person = |stem: &str| stem.len() > 4 && (stem.ends_with("er") || stem.ends_with('t'));
    let many = folded.strip_suffix("innen").filter(|stem| is_person(stem) || *stem == "arzt");
    let one = folded.strip_suffix("in").filter(|stem| {
        (stem.len() > 5 && stem.ends_with("er")) || stem.ends_with("arzt") || stem.ends_with("wirt")
    });
    many.or(one).unwrap_or(folded)
}

/// Takes one common ending off. Stemming by rules fails inside German compounds, so this is used only to look
/// words up, never to measure how alike they are.
pub fn stem(folded: &str) -> &str {
    for ending in ENDINGS {
        if let Some(stem) = folded.strip_suffix(ending)
            && stem.chars().count() >= STEM_CHARS_MIN
        {
            return stem;
        }
    }
    folded
}

/// Longest first.
const ENDINGS: [&str; 9] = ["ern", "en", "er", "em", "es", "e", "n", "s", "y"];

#[cfg(test)]
mod tests;

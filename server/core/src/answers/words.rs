//! A word cloud: a few words from everybody; what is the same for people is counted together, and the spelling that
//! most people use is shown.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use super::refusal::{self, Refusal};
use crate::text::Field;

/// Words that one person may give.
pub const WORDS_MAX: u16 = 10;
/// One word, in characters. Two or three words may be one idea.
pub const WORD_CHARS_MAX: usize = 40;
/// Banned words of one poll.
pub const BANNED_MAX: usize = 200;

const WORD: Field = Field { name: "words", chars_max: WORD_CHARS_MAX };
const BANNED: Field = Field { name: "banned", chars_max: WORD_CHARS_MAX };

/// Up to `max` words from everybody.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Words {
    /// At most so many from one person.
    pub max: u16,
    /// What is not shown, wherever it stands as a whole word. May be changed while people answer.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub banned: Vec<String>,
}

/// The words of all answers. Holds what people gave, nothing else: as large as the answers.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct WordsTally {
    /// By what equal words share, see [`fold::key`].
    words: BTreeMap<String, Word>,
    /// Answers.
    pub ballots: u32,
}

#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
struct Word {
    count: u32,
    spellings: BTreeMap<String, u32>,
}

/// What the wall shows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Cloud {
    /// Words with the number of people who gave them: the most frequent first, equal ones in the order of the
    /// alphabet.
    pub words: Vec<(String, u32)>,
    /// Different words that are left out because there are too many.
    pub further: usize,
    /// Mentions that are left out because they are banned.
    pub banned: u32,
}

impl Words {
    /// Cleans the banned words and checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        refusal::range("max", self.max.into(), 1, WORDS_MAX.into())?;
        refusal::count("banned", self.banned.len(), 0, BANNED_MAX)?;
        let banned = self.banned.iter().map(|word| refusal::line(BANNED, word)).collect::<Result<_, _>>()?;
        Ok(Self { banned, ..self })
    }

    /// Cleans the words of an answer: 1 to `max` different ones. A word that is given twice counts once, in its
    /// first spelling. A banned word is taken: to say no would teach how to get around it.
    pub fn check_words(&self, words: &[String]) -> Result<Vec<String>, Refusal> {
        refusal::count("words", words.len(), 1, self.max.into())?;
        let mut keys = BTreeSet::new();
        let mut cleaned = Vec::with_capacity(words.len());
        for word in words {
            let word = refusal::line(WORD, word)?;
            if keys.insert(fold::key(&word)) {
                cleaned.push(word);
            }
        }
        Ok(cleaned)
    }
}

impl WordsTally {
    /// Counts an answer, in O(words × log of different words).
    pub fn add(&mut self, words: &[String]) {
        self.ballots += 1;
        for spelling in words {
            let word = self.words.entry(fold::key(spelling)).or_default();
            word.count += 1;
            *word.spellings.entry(spelling.clone()).or_default() += 1;
        }
    }

    /// Takes out an answer that is counted.
    pub fn remove(&mut self, words: &[String]) {
        self.ballots -= 1;
        for spelling in words {
            let key = fold::key(spelling);
            let word = self.words.get_mut(&key).expect("what is taken out has been counted");
            word.count -= 1;
            let count = word.spellings.get_mut(spelling).expect("so has its spelling");
            *count -= 1;
            if *count == 0 {
                word.spellings.remove(spelling);
            }
            if word.count == 0 {
                self.words.remove(&key);
            }
        }
    }

    /// The most frequent words, at most so many. O(different words).
    pub fn cloud(&self, banned: &[String], words_max: usize) -> Cloud {
        let banned: BTreeSet<String> = banned.iter().map(|word| fold::key(word)).collect();
        let (out, shown): (Vec<_>, Vec<_>) =
            self.words.iter().partition(|(key, _)| banned.iter().any(|banned| contains(key, banned)));
        let mut words: Vec<(&str, &Word)> =
            shown.into_iter().map(|(key, word)| (key.as_str(), word)).collect();
        words.sort_by(|a, b| b.1.count.cmp(&a.1.count).then(a.0.cmp(b.0)));
        Cloud {
            further: words.len().saturating_sub(words_max),
            words: words
                .iter()
                .take(words_max)
                .map(|(_, word)| (word.shown().to_owned(), word.count))
                .collect(),
            banned: out.iter().map(|(_, word)| word.count).sum(),
        }
    }
}

impl Word {
    /// The most frequent spelling; of equally frequent ones the first in the order of Unicode, where capitals come
    /// before small letters.
    fn shown(&self) -> &str {
        let most = self.spellings.values().max();
        let found = self.spellings.iter().find(|(_, count)| Some(*count) == most);
        found.map(|(spelling, _)| spelling.as_str()).unwrap_or_default()
    }
}

/// Whether a banned key is in another one as whole words: "arsch" bans "du arsch", not "barsch".
fn contains(key: &str, banned: &str) -> bool {
    let starts = key.match_indices(banned).map(|(start, _)| start);
    let is_edge = |text: Option<char>| text.is_none_or(|character| character == ' ');
    let is_whole = |start: usize| {
        let end = start + banned.len();
        is_edge(key[..start].chars().next_back()) && is_edge(key[end..].chars().next())
    };
    !banned.is_empty() && starts.into_iter().any(is_whole)
}

//! Finds topics that are alike, while others come and change. Answers may take a while: ask from a thread that
//! may wait.

use std::collections::BTreeSet;
use std::sync::{Mutex, MutexGuard, PoisonError, RwLock};
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::twins::glossary::{BUILT_IN, Glossary};
use tafelrunde_core::twins::index::Index;
use tafelrunde_core::twins::search::{PAIR_LEAST, PAIRS_MAX, pairs, suggest};
use tafelrunde_protocol::ids::TopicId;
use tafelrunde_protocol::query::{SimilarPair, SimilarPairs, SimilarTopic, SimilarTopics};

/// Similar topics that are named.
const SUGGESTIONS: usize = 3;
/// Similar topics that are looked for, in case some are the asker's own.
const SEARCHED: usize = 10;

/// The index and what is still to be put in. Whoever asks puts in first what is there, so answers are never
/// older than the question.
pub struct Library {
    index: RwLock<Index>,
    entries: Mutex<Vec<Entry>>,
}

struct Entry {
    topic: TopicId,
    /// Title and text; nothing for a topic that is not to be found.
    content: Option<(String, String)>,
}

impl Library {
    /// All topics of a café that are shown.
    pub fn of(cafe: &Cafe) -> Self {
        let library = Self::new(&cafe.topics.glossary);
        library.put_in(cafe, cafe.topics.shown().map(|(_, topic)| topic.id.clone()));
        library
    }

    fn new(own_glossary: &str) -> Self {
        // Nobody could set a list that cannot be read; a journal might still hold one.
        let glossary = Glossary::read(&[BUILT_IN, own_glossary]).or_else(|_| Glossary::read(&[BUILT_IN]));
        let index = Index::new(glossary.expect("the list that comes with the program can be read"));
        Self { index: RwLock::new(index), entries: Mutex::default() }
    }

    fn entries(&self) -> MutexGuard<'_, Vec<Entry>> {
        self.entries.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Takes topics as they are now. They are put in with the next question.
    pub fn put_in(&self, cafe: &Cafe, topics: impl IntoIterator<Item = TopicId>) {
        let entry = |topic: TopicId| {
            let shown = cafe.topics.get(&topic).filter(|topic| topic.is_shown());
            let content = shown.map(|shown| (shown.draft.title.clone(), shown.draft.text.clone()));
            Entry { topic, content }
        };
        self.entries().extend(topics.into_iter().map(entry));
    }

    /// Puts in what waits.
    fn catch_up(&self) {
        if self.entries().is_empty() {
            return;
        }
        let mut index = self.index.write().unwrap_or_else(PoisonError::into_inner);
        // Taken while nobody else can put in: otherwise an older version could come after a newer one.
        let entries = std::mem::take(&mut *self.entries());
        for Entry { topic, content } in entries {
            match content {
                Some((title, text)) => index.set(&topic, &title, &text),
                None => index.remove(&topic),
            }
        }
    }

    /// The topics most like a title, but for some.
    pub fn similar(&self, title: &str, except: &[TopicId]) -> SimilarTopics {
        self.catch_up();
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let found = suggest(&index, title, SEARCHED).into_iter();
        let others = found.filter(|found| !except.contains(&found.topic)).take(SUGGESTIONS);
        let topics = others.map(|found| SimilarTopic {
            topic: found.topic,
            similarity: found.similarity.0,
            shared: found.shared,
        });
        SimilarTopics { topics: topics.collect() }
    }

    /// Topics that look alike, but for pairs of which somebody said that they are not.
    pub fn pairs(&self, told_apart: &BTreeSet<(TopicId, TopicId)>) -> SimilarPairs {
        self.catch_up();
        let index = self.index.read().unwrap_or_else(PoisonError::into_inner);
        let found = pairs(&index, PAIR_LEAST, PAIRS_MAX).into_iter();
        let pairs = found.map(|pair| SimilarPair {
            first: pair.first,
            second: pair.second,
            similarity: pair.similarity.0,
            shared: pair.shared,
        });
        let is_known = |pair: &SimilarPair| told_apart.contains(&(pair.first.clone(), pair.second.clone()));
        SimilarPairs { pairs: pairs.filter(|pair| !is_known(pair)).collect() }
    }
}

//! Asks an index: which topics are like what somebody types, which topics are like each other. Pure functions;
//! the same topics give the same answer, whatever the order in which they came.

use super::index::{Entry, Index};
use super::pieces::typed_pieces;
use super::reason::{Shared, shared, topic_pieces};
use super::terms::{Count, terms_of};
use super::weights::{cosine, rarities};
use serde::Serialize;
use std::cmp::{Ordering, Reverse};
use tafelrunde_protocol::ids::TopicId;

/// The most suggestions that are given at once.
pub const SUGGESTIONS_MAX: usize = 10;
/// The most pairs that are given at once.
pub const PAIRS_MAX: usize = 200;
/// What is less like the typed text is not suggested.
pub const SUGGESTION_LEAST: Similarity = Similarity(120);
/// From here on a pair is shown to the moderator, unless another threshold is asked for.
pub const PAIR_LEAST: Similarity = Similarity(550);

/// How alike two topics are, in thousandths: 0 nothing in common, 1000 the same words in the title.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize)]
pub struct Similarity(pub u16);

/// A topic that is like what somebody types.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Suggestion {
    /// The topic.
    pub topic: TopicId,
    /// How alike.
    pub similarity: Similarity,
    /// Why; may be empty when only parts of words are alike. The typed text is the first.
    pub shared: Vec<Shared>,
}

/// Two topics that are like each other.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Pair {
    /// The one with the smaller id.
    pub first: TopicId,
    /// The other.
    pub second: TopicId,
    /// How alike.
    pub similarity: Similarity,
    /// Why; may be empty when only parts of words are alike.
    pub shared: Vec<Shared>,
}

/// The topics most like a title as far as it is typed: at most `count` and [`SUGGESTIONS_MAX`], the most alike
/// first, among equals by id. Reads as much as a title may have. The last word
/// may be unfinished, so it may also count as what it can become; a blank or a point ends it.
pub fn suggest(index: &Index, typed: &str, count: usize) -> Vec<Suggestion> {
    let weights = Weights::of(index);
    let mut products = vec![Sums::default(); index.topics.end()];
    let mut square = 0;
    let pieces = typed_pieces(&index.glossary, typed);
    for (term, typed) in terms_of(&index.glossary, &pieces) {
        let holders = index.holders_of(term);
        let rarity = weights.by_holders[holders.len()];
        square += (u64::from(typed.title) * rarity).pow(2);
        for holder in holders {
            products[holder.topic_slot as usize].add(typed, holder.count, rarity);
        }
    }
    let norm = square.isqrt();
    let mut found: Vec<(Similarity, &Entry)> = Vec::new();
    for (slot, entry) in index.topics.all() {
        let similarity = weights.similarity(products[slot as usize], Sums { title: norm, whole: norm }, slot);
        if similarity >= SUGGESTION_LEAST {
            found.push((similarity, entry));
        }
    }
    found.sort_unstable_by_key(|(similarity, entry)| (Reverse(*similarity), &entry.topic));
    found.truncate(count.min(SUGGESTIONS_MAX));
    let answer = |(similarity, entry): (Similarity, &Entry)| Suggestion {
        topic: entry.topic.clone(),
        similarity,
        shared: shared(&index.glossary, &pieces, &topic_pieces(&index.glossary, &entry.title, &entry.text)),
    };
    found.into_iter().map(answer).collect()
}

/// The pairs most like each other from a threshold on: at most `count` and [`PAIRS_MAX`], the most alike first,
/// among equals by their ids. Compares all with all.
pub fn pairs(index: &Index, least: Similarity, count: usize) -> Vec<Pair> {
    let count = count.min(PAIRS_MAX);
    let weights = Weights::of(index);
    let mut products = vec![Sums::default(); index.topics.end()];
    let mut found: Vec<Candidate> = Vec::new();
    for (slot, entry) in index.topics.all() {
        products.fill(Sums::default());
        for (term_slot, count) in &entry.terms {
            let rarity = weights.by_term[*term_slot as usize];
            for holder in index.holders.get(*term_slot) {
                products[holder.topic_slot as usize].add(*count, holder.count, rarity);
            }
        }
        for (other_slot, other) in index.topics.all().take_while(|(other_slot, _)| *other_slot < slot) {
            let norms = weights.norms[slot as usize];
            let similarity = weights.similarity(products[other_slot as usize], norms, other_slot);
            if similarity >= least && similarity > Similarity(0) {
                let (first, second) = if entry.topic < other.topic { (entry, other) } else { (other, entry) };
                found.push(Candidate { similarity, first, second });
            }
        }
        keep_best(&mut found, count);
    }
    found.sort_unstable_by(Candidate::best_first);
    let pieces_of = |entry: &Entry| topic_pieces(&index.glossary, &entry.title, &entry.text);
    let answer = |pair: Candidate| Pair {
        first: pair.first.topic.clone(),
        second: pair.second.topic.clone(),
        similarity: pair.similarity,
        shared: shared(&index.glossary, &pieces_of(pair.first), &pieces_of(pair.second)),
    };
    found.into_iter().map(answer).collect()
}

struct Candidate<'a> {
    similarity: Similarity,
    first: &'a Entry,
    second: &'a Entry,
}

impl Candidate<'_> {
    fn best_first(&self, other: &Self) -> Ordering {
        let ids = |pair: &Self| (&pair.first.topic, &pair.second.topic);
        other.similarity.cmp(&self.similarity).then_with(|| ids(self).cmp(&ids(other)))
    }
}

/// Keeps memory bounded where thousands of topics are the same.
fn keep_best(found: &mut Vec<Candidate>, count: usize) {
    if count < found.len() {
        found.select_nth_unstable_by(count, Candidate::best_first);
        found.truncate(count);
    }
}

/// Sums over terms, for titles and for titles with texts.
#[derive(Debug, Clone, Copy, Default)]
struct Sums {
    title: u64,
    whole: u64,
}

impl Sums {
    fn add(&mut self, one: Count, other: Count, rarity: u64) {
        let square = rarity * rarity;
        self.title += u64::from(one.title) * u64::from(other.title) * square;
        self.whole += u64::from(one.whole) * u64::from(other.whole) * square;
    }
}

/// What terms weigh among the topics that are there now, and how long that makes each topic.
struct Weights {
    by_holders: Vec<u64>,
    by_term: Vec<u64>,
    norms: Vec<Sums>,
}

impl Weights {
    fn of(index: &Index) -> Self {
        let by_holders = rarities(index.len());
        let mut by_term = vec![0; index.holders.end()];
        for (slot, holders) in index.holders.all() {
            by_term[slot as usize] = by_holders[holders.len()];
        }
        let mut norms = vec![Sums::default(); index.topics.end()];
        for (slot, entry) in index.topics.all() {
            let mut squares = Sums::default();
            for (term_slot, count) in &entry.terms {
                squares.add(*count, *count, by_term[*term_slot as usize]);
            }
            norms[slot as usize] = Sums { title: squares.title.isqrt(), whole: squares.whole.isqrt() };
        }
        Self { by_holders, by_term, norms }
    }

    /// The greater of two cosines, titles alone and titles with texts: so texts can bring topics together, but
    /// different texts never part what has the same title.
    fn similarity(&self, products: Sums, norms: Sums, slot: u32) -> Similarity {
        let own = self.norms[slot as usize];
        let title = cosine(products.title, norms.title, own.title);
        let whole = cosine(products.whole, norms.whole, own.whole);
        Similarity(title.max(whole))
    }
}

//! The topics among which twins are looked for. It keeps counts and no weights, so adding or removing one topic
//! touches only its own terms, and an index that grew is equal to one made afresh in all its answers.

use super::glossary::Glossary;
use super::terms::{Count, Term, terms};
use std::collections::BTreeMap;
use tafelrunde_protocol::ids::TopicId;

/// Topics by their terms. Its memory is bounded by the topics it holds: the caller bounds these
/// (`TOPICS_MAX`), the limits of title and text bound each.
#[derive(Debug, Clone)]
pub struct Index {
    pub(super) glossary: Glossary,
    pub(super) topics: Slots<Entry>,
    pub(super) holders: Slots<Vec<Holder>>,
    topic_slots: BTreeMap<TopicId, u32>,
    term_slots: BTreeMap<Term, u32>,
}

/// A topic in the index.
#[derive(Debug, Clone)]
pub(super) struct Entry {
    pub topic: TopicId,
    pub title: String,
    pub text: String,
    /// Slot in `holders`, and how much the term counts.
    pub terms: Vec<(u32, Count)>,
}

/// A topic that has a term.
#[derive(Debug, Clone, Copy)]
pub(super) struct Holder {
    pub topic_slot: u32,
    pub count: Count,
}

impl Index {
    /// An index without topics.
    pub fn new(glossary: Glossary) -> Self {
        let (topics, holders) = (Slots::default(), Slots::default());
        Self { glossary, topics, holders, topic_slots: BTreeMap::new(), term_slots: BTreeMap::new() }
    }

    /// How many topics it holds.
    pub fn len(&self) -> usize {
        self.topic_slots.len()
    }

    /// Whether it holds none.
    pub fn is_empty(&self) -> bool {
        self.topic_slots.is_empty()
    }

    /// Adds a topic, or changes it. Of title and text it reads as much as a topic may have.
    pub fn set(&mut self, topic: &TopicId, title: &str, text: &str) {
        self.remove(topic);
        let topic_slot = self.topics.next_slot();
        let mut own = Vec::new();
        for (term, count) in terms(&self.glossary, title, text) {
            let term_slot = *self.term_slots.entry(term).or_insert_with(|| self.holders.add(Vec::new()));
            self.holders.get_mut(term_slot).push(Holder { topic_slot, count });
            own.push((term_slot, count));
        }
        let entry = Entry { topic: topic.clone(), title: title.into(), text: text.into(), terms: own };
        self.topics.add(entry);
        self.topic_slots.insert(topic.clone(), topic_slot);
    }

    /// Takes a topic out: it was hidden, merged or removed. Unknown topics are passed over.
    pub fn remove(&mut self, topic: &TopicId) {
        let Some(topic_slot) = self.topic_slots.remove(topic) else { return };
        let entry = self.topics.take(topic_slot);
        for (term, _) in terms(&self.glossary, &entry.title, &entry.text) {
            let term_slot = self.term_slots[&term];
            let holders = self.holders.get_mut(term_slot);
            holders.retain(|holder| holder.topic_slot != topic_slot);
            if holders.is_empty() {
                self.holders.take(term_slot);
                self.term_slots.remove(&term);
            }
        }
    }

    /// The holders of a term, if any topic has it.
    pub(super) fn holders_of(&self, term: Term) -> &[Holder] {
        self.term_slots.get(&term).map_or(&[], |slot| self.holders.get(*slot))
    }
}

/// Values under small numbers that are used again, so that what belongs to them can lie in plain lists.
#[derive(Debug, Clone)]
pub(super) struct Slots<T> {
    values: Vec<Option<T>>,
    free: Vec<u32>,
}

impl<T> Default for Slots<T> {
    fn default() -> Self {
        Self { values: Vec::new(), free: Vec::new() }
    }
}

impl<T> Slots<T> {
    /// One more than the highest number in use.
    pub fn end(&self) -> usize {
        self.values.len()
    }

    /// The number that the next value gets.
    pub fn next_slot(&self) -> u32 {
        self.free.last().copied().unwrap_or(self.values.len() as u32)
    }

    pub fn get(&self, slot: u32) -> &T {
        self.values[slot as usize].as_ref().expect("a slot is named only while it is in use")
    }

    pub fn get_mut(&mut self, slot: u32) -> &mut T {
        self.values[slot as usize].as_mut().expect("a slot is named only while it is in use")
    }

    /// All values with their numbers, ascending.
    pub fn all(&self) -> impl Iterator<Item = (u32, &T)> {
        let values = self.values.iter().enumerate();
        values.filter_map(|(slot, value)| value.as_ref().map(|value| (slot as u32, value)))
    }

    fn add(&mut self, value: T) -> u32 {
        let slot = self.next_slot();
        match self.free.pop() {
            Some(slot) => self.values[slot as usize] = Some(value),
            None => self.values.push(Some(value)),
        }
        slot
    }

    fn take(&mut self, slot: u32) -> T {
        self.free.push(slot);
        self.values[slot as usize].take().expect("a slot is given back once")
    }
}

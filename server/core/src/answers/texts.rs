//! Open text: people write, others support what they read, a moderator puts texts together that say the same.
//!
//! Every text has a number that the room gives it in the order of arrival, so that nothing shown tells who wrote it.
//! Whoever writes a text supports it. Supporters of a group are united, not added: who supports three texts of a group
//! counts once.

use serde::{Deserialize, Serialize};
use std::collections::{BTreeMap, BTreeSet};

use super::fold;
use super::pairs;
use super::refusal::{self, Refusal};
use crate::text::Field;

/// Texts that one person may write.
pub const OWN_TEXTS_MAX: u16 = 5;
/// One text, in characters.
pub const OPEN_TEXT_CHARS_MAX: u16 = 600;
/// Texts in one poll: more than anybody reads. Whoever gives the numbers refuses further ones, see
/// [`TextsTally::len`].
pub const OPEN_TEXTS_MAX: usize = 5_000;
/// Texts of others that one person may support.
pub const UPVOTES_MAX: usize = 100;

/// Texts of people's own.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Open {
    /// At most so many from one person.
    pub max: u16,
    /// At most so many characters each.
    pub chars_max: u16,
}

/// The number of a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct TextId(pub u32);

/// The number of a group of texts.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Serialize, Deserialize)]
#[serde(transparent)]
pub struct GroupId(pub u32);

/// What one person writes and supports. Writing it again replaces all of it.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct OpenAnswer {
    /// Own texts.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub own: Vec<(TextId, String)>,
    /// Texts of others, ascending.
    #[serde(default, skip_serializing_if = "Vec::is_empty")]
    pub up: Vec<TextId>,
}

/// All texts with their supporters. As large as the answers and the grouping.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct TextsTally {
    #[serde(with = "pairs")]
    texts: BTreeMap<TextId, String>,
    /// Also of texts that are gone: they count again should the text come back.
    #[serde(with = "pairs")]
    supporters: BTreeMap<TextId, u32>,
    #[serde(with = "pairs")]
    groups: BTreeMap<TextId, GroupId>,
    #[serde(with = "pairs")]
    group_supporters: BTreeMap<GroupId, u32>,
    /// Answers.
    pub ballots: u32,
}

/// A text, or a group of texts.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Entry {
    /// The group, if it is one.
    pub group: Option<GroupId>,
    /// Its texts, the one with the most supporters first.
    pub texts: Vec<TextId>,
    /// People who wrote or support at least one of them; in a group also one that has been withdrawn since.
    pub supporters: u32,
}

impl Open {
    /// Checks every bound.
    pub fn check(self) -> Result<Self, Refusal> {
        refusal::range("max", self.max.into(), 1, OWN_TEXTS_MAX.into())?;
        refusal::range("chars_max", self.chars_max.into(), 1, OPEN_TEXT_CHARS_MAX.into())?;
        Ok(self)
    }

    /// Cleans an answer and checks every bound: at least one text of one's own or of others, no number twice. Own
    /// texts cannot be supported once more. Whether the supported texts exist is asked of [`TextsTally::text`].
    pub fn check_answer(&self, answer: OpenAnswer) -> Result<OpenAnswer, Refusal> {
        let field = Field { name: "texts", chars_max: self.chars_max.into() };
        let OpenAnswer { own, mut up } = answer;
        refusal::count(field.name, own.len(), usize::from(up.is_empty()), self.max.into())?;
        refusal::count("up", up.len(), 0, UPVOTES_MAX)?;
        let own: Vec<(TextId, String)> = own
            .into_iter()
            .map(|(id, text)| Ok((id, refusal::lines(field, &text)?)))
            .collect::<Result<_, Refusal>>()?;
        let ids: BTreeSet<TextId> = own.iter().map(|(id, _)| *id).collect();
        let keys: BTreeSet<String> = own.iter().map(|(_, text)| fold::key(text)).collect();
        if ids.len() < own.len() || keys.len() < own.len() {
            return Err(Refusal::Duplicate { field: field.name });
        }
        up.sort_unstable();
        if up.windows(2).any(|pair| pair[0] == pair[1]) || up.iter().any(|id| ids.contains(id)) {
            return Err(Refusal::Duplicate { field: "up" });
        }
        Ok(OpenAnswer { own, up })
    }
}

/// Gives texts their numbers. One that says the same as an earlier text of the same person keeps its number and its
/// supporters, so that people can correct a slip; any other text gets the next number, so that nobody's support is
/// moved to what they have not read. `next` is the first number that was never given.
pub fn numbered(earlier: &[(TextId, String)], texts: Vec<String>, next: TextId) -> Vec<(TextId, String)> {
    let mut free = next.0..;
    let mut kept: Vec<(String, TextId)> = earlier.iter().map(|(id, text)| (fold::key(text), *id)).collect();
    let mut number = |text: &str| {
        let key = fold::key(text);
        let place = kept.iter().position(|(other, _)| *other == key);
        place.map_or_else(
            || TextId(free.next().expect("numbers do not end")),
            |place| kept.swap_remove(place).1,
        )
    };
    texts.into_iter().map(|text| (number(&text), text)).collect()
}

impl TextsTally {
    /// Counts an answer, in O(its texts and upvotes × log of all texts).
    pub fn add(&mut self, answer: &OpenAnswer) {
        self.ballots += 1;
        for (id, text) in &answer.own {
            self.texts.insert(*id, text.clone());
        }
        for id in supported(answer) {
            *self.supporters.entry(id).or_default() += 1;
        }
        for group in self.groups_of(answer) {
            *self.group_supporters.entry(group).or_default() += 1;
        }
    }

    /// Takes out an answer that is counted.
    pub fn remove(&mut self, answer: &OpenAnswer) {
        self.ballots -= 1;
        for (id, _) in &answer.own {
            self.texts.remove(id);
        }
        for id in supported(answer) {
            lower(&mut self.supporters, id);
        }
        for group in self.groups_of(answer) {
            lower(&mut self.group_supporters, group);
        }
    }

    /// Puts texts into groups, in place of all earlier groups. Needs all answers, because supporters are united.
    pub fn regroup<'a>(
        &mut self,
        groups: BTreeMap<TextId, GroupId>,
        answers: impl IntoIterator<Item = &'a OpenAnswer>,
    ) {
        self.groups = groups;
        self.group_supporters.clear();
        for answer in answers {
            for group in self.groups_of(answer) {
                *self.group_supporters.entry(group).or_default() += 1;
            }
        }
    }

    /// Which text is in which group.
    pub fn groups(&self) -> &BTreeMap<TextId, GroupId> {
        &self.groups
    }

    /// A text that is not withdrawn.
    pub fn text(&self, id: TextId) -> Option<&str> {
        self.texts.get(&id).map(String::as_str)
    }

    /// How many texts there are.
    pub fn len(&self) -> usize {
        self.texts.len()
    }

    /// Whether there are no texts.
    pub fn is_empty(&self) -> bool {
        self.texts.is_empty()
    }

    /// How many people wrote or support a text.
    pub fn supporters(&self, id: TextId) -> u32 {
        self.supporters.get(&id).copied().unwrap_or_default()
    }

    /// All groups and all texts without one: the most supporters first, equal ones in the order of their numbers.
    pub fn entries(&self) -> Vec<Entry> {
        let mut grouped: BTreeMap<GroupId, Vec<TextId>> = BTreeMap::new();
        let mut entries = Vec::new();
        for id in self.texts.keys().copied() {
            match self.groups.get(&id) {
                Some(group) => grouped.entry(*group).or_default().push(id),
                None => entries.push(Entry { group: None, texts: vec![id], supporters: self.supporters(id) }),
            }
        }
        for (group, mut texts) in grouped {
            texts.sort_by_key(|id| (std::cmp::Reverse(self.supporters(*id)), *id));
            let supporters = self.group_supporters.get(&group).copied().unwrap_or_default();
            entries.push(Entry { group: Some(group), texts, supporters });
        }
        entries.sort_by_key(|entry| (std::cmp::Reverse(entry.supporters), entry.texts.iter().min().copied()));
        entries
    }

    fn groups_of(&self, answer: &OpenAnswer) -> BTreeSet<GroupId> {
        supported(answer).filter_map(|id| self.groups.get(&id).copied()).collect()
    }
}

fn supported(answer: &OpenAnswer) -> impl Iterator<Item = TextId> {
    answer.own.iter().map(|(id, _)| *id).chain(answer.up.iter().copied())
}

/// Takes one away; what reaches zero leaves the map, so that equal answers give equal tallies.
fn lower<K: Ord>(counts: &mut BTreeMap<K, u32>, key: K) {
    let count = counts.get_mut(&key).expect("what is taken out has been counted");
    *count -= 1;
    if *count == 0 {
        counts.remove(&key);
    }
}

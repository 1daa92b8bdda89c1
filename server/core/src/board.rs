//! A board: all documents that one audience may see, each with the version at which it last changed.
//!
//! Clients are cursors. The board keeps no list of them; it answers what lies between a cursor and now.
//! A removed document leaves a tombstone, so that a client that slept learns of it; of these the newest
//! [`TOMBSTONES_MAX`] are kept, and a cursor older than the oldest forgotten one gets a snapshot.

use std::collections::{BTreeMap, BTreeSet, VecDeque};
use std::sync::Arc;
use tafelrunde_protocol::ids::Version;
use tafelrunde_protocol::message::Cursor;

use crate::project::Json;

/// Removed documents that a board remembers.
pub const TOMBSTONES_MAX: usize = 1_000;

/// All documents that one audience may see.
#[derive(Debug, Clone)]
pub struct Board {
    epoch: Arc<str>,
    version: Version,
    docs: BTreeMap<Arc<str>, Entry>,
    by_version: BTreeSet<(Version, Arc<str>)>,
    tombstones: VecDeque<(Version, Arc<str>)>,
    /// Cursors below this are too old: something removed since has been forgotten.
    floor: Version,
}

#[derive(Debug, Clone)]
struct Entry {
    version: Version,
    /// `None`: removed.
    value: Option<Json>,
}

/// What a client has to be told to be up to date.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Delta {
    /// Nothing.
    UpToDate,
    /// What changed since its cursor: a whole `update` message.
    Update(String),
    /// Everything: a whole `snapshot` message.
    Snapshot(String),
}

impl Board {
    /// An empty board in a new life. The epoch must differ from that of every earlier life.
    pub fn new(epoch: Arc<str>) -> Self {
        Self {
            epoch,
            version: Version(0),
            docs: BTreeMap::new(),
            by_version: BTreeSet::new(),
            tombstones: VecDeque::new(),
            floor: Version(0),
        }
    }

    /// The life of this board.
    pub fn epoch(&self) -> &Arc<str> {
        &self.epoch
    }

    /// The position of a client that has everything.
    pub fn version(&self) -> Version {
        self.version
    }

    /// Takes documents as they are now; `None` for those that do not exist. Unchanged ones are passed over.
    /// Returns whether the board moved.
    pub fn publish(&mut self, documents: impl IntoIterator<Item = (Arc<str>, Option<Json>)>) -> bool {
        let next = Version(self.version.0 + 1);
        let mut moved = false;
        for (key, value) in documents {
            moved |= self.set(next, key, value);
        }
        if moved {
            self.version = next;
            self.forget_oldest_tombstones();
        }
        moved
    }

    /// Makes the board exactly these documents: every other one is removed.
    pub fn replace(&mut self, documents: impl IntoIterator<Item = (Arc<str>, Option<Json>)>) -> bool {
        let mut whole: BTreeMap<Arc<str>, Option<Json>> =
            self.docs.keys().map(|key| (key.clone(), None)).collect();
        whole.extend(documents);
        self.publish(whole)
    }

    fn set(&mut self, version: Version, key: Arc<str>, value: Option<Json>) -> bool {
        let earlier = self.docs.get(&key);
        if earlier.and_then(|entry| entry.value.as_ref()) == value.as_ref() {
            return false;
        }
        if let Some(entry) = earlier {
            self.by_version.remove(&(entry.version, key.clone()));
        }
        if value.is_none() {
            self.tombstones.push_back((version, key.clone()));
        }
        self.by_version.insert((version, key.clone()));
        self.docs.insert(key, Entry { version, value });
        true
    }

    fn forget_oldest_tombstones(&mut self) {
        while self.tombstones.len() > TOMBSTONES_MAX {
            let Some((version, key)) = self.tombstones.pop_front() else { return };
            // A document that came back since is no longer a tombstone: its entry has a newer version.
            if self.docs.get(&key).is_some_and(|entry| entry.version == version) {
                self.docs.remove(&key);
                self.by_version.remove(&(version, key));
                self.floor = version;
            }
        }
    }

    /// What lies between a cursor and now.
    pub fn since(&self, cursor: Option<&Cursor>) -> Delta {
        let Some(cursor) = cursor else { return Delta::Snapshot(self.snapshot()) };
        let is_of_this_life = *cursor.epoch == *self.epoch && cursor.version <= self.version;
        if !is_of_this_life {
            return Delta::Snapshot(self.snapshot());
        }
        self.since_version(cursor.version)
    }

    /// What lies between a version of this life and now.
    pub fn since_version(&self, from: Version) -> Delta {
        if from == self.version {
            Delta::UpToDate
        } else if from < self.floor {
            Delta::Snapshot(self.snapshot())
        } else {
            Delta::Update(self.update(from))
        }
    }

    fn update(&self, from: Version) -> String {
        let head = format!(r#"{{"update":{{"from":{},"version":{},"docs":{{"#, from.0, self.version.0);
        let first = Version(from.0 + 1);
        let changed = self.by_version.range((first, Arc::from(""))..).map(|(_, key)| key);
        let entries = changed.map(|key| (key, self.docs.get(key).and_then(|entry| entry.value.as_ref())));
        with_documents(head, entries)
    }

    fn snapshot(&self) -> String {
        let head =
            format!(r#"{{"snapshot":{{"epoch":"{}","version":{},"docs":{{"#, self.epoch, self.version.0);
        let present = self.docs.iter().filter(|(_, entry)| entry.value.is_some());
        with_documents(head, present.map(|(key, entry)| (key, entry.value.as_ref())))
    }
}

/// Documents are JSON already; encoding them again for every delta would be the cost of the delta.
/// Keys are made of ids and need no escaping.
fn with_documents<'a>(
    mut message: String,
    documents: impl Iterator<Item = (&'a Arc<str>, Option<&'a Json>)>,
) -> String {
    for (index, (key, value)) in documents.enumerate() {
        if index > 0 {
            message.push(',');
        }
        message.push('"');
        message.push_str(key);
        message.push_str("\":");
        message.push_str(value.map_or("null", |json| json));
    }
    message.push_str("}}}");
    message
}

#[cfg(test)]
mod tests;

//! The hub: boards that many connections read, and a mailbox for what one connection alone is told.
//!
//! Nothing is queued for a client. A connection holds one number, its version; when the board moves it asks
//! for what lies between. What it gets is encoded once for all connections that ask from the same version.

pub mod bell;
pub mod mailbox;

use slab::Slab;
use std::collections::BTreeMap;
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};
use tafelrunde_core::board::{Board, Delta};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::Version;
use tafelrunde_protocol::message::{Cursor, Role};
use tokio_tungstenite::tungstenite::Utf8Bytes;

use bell::Bell;

/// Frames that a board keeps encoded, for as many different cursors. Slower connections are encoded for
/// one by one.
const FRAMES_MAX: usize = 64;

/// The boards of one café in one life.
#[derive(Debug)]
pub struct Hub {
    participants: SharedBoard,
    screens: SharedBoard,
    moderators: SharedBoard,
    ended: AtomicBool,
}

impl Hub {
    /// Empty boards.
    pub fn new(epoch: &str) -> Self {
        Self {
            participants: SharedBoard::new(epoch),
            screens: SharedBoard::new(epoch),
            moderators: SharedBoard::new(epoch),
            ended: AtomicBool::new(false),
        }
    }

    /// The room that filled these boards is gone: wakes every connection to find out.
    pub fn end(&self) {
        self.ended.store(true, Ordering::Release);
        for board in [&self.participants, &self.screens, &self.moderators] {
            board.ring();
        }
    }

    /// Whether nothing will come any more.
    pub fn has_ended(&self) -> bool {
        self.ended.load(Ordering::Acquire)
    }

    /// The board that this role reads.
    pub fn board(&self, audience: Role) -> &SharedBoard {
        match audience {
            Role::Participant => &self.participants,
            Role::Screen => &self.screens,
            Role::Moderator => &self.moderators,
        }
    }
}

/// A board that many connections read.
#[derive(Debug)]
pub struct SharedBoard {
    content: Mutex<Content>,
    readers: Mutex<Slab<Bell>>,
}

/// Rings a reader's bell whenever the board has moved, until it is dropped.
#[derive(Debug)]
pub struct Subscription {
    hub: Arc<Hub>,
    audience: Role,
    key: usize,
}

impl Subscription {
    /// Begins to ring. What was on the board before has to be read afterwards: then nothing is missed.
    pub fn new(hub: Arc<Hub>, audience: Role, bell: Bell) -> Self {
        let key = hub.board(audience).readers().insert(bell);
        Self { hub, audience, key }
    }
}

impl Drop for Subscription {
    fn drop(&mut self) {
        self.hub.board(self.audience).readers().remove(self.key);
    }
}

#[derive(Debug)]
struct Content {
    board: Board,
    /// Encoded frames to the present version, by the version they start from; `None`: a snapshot.
    frames: BTreeMap<Option<Version>, Utf8Bytes>,
}

impl SharedBoard {
    fn new(epoch: &str) -> Self {
        let content = Content { board: Board::new(epoch.into()), frames: BTreeMap::new() };
        Self { content: Mutex::new(content), readers: Mutex::default() }
    }

    /// Takes documents as they are now and wakes every reader if anything changed.
    pub fn publish(&self, documents: impl IntoIterator<Item = (Arc<str>, Option<Json>)>) {
        self.change(|board| board.publish(documents));
    }

    /// Makes the board exactly these documents and wakes every reader if anything changed.
    pub fn replace(&self, documents: impl IntoIterator<Item = (Arc<str>, Option<Json>)>) {
        self.change(|board| board.replace(documents));
    }

    fn change(&self, change: impl FnOnce(&mut Board) -> bool) {
        {
            let mut content = self.content();
            if !change(&mut content.board) {
                return;
            }
            content.frames.clear();
        }
        self.ring();
    }

    fn ring(&self) {
        self.readers().iter().for_each(|(_, bell)| bell.ring());
    }

    fn readers(&self) -> MutexGuard<'_, Slab<Bell>> {
        self.readers.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The first frame for a client, if it needs one, and where it stands after it.
    pub fn begin(&self, resume: Option<&Cursor>) -> (Option<Utf8Bytes>, Version) {
        let mut content = self.content();
        let from =
            resume.filter(|cursor| *cursor.epoch == **content.board.epoch()).map(|cursor| cursor.version);
        (content.frame(from, |board| board.since(resume)), content.board.version())
    }

    /// What changed since a version of this life, and where the client stands after it.
    pub fn since(&self, from: Version) -> (Option<Utf8Bytes>, Version) {
        let mut content = self.content();
        (content.frame(Some(from), |board| board.since_version(from)), content.board.version())
    }

    fn content(&self) -> MutexGuard<'_, Content> {
        // The room that panicked while publishing is gone, and this board with it.
        self.content.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

impl Content {
    fn frame(&mut self, from: Option<Version>, encode: impl FnOnce(&Board) -> Delta) -> Option<Utf8Bytes> {
        if let Some(frame) = self.frames.get(&from) {
            return Some(frame.clone());
        }
        let frame: Utf8Bytes = match encode(&self.board) {
            Delta::UpToDate => return None,
            Delta::Update(text) | Delta::Snapshot(text) => text.into(),
        };
        if self.frames.len() < FRAMES_MAX {
            self.frames.insert(from, frame.clone());
        }
        metrics::counter!("tafelrunde_frames_encoded_total").increment(1);
        Some(frame)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn publish(board: &SharedBoard, key: &str, value: &str) {
        board.publish([(Arc::from(key), Some(Arc::from(value)))]);
    }

    #[test]
    fn connections_at_the_same_version_share_one_frame() {
        let board = SharedBoard::new("e");
        publish(&board, "a", "1");
        publish(&board, "a", "2");
        let (first, version) = board.since(Version(1));
        let (second, _) = board.since(Version(1));
        assert_eq!(version, Version(2));
        let (first, second) = (first.unwrap(), second.unwrap());
        assert_eq!(first.as_str(), r#"{"update":{"from":1,"version":2,"docs":{"a":2}}}"#);
        assert_eq!(first.as_str().as_ptr(), second.as_str().as_ptr());
    }

    #[test]
    fn a_frame_never_outlives_the_version_that_it_leads_to() {
        let board = SharedBoard::new("e");
        publish(&board, "a", "1");
        let (snapshot, _) = board.begin(None);
        publish(&board, "a", "2");
        assert_ne!(board.begin(None).0, snapshot);
    }

    #[test]
    fn a_cursor_of_another_life_shares_no_frame_with_one_of_this() {
        let board = SharedBoard::new("e");
        publish(&board, "a", "1");
        publish(&board, "b", "1");
        let of = |epoch: &str| Cursor { epoch: epoch.into(), version: Version(1) };
        let (update, _) = board.begin(Some(&of("e")));
        let (snapshot, _) = board.begin(Some(&of("other")));
        assert!(update.unwrap().as_str().starts_with(r#"{"update""#));
        assert!(snapshot.unwrap().as_str().starts_with(r#"{"snapshot""#));
    }
}

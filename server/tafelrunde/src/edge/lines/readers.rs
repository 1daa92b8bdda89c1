//! Which lines of a switchboard read which board: whom to tell when it moves, and what they together want of
//! its room.

use slab::Slab;
use std::collections::{BTreeMap, VecDeque};
use std::sync::Arc;
use tafelrunde_protocol::message::Role;

use crate::hub::bell::{Bell, Doorbell, LineKey, ReadersKey};
use crate::hub::{Hub, Subscription};
use crate::room::{RoomHandle, Submission, submit_all};

/// All readers of one board on one switchboard.
struct Readers {
    room: RoomHandle,
    audience: Role,
    members: Vec<LineKey>,
    /// What they want of the room; handed in once per turn.
    wishes: Vec<Submission>,
    /// While the board's change is being told: how many members have been told.
    told: Option<usize>,
    /// The board moved, or members changed places, while the change was being told.
    is_again: bool,
    _subscription: Subscription,
}

/// Where a line stands among the readers of its board.
pub struct Membership {
    readers: ReadersKey,
    /// Its place among the members; the last one moves when another leaves.
    pub index: usize,
}

/// All readers of all boards.
pub struct ReadersTable {
    all: Slab<Readers>,
    by_board: BTreeMap<(usize, Role), usize>,
    with_wishes: Vec<usize>,
    telling: VecDeque<usize>,
    doorbell: Arc<Doorbell>,
}

/// Some lines to be told that their board has moved.
pub struct Round {
    /// The lines.
    pub lines: Vec<LineKey>,
    /// The boards of their café.
    pub hub: Arc<Hub>,
    /// Which of these they read.
    pub audience: Role,
}

impl ReadersTable {
    /// Nobody reads.
    pub fn new(doorbell: Arc<Doorbell>) -> Self {
        Self {
            all: Slab::new(),
            by_board: BTreeMap::new(),
            with_wishes: Vec::new(),
            telling: VecDeque::new(),
            doorbell,
        }
    }

    /// From now on the line is told when the board moves.
    pub fn join(&mut self, room: RoomHandle, audience: Role, line: LineKey) -> Membership {
        let name = board_name(room.hub(), audience);
        let key = self.by_board.get(&name).copied().unwrap_or_else(|| self.begin(room, audience));
        let members = &mut self.all[key].members;
        members.push(line);
        Membership { readers: readers_key(key), index: members.len() - 1 }
    }

    fn begin(&mut self, room: RoomHandle, audience: Role) -> usize {
        let entry = self.all.vacant_entry();
        let key = entry.key();
        let bell = Bell::Readers(self.doorbell.clone(), readers_key(key));
        self.by_board.insert(board_name(room.hub(), audience), key);
        entry.insert(Readers {
            _subscription: Subscription::new(room.hub().clone(), audience, bell),
            room,
            audience,
            members: Vec::new(),
            wishes: Vec::new(),
            told: None,
            is_again: false,
        });
        key
    }

    /// The line has ended. Returns the line that has moved to its index.
    pub fn leave(&mut self, membership: &Membership) -> Option<LineKey> {
        let key = slab_key(membership.readers);
        let readers = &mut self.all[key];
        readers.members.swap_remove(membership.index);
        // The one that moved may have been among those that are still to be told.
        readers.is_again |= readers.told.is_some_and(|told| told > membership.index);
        let moved = readers.members.get(membership.index).copied();
        if readers.members.is_empty() {
            // What it wanted before it left is wanted still.
            let wishes = std::mem::take(&mut readers.wishes);
            if !wishes.is_empty() {
                readers.room.submit(wishes);
            }
            let readers = self.all.remove(key);
            self.by_board.remove(&board_name(readers.room.hub(), readers.audience));
            self.telling.retain(|telling| *telling != key);
        }
        moved
    }

    /// The room of a line's café.
    pub fn room(&self, membership: &Membership) -> &RoomHandle {
        &self.all[slab_key(membership.readers)].room
    }

    /// Takes a wish for the room.
    pub fn hand_in(&mut self, membership: &Membership, submission: Submission) {
        let key = slab_key(membership.readers);
        let wishes = &mut self.all[key].wishes;
        if wishes.is_empty() {
            self.with_wishes.push(key);
        }
        wishes.push(submission);
    }

    /// Hands all wishes to their rooms.
    pub fn hand_over(&mut self) {
        let mut wishes = Vec::with_capacity(self.with_wishes.len());
        for key in &self.with_wishes {
            if let Some(readers) = self.all.get_mut(*key)
                && !readers.wishes.is_empty()
            {
                wishes.push((*key, std::mem::take(&mut readers.wishes)));
            }
        }
        self.with_wishes.clear();
        submit_all(wishes.into_iter().map(|(key, wishes)| (&self.all[key].room, wishes)));
    }

    /// The board has moved.
    pub fn moved(&mut self, readers: ReadersKey) {
        let key = slab_key(readers);
        let Some(readers) = self.all.get_mut(key) else { return };
        if readers.told.is_some() {
            readers.is_again = true;
        } else {
            readers.told = Some(0);
            self.telling.push_back(key);
        }
    }

    /// Whether somebody is still to be told of a change.
    pub fn is_telling(&self) -> bool {
        !self.telling.is_empty()
    }

    /// The next `count` lines that are to be told of a change. Boards take turns.
    pub fn next_round(&mut self, count: usize) -> Option<Round> {
        let key = self.telling.pop_front()?;
        let readers = &mut self.all[key];
        let from = readers.told.unwrap_or(0);
        let to = readers.members.len().min(from + count);
        let lines = readers.members[from.min(to)..to].to_vec();
        readers.told = Some(to);
        if to == readers.members.len() {
            readers.told = std::mem::take(&mut readers.is_again).then_some(0);
        }
        if readers.told.is_some() {
            self.telling.push_back(key);
        }
        Some(Round { lines, hub: readers.room.hub().clone(), audience: readers.audience })
    }
}

fn board_name(hub: &Arc<Hub>, audience: Role) -> (usize, Role) {
    (Arc::as_ptr(hub).addr(), audience)
}

fn readers_key(key: usize) -> ReadersKey {
    ReadersKey(u32::try_from(key).unwrap_or(u32::MAX))
}

fn slab_key(key: ReadersKey) -> usize {
    key.0 as usize
}

//! The boards of a simulated café and those who follow them, each in their own time.

use rand::RngExt;
use rand::rngs::StdRng;
use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tafelrunde_core::board::{Board, Delta};
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::DocKey;
use tafelrunde_core::forming::{Ingredients, form};
use tafelrunde_core::project::{View, keys, project};
use tafelrunde_protocol::command::{Phase, Results};
use tafelrunde_protocol::message::{Cursor, Role, ServerMessage};

/// One audience: its board, and some who follow it.
pub struct Audience {
    role: Role,
    board: Board,
    waiting: BTreeSet<DocKey>,
    followers: Vec<Follower>,
}

#[derive(Default)]
struct Follower {
    cursor: Option<Cursor>,
    documents: BTreeMap<String, Value>,
}

impl Audience {
    /// An audience of five.
    pub fn new(role: Role, cafe: &Cafe) -> Self {
        let followers = (0..5).map(|_| Follower::default()).collect();
        let mut audience =
            Self { role, board: Board::new("life-0".into()), waiting: BTreeSet::new(), followers };
        audience.begin_life(0, cafe);
        audience
    }

    /// The server has restarted: a new board, filled from the state.
    pub fn begin_life(&mut self, life: u32, cafe: &Cafe) {
        self.board = Board::new(format!("life-{life}").into());
        self.waiting.clear();
        self.publish(cafe, keys(cafe));
    }

    /// Documents have changed.
    pub fn touch(&mut self, changed: &BTreeSet<DocKey>) {
        self.waiting.extend(changed.iter().cloned());
    }

    /// A tick, and some followers look.
    pub fn tick(&mut self, cafe: &Cafe, rng: &mut StdRng) {
        let waiting = std::mem::take(&mut self.waiting);
        self.publish(cafe, waiting);
        for index in 0..self.followers.len() {
            // The later ones look more rarely; the last one sleeps nearly all day.
            if rng.random_bool(1.0 / (1.0 + 4.0 * index as f64)) {
                self.catch_up(index);
            }
        }
    }

    /// Everybody looks; all must have what a newcomer gets.
    pub fn settle(&mut self, cafe: &Cafe) {
        let waiting = std::mem::take(&mut self.waiting);
        self.publish(cafe, waiting);
        self.followers.push(Follower::default());
        (0..self.followers.len()).for_each(|index| self.catch_up(index));
        let newcomer = self.followers.pop().expect("just pushed").documents;
        for follower in &self.followers {
            assert_eq!(follower.documents, newcomer, "{:?}: a follower lacks something", self.role);
        }
        let selection = form(&Ingredients::of(cafe));
        let view = View { cafe, online: 0, selection: Some(&selection) };
        let fresh = keys(cafe).into_iter().filter_map(|key| {
            let document = project(view, self.role, &key)?;
            Some((key.to_string(), serde_json::from_str(&document).expect("documents are JSON")))
        });
        assert_eq!(newcomer, fresh.collect(), "{:?}: the board is not the state", self.role);
    }

    fn publish(&mut self, cafe: &Cafe, changed: impl IntoIterator<Item = DocKey>) {
        let selection = form(&Ingredients::of(cafe));
        let view = View { cafe, online: 0, selection: Some(&selection) };
        let role = self.role;
        let documents = changed.into_iter().map(|key| (key.to_string().into(), project(view, role, &key)));
        self.board.publish(documents);
    }

    fn catch_up(&mut self, index: usize) {
        let follower = &mut self.followers[index];
        let text = match self.board.since(follower.cursor.as_ref()) {
            Delta::UpToDate => return,
            Delta::Update(text) | Delta::Snapshot(text) => text,
        };
        match serde_json::from_str::<ServerMessage<Value>>(&text).expect("boards speak the protocol") {
            ServerMessage::Snapshot(snapshot) => {
                follower.documents = snapshot.docs;
                follower.cursor = Some(Cursor { epoch: snapshot.epoch, version: snapshot.version });
            }
            ServerMessage::Update(update) => {
                let cursor = follower.cursor.as_mut().expect("an update needs a cursor");
                assert_eq!(cursor.version, update.from, "a gap");
                cursor.version = update.version;
                for (key, document) in update.docs {
                    match document {
                        Some(document) => follower.documents.insert(key, document),
                        None => follower.documents.remove(&key),
                    };
                }
            }
            other => panic!("a board says {other:?}"),
        }
    }
}

/// No count may be projected for phones or wall that is to be hidden now.
pub fn assert_nothing_hidden_is_shown(cafe: &Cafe) {
    let selection = form(&Ingredients::of(cafe));
    let view = View { cafe, online: 0, selection: Some(&selection) };
    for role in [Role::Participant, Role::Screen] {
        for (id, poll) in &cafe.polls {
            let is_running = matches!(poll.phase, Phase::Draft | Phase::Open | Phase::Closed);
            let is_hidden = is_running && poll.draft.results == Results::OnReveal;
            let tally = project(view, role, &DocKey::Tally(id.clone()));
            assert!(!is_hidden || tally.is_none(), "{role:?} sees the hidden tally of {id}");
            let draft = project(view, role, &DocKey::Poll(id.clone()));
            assert!(poll.phase != Phase::Draft || draft.is_none(), "{role:?} sees the draft {id}");
        }
        let is_live = role == Role::Screen && cafe.topics.rules.counts == Results::Live;
        let is_shown = cafe.topics.vote == Phase::Revealed || is_live;
        for key in [DocKey::Support, DocKey::Selection] {
            let document = project(view, role, &key);
            assert!(is_shown || document.is_none(), "{role:?} sees the hidden {key}");
        }
    }
}

//! Scenarios against the core alone. Keeps what every run should show anyway: after each step, replaying
//! the stored events gives the same café, counts follow from ballots, and followers have what a newcomer gets.

use serde_json::Value;
use std::collections::{BTreeMap, BTreeSet};
use tafelrunde::library::Library;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::apply::{apply, replay};
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::Changes;
use tafelrunde_core::decide::{Context, decide};
use tafelrunde_core::event::{self, CafeCreated, Event};
use tafelrunde_core::forming::{Ingredients, form, preview};
use tafelrunde_core::project::{View, keys, personal_documents, project};
use tafelrunde_core::query::{Inquiry, inquire};
use tafelrunde_core::recount::discrepancies;
use tafelrunde_core::timers;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CafeCode, CommandId, Timestamp};
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::query::Query;
use tafelrunde_protocol::rejection::Rejection;

use crate::scenario::{World, role};
use crate::server::TEMPLATE;

/// A café without any server.
pub struct CoreWorld {
    /// The café.
    pub cafe: Cafe,
    /// Everything that happened, as it would be stored.
    pub stored: Vec<Vec<u8>>,
    now: Timestamp,
    /// Participants who have done something: they count as connected.
    seen: BTreeSet<String>,
}

/// The token of somebody in a test.
pub fn token(who: &str) -> TokenHash {
    tafelrunde::secrets::hash(&format!("{who:-<30}")).expect("names in tests are of the form of tokens")
}

/// Who somebody is to the core.
pub fn actor(who: &str) -> Actor {
    match role(who) {
        Role::Moderator => Actor::Moderator,
        Role::Screen => Actor::Screen,
        Role::Participant => Actor::Participant(token(who)),
    }
}

/// The first events of the test café.
pub fn first_events() -> Vec<Event> {
    let template = tafelrunde::template::parse(TEMPLATE).expect("the template is valid");
    let created = CafeCreated {
        code: CafeCode::parse("AAAAAA").expect("of the form of codes"),
        at: Timestamp(0),
        moderator_token: token("mia"),
        screen_token: token("wall"),
        settings: template.settings,
    };
    vec![Event::CafeCreated(Box::new(created))]
}

impl Default for CoreWorld {
    fn default() -> Self {
        let events = first_events();
        let cafe = replay(&events).expect("the first event begins a café");
        Self { cafe, stored: vec![event::encode(&events)], now: Timestamp(1_000_000), seen: BTreeSet::new() }
    }
}

impl CoreWorld {
    /// The café as its stored events make it.
    pub fn replayed(&self) -> Cafe {
        let read =
            |bytes: &Vec<u8>| event::decode(event::FORMAT, bytes).expect("what was stored can be read");
        let events: Vec<Event> = self.stored.iter().flat_map(read).collect();
        replay(&events).expect("the first event begins a café")
    }

    fn store(&mut self, events: &[Event]) {
        if !events.is_empty() {
            let mut changes = Changes::default();
            events.iter().for_each(|event| apply(&mut self.cafe, event, &mut changes));
            self.stored.push(event::encode(events));
        }
    }

    fn notice(&mut self, who: &str) {
        if role(who) == Role::Participant {
            self.seen.insert(who.to_owned());
        }
    }

    fn check(&self) {
        assert!(self.replayed() == self.cafe, "replaying gives another café");
        assert_eq!(discrepancies(&self.cafe), []);
    }
}

impl World for CoreWorld {
    fn wish(&mut self, who: &str, id: &CommandId, command: Command) -> Result<(), Rejection> {
        self.notice(who);
        let due = timers::due(&self.cafe, self.now);
        self.store(&due);
        // Drawn by no chance, so that every run is the same.
        let ctx = Context { now: self.now, participants_max: 6, drawn: 1, selection: None };
        let events = decide(&self.cafe, ctx, actor(who), id, command)?;
        self.store(&events);
        self.check();
        Ok(())
    }

    fn ask(&mut self, who: &str, _: &CommandId, query: Query) -> Result<Value, Rejection> {
        self.notice(who);
        let answer = match inquire(&self.cafe, actor(who), query)? {
            Inquiry::Cards(cards) => serde_json::to_value(cards),
            Inquiry::Preview { now, then } => serde_json::to_value(preview(&now, &then)),
            Inquiry::Similar { title, except } => {
                serde_json::to_value(Library::of(&self.cafe).similar(&title, &except))
            }
            Inquiry::Pairs => {
                serde_json::to_value(Library::of(&self.cafe).pairs(&self.cafe.topics.all_told_apart()))
            }
        };
        Ok(answer.expect("answers are JSON"))
    }

    fn see(&mut self, who: &str, key: &str) -> Option<Value> {
        self.notice(who);
        let due = timers::due(&self.cafe, self.now);
        self.store(&due);
        let json = match (key.starts_with("me/"), actor(who).participant()) {
            (true, Some(participant)) => personal_documents(&self.cafe, participant).remove(key),
            _ => {
                let selection = form(&Ingredients::of(&self.cafe));
                let online = self.seen.len() as u32;
                let view = View { cafe: &self.cafe, online, selection: Some(&selection) };
                let documents = keys(&self.cafe).into_iter();
                let of_role = documents.map(|key| (key.to_string(), project(view, role(who), &key)));
                of_role.collect::<BTreeMap<_, _>>().remove(key).flatten()
            }
        };
        json.map(|json| serde_json::from_str(&json).expect("documents are JSON"))
    }

    fn pass(&mut self, seconds: u32) {
        self.now = Timestamp(self.now.0 + i64::from(seconds) * 1_000);
    }

    fn restart(&mut self) {
        self.cafe = self.replayed();
    }
}

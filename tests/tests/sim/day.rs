//! One simulated day.

use rand::rngs::StdRng;
use rand::{RngExt, SeedableRng};
use std::collections::BTreeMap;
use tafelrunde_core::actor::{Actor, TokenHash};
use tafelrunde_core::apply::{apply, replay};
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::Changes;
use tafelrunde_core::decide::{Context, decide};
use tafelrunde_core::event::{self, Event};
use tafelrunde_core::poll::OptionSet;
use tafelrunde_core::project::personal_documents;
use tafelrunde_core::recount::discrepancies;
use tafelrunde_core::timers;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CommandId, PollId, Revision, Timestamp};
use tafelrunde_protocol::message::Role;
use tafelrunde_tests::core_world::{first_events, token};

use super::board::{Audience, assert_nothing_hidden_is_shown};
use super::wishes::{of_moderator, of_participant};

const PEOPLE: usize = 12;

/// A day in progress.
pub struct Day {
    rng: StdRng,
    now: Timestamp,
    cafe: Cafe,
    journal: Vec<Vec<u8>>,
    audiences: Vec<Audience>,
    lives: u32,
    clients: Vec<Client>,
    commands: u64,
    acknowledged: u64,
}

/// What is left of a day.
pub struct Counted {
    /// Commands that were acknowledged.
    pub acknowledged: u64,
    /// What was stored.
    pub journal: Vec<Vec<u8>>,
}

/// Somebody with an outbox: what was sent and not answered is sent again.
struct Client {
    actor: Actor,
    revision: u64,
    outbox: Vec<(CommandId, Command)>,
    sent: Vec<(CommandId, Command)>,
    /// The newest acknowledged ballot by poll; `None`: withdrawn.
    acknowledged: BTreeMap<PollId, (Revision, Option<OptionSet>)>,
}

impl Day {
    /// A day that has just begun.
    pub fn new(seed: u64) -> Self {
        let first = first_events();
        let cafe = replay(&first).expect("the first event begins a café");
        let roles = [Role::Participant, Role::Screen, Role::Moderator];
        let audiences = roles.into_iter().map(|role| Audience::new(role, &cafe)).collect();
        let moderators = (0..2).map(|_| Actor::Moderator);
        let people = (0..PEOPLE).map(|number| Actor::Participant(token_of(number)));
        let clients = moderators.chain(people).map(Client::new).collect();
        Self {
            rng: StdRng::seed_from_u64(seed),
            now: Timestamp(1_000_000),
            cafe,
            journal: vec![event::encode(&first)],
            audiences,
            lives: 0,
            clients,
            commands: 0,
            acknowledged: 0,
        }
    }

    /// Something happens.
    pub fn step(&mut self) {
        self.now = Timestamp(self.now.0 + self.rng.random_range(0..1_500));
        match self.rng.random_range(0..100) {
            0 => self.restart(),
            1..15 => self.tick(),
            15..30 => self.repeat_something_old(),
            _ => self.wish(),
        }
        assert_nothing_hidden_is_shown(&self.cafe);
    }

    /// Everybody who waits gets an answer, then all promises are checked.
    pub fn end(mut self) -> Counted {
        for index in 0..self.clients.len() {
            while let Some((id, command)) = self.clients[index].outbox.first().cloned() {
                self.deliver(index, &id, command);
                self.clients[index].outbox.remove(0);
            }
        }
        let cafe = &self.cafe;
        self.audiences.iter_mut().for_each(|audience| audience.settle(cafe));
        assert!(replayed(&self.journal) == self.cafe, "replaying gives another café");
        assert_eq!(discrepancies(&self.cafe), []);
        for client in &self.clients {
            client.check_acknowledged(&self.cafe);
        }
        Counted { acknowledged: self.acknowledged, journal: self.journal }
    }

    fn wish(&mut self) {
        let index = self.rng.random_range(0..self.clients.len());
        let client = &mut self.clients[index];
        let command = match client.actor {
            Actor::Moderator | Actor::Screen => of_moderator(&mut self.rng),
            Actor::Participant(_) => of_participant(&mut self.rng, &mut client.revision),
        };
        self.commands += 1;
        let id = CommandId::new(&format!("c{}", self.commands)).expect("of the form of ids");
        client.outbox.push((id.clone(), command.clone()));
        client.sent.push((id, command));
        self.send_outbox(index);
    }

    /// The outbox goes out in order; the line may break at any point, before or after the server decided.
    fn send_outbox(&mut self, index: usize) {
        while let Some((id, command)) = self.clients[index].outbox.first().cloned() {
            if self.rng.random_bool(0.1) {
                return;
            }
            self.deliver(index, &id, command);
            if self.rng.random_bool(0.1) {
                return;
            }
            self.clients[index].outbox.remove(0);
        }
    }

    /// A network may deliver a copy of anything that was ever sent. A moderator's copy comes while its id is
    /// still remembered.
    fn repeat_something_old(&mut self) {
        let index = self.rng.random_range(0..self.clients.len());
        let client = &self.clients[index];
        if !client.sent.is_empty() {
            let (id, command) = client.sent[self.rng.random_range(0..client.sent.len())].clone();
            self.deliver(index, &id, command);
        }
    }

    fn deliver(&mut self, index: usize, id: &CommandId, command: Command) {
        let due = timers::due(&self.cafe, self.now);
        self.store(&due);
        let ctx = Context { now: self.now, participants_max: 10, drawn: self.rng.random(), selection: None };
        let actor = self.clients[index].actor;
        if let Ok(events) = decide(&self.cafe, ctx, actor, id, command.clone()) {
            self.store(&events);
            self.acknowledged += 1;
            self.clients[index].note_acknowledged(&command);
        }
    }

    fn store(&mut self, events: &[Event]) {
        if events.is_empty() {
            return;
        }
        self.journal.push(event::encode(events));
        let mut changes = Changes::default();
        for event in events {
            apply(&mut self.cafe, event, &mut changes);
            if let Event::PollDeleted { poll } = event {
                for client in &mut self.clients {
                    client.acknowledged.remove(poll);
                }
            }
        }
        self.audiences.iter_mut().for_each(|audience| audience.touch(&changes.shared));
    }

    fn tick(&mut self) {
        let (cafe, rng) = (&self.cafe, &mut self.rng);
        self.audiences.iter_mut().for_each(|audience| audience.tick(cafe, rng));
    }

    fn restart(&mut self) {
        self.lives += 1;
        self.cafe = replayed(&self.journal);
        let (cafe, life) = (&self.cafe, self.lives);
        self.audiences.iter_mut().for_each(|audience| audience.begin_life(life, cafe));
    }
}

impl Client {
    fn new(actor: Actor) -> Self {
        Self { actor, revision: 0, outbox: Vec::new(), sent: Vec::new(), acknowledged: BTreeMap::new() }
    }

    fn note_acknowledged(&mut self, command: &Command) {
        let (poll, revision, choices) = match command {
            Command::CastBallot { poll, choices, revision } => {
                (poll, *revision, Some(OptionSet::of(choices)))
            }
            Command::WithdrawBallot { poll, revision } => (poll, *revision, None),
            _ => return,
        };
        let known = self.acknowledged.entry(poll.clone()).or_insert((revision, choices));
        if known.0 < revision {
            *known = (revision, choices);
        }
    }

    /// Every acknowledged ballot is in the state, and nothing that the person's own documents do not say.
    fn check_acknowledged(&self, cafe: &Cafe) {
        let Actor::Participant(token) = self.actor else { return };
        let participant = token.participant();
        for (id, (revision, choices)) in &self.acknowledged {
            let ballot = cafe.polls[id].ballot(participant).expect("an acknowledged ballot is there");
            assert_eq!((ballot.revision, ballot.choices), (*revision, *choices), "{id}");
        }
        let documents = personal_documents(cafe, participant);
        let ballots = documents.keys().filter(|key| key.starts_with("me/ballot/")).count();
        assert_eq!(ballots, self.acknowledged.len(), "ballots that nobody acknowledged");
    }
}

fn replayed(journal: &[Vec<u8>]) -> Cafe {
    let read = |bytes: &Vec<u8>| event::decode(event::FORMAT, bytes).expect("what was stored can be read");
    let events: Vec<Event> = journal.iter().flat_map(read).collect();
    replay(&events).expect("the first event begins a café")
}

fn token_of(number: usize) -> TokenHash {
    token(&format!("person-{number}"))
}

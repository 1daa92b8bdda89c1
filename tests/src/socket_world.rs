//! Scenarios over real sockets: everybody in the scenario is a connected client, and whoever looks at a
//! document must see it both as a newcomer and as somebody who followed all the time.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use std::time::Duration;
use tafelrunde::config::Options;
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde::room::loading::load_from_events;
use tafelrunde_core::changes::DocKey;
use tafelrunde_core::forming::{Ingredients, form};
use tafelrunde_core::project::{View, project};
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::Role;
use tafelrunde_protocol::query::Query;
use tafelrunde_protocol::rejection::Rejection;
use tokio::runtime::Runtime;

use crate::client::{Client, Identity};
use crate::scenario::{World, role};
use crate::server::{TestServer, options};

/// How long the selection may lag behind the ballots: it is made beside the room, at most every 250 ms.
const SELECTION_WITHIN: Duration = Duration::from_secs(20);

/// A server with one client for everybody in the scenario.
pub struct SocketWorld {
    runtime: Runtime,
    server: Option<TestServer>,
    people: BTreeMap<String, (Identity, Client)>,
}

impl Default for SocketWorld {
    fn default() -> Self {
        let runtime = tokio::runtime::Builder::new_current_thread().enable_all().build();
        let runtime = runtime.expect("a runtime can be made");
        let options = Options { participants_max: Some(6), ..options() };
        let server = runtime.block_on(TestServer::with(options, Arc::new(MemoryJournal::default())));
        Self { runtime, server: Some(server), people: BTreeMap::new() }
    }
}

impl SocketWorld {
    fn server(&self) -> &TestServer {
        self.server.as_ref().expect("there is a server but for a moment in restart")
    }

    /// The selection as the journal makes it, if this role sees it.
    fn selection_due(&self, role: Role) -> Option<Value> {
        let journal = self.server().journal.as_ref();
        let key = journal.find(&self.server().cafe.code).expect("readable").expect("there is a café");
        let cafe = load_from_events(journal, key).expect("readable").cafe;
        let selection = form(&Ingredients::of(&cafe));
        let view = View { cafe: &cafe, online: 0, selection: Some(&selection) };
        let json = project(view, role, &DocKey::Selection)?;
        Some(serde_json::from_str(&json).expect("documents are JSON"))
    }

    /// Everybody is connected from their first step on.
    fn person(&mut self, who: &str) -> &mut (Identity, Client) {
        if !self.people.contains_key(who) {
            let identity = self.server().identity(role(who));
            let connecting = Client::connect(self.server().running.address, &identity);
            let client = self.runtime.block_on(connecting).expect("the client is let in");
            self.people.insert(who.to_owned(), (identity, client));
        }
        self.people.get_mut(who).expect("just put in")
    }
}

impl World for SocketWorld {
    fn wish(&mut self, who: &str, id: &CommandId, command: Command) -> Result<(), Rejection> {
        self.person(who);
        let (_, client) = self.people.get_mut(who).expect("just put in");
        self.runtime.block_on(client.wish(id, command)).expect("the command is answered")
    }

    fn ask(&mut self, who: &str, id: &CommandId, query: Query) -> Result<Value, Rejection> {
        self.person(who);
        let (_, client) = self.people.get_mut(who).expect("just put in");
        self.runtime.block_on(client.ask(id, query)).expect("the query is answered")
    }

    fn see(&mut self, who: &str, key: &str) -> Option<Value> {
        let address = self.server().running.address;
        let identity = self.person(who).0.clone();
        let mut newcomer = self.runtime.block_on(Client::connect(address, &identity)).expect("let in");
        if key == "selection" {
            let due = self.selection_due(role(who));
            let is_there = |client: &Client| client.board.get(key).cloned() == due;
            let waiting = async { tokio::time::timeout(SELECTION_WITHIN, newcomer.until(is_there)).await };
            let came = self.runtime.block_on(waiting);
            assert!(matches!(came, Ok(Ok(()))), "the selection is not what the ballots say: {due:?}");
        }
        let (_, follower) = self.people.get_mut(who).expect("put in above");
        let settled = |client: &Client| {
            let mut board = client.board.clone();
            board.remove("crowd");
            if key != "selection" {
                board.remove("selection");
            }
            board
        };
        let expected = settled(&newcomer);
        let same = |client: &Client| settled(client) == expected && client.personal == newcomer.personal;
        self.runtime.block_on(follower.until(same)).expect("a follower has what a newcomer gets");
        newcomer.board.get(key).or_else(|| newcomer.personal.get(key)).cloned()
    }

    fn pass(&mut self, _seconds: u32) {
        panic!("the server's time does not pass at will: run this scenario against the core only");
    }

    fn restart(&mut self) {
        let server = self.server.take().expect("there is a server but for this moment");
        let server = self.runtime.block_on(server.restart());
        for (identity, client) in self.people.values_mut() {
            let connecting = Client::resume(
                server.running.address,
                identity,
                client.cursor.clone(),
                std::mem::take(&mut client.board),
            );
            *client = self.runtime.block_on(connecting).expect("the client is let in again");
        }
        self.server = Some(server);
    }
}

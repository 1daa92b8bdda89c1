//! Scenarios over real sockets: everybody in the scenario is a connected client, and whoever looks at a
//! document must see it both as a newcomer and as somebody who followed all the time.

use serde_json::Value;
use std::collections::BTreeMap;
use std::sync::Arc;
use tafelrunde::config::Options;
use tafelrunde::journal::memory::MemoryJournal;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::rejection::Rejection;
use tokio::runtime::Runtime;

use crate::client::{Client, Identity};
use crate::scenario::{World, role};
use crate::server::{TestServer, options};

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
        let options = Options { participants_max: Some(3), ..options() };
        let server = runtime.block_on(TestServer::with(options, Arc::new(MemoryJournal::default())));
        Self { runtime, server: Some(server), people: BTreeMap::new() }
    }
}

impl SocketWorld {
    fn server(&self) -> &TestServer {
        self.server.as_ref().expect("there is a server but for a moment in restart")
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

    fn see(&mut self, who: &str, key: &str) -> Option<Value> {
        let address = self.server().running.address;
        let identity = self.person(who).0.clone();
        let newcomer = self.runtime.block_on(Client::connect(address, &identity)).expect("let in");
        let (_, follower) = self.people.get_mut(who).expect("put in above");
        let ignoring_presence = |client: &Client| {
            let mut board = client.board.clone();
            board.remove("crowd");
            board
        };
        let expected = ignoring_presence(&newcomer);
        let same =
            |client: &Client| ignoring_presence(client) == expected && client.personal == newcomer.personal;
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

//! What people want of a room, sorted by how it is dealt with.

use std::sync::Arc;
use tafelrunde_core::actor::Actor;
use tafelrunde_core::query::inquire;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::query::Query;

use super::{Room, refuse};
use crate::hub::mailbox::{Answer, Mailbox, Outcome};

/// A command or a query on its way.
pub struct Submission {
    /// Who.
    pub actor: Actor,
    /// Its id.
    pub id: CommandId,
    /// What is wanted.
    pub wish: Wish,
    /// Where the answer goes.
    pub mailbox: Arc<Mailbox>,
}

/// What somebody wants of a room.
pub enum Wish {
    /// To change something.
    Command(Command),
    /// To know something.
    Query(Query),
}

/// A wish of one kind and whoever has it.
pub struct Asked<W> {
    pub actor: Actor,
    pub id: CommandId,
    pub wish: W,
    pub mailbox: Arc<Mailbox>,
}

impl Room {
    /// Commands and queries apart. A selection is adopted when it is made of the ballots as they are; a command
    /// that is too early for that waits for it.
    pub(super) fn sorted(
        &mut self,
        submissions: Vec<Submission>,
    ) -> (Vec<Asked<Command>>, Vec<Asked<Query>>) {
        let mut commands = self.forming.ready_adoptions();
        commands.reserve(submissions.len());
        let mut queries = Vec::new();
        for Submission { actor, id, wish, mailbox } in submissions {
            match wish {
                Wish::Query(wish) => queries.push(Asked { actor, id, wish, mailbox }),
                Wish::Command(wish @ Command::AdoptSelection { .. })
                    if self.forming.is_being_made(&self.cafe) =>
                {
                    self.forming.keep_adoption(Asked { actor, id, wish, mailbox });
                }
                Wish::Command(wish) => commands.push(Asked { actor, id, wish, mailbox }),
            }
        }
        (commands, queries)
    }

    /// Answers a query from what is durable.
    pub(super) fn look_up(&mut self, query: Asked<Query>) {
        let Asked { actor, id, wish, mailbox } = query;
        match inquire(&self.cafe, actor, wish) {
            Ok(inquiry) => self.advisor.answer(&self.cafe, inquiry, move |json| {
                mailbox.answer(Answer { id, outcome: Outcome::Known(json) });
                mailbox.deliver();
            }),
            Err(rejection) => refuse(&mailbox, id, rejection),
        }
    }
}

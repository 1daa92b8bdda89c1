//! What one connection alone is told: answers to its commands and queries, documents of its person, and farewell.
//!
//! Bounded by construction: answers by the commands that a connection may have in flight, documents by the
//! number of a person's documents, because a newer one replaces an older one under the same key.

use std::sync::{Mutex, MutexGuard, PoisonError};
use tafelrunde_core::project::Json;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::Bye;
use tafelrunde_protocol::rejection::Rejection;

use super::bell::Bell;

/// The answer to a command or a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Answer {
    /// Which.
    pub id: CommandId,
    /// What came of it.
    pub outcome: Outcome,
}

/// What came of a command or a query.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Outcome {
    /// The command is stored.
    Stored,
    /// The query is answered.
    Known(Json),
    /// Nothing, and why.
    Refused(Rejection),
}

/// A document of a person by wire key; `None`: it is gone.
pub type PersonalChange = (String, Option<Json>);

/// What one connection alone is told.
#[derive(Debug)]
pub struct Mailbox {
    letters: Mutex<Letters>,
    bell: Bell,
}

/// Everything that waits.
#[derive(Debug, Default)]
pub struct Letters {
    /// In the order in which commands were decided.
    pub answers: Vec<Answer>,
    /// Documents of the person that changed, each once.
    pub personal: Vec<PersonalChange>,
    /// The connection ends after this.
    pub bye: Option<Bye>,
    /// Whether the connection has been woken for what is here.
    delivered: bool,
}

impl Letters {
    fn is_empty(&self) -> bool {
        self.answers.is_empty() && self.personal.is_empty() && self.bye.is_none()
    }
}

impl Mailbox {
    /// An empty mailbox; `bell` is rung when something was delivered.
    pub fn new(bell: Bell) -> Self {
        Self { letters: Mutex::default(), bell }
    }

    /// Adds an answer. The connection hears of it with the next [`Self::deliver`].
    pub fn answer(&self, answer: Answer) {
        self.letters().answers.push(answer);
    }

    /// Adds a document. The connection hears of it with the next [`Self::deliver`].
    pub fn document(&self, key: String, document: Option<Json>) {
        let mut letters = self.letters();
        // A person has few documents, and nearly always one of them changes at a time.
        match letters.personal.iter_mut().find(|(known, _)| *known == key) {
            Some(earlier) => earlier.1 = document,
            None => letters.personal.push((key, document)),
        }
    }

    /// Says farewell, at once.
    pub fn bye(&self, bye: Bye) {
        self.letters().bye = Some(bye);
        self.deliver();
    }

    /// Wakes the connection, once for everything that was added since it last looked: an answer and the
    /// document that it is about then go out in one write.
    pub fn deliver(&self) {
        let is_news = {
            let mut letters = self.letters();
            let is_news = !letters.is_empty() && !letters.delivered;
            letters.delivered |= is_news;
            is_news
        };
        if is_news {
            self.bell.ring();
        }
    }

    /// Takes everything that waits, delivered or not.
    pub fn take(&self) -> Option<Letters> {
        let mut letters = self.letters();
        if letters.is_empty() { None } else { Some(std::mem::take(&mut letters)) }
    }

    fn letters(&self) -> MutexGuard<'_, Letters> {
        // Every change is one insertion, so a panic elsewhere leaves whole letters.
        self.letters.lock().unwrap_or_else(PoisonError::into_inner)
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use std::pin::pin;
    use std::sync::Arc;
    use std::task::{Context, Poll, Waker};
    use tokio::sync::Notify;

    fn answer(id: &str) -> Answer {
        Answer { id: CommandId::new(id).unwrap(), outcome: Outcome::Stored }
    }

    fn mailbox() -> (Mailbox, Arc<Notify>) {
        let notify = Arc::new(Notify::new());
        (Mailbox::new(Bell::Task(notify.clone())), notify)
    }

    fn is_woken(notify: &Notify) -> bool {
        let notified = pin!(notify.notified());
        notified.poll(&mut Context::from_waker(Waker::noop())) == Poll::Ready(())
    }

    #[test]
    fn a_connection_is_woken_once_for_everything_that_came_together() {
        let (mailbox, notify) = mailbox();
        mailbox.document("me/ballot/p".into(), None);
        mailbox.answer(answer("a"));
        assert!(!is_woken(&notify));
        mailbox.deliver();
        mailbox.deliver();
        assert!(is_woken(&notify));
        assert!(!is_woken(&notify));
        assert_eq!(mailbox.take().unwrap().answers, [answer("a")]);
    }

    #[test]
    fn what_comes_after_a_look_wakes_again() {
        let (mailbox, notify) = mailbox();
        mailbox.answer(answer("a"));
        mailbox.deliver();
        assert!(is_woken(&notify) && mailbox.take().is_some());
        mailbox.answer(answer("b"));
        mailbox.deliver();
        assert!(is_woken(&notify));
    }

    #[test]
    fn an_empty_mailbox_wakes_nobody() {
        let (mailbox, notify) = mailbox();
        mailbox.deliver();
        assert!(!is_woken(&notify));
    }
}

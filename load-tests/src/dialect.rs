//! How the lines of the raw generator talk to a server: what they send, and what a received message is.
//!
//! A dialect writes and compares bytes and reads no JSON, so that the load costs the same against every server.

use tafelrunde_protocol::command::{Command, PollDraft, PollKind, Profile, Results, Scene, Surface};
use tafelrunde_protocol::ids::{CafeCode, PollId};
use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::{ClientMessage, ClockRequest, CommandMessage, Hello, Role};

use crate::connection::command_id;
use crate::frame::TEXT;
use crate::raw_messages::{self, TOLD};
use crate::server::NewCafe;

/// What a received message is to the load.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Heard {
    /// The line is upgraded; no message yet.
    Upgraded,
    /// The first board stands.
    Board,
    /// A request was carried out.
    Ack,
    /// Everybody gets this.
    Delivery,
    /// A request was refused, or the server hangs up.
    Refused,
    /// Nothing that is measured.
    Other,
}

/// The two sides of a conversation. Lines below [`Dialect::tellers`] are tellers, who can tell everybody.
pub trait Dialect {
    /// Where the WebSocket is.
    fn path(&self) -> &'static str;
    /// What kind of frames the client sends.
    fn opcode(&self) -> u8 {
        TEXT
    }
    /// Lines that tell: one for each room.
    fn tellers(&self) -> usize;
    /// First message of a line.
    fn greeting(&self, line: usize) -> Vec<u8>;
    /// Whether the greeting is answered with that.
    fn is_greeted(&self, heard: Heard) -> bool;
    /// Messages of a teller before all else, each to be acknowledged.
    fn preparations(&self, teller: usize) -> Vec<Vec<u8>>;
    /// What a line sends, to be acknowledged, before its first request; empty: nothing.
    fn seat(&self) -> Vec<u8>;
    /// A request. The numbers of a line ascend.
    fn request(&self, line: usize, number: u64) -> Vec<u8>;
    /// What is answered to the asker alone, without being stored.
    fn question(&self) -> Vec<u8>;
    /// What a teller sends so that everybody in its room gets a message.
    fn tell(&self, number: u64) -> Vec<u8>;
    /// What a message is.
    fn hear(&self, message: &[u8]) -> Heard;
    /// What all messages in a frame are; with most servers it holds one.
    fn hear_all(&self, frame: &[u8], note: &mut dyn FnMut(Heard)) {
        note(self.hear(frame));
    }
}

/// The conversation of `raw_messages`, with which floor and peers are measured.
#[derive(Debug, Default)]
pub struct Raw;

/// Tafelrunde's protocol. Line `teller + n × rooms` is a phone in the teller's café.
#[derive(Debug)]
pub struct Tafelrunde {
    cafes: Vec<NewCafe>,
    poll: PollId,
    results: Results,
}

impl Dialect for Raw {
    fn path(&self) -> &'static str {
        "/"
    }

    fn tellers(&self) -> usize {
        1
    }

    fn greeting(&self, _line: usize) -> Vec<u8> {
        raw_messages::request()
    }

    fn is_greeted(&self, heard: Heard) -> bool {
        heard == Heard::Ack
    }

    fn preparations(&self, _teller: usize) -> Vec<Vec<u8>> {
        Vec::new()
    }

    fn seat(&self) -> Vec<u8> {
        Vec::new()
    }

    fn request(&self, _line: usize, _number: u64) -> Vec<u8> {
        raw_messages::request()
    }

    fn question(&self) -> Vec<u8> {
        raw_messages::request()
    }

    fn tell(&self, _number: u64) -> Vec<u8> {
        raw_messages::tell()
    }

    fn hear(&self, message: &[u8]) -> Heard {
        if message.first() == Some(&TOLD) { Heard::Delivery } else { Heard::Ack }
    }
}

impl Tafelrunde {
    /// Phones are spread evenly over the cafés.
    pub fn new(cafes: Vec<NewCafe>, results: Results) -> Self {
        Self { cafes, poll: PollId::new("load").expect("the form of an id"), results }
    }

    fn command(id: &str, command: Command) -> Vec<u8> {
        text(&ClientMessage::Command(CommandMessage { id: command_id(id), command }))
    }
}

/// Characters of the notice, so that the update has about 300 bytes.
const NOTICE_CHARS: usize = 150;
const OPTIONS: u64 = 4;

impl Dialect for Tafelrunde {
    fn path(&self) -> &'static str {
        "/ws"
    }

    fn tellers(&self) -> usize {
        self.cafes.len()
    }

    fn greeting(&self, line: usize) -> Vec<u8> {
        let cafe = &self.cafes[line % self.cafes.len()];
        let (role, token) = if line < self.cafes.len() {
            (Role::Moderator, cafe.moderator_token.clone())
        } else {
            // Guessable, and as long as real ones.
            (Role::Participant, format!("{line:043}"))
        };
        let cafe = CafeCode::parse(&cafe.code).expect("the server told this code");
        text(&ClientMessage::Hello(Hello { protocol: PROTOCOL, cafe, role, token, resume: None }))
    }

    fn is_greeted(&self, heard: Heard) -> bool {
        heard == Heard::Board
    }

    fn preparations(&self, _teller: usize) -> Vec<Vec<u8>> {
        let poll = || self.poll.clone();
        let draft = PollDraft {
            question: "Which answer?".to_owned(),
            options: (1..=OPTIONS).map(|option| format!("Answer {option}")).collect(),
            kind: PollKind::Single,
            results: self.results,
        };
        vec![
            Self::command("draft", Command::DraftPoll { poll: poll(), draft }),
            Self::command("open", Command::OpenPoll { poll: poll(), seconds: None }),
        ]
    }

    fn seat(&self) -> Vec<u8> {
        Self::command("seat", Command::Join(Profile::default()))
    }

    fn request(&self, _line: usize, number: u64) -> Vec<u8> {
        let (poll, choice) = (self.poll.as_str(), number % OPTIONS);
        let ballot = format!(r#"{{"poll":"{poll}","choices":[{choice}],"revision":{number}}}"#);
        format!(r#"{{"command":{{"id":"v{number:018}","do":{{"cast_ballot":{ballot}}}}}}}"#).into_bytes()
    }

    fn question(&self) -> Vec<u8> {
        text(&ClientMessage::Clock(ClockRequest { sent: 0 }))
    }

    fn tell(&self, number: u64) -> Vec<u8> {
        let text = format!("{:.<NOTICE_CHARS$}", format!("Notice {number} "));
        let command = Command::ShowScene { on: Surface::Phones, scene: Scene::Notice { text } };
        Self::command(&format!("t{number}"), command)
    }

    /// A message is an object with one key, which comes first.
    fn hear(&self, message: &[u8]) -> Heard {
        let begins = |key: &[u8]| message.starts_with(key);
        if begins(br#"{"ack""#) {
            Heard::Ack
        } else if begins(br#"{"update""#) {
            Heard::Delivery
        } else if begins(br#"{"snapshot""#) {
            Heard::Board
        } else if begins(br#"{"rejected""#) || begins(br#"{"error""#) || begins(br#"{"bye""#) {
            Heard::Refused
        } else {
            Heard::Other
        }
    }
}

fn text(message: &ClientMessage) -> Vec<u8> {
    serde_json::to_vec(message).expect("messages of the protocol are JSON")
}

#[cfg(test)]
#[path = "dialect_tests.rs"]
mod tests;

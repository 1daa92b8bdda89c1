//! One WebSocket: a socket, a phase of its life, and what the kernel has not taken yet.

use mio::net::TcpStream;
use std::io::{self, Read};
use std::net::Shutdown;
use tafelrunde_protocol::limits::{MESSAGE_BYTES_MAX, MODERATOR_MESSAGE_BYTES_MAX};
use tafelrunde_protocol::message::{ClientMessage, Role, close_code};
use tokio_tungstenite::tungstenite::{Bytes, Utf8Bytes};

use super::desk::Desk;
use super::entering::Entering;
use super::framing::{Frames, Framing, Received, write_parts};
use super::readers::Membership;
use crate::edge::admission::Place;
use crate::edge::conversation::{Begun, Conversation, Guest, Outgoing};
use crate::edge::incoming::{self, Unreadable};
use crate::edge::refusal::Refusal;
use crate::edge::texts;
use crate::hub::bell::LineKey;
use crate::room::Attached;

/// A client that says nothing first is let go after this. All times are whole seconds.
const HELLO_WITHIN: u32 = 10;
/// The server asks for a sign of life this often.
const PING_EVERY: u32 = 15;
/// A line from which nothing came for so long is taken for dead.
const SILENCE_MAX: u32 = 40;
/// A client that does not take a frame within this is let go.
const WRITE_WITHIN: u32 = 10;
/// How long a client may take to answer our close frame. Closing at once could destroy what it has not read.
const CLOSE_WITHIN: u32 = 2;

/// How a line is closed.
pub type Ending = (u16, &'static str);
const LOST: Ending = (close_code::TIMEOUT, "lost");
const COME_BACK: Ending = (close_code::COME_BACK, "come back");
const TOO_LARGE: Ending = (close_code::TOO_BIG, "message too large");

/// One WebSocket.
pub struct Line {
    /// Its number on its switchboard.
    pub key: LineKey,
    /// The socket.
    pub tcp: TcpStream,
    framing: Framing,
    /// What was read and may not be taken yet.
    unread: Vec<u8>,
    output: Option<Box<Output>>,
    phase: Phase,
    /// When something came last.
    heard: u32,
    /// Something may be in the socket.
    pub is_readable: bool,
    /// The other side sends no more.
    pub is_half_closed: bool,
    /// Reading stopped although there may be more.
    is_held: bool,
    /// The mailbox or the board has something.
    pub has_news: bool,
    /// It stands on the list of lines to serve.
    pub is_listed: bool,
    _place: Option<Place>,
}

/// What the kernel has not taken.
struct Output {
    parts: Vec<Bytes>,
    since: u32,
}

enum Phase {
    Greeting { since: u32 },
    Entering(Box<Entering>),
    Talking(Conversation, Membership),
    Parting { since: u32 },
}

/// What becomes of a line.
pub enum Fate {
    /// It goes on.
    Stay,
    /// It is gone.
    Gone,
    /// It says this and goes.
    Part(Ending),
    /// It goes on on the stage's switchboard.
    Move(Guest),
}

impl Line {
    /// A line after its handshake. `read_already` came together with it.
    pub fn new(key: LineKey, tcp: TcpStream, read_already: &[u8], place: Option<Place>, now: u32) -> Self {
        Self {
            key,
            tcp,
            framing: Framing::new(),
            unread: read_already.to_vec(),
            output: None,
            phase: Phase::Greeting { since: now },
            heard: now,
            is_readable: false,
            is_half_closed: false,
            is_held: !read_already.is_empty(),
            has_news: false,
            is_listed: false,
            _place: place,
        }
    }

    /// Where it belongs, once it talks.
    pub fn membership(&mut self) -> Option<&mut Membership> {
        match &mut self.phase {
            Phase::Talking(_, membership) => Some(membership),
            Phase::Greeting { .. } | Phase::Entering(_) | Phase::Parting { .. } => None,
        }
    }

    /// Its conversation, once it talks.
    pub fn conversation(&self) -> Option<&Conversation> {
        match &self.phase {
            Phase::Talking(conversation, _) => Some(conversation),
            Phase::Greeting { .. } | Phase::Entering(_) | Phase::Parting { .. } => None,
        }
    }

    /// Its way in, until it talks.
    pub fn entering(&mut self) -> Option<&mut Entering> {
        match &mut self.phase {
            Phase::Entering(entering) => Some(entering),
            Phase::Greeting { .. } | Phase::Talking(..) | Phase::Parting { .. } => None,
        }
    }

    /// Does everything that can be done without waiting: writes what the kernel takes, tells what is new,
    /// takes what came. The frames are for the caller to send, before anything else is.
    pub fn serve(&mut self, desk: &mut Desk) -> Fate {
        if self.output.is_some() {
            return Fate::Stay;
        }
        match &mut self.phase {
            Phase::Greeting { .. } | Phase::Parting { .. } => {}
            Phase::Entering(_) => return Fate::Stay,
            Phase::Talking(conversation, _) => {
                if std::mem::take(&mut self.has_news)
                    && let Some(ending) = tell(conversation.take(), &mut desk.frames)
                {
                    return Fate::Part(ending);
                }
            }
        }
        if self.is_readable || self.is_held { self.read(desk) } else { Fate::Stay }
    }

    /// Hands the kernel what it did not take before; tells whether that was all.
    pub fn flush(&mut self) -> io::Result<bool> {
        let Some(output) = &mut self.output else { return Ok(true) };
        output.parts = write_parts(&mut self.tcp, std::mem::take(&mut output.parts))?;
        if output.parts.is_empty() {
            self.output = None;
        }
        Ok(self.output.is_none())
    }

    /// Sends frames, behind what still waits.
    pub fn send(&mut self, frames: &Frames, now: u32) -> io::Result<()> {
        if frames.is_empty() {
            return Ok(());
        }
        match &mut self.output {
            None => {
                let parts = frames.write(&mut self.tcp)?;
                if !parts.is_empty() {
                    self.output = Some(Box::new(Output { parts, since: now }));
                }
            }
            Some(output) => output.parts.extend(frames.parts()),
        }
        Ok(())
    }

    /// Says farewell and waits a little for the other side to have read it.
    pub fn part(&mut self, ending: Ending, frames: &mut Frames, now: u32) -> io::Result<()> {
        frames.close(ending.0, ending.1);
        self.send(frames, now)?;
        self.phase = Phase::Parting { since: now };
        self.shut_when_sent()
    }

    /// After the last frame nothing more is sent.
    pub fn shut_when_sent(&mut self) -> io::Result<()> {
        match self.phase {
            Phase::Parting { .. } if self.output.is_none() => self.tcp.shutdown(Shutdown::Write),
            _ => Ok(()),
        }
    }

    /// Whether more may be taken now.
    pub fn may_take(&self, desk: &Desk) -> bool {
        match &self.phase {
            Phase::Greeting { .. } | Phase::Parting { .. } => true,
            Phase::Entering(_) => false,
            Phase::Talking(conversation, membership) => {
                conversation.has_room() && !desk.readers.room(membership).is_behind()
            }
        }
    }

    fn read(&mut self, desk: &mut Desk) -> Fate {
        self.is_held = false;
        let mut buffer = std::mem::take(&mut desk.buffer);
        let kept = std::mem::take(&mut self.unread);
        let mut fate = self.take_messages(&kept, desk);
        while matches!(fate, Fate::Stay) && self.is_readable && !self.is_held {
            fate = match self.tcp.read(&mut buffer) {
                Ok(0) => Fate::Gone,
                Ok(count) => {
                    self.heard = desk.now;
                    // When the line gave less than was asked for it is known to be empty, and the kernel
                    // is not asked once more to say so.
                    self.is_readable = count == buffer.len() || self.is_half_closed;
                    self.take_messages(&buffer[..count], desk)
                }
                Err(error) if error.kind() == io::ErrorKind::WouldBlock => {
                    self.is_readable = false;
                    Fate::Stay
                }
                Err(error) if error.kind() == io::ErrorKind::Interrupted => Fate::Stay,
                Err(_) => Fate::Gone,
            };
        }
        desk.buffer = buffer;
        fate
    }

    fn take_messages(&mut self, mut bytes: &[u8], desk: &mut Desk) -> Fate {
        if matches!(self.phase, Phase::Parting { .. }) {
            return Fate::Stay;
        }
        loop {
            if !self.may_take(desk) {
                self.unread = bytes.to_vec();
                self.is_held = true;
                return Fate::Stay;
            }
            let Some(received) = self.framing.next(&mut bytes, &mut desk.frames) else { return Fate::Stay };
            let fate = self.take_one(received, desk);
            if !matches!(fate, Fate::Stay) {
                self.unread = bytes.to_vec();
                self.is_held = true;
                return fate;
            }
        }
    }

    fn take_one(&mut self, received: Received, desk: &mut Desk) -> Fate {
        match (&mut self.phase, received) {
            (_, Received::SignOfLife) => Fate::Stay,
            (_, Received::Gone) => {
                // The reply to a close frame; whoever is gone does not need it.
                let _ = self.send(&desk.frames, desk.now);
                Fate::Gone
            }
            (Phase::Greeting { .. }, Received::Text(text)) => self.take_hello(&text, desk),
            (Phase::Greeting { .. }, Received::Binary | Received::TooLarge) => {
                refuse(&Refusal::no_hello(), &mut desk.frames)
            }
            (Phase::Talking(conversation, membership), Received::Text(text)) => {
                take_message(conversation, membership, &text, desk);
                Fate::Stay
            }
            (Phase::Talking(conversation, _), Received::Binary) => {
                let error = texts::error(incoming::malformed("a message is a text frame"));
                desk.frames.text(&conversation.answer_plainly(error));
                Fate::Stay
            }
            // Such a frame is not read at all, so the line cannot go on.
            (Phase::Talking(..), Received::TooLarge) => {
                desk.frames.text(&texts::error(incoming::too_large(MODERATOR_MESSAGE_BYTES_MAX)));
                Fate::Part(TOO_LARGE)
            }
            (Phase::Entering(_) | Phase::Parting { .. }, _) => Fate::Stay,
        }
    }

    fn take_hello(&mut self, text: &Utf8Bytes, desk: &mut Desk) -> Fate {
        let hello = match incoming::read(text, MESSAGE_BYTES_MAX) {
            Ok(ClientMessage::Hello(hello)) => Ok(hello),
            Ok(ClientMessage::Command(_) | ClientMessage::Clock(_)) => Err(Refusal::no_hello()),
            Err(unreadable) => Err(Refusal::unreadable_hello(unreadable)),
        };
        match hello.and_then(Guest::of) {
            Ok(guest) if guest.role != Role::Participant && desk.stage.is_some() => Fate::Move(guest),
            Ok(guest) => self.enter(guest, desk),
            Err(refusal) => refuse(&refusal, &mut desk.frames),
        }
    }

    /// Goes to the café that the hello names.
    pub fn enter(&mut self, guest: Guest, desk: &mut Desk) -> Fate {
        let entering = Entering::new(guest, self.key, desk);
        self.phase = Phase::Entering(Box::new(entering));
        Fate::Stay
    }

    /// Has been let in: says what there is to say first.
    pub fn begin(&mut self, attached: Attached, desk: &mut Desk) -> Fate {
        let entered = std::mem::replace(&mut self.phase, Phase::Greeting { since: desk.now });
        let Phase::Entering(entering) = entered else {
            // Only a line that asked to be let in is.
            return Fate::Gone;
        };
        let Some((guest, room, presence, mailbox)) = entering.finish() else { return Fate::Gone };
        // Watching begins before the board is read.
        let membership = desk.readers.join(room, guest.role, self.key);
        let begun = Conversation::begin(&guest, (attached, presence), mailbox, &desk.services.speed);
        let Begun { conversation, welcome, personal, board } = begun;
        desk.frames.text(&welcome);
        if conversation.is_personal() {
            desk.frames.shared_text(texts::all_personal(&personal));
        }
        board.into_iter().for_each(|board| desk.frames.shared_text(board));
        self.phase = Phase::Talking(conversation, membership);
        self.is_held = true;
        Fate::Stay
    }

    /// Once a second: asks for signs of life and lets go of who gives none.
    pub fn look_after(&mut self, desk: &mut Desk) -> Fate {
        let now = desk.now;
        let is_over = |since: u32, within: u32| now.saturating_sub(since) > within;
        if self.output.as_ref().is_some_and(|output| is_over(output.since, WRITE_WITHIN)) {
            return Fate::Gone;
        }
        match &self.phase {
            Phase::Greeting { since } if is_over(*since, HELLO_WITHIN) => {
                refuse(&Refusal::hello_timeout(), &mut desk.frames)
            }
            Phase::Parting { since } if is_over(*since, CLOSE_WITHIN) => Fate::Gone,
            Phase::Talking(conversation, _) => {
                if conversation.has_room() && is_over(self.heard, SILENCE_MAX) {
                    return Fate::Part(LOST);
                }
                if (now + self.key.place).is_multiple_of(PING_EVERY) && self.output.is_none() {
                    desk.frames.ping();
                }
                Fate::Stay
            }
            Phase::Greeting { .. } | Phase::Entering(_) | Phase::Parting { .. } => Fate::Stay,
        }
    }

    /// Whether there is more to read at once.
    pub fn is_to_be_read(&self) -> bool {
        let is_waiting = self.output.is_some()
            || matches!(&self.phase, Phase::Entering(_))
            || self.conversation().is_some_and(|conversation| !conversation.has_room());
        (self.is_readable || self.is_held) && !is_waiting
    }
}

/// Says why a line is not let in.
pub fn refuse(refusal: &Refusal, frames: &mut Frames) -> Fate {
    refusal.texts().iter().for_each(|text| frames.text(text));
    Fate::Part((refusal.close_code, "refused"))
}

fn tell(outgoing: Outgoing, frames: &mut Frames) -> Option<Ending> {
    let Outgoing { answers, personal, board, bye } = outgoing;
    for answer in answers {
        frames.text(&texts::answer(answer));
    }
    if !personal.is_empty() {
        frames.text(&texts::personal(&personal));
    }
    board.into_iter().for_each(|board| frames.shared_text(board));
    let bye = bye?;
    frames.text(&texts::bye(bye));
    Some(COME_BACK)
}

fn take_message(conversation: &mut Conversation, membership: &Membership, text: &Utf8Bytes, desk: &mut Desk) {
    let answer = match incoming::read(text, incoming::message_bytes_max(conversation.role())) {
        Ok(ClientMessage::Command(command)) => {
            match conversation.submission(command) {
                Ok(submission) => desk.readers.hand_in(membership, submission),
                Err(answer) => desk.frames.text(&texts::answer(answer)),
            }
            return;
        }
        Ok(ClientMessage::Clock(request)) => texts::clock(request.sent),
        Ok(ClientMessage::Hello(_)) => texts::error(Refusal::second_hello().error),
        Err(Unreadable::Command(rejected)) => texts::rejected(rejected),
        Err(Unreadable::Message(error)) => texts::error(error),
    };
    desk.frames.text(&conversation.answer_plainly(answer));
}

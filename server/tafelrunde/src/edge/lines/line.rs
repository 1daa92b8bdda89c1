//! One WebSocket: a socket, a phase of its life, and what the kernel has not taken yet.

mod reading;

use mio::net::TcpStream;
use std::io;
use std::net::{IpAddr, Shutdown, SocketAddr};
use tafelrunde_protocol::ids::Version;
use tafelrunde_protocol::message::close_code;
use tokio_tungstenite::tungstenite::Bytes;

use super::desk::Desk;
use super::entering::Entering;
use super::framing::{Frames, Framing, write_parts};
use super::readers::Membership;
use crate::edge::admission::Place;
use crate::edge::conversation::{Begun, Conversation, Guest, Outgoing};
use crate::edge::refusal::Refusal;
use crate::edge::texts;
use crate::hub::bell::LineKey;
use crate::room::Attached;

/// A client that says nothing first is let go after this. All times are whole seconds.
const HELLO_WITHIN: u32 = 10;
/// A connection whose first request is not there after this is let go.
const OPENING_WITHIN: u32 = 10;
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
    place: Option<Place>,
}

/// What the kernel has not taken.
struct Output {
    parts: Vec<Bytes>,
    since: u32,
}

enum Phase {
    Opening { address: SocketAddr, since: u32 },
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
    /// It is no WebSocket; this has been read of it.
    Http(Vec<u8>, SocketAddr),
}

impl Line {
    /// A connection of which nothing is known yet.
    pub fn new(key: LineKey, tcp: TcpStream, address: SocketAddr, now: u32) -> Self {
        Self {
            key,
            tcp,
            framing: Framing::default(),
            unread: Vec::new(),
            output: None,
            phase: Phase::Opening { address, since: now },
            heard: now,
            is_readable: false,
            is_half_closed: false,
            is_held: false,
            has_news: false,
            is_listed: false,
            place: None,
        }
    }

    /// Its handshake is done; `read_already` came after it.
    pub fn greet(&mut self, address: IpAddr, read_already: &[u8], desk: &mut Desk) -> Fate {
        self.phase = Phase::Greeting { since: desk.now };
        self.unread = read_already.to_vec();
        self.is_held = !read_already.is_empty();
        self.place = desk.services.admission.admit(address);
        if self.place.is_some() {
            return Fate::Stay;
        }
        let refusal = Refusal::too_many_connections(desk.services.admission.per_address_max());
        refuse(&refusal, &mut desk.frames)
    }

    /// Where it belongs, once it talks.
    pub fn membership(&mut self) -> Option<&mut Membership> {
        match &mut self.phase {
            Phase::Talking(_, membership) => Some(membership),
            _ => None,
        }
    }

    /// Its conversation, once it talks.
    pub fn conversation(&mut self) -> Option<&mut Conversation> {
        match &mut self.phase {
            Phase::Talking(conversation, _) => Some(conversation),
            _ => None,
        }
    }

    /// Its way in, until it talks.
    pub fn entering(&mut self) -> Option<&mut Entering> {
        match &mut self.phase {
            Phase::Entering(entering) => Some(entering),
            _ => None,
        }
    }

    /// Does everything that can be done without waiting: writes what the kernel takes, tells what is new,
    /// takes what came. The frames are for the caller to send, before anything else is.
    pub fn serve(&mut self, desk: &mut Desk) -> Fate {
        if self.output.is_some() {
            return Fate::Stay;
        }
        match &mut self.phase {
            Phase::Opening { .. } | Phase::Greeting { .. } | Phase::Parting { .. } => {}
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

    /// Whether it has everything of the board up to this version and nothing else is to be said or sent.
    pub fn is_at(&mut self, version: Version) -> bool {
        let is_free = !self.has_news && self.output.is_none();
        is_free && self.conversation().is_some_and(|conversation| conversation.version() == version)
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
            Phase::Opening { .. } | Phase::Greeting { .. } | Phase::Parting { .. } => true,
            Phase::Entering(_) => false,
            Phase::Talking(conversation, membership) => {
                conversation.has_room() && !desk.readers.room(membership).is_behind()
            }
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
            desk.frames.text(&texts::all_personal(&personal));
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
            Phase::Opening { since, .. } if is_over(*since, OPENING_WITHIN) => Fate::Gone,
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
            _ => Fate::Stay,
        }
    }

    /// Whether there is more to read at once.
    pub fn is_to_be_read(&self) -> bool {
        let is_waiting = self.output.is_some()
            || matches!(&self.phase, Phase::Entering(_))
            || matches!(&self.phase, Phase::Talking(conversation, _) if !conversation.has_room());
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
        frames.written(|out| texts::write_answer(out, &answer));
    }
    if !personal.is_empty() {
        frames.written(|out| texts::write_personal(out, &personal));
    }
    board.into_iter().for_each(|board| frames.shared_text(board));
    let bye = bye?;
    frames.text(&texts::bye(bye));
    Some(COME_BACK)
}

//! A client of the protocol that checks what it is promised: updates without gaps, answers by id.

use anyhow::{Context, bail, ensure};
use futures_util::{SinkExt, StreamExt};
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CafeCode, CommandId, Version};
use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::{
    Bye, ClientMessage, CommandMessage, Cursor, Hello, ProtocolError, QueryMessage, Role, ServerMessage,
};
use tafelrunde_protocol::query::Query;
use tafelrunde_protocol::rejection::Rejection;
use tokio::net::TcpStream;
use tokio::time::timeout;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::tungstenite::protocol::CloseFrame;
use tokio_tungstenite::{WebSocketStream, client_async};

/// Longer than anything takes on a busy machine; only a fault waits so long.
pub const PATIENCE: Duration = Duration::from_secs(20);

/// Who the client is.
#[derive(Debug, Clone)]
pub struct Identity {
    /// The café.
    pub code: CafeCode,
    /// The role.
    pub role: Role,
    /// The token.
    pub token: String,
}

/// Documents by key.
pub type Documents = BTreeMap<String, Value>;

/// A connected client.
pub struct Client {
    socket: WebSocketStream<TcpStream>,
    /// The board as far as it has been sent.
    pub board: Documents,
    /// The person's documents.
    pub personal: Documents,
    /// Where the client stands on the board.
    pub cursor: Option<Cursor>,
    /// Answers that nobody has asked for yet.
    pub answers: BTreeMap<CommandId, Result<(), Rejection>>,
    /// Answers to queries that nobody has asked for yet.
    pub known: BTreeMap<CommandId, Value>,
    /// Errors in the order in which they came.
    pub errors: Vec<ProtocolError>,
    /// The farewell, if there was one.
    pub bye: Option<Bye>,
    /// Every text frame that came, as it came.
    pub frames: Vec<String>,
}

impl Client {
    /// Connects without saying anything.
    pub async fn open(server: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(server).await?;
        let (socket, _) = client_async(format!("ws://{server}/ws"), stream).await?;
        Ok(Self {
            socket,
            board: Documents::new(),
            personal: Documents::new(),
            cursor: None,
            answers: BTreeMap::new(),
            known: BTreeMap::new(),
            errors: Vec::new(),
            bye: None,
            frames: Vec::new(),
        })
    }

    /// Connects, says hello, and waits until the board is there.
    pub async fn connect(server: SocketAddr, identity: &Identity) -> anyhow::Result<Self> {
        Self::resume(server, identity, None, Documents::new()).await
    }

    /// Connects with what an earlier connection had.
    pub async fn resume(
        server: SocketAddr,
        identity: &Identity,
        cursor: Option<Cursor>,
        board: Documents,
    ) -> anyhow::Result<Self> {
        let mut client = Self::open(server).await?;
        client.cursor.clone_from(&cursor);
        client.board = board;
        let Identity { code, role, token } = identity.clone();
        let hello = Hello { protocol: PROTOCOL, cafe: code, role, token, resume: cursor };
        client.send(&ClientMessage::Hello(hello)).await?;
        client.receive().await?;
        if role == Role::Participant {
            client.receive().await?;
        }
        while client.cursor.is_none() {
            client.receive().await?;
        }
        Ok(client)
    }

    /// Sends a message.
    pub async fn send(&mut self, message: &ClientMessage) -> anyhow::Result<()> {
        self.send_text(&serde_json::to_string(message)?).await
    }

    /// Sends a text as it is.
    pub async fn send_text(&mut self, text: &str) -> anyhow::Result<()> {
        Ok(self.socket.send(Message::text(text)).await?)
    }

    /// Sends a frame as it is.
    pub async fn send_frame(&mut self, frame: Message) -> anyhow::Result<()> {
        Ok(self.socket.send(frame).await?)
    }

    /// Sends a command without waiting for its answer.
    pub async fn submit(&mut self, id: &CommandId, command: Command) -> anyhow::Result<()> {
        self.send(&ClientMessage::Command(CommandMessage { id: id.clone(), command })).await
    }

    /// Sends a command and waits for its answer.
    pub async fn wish(&mut self, id: &CommandId, command: Command) -> anyhow::Result<Result<(), Rejection>> {
        self.submit(id, command).await?;
        self.answer(id).await
    }

    /// Waits for the answer to a command.
    pub async fn answer(&mut self, id: &CommandId) -> anyhow::Result<Result<(), Rejection>> {
        loop {
            if let Some(answer) = self.answers.remove(id) {
                return Ok(answer);
            }
            self.receive().await?;
        }
    }

    /// Sends a query and waits for its answer.
    pub async fn ask(&mut self, id: &CommandId, ask: Query) -> anyhow::Result<Result<Value, Rejection>> {
        self.send(&ClientMessage::Query(QueryMessage { id: id.clone(), ask })).await?;
        loop {
            if let Some(answer) = self.known.remove(id) {
                return Ok(Ok(answer));
            }
            if let Some(Err(rejection)) = self.answers.remove(id) {
                return Ok(Err(rejection));
            }
            self.receive().await?;
        }
    }

    /// Waits until the board satisfies a condition.
    pub async fn until(&mut self, mut condition: impl FnMut(&Self) -> bool) -> anyhow::Result<()> {
        while !condition(self) {
            self.receive().await?;
        }
        Ok(())
    }

    /// Takes in the next message; an error when the connection ends or nothing comes.
    pub async fn receive(&mut self) -> anyhow::Result<()> {
        match self.next_frame().await? {
            Message::Text(text) => self.take_in(text.as_str()),
            Message::Close(frame) => bail!("closed: {frame:?}"),
            _ => Ok(()),
        }
    }

    /// Reads until the server closes; returns how it did.
    pub async fn until_closed(&mut self) -> anyhow::Result<Option<CloseFrame>> {
        loop {
            match self.next_frame().await {
                Ok(Message::Text(text)) => self.take_in(text.as_str())?,
                Ok(Message::Close(frame)) => return Ok(frame),
                Ok(_) => {}
                Err(error) => return Err(error),
            }
        }
    }

    async fn next_frame(&mut self) -> anyhow::Result<Message> {
        let frame = timeout(PATIENCE, self.socket.next()).await.context("nothing came")?;
        Ok(frame.context("the connection ended")??)
    }

    fn take_in(&mut self, text: &str) -> anyhow::Result<()> {
        self.frames.push(text.to_owned());
        match serde_json::from_str::<ServerMessage<Value>>(text).with_context(|| text.to_owned())? {
            ServerMessage::Welcome(_) | ServerMessage::Clock(_) => {}
            ServerMessage::Snapshot(snapshot) => {
                self.board = snapshot.docs;
                self.cursor = Some(Cursor { epoch: snapshot.epoch, version: snapshot.version });
            }
            ServerMessage::Update(update) => {
                let cursor = self.cursor.as_mut().context("an update without a snapshot")?;
                ensure!(cursor.version == update.from, "a gap: {:?} to {:?}", cursor.version, update.from);
                ensure!(update.from < update.version, "an update that leads nowhere");
                cursor.version = update.version;
                merge(&mut self.board, update.docs);
            }
            ServerMessage::Personal(personal) => {
                if personal.all {
                    self.personal.clear();
                }
                merge(&mut self.personal, personal.docs);
            }
            ServerMessage::Ack(ack) => {
                ensure!(self.answers.insert(ack.id, Ok(())).is_none(), "answered twice");
            }
            ServerMessage::Rejected(rejected) => {
                let earlier = self.answers.insert(rejected.id, Err(rejected.why));
                ensure!(earlier.is_none(), "answered twice");
            }
            ServerMessage::Answer(answer) => {
                let earlier = self.known.insert(answer.id, answer.answer);
                ensure!(earlier.is_none(), "answered twice");
            }
            ServerMessage::Error(error) => self.errors.push(error),
            ServerMessage::Bye(bye) => self.bye = Some(bye),
        }
        Ok(())
    }

    /// The version that the client has.
    pub fn version(&self) -> Version {
        self.cursor.as_ref().map(|cursor| cursor.version).unwrap_or_default()
    }
}

fn merge(documents: &mut Documents, changes: BTreeMap<String, Option<Value>>) {
    for (key, document) in changes {
        match document {
            Some(document) => documents.insert(key, document),
            None => documents.remove(&key),
        };
    }
}

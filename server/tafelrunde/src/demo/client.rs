//! A small client of our own protocol: keeps the documents it is sent, sends commands.

use anyhow::{Context, bail};
use futures_util::{SinkExt, StreamExt};
use serde::de::DeserializeOwned;
use serde_json::Value;
use std::collections::BTreeMap;
use std::net::SocketAddr;
use std::time::Duration;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::{CafeCode, CommandId};
use tafelrunde_protocol::limits::PROTOCOL;
use tafelrunde_protocol::message::{ClientMessage, CommandMessage, Hello, Role, ServerMessage};
use tokio::net::TcpStream;
use tokio::time::{Instant, timeout_at};
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// Where the café is.
#[derive(Clone)]
pub struct Address {
    server: SocketAddr,
    code: CafeCode,
}

impl Address {
    /// A café on this machine. A server that listens everywhere is reached over loopback.
    pub fn new(mut server: SocketAddr, code: CafeCode) -> Self {
        if server.ip().is_unspecified() {
            server.set_ip(std::net::Ipv4Addr::LOCALHOST.into());
        }
        Self { server, code }
    }
}

/// A connection and the documents it has been sent.
pub struct Client {
    socket: WebSocketStream<TcpStream>,
    documents: BTreeMap<String, Value>,
    commands: u64,
}

impl Client {
    /// Connects and says hello.
    pub async fn connect(address: &Address, role: Role, token: String) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(address.server).await?;
        let (socket, _) = client_async(format!("ws://{}/ws", address.server), stream).await?;
        let mut client = Self { socket, documents: BTreeMap::new(), commands: 0 };
        let cafe = address.code.clone();
        client
            .send(&ClientMessage::Hello(Hello { protocol: PROTOCOL, cafe, role, token, resume: None }))
            .await?;
        Ok(client)
    }

    /// Sends a command; its answer is passed over, what it changes comes as a document.
    pub async fn wish(&mut self, command: Command) -> anyhow::Result<()> {
        self.commands += 1;
        let id = CommandId::new(&format!("demo-{}-{}", std::process::id(), self.commands))?;
        self.send(&ClientMessage::Command(CommandMessage { id, command })).await
    }

    /// Takes in what the server sends, for a while.
    pub async fn watch_for(&mut self, duration: Duration) -> anyhow::Result<()> {
        let until = Instant::now() + duration;
        loop {
            match timeout_at(until, self.socket.next()).await {
                Err(_) => return Ok(()),
                Ok(None) => bail!("the server has hung up"),
                Ok(Some(Ok(Message::Text(text)))) => self.take_in(&text)?,
                Ok(Some(Ok(_))) => {}
                Ok(Some(Err(error))) => return Err(error.into()),
            }
        }
    }

    /// The document under a key, if it is there.
    pub fn document<D: DeserializeOwned>(&self, key: &str) -> Option<D> {
        serde_json::from_value(self.documents.get(key)?.clone()).ok()
    }

    /// What stands behind a prefix in all keys that begin with it.
    pub fn ids(&self, prefix: &str) -> Vec<String> {
        self.documents.keys().filter_map(|key| key.strip_prefix(prefix)).map(str::to_owned).collect()
    }

    async fn send(&mut self, message: &ClientMessage) -> anyhow::Result<()> {
        self.socket
            .send(Message::text(serde_json::to_string(message)?))
            .await
            .context("the server has hung up")
    }

    fn take_in(&mut self, text: &str) -> anyhow::Result<()> {
        match serde_json::from_str::<ServerMessage<Value>>(text)? {
            ServerMessage::Snapshot(snapshot) => self.documents.extend(snapshot.docs),
            ServerMessage::Update(update) => self.merge(update.docs),
            ServerMessage::Personal(personal) => self.merge(personal.docs),
            ServerMessage::Error(error) => bail!("{}", error.reason),
            ServerMessage::Bye(_) => bail!("the server says goodbye"),
            ServerMessage::Welcome(_)
            | ServerMessage::Ack(_)
            | ServerMessage::Answer(_)
            | ServerMessage::Rejected(_)
            | ServerMessage::Clock(_) => {}
        }
        Ok(())
    }

    fn merge(&mut self, documents: BTreeMap<String, Option<Value>>) {
        for (key, document) in documents {
            match document {
                Some(document) => self.documents.insert(key, document),
                None => self.documents.remove(&key),
            };
        }
    }
}

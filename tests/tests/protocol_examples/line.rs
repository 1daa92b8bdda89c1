//! One WebSocket of an example. Reads frames in order and keeps the documents that they bring.

use anyhow::{Context, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::{Map, Value, json};
use std::net::SocketAddr;
use std::time::Duration;
use tokio::net::TcpStream;
use tokio_tungstenite::tungstenite::Message;
use tokio_tungstenite::{WebSocketStream, client_async};

/// Longer than anything takes on a busy machine.
pub const PATIENCE: Duration = Duration::from_secs(10);

/// One WebSocket.
pub struct Line {
    socket: WebSocketStream<TcpStream>,
    /// Every document that has come and is not gone, personal ones included.
    pub board: Map<String, Value>,
    /// Whether the document shows every message of this line.
    pub shows_all: bool,
}

/// What came.
pub enum Heard {
    /// A message.
    Message(Value),
    /// The server closed with this code.
    Closed(u16),
}

impl Line {
    /// Connects.
    pub async fn open(server: SocketAddr) -> anyhow::Result<Self> {
        let stream = TcpStream::connect(server).await?;
        let (socket, _) = client_async(format!("ws://{server}/ws"), stream).await?;
        Ok(Self { socket, board: Map::new(), shows_all: true })
    }

    /// Sends a text frame.
    pub async fn send(&mut self, text: String) -> anyhow::Result<()> {
        Ok(self.socket.send(Message::text(text)).await?)
    }

    /// The next thing that comes.
    pub async fn hear(&mut self) -> anyhow::Result<Heard> {
        loop {
            match self.socket.next().await.context("the connection broke")?? {
                Message::Text(text) => {
                    let message: Value = serde_json::from_str(&text)?;
                    self.keep(&message);
                    return Ok(Heard::Message(message));
                }
                Message::Close(frame) => {
                    return Ok(Heard::Closed(frame.context("closed without a code")?.code.into()));
                }
                _ => {}
            }
        }
    }

    /// The next message.
    pub async fn message(&mut self) -> anyhow::Result<Value> {
        match self.hear().await? {
            Heard::Message(message) => Ok(message),
            Heard::Closed(code) => bail!("the server closed with {code}"),
        }
    }

    /// Makes sure that nothing came that the document does not show.
    pub async fn assert_nothing_unmentioned(&mut self) -> anyhow::Result<()> {
        self.send(json!({"clock": {"sent": -1}}).to_string()).await?;
        loop {
            let message = self.message().await?;
            if message.pointer("/clock/sent") == Some(&json!(-1)) {
                return Ok(());
            }
            if self.shows_all {
                bail!("unmentioned: {message}");
            }
        }
    }

    fn keep(&mut self, message: &Value) {
        let Some((kind, content)) = message.as_object().and_then(|message| message.iter().next()) else {
            return;
        };
        match kind.as_str() {
            "snapshot" => self.board.retain(|key, _| key.starts_with("me/")),
            "personal" if content["all"] == json!(true) => {
                self.board.retain(|key, _| !key.starts_with("me/"))
            }
            "update" | "personal" => {}
            _ => return,
        }
        for (key, document) in content["docs"].as_object().into_iter().flatten() {
            match document {
                Value::Null => self.board.remove(key),
                document => self.board.insert(key.clone(), document.clone()),
            };
        }
    }
}

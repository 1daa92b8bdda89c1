//! One WebSocket to the server with as little memory and as few system calls as it can do with.

use anyhow::{Context, Result, bail};
use futures_util::{SinkExt, StreamExt};
use serde_json::value::RawValue;
use std::net::SocketAddr;
use std::time::Duration;
use tafelrunde_protocol::command::Command;
use tafelrunde_protocol::ids::CommandId;
use tafelrunde_protocol::message::{ClientMessage, CommandMessage, Hello, ServerMessage};
use tokio::net::{TcpSocket, TcpStream};
use tokio_tungstenite::tungstenite::protocol::WebSocketConfig;
use tokio_tungstenite::tungstenite::{Message, Utf8Bytes};
use tokio_tungstenite::{WebSocketStream, client_async_with_config};

/// No single answer of the server is waited for longer than this.
pub const PATIENCE: Duration = Duration::from_secs(60);

/// A message of the server; documents stay unread text.
pub type Heard<'a> = ServerMessage<&'a RawValue>;

/// A WebSocket.
#[derive(Debug)]
pub struct Connection(WebSocketStream<TcpStream>);

impl Connection {
    /// Connects from the source, upgrades and says hello.
    pub async fn open(server: SocketAddr, source: Option<SocketAddr>, hello: Hello) -> Result<Self> {
        let socket = if server.is_ipv4() { TcpSocket::new_v4()? } else { TcpSocket::new_v6()? };
        if let Some(source) = source {
            socket.set_reuseaddr(true)?;
            socket.bind(source).with_context(|| format!("cannot connect from {source}"))?;
        }
        let stream = socket.connect(server).await.context("no connection")?;
        stream.set_nodelay(true)?;
        // The defaults are 128 KiB for each direction and phone.
        let config = WebSocketConfig::default().read_buffer_size(4_096).write_buffer_size(0);
        let request = format!("ws://{server}/ws");
        let (socket, _) =
            client_async_with_config(request, stream, Some(config)).await.context("no WebSocket")?;
        let mut connection = Self(socket);
        connection.say(&ClientMessage::Hello(hello)).await?;
        Ok(connection)
    }

    /// Sends a command.
    pub async fn command(&mut self, id: CommandId, command: Command) -> Result<()> {
        self.say(&ClientMessage::Command(CommandMessage { id, command })).await
    }

    async fn say(&mut self, message: &ClientMessage) -> Result<()> {
        let text = serde_json::to_string(message)?;
        self.0.send(Message::text(text)).await.context("the line broke while sending")
    }

    /// The next message. May be given up on and called again: nothing is lost.
    pub async fn next(&mut self) -> Result<Utf8Bytes> {
        loop {
            match self.0.next().await {
                Some(Ok(Message::Text(text))) => return Ok(text),
                Some(Ok(Message::Close(reason))) => bail!("the server closed the line: {reason:?}"),
                Some(Ok(_)) => {}
                Some(Err(error)) => return Err(error).context("the line broke"),
                None => bail!("the line ended"),
            }
        }
    }

    /// The next message, waited for no longer than [`PATIENCE`].
    pub async fn next_soon(&mut self) -> Result<Utf8Bytes> {
        tokio::time::timeout(PATIENCE, self.next()).await.context("the server said nothing for a minute")?
    }
}

/// Reads a message.
pub fn read(text: &str) -> Result<Heard<'_>> {
    serde_json::from_str(text).with_context(|| format!("not a message of this protocol: {text}"))
}

/// The id of this form, which is known to be one.
pub fn command_id(text: &str) -> CommandId {
    CommandId::new(text).expect("ids made here have the form of ids")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn documents_stay_as_they_were_sent() {
        let text = r#"{"update":{"from":1,"version":2,"docs":{"stage":{"a": 1},"poll/p":null}}}"#;
        let Ok(Heard::Update(update)) = read(text) else { panic!("not read") };
        assert_eq!(update.docs["stage"].map(RawValue::get), Some(r#"{"a": 1}"#));
        assert!(update.docs["poll/p"].is_none());
    }

    #[test]
    fn what_is_no_message_is_shown_in_the_error() {
        let error = read(r#"{"gossip":{}}"#).expect_err("unknown").to_string();
        assert_eq!(error, r#"not a message of this protocol: {"gossip":{}}"#);
    }
}

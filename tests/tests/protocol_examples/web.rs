//! One HTTP exchange of an example, written out and read back without a library: what is shown is what is sent.

use anyhow::Context;
use std::net::SocketAddr;
use tokio::io::{AsyncReadExt, AsyncWriteExt};
use tokio::net::TcpStream;

/// A request or an answer.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Letter {
    /// The first line.
    pub first: String,
    /// Names in small letters, and values.
    pub headers: Vec<(String, String)>,
    /// Without line breaks around it.
    pub body: String,
}

impl Letter {
    /// Reads a letter as it is shown or as it came.
    pub fn parse(text: &str) -> anyhow::Result<Self> {
        let text = text.replace("\r\n", "\n");
        let (head, body) = text.split_once("\n\n").unwrap_or((text.trim_end(), ""));
        let mut lines = head.lines();
        let first = lines.next().context("there is no first line")?.to_owned();
        let headers = lines.map(|line| {
            let (name, value) = line.split_once(':').with_context(|| format!("not a header: {line}"))?;
            Ok((name.to_ascii_lowercase(), value.trim().to_owned()))
        });
        Ok(Self { first, headers: headers.collect::<anyhow::Result<_>>()?, body: body.trim().to_owned() })
    }

    /// The value of a header.
    pub fn header(&self, name: &str) -> Option<&str> {
        self.headers.iter().find(|(known, _)| known == name).map(|(_, value)| value.as_str())
    }
}

/// Sends a request; the answer is read until the server closes.
pub async fn send(server: SocketAddr, request: &Letter) -> anyhow::Result<Letter> {
    let mut text = format!("{} HTTP/1.1\r\nHost: {server}\r\nConnection: close\r\n", request.first);
    for (name, value) in &request.headers {
        text.push_str(&format!("{name}: {value}\r\n"));
    }
    text.push_str(&format!("Content-Length: {}\r\n\r\n{}", request.body.len(), request.body));
    let mut stream = TcpStream::connect(server).await?;
    stream.write_all(text.as_bytes()).await?;
    let mut answer = String::new();
    stream.read_to_string(&mut answer).await?;
    Letter::parse(&answer)
}

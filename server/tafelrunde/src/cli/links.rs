//! How a café is reached: the links that people get, and the public URL that `serve` leaves for `new`.

use std::io;
use std::path::Path;

use crate::create::Created;

const PUBLIC_URL_FILE: &str = "public-url";

/// Prints the three addresses for people.
pub fn print(created: &Created) {
    println!("Café {}", created.code);
    println!("  Phones   {}", created.participant_url);
    println!("  Console  {}", created.moderator_url);
    println!("  Wall     {}", created.screen_url);
}

/// Leaves the server's public URL in its data directory.
pub fn leave_public_url(data: &Path, url: &str) -> io::Result<()> {
    std::fs::write(data.join(PUBLIC_URL_FILE), url)
}

/// What the last server on this data directory left, or the default address.
pub fn last_public_url(data: &Path) -> String {
    let left = std::fs::read_to_string(data.join(PUBLIC_URL_FILE));
    left.unwrap_or_else(|_| "http://127.0.0.1:8080".into())
}

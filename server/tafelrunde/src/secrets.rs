//! Bearer tokens and join codes: how they are made, checked in form and hashed. Tokens are never logged and
//! never stored; only their hashes are.

use rand::RngExt;
use sha2::{Digest, Sha256};
use tafelrunde_core::actor::TokenHash;
use tafelrunde_protocol::ids::CafeCode;
use tafelrunde_protocol::limits::{TOKEN_CHARS_MAX, TOKEN_CHARS_MIN};

const BASE64URL: &[u8; 64] = b"ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";

/// A token of 43 characters: 258 random bits.
pub fn new_token() -> String {
    let mut rng = rand::rng();
    (0..43).map(|_| char::from(BASE64URL[rng.random_range(0..BASE64URL.len())])).collect()
}

/// A join code; whether it is free is the journal's to say.
pub fn new_code() -> CafeCode {
    let mut rng = rand::rng();
    let alphabet = CafeCode::ALPHABET;
    let text: String =
        (0..CafeCode::CHARS).map(|_| char::from(alphabet[rng.random_range(0..alphabet.len())])).collect();
    CafeCode::parse(&text).expect("made of the alphabet of codes")
}

/// A name for one life of a room's boards: 64 random bits.
pub fn new_epoch() -> String {
    format!("{:016x}", rand::random::<u64>())
}

/// The token's hash; `None` when it has not the form of a token: 22 to 64 characters of base64url.
pub fn hash(token: &str) -> Option<TokenHash> {
    let fits = (TOKEN_CHARS_MIN..=TOKEN_CHARS_MAX).contains(&token.len());
    let is_token = fits && token.bytes().all(|byte| BASE64URL.contains(&byte));
    is_token.then(|| TokenHash(Sha256::digest(token.as_bytes()).into()))
}

/// Compares two secrets of the same kind by their hashes, so that the duration tells nothing.
pub fn same(left: &str, right: &str) -> bool {
    let of = |text: &str| TokenHash(Sha256::digest(text.as_bytes()).into());
    of(left).matches(&of(right))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_new_token_has_the_form_of_a_token() {
        assert!(hash(&new_token()).is_some());
    }

    #[test]
    fn short_long_and_foreign_tokens_are_refused() {
        assert!(hash(&"a".repeat(TOKEN_CHARS_MIN - 1)).is_none());
        assert!(hash(&"a".repeat(TOKEN_CHARS_MAX + 1)).is_none());
        assert!(hash(&format!("{}!", "a".repeat(30))).is_none());
    }

    #[test]
    fn only_the_same_secret_is_the_same() {
        assert!(same("geheim", "geheim"));
        assert!(!same("geheim", "gehein"));
    }
}

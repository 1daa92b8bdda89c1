//! When two short texts are the same for people: `Öffentlicher  Nahverkehr!` and `oeffentlicher nahverkehr`.

use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// What equal texts share: small letters; `ä`, `ö`, `ü`, `ß` as `ae`, `oe`, `ue`, `ss`; other letters without marks;
/// one blank for every run of blanks, hyphens and other signs; none around. A text of signs alone, such as an emoji,
/// is its own key.
pub fn key(text: &str) -> String {
    let mut key = String::with_capacity(text.len());
    let mut gap = false;
    for character in text.nfc().flat_map(char::to_lowercase) {
        let before = key.len();
        match character {
            'ä' | 'æ' => push(&mut key, &mut gap, "ae"),
            'ö' | 'ø' | 'œ' => push(&mut key, &mut gap, "oe"),
            'ü' => push(&mut key, &mut gap, "ue"),
            'ß' => push(&mut key, &mut gap, "ss"),
            _ => {
                for part in std::iter::once(character).nfkd().filter(|part| part.is_alphanumeric()) {
                    for small in part.to_lowercase() {
                        push(&mut key, &mut gap, small.encode_utf8(&mut [0; 4]));
                    }
                }
            }
        }
        let is_mark = is_combining_mark(character);
        gap |= key.len() == before && !is_mark;
    }
    if key.is_empty() { text.nfkc().filter(|character| !character.is_whitespace()).collect() } else { key }
}

fn push(key: &mut String, gap: &mut bool, letters: &str) {
    if *gap && !key.is_empty() {
        key.push(' ');
    }
    *gap = false;
    key.push_str(letters);
}

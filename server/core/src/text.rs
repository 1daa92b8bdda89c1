//! Cleans and measures what people type. Whatever passes here may be stored and shown as text anywhere.
//! It does not judge content.

use tafelrunde_protocol::rejection::Rejection;
use unicode_normalization::UnicodeNormalization;

/// A field of text with its bound, in characters after cleaning.
#[derive(Debug, Clone, Copy)]
pub struct Field {
    /// Its name in rejections.
    pub name: &'static str,
    /// The largest number of characters.
    pub chars_max: usize,
}

/// Cleans a text that may be empty. Line breaks stay, at most two in a row.
pub fn optional(field: Field, typed: &str) -> Result<String, Rejection> {
    let text = clean(typed);
    if text.chars().count() > field.chars_max {
        let limit = u32::try_from(field.chars_max).unwrap_or(u32::MAX);
        return Err(Rejection::TextTooLong { field: field.name.into(), limit });
    }
    Ok(text)
}

/// Cleans a text of one line that may be empty.
pub fn optional_line(field: Field, typed: &str) -> Result<String, Rejection> {
    optional(field, &typed.replace(['\n', '\r', '\t', '\u{2028}', '\u{2029}'], " "))
}

/// Cleans a text of one line that must say something.
pub fn line(field: Field, typed: &str) -> Result<String, Rejection> {
    let text = optional_line(field, typed)?;
    if text.is_empty() { Err(Rejection::TextEmpty { field: field.name.into() }) } else { Ok(text) }
}

/// NFC; no control characters; no direction overrides, which could make a text read as another; no runs of
/// blanks; nothing around.
fn clean(typed: &str) -> String {
    let mut text = String::with_capacity(typed.len());
    let mut blanks = 0;
    let mut breaks = 0;
    for character in typed.nfc().filter(|c| !is_unwanted(*c)) {
        if character == '\n' {
            breaks += 1;
        } else if character.is_whitespace() {
            blanks += 1;
        } else {
            if !text.is_empty() {
                match (breaks, blanks) {
                    (0, 0) => {}
                    (0, _) => text.push(' '),
                    (1, _) => text.push('\n'),
                    (_, _) => text.push_str("\n\n"),
                }
            }
            (blanks, breaks) = (0, 0);
            text.push(character);
        }
    }
    text
}

fn is_unwanted(character: char) -> bool {
    let breaks_line = character == '\n';
    let is_blank = character.is_whitespace();
    let overrides_direction = matches!(character, '\u{202A}'..='\u{202E}' | '\u{2066}'..='\u{2069}');
    let is_invisible = matches!(character, '\u{200B}' | '\u{2060}' | '\u{FEFF}' | '\u{00AD}');
    (character.is_control() && !breaks_line && !is_blank) || overrides_direction || is_invisible
}

#[cfg(test)]
mod tests {
    use super::*;

    const FIELD: Field = Field { name: "title", chars_max: 12 };

    #[test]
    fn decomposed_umlauts_are_composed_before_they_are_counted() {
        assert_eq!(line(FIELD, "Bu\u{308}rgerbus"), Ok("Bürgerbus".into()));
    }

    #[test]
    fn blanks_around_and_in_runs_are_folded() {
        assert_eq!(line(FIELD, "  Nah \t wärme\n"), Ok("Nah wärme".into()));
    }

    #[test]
    fn control_characters_and_direction_overrides_are_taken_out() {
        assert_eq!(line(FIELD, "a\u{0}b\u{202E}c\u{7}"), Ok("abc".into()));
    }

    #[test]
    fn a_text_of_blanks_is_empty() {
        assert_eq!(line(FIELD, " \u{200B}\n "), Err(Rejection::TextEmpty { field: "title".into() }));
    }

    #[test]
    fn a_text_over_the_limit_names_field_and_limit() {
        let rejection = Rejection::TextTooLong { field: "title".into(), limit: 12 };
        assert_eq!(line(FIELD, "dreizehn Zeich"), Err(rejection));
    }

    #[test]
    fn paragraphs_stay_but_not_more_than_one_empty_line() {
        assert_eq!(optional(FIELD, "a\n\n\n\nb\nc"), Ok("a\n\nb\nc".into()));
    }
}

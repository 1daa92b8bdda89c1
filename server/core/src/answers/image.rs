//! Choice among pictures. Where the pictures are kept and how they are made small is not decided here.

use serde::{Deserialize, Serialize};
use std::collections::BTreeSet;
use tafelrunde_protocol::limits::{OPTION_CHARS_MAX, OPTIONS_MIN};

use super::options;
use super::refusal::{self, Refusal};
use crate::text::Field;

/// Pictures of one poll: more cannot be told apart on a phone.
pub const IMAGES_MAX: usize = 12;
/// The name of a picture, in characters.
pub const IMAGE_CHARS_MAX: usize = 64;

const TEXT: Field = Field { name: "images.text", chars_max: OPTION_CHARS_MAX };

/// Between `min` and `max` pictures; 1 and 1 is a single choice.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Image {
    /// The pictures.
    pub images: Vec<Picture>,
    /// At least so many.
    pub min: u16,
    /// At most so many.
    pub max: u16,
}

/// One picture as an option.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
#[serde(deny_unknown_fields)]
pub struct Picture {
    /// Names the stored picture: A-Z, a-z, 0-9, `_` and `-`.
    pub image: String,
    /// What it shows, in words: for screen readers, for lists, and when the picture does not load.
    pub text: String,
}

impl Image {
    /// Cleans the texts and checks every bound. Pictures and texts must differ.
    pub fn check(self) -> Result<Self, Refusal> {
        refusal::count("images", self.images.len(), OPTIONS_MIN, IMAGES_MAX)?;
        options::check_bounds(self.min, self.max, self.images.len())?;
        let images: Vec<Picture> = self.images.into_iter().map(Picture::check).collect::<Result<_, _>>()?;
        let names: BTreeSet<&str> = images.iter().map(|picture| picture.image.as_str()).collect();
        let texts: BTreeSet<&str> = images.iter().map(|picture| picture.text.as_str()).collect();
        if names.len() < images.len() {
            return Err(Refusal::Duplicate { field: "images" });
        }
        if texts.len() < images.len() {
            return Err(Refusal::Duplicate { field: TEXT.name });
        }
        Ok(Self { images, ..self })
    }
}

impl Picture {
    fn check(self) -> Result<Self, Refusal> {
        let allowed = |byte: u8| byte.is_ascii_alphanumeric() || byte == b'_' || byte == b'-';
        let is_name = !self.image.is_empty() && self.image.len() <= IMAGE_CHARS_MAX;
        if !is_name || !self.image.bytes().all(allowed) {
            return Err(Refusal::Unknown { field: "images" });
        }
        Ok(Self { text: refusal::line(TEXT, &self.text)?, image: self.image })
    }
}

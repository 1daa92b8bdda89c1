//! Creates a café: chooses a code, makes the tokens, writes the first batch.

use serde::{Deserialize, Serialize};
use tafelrunde_core::event::{self, CafeCreated, Event};
use tafelrunde_protocol::ids::CafeCode;

use crate::journal::{AppendError, Batch, CreateError, Journal, Seq};
use crate::template::Template;
use crate::{clock, secrets};

/// Codes that are tried before giving up: with 887 million codes, running out means a fault.
const CODES_TRIED_MAX: u32 = 20;

/// What its maker gets to know. The tokens are kept nowhere else.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Created {
    /// The join code.
    pub code: CafeCode,
    /// For phones.
    pub participant_url: String,
    /// For the console; holds the token in its fragment.
    pub moderator_url: String,
    /// Opens the console.
    pub moderator_token: String,
    /// For the wall; holds the token in its fragment.
    pub screen_url: String,
    /// Opens the wall.
    pub screen_token: String,
}

/// Creates a café. Blocks until it is durable.
pub fn create(journal: &dyn Journal, template: Template, public_url: &str) -> Result<Created, AppendError> {
    let moderator_token = secrets::new_token();
    let screen_token = secrets::new_token();
    let at = clock::now();
    for _ in 0..CODES_TRIED_MAX {
        let code = secrets::new_code();
        let created = CafeCreated {
            code: code.clone(),
            at,
            moderator_token: secrets::hash(&moderator_token).expect("a new token has the form of a token"),
            screen_token: secrets::hash(&screen_token).expect("a new token has the form of a token"),
            settings: template.settings.clone(),
        };
        let mut events = vec![Event::CafeCreated(Box::new(created))];
        events.extend(template.events.iter().cloned());
        let first = Batch { seq: Seq::FIRST, at, format: event::FORMAT, events: event::encode(&events) };
        match journal.create(&code, first) {
            Ok(_) => {
                return Ok(Created {
                    participant_url: format!("{public_url}/c/{code}"),
                    moderator_url: format!("{public_url}/m/{code}#{moderator_token}"),
                    screen_url: format!("{public_url}/s/{code}#{screen_token}"),
                    code,
                    moderator_token,
                    screen_token,
                });
            }
            Err(CreateError::CodeTaken) => {}
            Err(CreateError::Append(error)) => return Err(error),
        }
    }
    Err(AppendError::Refused("no free code was found".into()))
}

//! Answers that take longer than a room has time: which topics are alike, and what another selection would
//! change. They are made beside the room; what they are made of is what was durable when they were asked for.

use serde::Serialize;
use std::collections::BTreeSet;
use std::sync::Arc;
use tafelrunde_core::cafe::Cafe;
use tafelrunde_core::changes::DocKey;
use tafelrunde_core::forming::preview;
use tafelrunde_core::project::Json;
use tafelrunde_core::query::Inquiry;
use tafelrunde_protocol::ids::TopicId;

use super::lane::Lane;
use crate::library::Library;

/// Knows which topics are alike, from the first question on.
#[derive(Default)]
pub struct Advisor {
    library: Option<Arc<Library>>,
    /// Topics that changed since they were last put into the library.
    changed: BTreeSet<TopicId>,
    /// Answers of a millisecond.
    of_everybody: Lane,
    /// Answers of a tenth of a second: who types does not wait for them.
    of_moderators: Lane,
}

impl Advisor {
    /// Documents have changed.
    pub fn note(&mut self, changed: &BTreeSet<DocKey>) {
        if self.library.is_none() {
            return;
        }
        if changed.contains(&DocKey::Glossary) {
            return self.forget();
        }
        let topics = changed.iter().filter_map(|key| match key {
            DocKey::Topic(id) => Some(id.clone()),
            _ => None,
        });
        self.changed.extend(topics);
    }

    /// Begins anew with the next question.
    pub fn forget(&mut self) {
        self.library = None;
        self.changed.clear();
    }

    /// Makes an answer and hands it over, sooner or later.
    pub fn answer(&mut self, cafe: &Cafe, inquiry: Inquiry, reply: impl FnOnce(Json) + Send + 'static) {
        match inquiry {
            Inquiry::Cards(cards) => reply(json(&cards)),
            Inquiry::Preview { now, then } => {
                self.of_moderators.add(move || reply(json(&preview(&now, &then))));
            }
            Inquiry::Similar { title, except } => {
                let library = self.up_to_date(cafe);
                self.of_everybody.add(move || reply(json(&library.similar(&title, &except))));
            }
            Inquiry::Pairs => {
                let library = self.up_to_date(cafe);
                let told_apart = cafe.topics.all_told_apart();
                self.of_moderators.add(move || reply(json(&library.pairs(&told_apart))));
            }
        }
    }

    fn up_to_date(&mut self, cafe: &Cafe) -> Arc<Library> {
        let library = self.library.get_or_insert_with(|| {
            self.changed.clear();
            Arc::new(Library::of(cafe))
        });
        library.put_in(cafe, std::mem::take(&mut self.changed));
        library.clone()
    }
}

fn json(answer: &impl Serialize) -> Json {
    serde_json::to_string(answer).expect("answers have string keys and whole numbers only").into()
}

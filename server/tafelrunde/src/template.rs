//! Templates: what an organiser writes down before the day, as TOML. Becomes the first batch of a café's
//! journal. Every fault is named with its place in the file.

use anyhow::{Context as _, anyhow, bail, ensure};
use serde::Deserialize;
use std::collections::BTreeMap;
use std::path::Path;
use tafelrunde_core::decide;
use tafelrunde_core::event::Event;
use tafelrunde_core::settings::Settings;
use tafelrunde_protocol::command::{PollDraft, PollKind, Results};
use tafelrunde_protocol::document::{OrganisationGroup, SlotDocument, SlotKind, ThemeDocument};
use tafelrunde_protocol::ids::{PollId, SlotId, ThemeId, TopicId};
use tafelrunde_protocol::limits::{ORGANISATIONS_MAX, SLOTS_MAX, THEMES_MAX, TOPICS_MAX};
use tafelrunde_protocol::selection::SelectionTerms;
use tafelrunde_protocol::topic::{Hosting, TopicDraft, TopicRules};

/// The sample day that comes with the program.
const ZUKUNFTSMESSE: &str = include_str!("../templates/zukunftsmesse.toml");

/// A checked template.
#[derive(Debug)]
pub struct Template {
    /// What the organiser fixed.
    pub settings: Settings,
    /// Topics and polls that are there from the beginning.
    pub events: Vec<Event>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct File {
    event: EventSection,
    #[serde(default)]
    programme: Vec<SlotSection>,
    #[serde(default, rename = "topic")]
    topics: Vec<TopicSection>,
    topic_rules: Option<TopicRules>,
    selection: Option<SelectionTerms>,
    #[serde(default, rename = "poll")]
    polls: Vec<PollSection>,
    #[serde(default)]
    organisations: BTreeMap<String, Vec<String>>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct EventSection {
    title: String,
    #[serde(default)]
    title_en: String,
    #[serde(default)]
    date: String,
    #[serde(default)]
    venue: String,
    #[serde(default = "berlin")]
    time_zone: String,
    #[serde(default)]
    themes: Vec<String>,
}

fn berlin() -> String {
    "Europe/Berlin".into()
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct SlotSection {
    at: String,
    minutes: u16,
    kind: SlotKind,
    title: String,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct TopicSection {
    title: String,
    #[serde(default)]
    text: String,
    #[serde(default)]
    theme: Option<String>,
}

#[derive(Deserialize)]
#[serde(deny_unknown_fields)]
struct PollSection {
    kind: PollSectionKind,
    question: String,
    options: Vec<String>,
    #[serde(default)]
    min_choices: Option<u16>,
    #[serde(default)]
    max_choices: Option<u16>,
    #[serde(default)]
    results: Results,
}

#[derive(Deserialize)]
#[serde(rename_all = "kebab-case")]
enum PollSectionKind {
    SingleChoice,
    MultipleChoice,
}

/// Reads the template with this name, or the file at this path.
pub fn load(name_or_path: &str) -> anyhow::Result<Template> {
    if name_or_path == "zukunftsmesse" {
        return parse(ZUKUNFTSMESSE);
    }
    let path = Path::new(name_or_path);
    ensure!(
        path.is_file(),
        "there is neither a template nor a file named {name_or_path}; known: zukunftsmesse"
    );
    let text = std::fs::read_to_string(path).with_context(|| format!("{} cannot be read", path.display()))?;
    parse(&text).with_context(|| format!("the template {} is not valid", path.display()))
}

/// Reads a template.
pub fn parse(text: &str) -> anyhow::Result<Template> {
    let file: File = toml::from_str(text)?;
    ensure!(!file.event.title.trim().is_empty(), "event.title must not be empty");
    ensure!(file.event.themes.len() <= THEMES_MAX, "event.themes: at most {THEMES_MAX}");
    ensure!(file.programme.len() <= SLOTS_MAX, "programme: at most {SLOTS_MAX} slots");
    ensure!(file.topics.len() <= TOPICS_MAX, "topic: at most {TOPICS_MAX}");
    let names: usize = file.organisations.values().map(Vec::len).sum();
    ensure!(names <= ORGANISATIONS_MAX, "organisations: at most {ORGANISATIONS_MAX} names");

    let settings = settings(&file)?;
    let mut events = Vec::new();
    let refused = |rejection| anyhow!("{rejection:?}");
    if let Some(rules) = file.topic_rules {
        let rules = decide::checked_rules(rules).map_err(refused).context("topic_rules")?;
        events.push(Event::TopicRulesSet { rules });
    }
    if let Some(terms) = file.selection {
        let terms = decide::checked_terms(terms).map_err(refused).context("selection")?;
        events.push(Event::SelectionTermsSet { terms });
    }
    for (index, topic) in file.topics.into_iter().enumerate() {
        let event = topic_event(&settings, index, topic);
        events.push(event.with_context(|| format!("topic[{index}]"))?);
    }
    for (index, poll) in file.polls.into_iter().enumerate() {
        events.push(poll_event(index, poll).with_context(|| format!("poll[{index}]"))?);
    }
    Ok(Template { settings, events })
}

fn settings(file: &File) -> anyhow::Result<Settings> {
    let theme = |(index, title): (usize, &String)| {
        let id = ThemeId::new(&format!("theme-{}", index + 1)).expect("of the form of ids");
        ThemeDocument { id, title: title.clone() }
    };
    let slot = |(index, slot): (usize, &SlotSection)| -> anyhow::Result<SlotDocument> {
        ensure!(is_time(&slot.at), "programme[{index}].at: {:?} is not a time like 09:30", slot.at);
        let id = SlotId::new(&format!("slot-{}", index + 1)).expect("of the form of ids");
        let title = slot.title.clone();
        Ok(SlotDocument { id, at: slot.at.clone(), minutes: slot.minutes, kind: slot.kind, title })
    };
    let group = |(title, names): (&String, &Vec<String>)| OrganisationGroup {
        title: title.clone(),
        names: names.clone(),
    };
    Ok(Settings {
        title: file.event.title.clone(),
        title_en: file.event.title_en.clone(),
        date: file.event.date.clone(),
        venue: file.event.venue.clone(),
        time_zone: file.event.time_zone.clone(),
        themes: file.event.themes.iter().enumerate().map(theme).collect(),
        organisations: file.organisations.iter().map(group).collect(),
        slots: file.programme.iter().enumerate().map(slot).collect::<Result<_, _>>()?,
    })
}

fn is_time(text: &str) -> bool {
    let Some((hours, minutes)) = text.split_once(':') else { return false };
    let below = |digits: &str, bound: u8| digits.len() == 2 && digits.parse::<u8>().is_ok_and(|n| n < bound);
    below(hours, 24) && below(minutes, 60)
}

fn topic_event(settings: &Settings, index: usize, topic: TopicSection) -> anyhow::Result<Event> {
    let theme = match topic.theme {
        None => None,
        Some(title) => {
            let known = settings.themes.iter().find(|theme| theme.title == title);
            Some(known.ok_or_else(|| anyhow!("theme: {title:?} is not among event.themes"))?.id.clone())
        }
    };
    let draft = TopicDraft { title: topic.title, text: topic.text, theme, hosting: Hosting::NotOffered };
    let draft = decide::checked_topic(settings, draft).map_err(|rejection| anyhow!("{rejection:?}"))?;
    let id = TopicId::new(&format!("topic-{}", index + 1)).expect("of the form of ids");
    Ok(Event::TopicProposed { topic: id, draft, proposer: None })
}

fn poll_event(index: usize, poll: PollSection) -> anyhow::Result<Event> {
    let kind = match poll.kind {
        PollSectionKind::SingleChoice if poll.min_choices.or(poll.max_choices).is_some() => {
            bail!("min_choices and max_choices are for multiple-choice")
        }
        PollSectionKind::SingleChoice => PollKind::Single,
        PollSectionKind::MultipleChoice => {
            let all = u16::try_from(poll.options.len()).context("options: too many")?;
            PollKind::Multiple { min: poll.min_choices.unwrap_or(1), max: poll.max_choices.unwrap_or(all) }
        }
    };
    let draft = PollDraft { question: poll.question, options: poll.options, kind, results: poll.results };
    let draft = decide::checked_poll(draft).map_err(|rejection| anyhow!("{rejection:?}"))?;
    let id = PollId::new(&format!("poll-{}", index + 1)).expect("of the form of ids");
    Ok(Event::PollDrafted { poll: id, draft })
}

#[cfg(test)]
mod tests {
    use super::*;

    fn error(text: &str) -> String {
        format!("{:#}", parse(text).unwrap_err())
    }

    #[test]
    fn the_sample_day_is_a_valid_template() {
        let template = load("zukunftsmesse").unwrap();
        assert_eq!(template.settings.title, "Zukunftsmesse Kleinstädte");
        assert_eq!(template.settings.slots.len(), 14);
        assert_eq!(template.events.len(), 32 + 4);
    }

    #[test]
    fn a_misspelt_key_is_named() {
        assert!(error("[event]\ntitel = \"x\"").contains("titel"));
    }

    #[test]
    fn a_topic_of_an_unknown_theme_is_named() {
        let said = error("[event]\ntitle=\"x\"\n[[topic]]\ntitle=\"a\"\ntheme=\"b\"");
        assert_eq!(said, "topic[0]: theme: \"b\" is not among event.themes");
    }

    #[test]
    fn rules_and_terms_are_checked_like_those_of_a_moderator() {
        let event = "[event]\ntitle=\"x\"\n";
        let selection = "[selection]\nrule=\"equal_shares\"\nplaces=6\nwild_card=true\n";
        let rules = "[topic_rules]\nper_person=2\nreview=\"before\"\ncounts=\"on_reveal\"\n";
        let ballot = "ballot={kind=\"points\",points=5,cap=3}\n";
        let template = parse(&format!("{event}{selection}{rules}{ballot}")).unwrap();
        assert_eq!(template.events.len(), 2);
        let said = error(&format!("{event}{rules}ballot={{kind=\"points\",points=5,cap=9}}\n"));
        assert!(said.starts_with("topic_rules: OutOfRange") && said.contains("cap"), "{said}");
        let said = error(&format!("{event}[selection]\nrule=\"equal_shares\"\nplaces=0\n"));
        assert!(said.starts_with("selection: OutOfRange") && said.contains("places"), "{said}");
    }

    #[test]
    fn a_slot_at_an_impossible_time_is_named() {
        let said = error(
            "[event]\ntitle=\"x\"\n[[programme]]\nat=\"25:00\"\nminutes=1\nkind=\"lobby\"\ntitle=\"a\"",
        );
        assert_eq!(said, "programme[0].at: \"25:00\" is not a time like 09:30");
    }
}

//! From a café to its selection: what counts, what merging does, what hands and the lot do.

use super::*;
use crate::actor::{Actor, TokenHash};
use crate::apply::{apply, replay};
use crate::changes::Changes;
use crate::decide::{Context, decide};
use crate::event::{CafeCreated, Event};
use crate::settings::Settings;
use serde_json::{Value, json};
use tafelrunde_protocol::ids::{CafeCode, CommandId, Timestamp};
use tafelrunde_protocol::selection::Grounds as Place;
use tafelrunde_protocol::topic::TopicBallotKind;

/// A café in which a moderator and people with numbers want things.
struct Hall {
    cafe: Cafe,
    commands: u32,
}

impl Hall {
    fn new(topics: &[&str], drawn: u64) -> Self {
        let token = TokenHash([255; 32]);
        let settings = Settings {
            title: "Testtag".into(),
            title_en: String::new(),
            date: String::new(),
            venue: String::new(),
            time_zone: String::new(),
            themes: Vec::new(),
            organisations: Vec::new(),
            slots: Vec::new(),
        };
        let code = CafeCode::parse("AAAAAA").unwrap();
        let created =
            CafeCreated { code, at: Timestamp(0), moderator_token: token, screen_token: token, settings };
        let cafe = replay(&[Event::CafeCreated(Box::new(created))]).unwrap();
        let mut hall = Self { cafe, commands: 0 };
        for topic in topics {
            hall.moderator(json!({"propose_topic": {"topic": topic, "draft": {"title": topic}}}));
        }
        hall.wish(Actor::Moderator, json!({"set_topic_vote": {"phase": "open"}}), drawn);
        hall
    }

    fn moderator(&mut self, wish: Value) {
        self.wish(Actor::Moderator, wish, 0);
    }

    fn votes(&mut self, person: u8, topics: &[&str]) {
        let actor = Actor::Participant(TokenHash([person; 32]));
        self.wish(actor, json!({"join": {}}), 0);
        self.wish(actor, json!({"cast_topic_ballot": {"approve": topics, "revision": 1}}), 0);
    }

    fn wish(&mut self, actor: Actor, wish: Value, drawn: u64) {
        self.commands += 1;
        let ctx = Context { now: Timestamp(1), participants_max: 100, drawn, selection: None };
        let id = CommandId::new(&format!("c{}", self.commands)).unwrap();
        let events = decide(&self.cafe, ctx, actor, &id, serde_json::from_value(wish).unwrap()).unwrap();
        events.iter().for_each(|event| apply(&mut self.cafe, event, &mut Changes::default()));
    }

    fn selection(&self) -> SelectionDocument {
        form(&Ingredients::of(&self.cafe))
    }

    fn elected(&self) -> Vec<String> {
        self.selection().elected.iter().map(|elected| elected.topic.to_string()).collect()
    }
}

fn terms(rule: &str, places: u16) -> Value {
    json!({"set_selection_terms": {"terms": {"rule": rule, "places": places}}})
}

/// Nine people for a and b, three for c, and one who wants nothing.
fn hall() -> Hall {
    let mut hall = Hall::new(&["a", "b", "c", "d"], 1);
    (0..9).for_each(|person| hall.votes(person, &["a", "b"]));
    (9..12).for_each(|person| hall.votes(person, &["c"]));
    hall.votes(12, &[]);
    hall
}

#[test]
fn each_elected_topic_says_who_carries_it_and_whom_the_programme_reaches_with_it() {
    let mut hall = hall();
    hall.moderator(terms("sequential_phragmen", 3));
    let selection = hall.selection();
    let told: Vec<_> =
        selection.elected.iter().map(|e| (e.supporters, e.with_nothing_else, e.reached, e.grounds)).collect();
    assert_eq!(told, [(9, 0, 9, Place::Ballots), (9, 0, 9, Place::Ballots), (3, 3, 12, Place::Ballots)]);
    assert_eq!(selection.elected[0].paid, [Paid { people: 9, thousandths: 111 }]);
    assert_eq!(selection.elected[2].paid, [Paid { people: 3, thousandths: 333 }]);
    assert_eq!(selection.served, Served { voters: 13, with_one: 12, with_two: 9, with_three: 0 });
    let last = &selection.waiting[0];
    assert_eq!((last.topic.as_str(), last.supporters, last.holds_thousandths), ("d", 0, 0));
    // Who votes for nothing counts among those who voted.
    assert_eq!(selection.by_most_votes.served.voters, 13);
}

#[test]
fn most_votes_stands_beside_and_the_certificate_finds_its_victims() {
    let mut hall = Hall::new(&["a", "b", "c", "d"], 1);
    (0..9).for_each(|person| hall.votes(person, &["a", "b", "d"]));
    (9..13).for_each(|person| hall.votes(person, &["c"]));
    hall.moderator(terms("most_votes", 3));
    let selection = hall.selection();
    assert_eq!(selection.by_most_votes.served, selection.served);
    assert_eq!(selection.served.with_one, 9);
    let certificate = selection.certificate;
    assert!(certificate.is_justified, "four of thirteen are not a third");
    let worst = certificate.worst.unwrap();
    assert_eq!((worst.topic.as_str(), worst.level, worst.people, worst.needed), ("c", 1, 4, 5));
    hall.votes(13, &["c"]);
    let certificate = hall.selection().certificate;
    assert!(!certificate.is_justified, "five of fourteen are");
    assert_eq!(certificate.worst.map(|worst| (worst.people, worst.needed)), Some((5, 5)));
}

#[test]
fn hidden_held_and_merged_topics_are_not_to_be_had() {
    let mut hall = hall();
    hall.moderator(terms("sequential_phragmen", 3));
    hall.moderator(json!({"hide_topic": {"topic": "c"}}));
    hall.moderator(json!({"hold_topic": {"topic": "d"}}));
    hall.moderator(json!({"merge_topic": {"topic": "b", "into": "a"}}));
    let selection = hall.selection();
    assert_eq!(selection.elected.len(), 1);
    assert_eq!((selection.elected[0].topic.as_str(), selection.elected[0].supporters), ("a", 9));
    assert!(selection.waiting.is_empty());
    hall.moderator(json!({"split_topic": {"topic": "b"}}));
    assert_eq!(hall.selection().elected.len(), 2);
}

#[test]
fn a_hand_on_a_hidden_topic_rests_until_it_is_back() {
    let mut hall = hall();
    hall.moderator(terms("most_votes", 1));
    hall.moderator(json!({"set_hands": {"hands": {"c": "pinned"}}}));
    assert_eq!(hall.elected(), ["c"]);
    hall.moderator(json!({"hide_topic": {"topic": "c"}}));
    assert_ne!(hall.elected(), ["c"]);
    hall.moderator(json!({"unhide_topic": {"topic": "c"}}));
    assert_eq!(hall.elected(), ["c"]);
}

#[test]
fn what_hands_change_stands_beside_what_the_ballots_alone_would_give() {
    let mut hall = hall();
    hall.moderator(terms("sequential_phragmen", 3));
    assert_eq!(hall.selection().by_ballots_alone, None);
    let alone = hall.elected();
    hall.moderator(json!({"set_hands": {"hands": {"c": "excluded", "d": "pinned"}}}));
    let selection = hall.selection();
    let given = selection.by_ballots_alone.unwrap();
    assert_eq!(given.topics.iter().map(ToString::to_string).collect::<Vec<_>>(), alone);
    assert_eq!((given.served.with_one, selection.served.with_one), (12, 9));
}

#[test]
fn a_preview_is_the_difference_that_doing_it_makes() {
    let mut hall = hall();
    hall.moderator(terms("sequential_phragmen", 3));
    let change = BTreeMap::from([(TopicId::new("c").unwrap(), Some(Hand::Excluded))]);
    let now = Ingredients::of(&hall.cafe);
    let seen = preview(&now, &now.changed(None, hall.cafe.selecting.changed_hands(&change)));
    let before = hall.selection();
    hall.moderator(json!({"set_hands": {"hands": {"c": "excluded"}}}));
    let after = hall.selection();
    assert_eq!((seen.served_now, seen.served_then), (before.served, after.served));
    assert_eq!(seen.left_with_nothing, 3);
    assert_eq!(seen.goes_out.iter().map(ToString::to_string).collect::<Vec<_>>(), ["c"]);
    assert_eq!(seen.comes_in.iter().map(ToString::to_string).collect::<Vec<_>>(), ["d"]);
}

#[test]
fn the_lot_decides_between_equals_and_every_number_drawn_decides_anew() {
    let first_of = |drawn| {
        let mut hall = Hall::new(&["a", "b", "c", "d"], drawn);
        hall.moderator(terms("most_votes", 1));
        hall.elected()
    };
    let winners: BTreeSet<Vec<String>> = (0..40).map(first_of).collect();
    assert_eq!(winners.len(), 4, "everybody wins by some lot");
    assert_eq!(first_of(7), first_of(7));
}

#[test]
fn the_wild_card_takes_the_last_place() {
    let mut hall = Hall::new(&["a", "b", "c"], 1);
    (0..9).for_each(|person| hall.votes(person, &["a", "b"]));
    hall.votes(9, &["c"]);
    hall.moderator(
        json!({"set_selection_terms": {"terms": {"rule": "most_votes", "places": 2, "wild_card": true}}}),
    );
    let selection = hall.selection();
    assert_eq!(selection.elected[1].topic.as_str(), "c");
    assert_eq!(selection.elected[1].grounds, Place::WildCard);
    assert_eq!(selection.served.with_one, 10);
}

#[test]
fn amounts_are_grouped_until_few_enough_are_left() {
    let payment = |people, each: i64| Payment {
        people,
        each: crate::selection::Fraction::new(each.into(), 1_000.into()),
    };
    assert_eq!(paid(&[payment(2, 500)]), [Paid { people: 2, thousandths: 500 }]);
    let many: Vec<Payment> = (0..100).map(|step| payment(1, 10 * step)).collect();
    let grouped = paid(&many);
    assert!(grouped.len() <= PAID_MAX);
    assert_eq!(grouped.iter().map(|paid| paid.people).sum::<u32>(), 100);
    assert!(grouped.windows(2).all(|pair| pair[1].thousandths < pair[0].thousandths));
}

#[test]
fn nobody_and_nothing() {
    let hall = Hall::new(&[], 1);
    let selection = hall.selection();
    assert!(selection.elected.is_empty() && selection.waiting.is_empty());
    assert_eq!(selection.served, Served::default());
}

#[test]
fn anybody_can_check_the_programme_from_the_file_of_ballots() {
    let mut hall = hall();
    hall.moderator(terms("equal_shares", 2));
    hall.moderator(json!({"set_hands": {"hands": {"d": "excluded"}}}));
    let file =
        crate::compute::ballots::write("AAAAAA", TopicBallotKind::Approval, &Ingredients::of(&hall.cafe));
    let result = crate::compute::select::compute(&file, Rule::EqualShares).unwrap();
    let result: Value = serde_json::from_str(&result).unwrap();
    assert_eq!(result["winners"], json!(hall.elected()));
    assert_eq!(result["coverage"]["voters"], 13);
    assert!(!file.contains(&hall.cafe.people.seats().next().unwrap().0.to_string()), "no pseudonyms");
}

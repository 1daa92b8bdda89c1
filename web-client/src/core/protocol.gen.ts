// Generated from server/protocol by `make types`. Do not edit.

export type PollId = string;

export type TopicId = string;

export type SlotId = string;

export type ThemeId = string;

export type CommandId = string;

export type CafeCode = string;

export type ParticipantId = string;

export type OptionId = number;

export type Timestamp = number;

export type Revision = number;

export type Version = number;

export type Command = { "join": Profile } | { "cast_ballot": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The chosen options, in any order, each once.
 */
choices: Array<OptionId>, 
/**
 * Larger than in every earlier ballot of this participant in this poll.
 */
revision: Revision, } } | { "withdraw_ballot": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * Larger than in every earlier ballot of this participant in this poll.
 */
revision: Revision, } } | { "propose_topic": { 
/**
 * Made by the client.
 */
topic: TopicId, 
/**
 * What the topic is.
 */
draft: TopicDraft, } } | { "cast_topic_ballot": { 
/**
 * All approved topics, each once.
 */
approve: Array<TopicId>, 
/**
 * Points by topic, none of them zero.
 */
points?: Record<TopicId, number>, 
/**
 * Larger than in every earlier topic ballot of this participant.
 */
revision: Revision, } } | { "skip_topics": { 
/**
 * The topics, each once.
 */
topics: Array<TopicId>, } } | { "enter_slot": { 
/**
 * The slot.
 */
slot: SlotId, } } | { "show_scene": { 
/**
 * Where.
 */
on: Surface, 
/**
 * What.
 */
scene: Scene, } } | { "draft_poll": { 
/**
 * Made by the client.
 */
poll: PollId, 
/**
 * What the poll asks.
 */
draft: PollDraft, } } | { "open_poll": { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The poll closes by itself after so many seconds.
 */
seconds: number | null, } } | { "close_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "reveal_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "delete_poll": { 
/**
 * The poll.
 */
poll: PollId, } } | { "set_proposals": { 
/**
 * Whether participants may propose.
 */
proposals: Proposals, } } | { "set_topic_vote": { 
/**
 * `draft` is not a target: votes once cast are not thrown away.
 */
phase: Phase, } } | { "set_topic_rules": { 
/**
 * All rules.
 */
rules: TopicRules, } } | { "edit_topic": { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * Its whole content.
 */
draft: TopicDraft, } } | { "hide_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "unhide_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "hold_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "release_topic": { 
/**
 * The topic.
 */
topic: TopicId, } } | { "merge_topic": { 
/**
 * The topic that becomes a part.
 */
topic: TopicId, 
/**
 * The topic that stands for both.
 */
into: TopicId, } } | { "split_topic": { 
/**
 * The topic that was a part.
 */
topic: TopicId, } } | { "tell_topics_apart": { 
/**
 * One.
 */
first: TopicId, 
/**
 * The other.
 */
second: TopicId, } } | { "set_glossary": { 
/**
 * Lines as `docs/TWINS.md` says.
 */
text: string, } } | { "set_selection_terms": { 
/**
 * All terms.
 */
terms: SelectionTerms, } } | { "set_hands": { 
/**
 * What is done by hand, by topic; `null`: nothing any more.
 */
hands: Record<TopicId, Hand | null>, } } | { "adopt_selection": { 
/**
 * The topics as they were shown, in order.
 */
topics: Array<TopicId>, } } | { "retract_selection": Record<symbol, never> };

export type Profile = { 
/**
 * Display name.
 */
name: string, 
/**
 * Organisation, from the café's list or free text.
 */
organisation: string, 
/**
 * What the person is here for.
 */
role: Affiliation | null, };

export type Affiliation = "municipality" | "authority" | "start_up" | "academia" | "other";

export type TopicDraft = { 
/**
 * One line.
 */
title: string, 
/**
 * A few sentences, or nothing.
 */
text: string, 
/**
 * One of the café's themes.
 */
theme: ThemeId | null, 
/**
 * Whether the proposer would host a table.
 */
hosting: Hosting, };

export type Hosting = "willing" | "not_offered";

export type PollDraft = { 
/**
 * The question.
 */
question: string, 
/**
 * The options' texts, in order; each becomes the option with its index as number.
 */
options: Array<string>, 
/**
 * What an answer is.
 */
kind: PollKind, 
/**
 * When the counts are shown to participants and on the wall.
 */
results: Results, };

export type PollKind = { "kind": "single" } | { "kind": "multiple", 
/**
 * At least so many.
 */
min: number, 
/**
 * At most so many.
 */
max: number, };

export type Results = "on_reveal" | "live";

export type Phase = "draft" | "open" | "closed" | "revealed";

export type Proposals = "open" | "closed";

export type TopicRules = { 
/**
 * Topics that one participant may propose.
 */
per_person: number, 
/**
 * When a proposed topic is seen by all.
 */
review: Review, 
/**
 * What a topic ballot says.
 */
ballot: TopicBallotKind, 
/**
 * When the counts, and the selection that follows from them, are shown on the wall and, revealed, on the phones.
 */
counts: Results, };

export type Review = "after" | "before";

export type TopicBallotKind = { "kind": "approval" } | { "kind": "points", 
/**
 * Points to spread.
 */
points: number, 
/**
 * Points that may go to one topic.
 */
cap: number, } | { "kind": "score", 
/**
 * The best score; the worst is none.
 */
max: number, };

export type TopicVersion = { 
/**
 * Its whole content.
 */
draft: TopicDraft, 
/**
 * Who wrote the next version.
 */
replaced_by: TopicEditor, 
/**
 * When; absent in journals of the first format.
 */
replaced_at: Timestamp | null, };

export type TopicEditor = "moderator" | "proposer";

export type Surface = "wall" | "phones" | "everywhere";

export type Scene = { "kind": "lobby" } | { "kind": "topics" } | { "kind": "topic_vote" } | { "kind": "selection" } | { "kind": "poll", 
/**
 * The poll.
 */
poll: PollId, } | { "kind": "slot", 
/**
 * The slot.
 */
slot: SlotId, } | { "kind": "notice", 
/**
 * The sentence.
 */
text: string, } | { "kind": "blank" };

export type CafeDocument = { 
/**
 * The join code.
 */
code: CafeCode, 
/**
 * The day's name in German or in the only language it has.
 */
title: string, 
/**
 * The day's name in English, or empty.
 */
title_en: string, 
/**
 * `2019-09-17`, or empty.
 */
date: string, 
/**
 * Where, or empty.
 */
venue: string, 
/**
 * IANA name of the venue's time zone.
 */
time_zone: string, 
/**
 * The themes under which topics are proposed, in order.
 */
themes: Array<ThemeDocument>, };

export type ThemeDocument = { 
/**
 * Its id.
 */
id: ThemeId, 
/**
 * Its name.
 */
title: string, };

export type OrganisationsDocument = { 
/**
 * Groups in order, each with its organisations in order.
 */
groups: Array<OrganisationGroup>, };

export type OrganisationGroup = { 
/**
 * The heading.
 */
title: string, 
/**
 * The names.
 */
names: Array<string>, };

export type ProgrammeDocument = { 
/**
 * In order.
 */
slots: Array<SlotDocument>, };

export type SlotDocument = { 
/**
 * Its id.
 */
id: SlotId, 
/**
 * Planned start as `09:30` in the venue's time zone.
 */
at: string, 
/**
 * Planned length.
 */
minutes: number, 
/**
 * What the stage shows by default.
 */
kind: SlotKind, 
/**
 * Its name.
 */
title: string, };

export type SlotKind = "lobby" | "polls" | "questions" | "topics" | "topic-vote" | "round" | "harvest" | "break" | "pitches" | "market" | "meetings" | "closing";

export type StageDocument = { 
/**
 * The slot that the day is in.
 */
slot: SlotId | null, 
/**
 * When that slot began.
 */
slot_began_at: Timestamp | null, 
/**
 * When that slot is planned to end.
 */
slot_ends_at: Timestamp | null, 
/**
 * The projector.
 */
wall: Scene, 
/**
 * The phones.
 */
phones: Scene, };

export type CrowdDocument = { 
/**
 * Participants who have taken a seat.
 */
joined: number, 
/**
 * Phones with a connection right now, whether they have taken a seat or not.
 */
online: number, 
/**
 * Joined participants by kind of organisation; who said nothing is not in it.
 */
by_role: Partial<Record<Affiliation, number>>, 
/**
 * Joined participants by organisation; who said nothing is not in it.
 */
by_organisation: Record<string, number>, };

export type PersonDocument = { 
/**
 * What they said about themselves.
 */
profile: Profile, };

export type TopicsDocument = { 
/**
 * Whether participants may propose.
 */
proposals: Proposals, 
/**
 * The topic vote.
 */
vote: Phase, 
/**
 * How topics are proposed and voted on.
 */
rules: TopicRules, };

export type TopicDocument = { 
/**
 * One line.
 */
title: string, 
/**
 * A few sentences, or empty.
 */
text: string, 
/**
 * One of the café's themes.
 */
theme: ThemeId | null, 
/**
 * Whether its proposer would host.
 */
hosting: Hosting, 
/**
 * Position in the order of proposing; lists are stable when sorted by it.
 */
order: number, 
/**
 * Topics that are part of this one.
 */
parts: Array<TopicId>, 
/**
 * Whether phones and wall have it.
 */
standing: TopicStanding, 
/**
 * Who proposed it; only on the moderators' board, and absent for topics of the template.
 */
proposer?: ParticipantId, 
/**
 * How it was before, oldest first; only on the moderators' board, and absent if it was never rewritten.
 */
history?: Array<TopicVersion>, };

export type TopicStanding = { "kind": "shown" } | { "kind": "held" } | { "kind": "hidden" } | { "kind": "merged", 
/**
 * The other.
 */
into: TopicId, };

export type SupportDocument = { 
/**
 * Supporters per topic; topics without any are not in it.
 */
counts: Record<TopicId, number>, 
/**
 * Points per topic where ballots have points; topics without any are not in it.
 */
points?: Record<TopicId, number>, 
/**
 * People with a ballot, empty ones included.
 */
ballots: number, };

export type TurnoutDocument = { 
/**
 * People with a ballot.
 */
ballots: number, 
/**
 * People who could: have joined, or had joined when it closed.
 */
joined: number, };

export type PollDocument = { 
/**
 * The question.
 */
question: string, 
/**
 * The options in order.
 */
options: Array<OptionDocument>, 
/**
 * What an answer is.
 */
kind: PollKind, 
/**
 * When counts are shown.
 */
results: Results, 
/**
 * Where it stands.
 */
phase: Phase, 
/**
 * When it closes by itself.
 */
closes_at: Timestamp | null, 
/**
 * Position in the order of drafting.
 */
order: number, };

export type OptionDocument = { 
/**
 * Its number.
 */
id: OptionId, 
/**
 * Its text.
 */
label: string, };

export type TallyDocument = { 
/**
 * How many ballots chose the option with this index.
 */
counts: Array<number>, 
/**
 * People with a ballot.
 */
ballots: number, };

export type MyProfileDocument = { 
/**
 * The participant's pseudonym.
 */
id: ParticipantId, 
/**
 * What they said about themselves, as it was stored.
 */
profile: Profile, };

export type MyBallotDocument = { 
/**
 * The poll.
 */
poll: PollId, 
/**
 * The chosen options in ascending order; `null` when the ballot was withdrawn.
 */
choices: Array<OptionId> | null, 
/**
 * The revision to be exceeded by the next change.
 */
revision: Revision, };

export type MyTopicBallotDocument = { 
/**
 * Approved topics in ascending order of ids.
 */
approve: Array<TopicId>, 
/**
 * Points by topic where ballots have points.
 */
points?: Record<TopicId, number>, 
/**
 * Skipped topics in ascending order of ids.
 */
skipped?: Array<TopicId>, 
/**
 * The revision to be exceeded by the next change.
 */
revision: Revision, };

export type MyTopicsDocument = { 
/**
 * In the order of proposing.
 */
proposed: Array<TopicId>, 
/**
 * Those of them that are not on the participants' board.
 */
unseen?: Array<MyTopic>, };

export type MyTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * Its content.
 */
draft: TopicDraft, 
/**
 * Why nobody sees it.
 */
standing: TopicStanding, };

export type GlossaryDocument = { 
/**
 * As the moderator wrote it.
 */
text: string, };

export type SelectionRule = "most_votes" | "sequential_phragmen" | "equal_shares" | "sequential_pav" | "additive_equal_shares";

export type SelectionTerms = { 
/**
 * The rule.
 */
rule: SelectionRule, 
/**
 * Places in the programme, pinned topics and the wild card included.
 */
places: number, 
/**
 * Whether the last place goes to the topic that serves most of those who have least.
 */
wild_card: boolean, };

export type Hand = "pinned" | "excluded";

export type SelectionTermsDocument = { 
/**
 * The terms.
 */
terms: SelectionTerms, 
/**
 * Topics that somebody has put in or out by hand.
 */
hands: Record<TopicId, Hand>, };

export type SelectionDocument = { 
/**
 * The terms that it was made by.
 */
terms: SelectionTerms, 
/**
 * The topics that have a place, in the order of election.
 */
elected: Array<ElectedTopic>, 
/**
 * All others except excluded ones, in the order in which further places would go to them.
 */
waiting: Array<WaitingTopic>, 
/**
 * Whom it serves.
 */
served: Served, 
/**
 * What most votes would have given, on the same terms.
 */
by_most_votes: OtherSelection, 
/**
 * What the ballots alone would have given, without pins and exclusions; absent if there are none.
 */
by_ballots_alone: OtherSelection | null, 
/**
 * Whether every group has its share.
 */
certificate: Certificate, 
/**
 * Topics that a few more people would have brought in.
 */
close: Array<TopicId>, 
/**
 * The topic outside that serves most of those who have least.
 */
wild_card: WildCardTopic | null, };

export type ElectedTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * What gave it the place.
 */
grounds: Grounds, 
/**
 * How many people want it.
 */
supporters: number, 
/**
 * How many of them have nothing else in the programme.
 */
with_nothing_else: number, 
/**
 * How many people find at least one of their topics among those up to this one.
 */
reached: number, 
/**
 * Who paid how much of its price; the largest amount first. Empty under rules without money.
 */
paid: Array<Paid>, };

export type Paid = { 
/**
 * How many.
 */
people: number, 
/**
 * What each of them paid, in thousandths of the price of a topic, rounded to the nearest.
 */
thousandths: number, };

export type Grounds = "pinned" | "ballots" | "completion" | "wild_card" | "spare";

export type WaitingTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * How many people want it.
 */
supporters: number, 
/**
 * What its supporters hold of its price, in thousandths, rounded down. Under rules without money: its score as a share
 * of the last elected one's.
 */
holds_thousandths: number, 
/**
 * The smallest number of further supporters, who have nothing in the programme yet, that would elect it now;
 * `null` where no place is open to it.
 */
lacks: number | null, };

export type Served = { 
/**
 * People with a ballot, empty ones included.
 */
voters: number, 
/**
 * People with at least one of their topics.
 */
with_one: number, 
/**
 * People with at least two.
 */
with_two: number, 
/**
 * People with at least three.
 */
with_three: number, };

export type OtherSelection = { 
/**
 * Its topics in the order of election.
 */
topics: Array<TopicId>, 
/**
 * Whom it would serve.
 */
served: Served, };

export type Certificate = { 
/**
 * JR: no group that is large enough for a place and agrees on a topic is left with nothing.
 */
is_justified: boolean, 
/**
 * EJR+: nor with less than its share.
 */
is_proportional: boolean, 
/**
 * The group that could complain, or comes nearest to it; `null` if nobody wants what is outside.
 */
worst: Witness | null, };

export type Witness = { 
/**
 * The topic outside the programme that they agree on.
 */
topic: TopicId, 
/**
 * All of them have fewer than so many topics in the programme.
 */
level: number, 
/**
 * How many they are.
 */
people: number, 
/**
 * So many people would have a right to it.
 */
needed: number, };

export type WildCardTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * How many of its supporters have nothing in the programme.
 */
with_nothing: number, 
/**
 * How many of its supporters have one topic in the programme.
 */
with_one: number, };

export type AdoptedDocument = { 
/**
 * When.
 */
at: Timestamp, 
/**
 * By which terms.
 */
terms: SelectionTerms, 
/**
 * The topics in order, with what was said about them.
 */
topics: Array<AdoptedTopic>, 
/**
 * Topics that would have been in by the ballots alone, and are not.
 */
dropped: Array<TopicId>, 
/**
 * Whom it serves.
 */
served: Served, 
/**
 * Whom most votes would have served.
 */
served_by_most_votes: Served, };

export type AdoptedTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * What gave it the place.
 */
grounds: Grounds, 
/**
 * How many people wanted it.
 */
supporters: number, 
/**
 * How many of them had nothing else in the programme.
 */
with_nothing_else: number, 
/**
 * How many people found at least one of their topics among those up to this one.
 */
reached: number, 
/**
 * Whether the ballots alone would not have given it a place.
 */
is_by_hand: boolean, };

export type Query = { "similar_topics": { 
/**
 * A title, finished or not.
 */
title: string, } } | { "next_cards": Record<symbol, never> } | { "similar_pairs": Record<symbol, never> } | { "preview_selection": { 
/**
 * Other terms; absent: as they are.
 */
terms: SelectionTerms | null, 
/**
 * Changes by hand as in `set_hands`.
 */
hands: Record<TopicId, Hand | null>, } };

export type SimilarTopics = { 
/**
 * At most three, the most similar first.
 */
topics: Array<SimilarTopic>, };

export type SimilarTopic = { 
/**
 * The topic.
 */
topic: TopicId, 
/**
 * 0 to 1000: the same words.
 */
similarity: number, 
/**
 * Why, in facts for the client to put into words.
 */
shared: Array<Shared>, };

export type Shared = { "kind": "word", 
/**
 * As the first of the two has it.
 */
word: string, } | { "kind": "meaning", 
/**
 * As the first has it.
 */
here: string, 
/**
 * As the other has it.
 */
there: string, } | { "kind": "field", 
/**
 * As the first has it.
 */
here: string, 
/**
 * As the other has it.
 */
there: string, } | { "kind": "spelling", 
/**
 * As the first has it.
 */
here: string, 
/**
 * As the other has it.
 */
there: string, };

export type SimilarPairs = { 
/**
 * The most similar first; without pairs that a moderator has told apart.
 */
pairs: Array<SimilarPair>, };

export type SimilarPair = { 
/**
 * One.
 */
first: TopicId, 
/**
 * The other.
 */
second: TopicId, 
/**
 * 0 to 1000: the same words.
 */
similarity: number, 
/**
 * Why, in facts for the client to put into words.
 */
shared: Array<Shared>, };

export type NextCards = { 
/**
 * At most ten of those that the fewest people have judged, in an order of the asker's own.
 */
topics: Array<TopicId>, 
/**
 * How many there are in all.
 */
left: number, };

export type SelectionPreview = { 
/**
 * Topics that would come in, in the order of election.
 */
comes_in: Array<TopicId>, 
/**
 * Topics that would go out, in the order of election.
 */
goes_out: Array<TopicId>, 
/**
 * People who have something now and would have nothing.
 */
left_with_nothing: number, 
/**
 * Whom the selection serves now.
 */
served_now: Served, 
/**
 * Whom it would serve.
 */
served_then: Served, };

export type Rejection = { "code": "malformed", 
/**
 * Path of the field inside the message.
 */
field: string, 
/**
 * What was expected there.
 */
reason: string, } | { "code": "not_allowed" } | { "code": "not_joined" } | { "code": "cafe_full", 
/**
 * The largest number of participants.
 */
limit: number, } | { "code": "seat_taken" } | { "code": "unknown", 
/**
 * Which field names it.
 */
field: string, } | { "code": "id_taken", 
/**
 * Which field names it.
 */
field: string, } | { "code": "text_empty", 
/**
 * Which field.
 */
field: string, } | { "code": "text_too_long", 
/**
 * Which field.
 */
field: string, 
/**
 * The largest number of characters.
 */
limit: number, } | { "code": "too_few", 
/**
 * Of what.
 */
field: string, 
/**
 * The smallest number.
 */
limit: number, } | { "code": "too_many", 
/**
 * Of what.
 */
field: string, 
/**
 * The largest number.
 */
limit: number, } | { "code": "out_of_range", 
/**
 * Which field.
 */
field: string, 
/**
 * The smallest value.
 */
min: number, 
/**
 * The largest value.
 */
max: number, } | { "code": "duplicate", 
/**
 * Which field.
 */
field: string, } | { "code": "poll_not_open", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "topic_vote_not_open", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "wrong_phase", 
/**
 * Where it stands.
 */
phase: Phase, } | { "code": "proposals_closed" } | { "code": "superseded" } | { "code": "ballots_cast" } | { "code": "not_asked", 
/**
 * Which field.
 */
field: string, } | { "code": "selection_moved" } | { "code": "cannot_merge" } | { "code": "storage" } | { "code": "too_fast", 
/**
 * Messages per second that are accepted on average.
 */
limit: number, } | { "code": "try_again" };

export type ClientMessage = { "hello": Hello } | { "command": CommandMessage } | { "query": QueryMessage } | { "clock": ClockRequest };

export type Hello = { 
/**
 * [`PROTOCOL`](crate::limits::PROTOCOL).
 */
protocol: number, 
/**
 * The café.
 */
cafe: CafeCode, 
/**
 * What the client wants to be.
 */
as: Role, 
/**
 * The bearer token of that role. A participant makes one (at least 128 random bits, base64url) and keeps it.
 */
token: string, 
/**
 * What the client has of the board; absent: send all.
 */
resume: Cursor | null, };

export type Role = "participant" | "moderator" | "screen";

export type Cursor = { 
/**
 * Which life: changes when the server has forgotten older positions.
 */
epoch: string, 
/**
 * The client has everything up to here.
 */
version: Version, };

export type CommandMessage = { 
/**
 * Made by the client, unique for it.
 */
id: CommandId, 
/**
 * The wish.
 */
do: Command, };

export type QueryMessage = { 
/**
 * Made by the client, unique for it; also among its commands.
 */
id: CommandId, 
/**
 * What it wants to know.
 */
ask: Query, };

export type ClockRequest = { 
/**
 * The client's clock in milliseconds; comes back unchanged.
 */
sent: number, };

export type ServerMessage<Doc> = { "welcome": Welcome } | { "snapshot": Snapshot<Doc> } | { "update": Update<Doc> } | { "personal": Personal<Doc> } | { "ack": Ack } | { "answer": QueryAnswer<Doc> } | { "rejected": Rejected } | { "clock": Clock } | { "error": ProtocolError } | { "bye": Bye };

export type Welcome = { 
/**
 * The role on this connection.
 */
role: Role, 
/**
 * The participant's pseudonym, once joined or not; absent for other roles.
 */
participant?: ParticipantId, 
/**
 * The server's time.
 */
now: Timestamp, 
/**
 * Messages per second that this person may send on average.
 */
commands_per_second: number, };

export type Snapshot<Doc> = { 
/**
 * The life of the board.
 */
epoch: string, 
/**
 * The version.
 */
version: Version, 
/**
 * All documents by key.
 */
docs: { [key in string]: Doc }, };

export type Update<Doc> = { 
/**
 * The client has everything up to here; otherwise it reconnects without a cursor.
 */
from: Version, 
/**
 * And now up to here.
 */
version: Version, 
/**
 * Changed documents by key; `null`: gone.
 */
docs: { [key in string]: Doc | null }, };

export type Personal<Doc> = { 
/**
 * Changed documents by key; `null`: gone. After a `welcome`, all of them come in one message.
 */
docs: { [key in string]: Doc | null }, 
/**
 * Whether these are all: forget every other `me/` document.
 */
all?: boolean, };

export type Ack = { 
/**
 * Which command.
 */
id: CommandId, };

export type QueryAnswer<Doc> = { 
/**
 * Which query.
 */
id: CommandId, 
/**
 * Of the type that the query names.
 */
answer: Doc, };

export type Rejected = { 
/**
 * Which command or query.
 */
id: CommandId, 
/**
 * Why.
 */
why: Rejection, };

export type Clock = { 
/**
 * As the client sent it.
 */
sent: number, 
/**
 * The server's clock when it answered.
 */
now: Timestamp, };

export type ProtocolError = { 
/**
 * Stable name.
 */
code: ErrorCode, 
/**
 * Which part of the message, or empty.
 */
field: string, 
/**
 * The limit that was passed, if it was a limit.
 */
limit?: number, 
/**
 * For developers, in English.
 */
reason: string, };

export type ErrorCode = "malformed" | "message_too_large" | "unexpected_message" | "unsupported_protocol" | "unknown_cafe" | "bad_token" | "too_many_connections" | "hello_timeout" | "cafe_unavailable" | "too_fast";

export type Bye = { 
/**
 * Why.
 */
reason: ByeReason, 
/**
 * Come back after a random time between half of this and this, in milliseconds; absent: do not come back by yourself.
 */
retry_ms?: number, };

export type ByeReason = "restart" | "reload" | "storage" | "refused";

export type ExchangeRequest = { 
/**
 * As on a socket, in every request.
 */
hello: Hello, 
/**
 * Commands to be decided.
 */
commands: Array<CommandMessage>, 
/**
 * Queries to be answered.
 */
queries?: Array<QueryMessage>, 
/**
 * How long the server may wait for something new, in milliseconds; at most 25,000. Zero: answer at once.
 */
wait_ms: number, 
/**
 * The tag of the personal documents that the client has.
 */
personal: string | null, };

export type ExchangeResponse<Doc> = { 
/**
 * As they would come over a socket.
 */
messages: Array<ServerMessage<Doc>>, 
/**
 * The tag of the personal documents that the client has after these messages.
 */
personal?: string, };

export const limits = {
  protocol: 1,
  messageBytesMax: 4096,
  inFlightMax: 64,
  nameCharsMax: 60,
  organisationCharsMax: 80,
  titleCharsMax: 120,
  textCharsMax: 600,
  topicsPerPersonMax: 50,
  approvalsMax: 100,
  skipsMax: 50,
  pointsMax: 100,
  scoreMax: 10,
  placesMax: 200,
  glossaryCharsMax: 40000,
  questionCharsMax: 300,
  optionCharsMax: 120,
  optionsMin: 2,
  optionsMax: 50,
  pollSecondsMax: 86400,
  noticeCharsMax: 300,
} as const;

// The participant's side of one café on this phone: the seat's token, own answers, own proposals, and the
// words for what was refused. It draws nothing.
import { Ballots, type Answer, type Choice } from '../core/ballots';
import { Client, type Outcome } from '../core/client';
import { readStored, writeStored, type Environment } from '../core/environment';
import { newId, newToken } from '../core/ids';
import type {
  Command,
  NextCards,
  OptionId,
  PollId,
  Profile,
  SimilarTopics,
  TopicDraft,
  TopicId,
} from '../core/protocol.gen';
import { marksOf, sendable, type Marks } from '../core/topic-marks';
import { Live } from '../browser/live.svelte';
import {
  emptyTopicDraft,
  type Participation,
  type PendingTopic,
  type TopicEdit,
  type TopicMode,
} from '../ui/participation';
import { ballotKind, shownTopics } from '../ui/topics';

const keptKinds = ['token', 'draft', 'edit', 'mode', 'ballots', 'outbox', 'board'] as const;
type KeptKind = (typeof keptKinds)[number];

function isDraft(value: unknown): value is TopicDraft {
  return typeof value === 'object' && value !== null && 'title' in value && typeof value.title === 'string';
}

function isEdit(value: unknown): value is TopicEdit {
  return typeof value === 'object' && value !== null && 'draft' in value && isDraft(value.draft);
}

function seatToken(env: Environment, key: string): string {
  const known = env.storage.getItem(key);
  if (known !== null) return known;
  // Stored before it is ever sent: a seat whose token is lost is a vote that nobody can change any more.
  const token = newToken(env);
  env.storage.setItem(key, token);
  return token;
}

export class SeatKeeper implements Participation {
  readonly live: Live;
  readonly #client: Client;
  readonly #ballots: Ballots;
  readonly #skipped = new Set<TopicId>();
  #changes = $state(0);
  #draft = $state.raw<TopicDraft>(emptyTopicDraft);
  #edit = $state.raw<TopicEdit | null>(null);
  #mode = $state<TopicMode | null>(null);

  constructor(
    private readonly env: Environment,
    readonly cafe: string,
    onRefused: (outcome: Outcome) => void,
  ) {
    const token = seatToken(env, this.#key('token'));
    this.#client = new Client(env, { cafe, role: 'participant', token });
    this.#ballots = new Ballots(env.storage, this.#key('ballots'));
    this.live = new Live(this.#client);
    const draft = readStored(env.storage, this.#key('draft'));
    if (isDraft(draft)) this.#draft = { ...emptyTopicDraft, ...draft };
    const edit = readStored(env.storage, this.#key('edit'));
    if (isEdit(edit)) this.#edit = edit;
    const mode = readStored(env.storage, this.#key('mode'));
    if (mode === 'cards' || mode === 'list') this.#mode = mode;
    this.#client.onOutcome((outcome) => {
      if (outcome.why === null) return;
      if (outcome.why.code === 'seat_taken') this.#takeAnotherSeat();
      this.#ballots.refuse(outcome.id);
      // What was written is never thrown away: a refused proposal goes back into the form.
      if ('propose_topic' in outcome.command) this.keepDraft(outcome.command.propose_topic.draft);
      if ('edit_topic' in outcome.command) this.keepEdit(outcome.command.edit_topic);
      this.#changes += 1;
      onRefused(outcome);
    });
  }

  /** A seat was taken, or is being taken: nobody has to wait for the line to go on. */
  get joined(): boolean {
    return this.live.documents.get('me/profile') !== undefined || this.joining !== null;
  }

  /** The profile that is on its way. */
  get joining(): Profile | null {
    this.live.watch();
    for (const { do: command } of this.#client.outbox.commands()) {
      if ('join' in command) return command.join;
    }
    return null;
  }

  join(profile: Profile): void {
    this.#client.send({ join: profile });
  }

  answer(poll: PollId): Answer<readonly OptionId[]> {
    const counted = this.live.documents.get(`me/ballot/${poll}`);
    return this.#answer(
      `poll/${poll}`,
      counted === undefined ? null : { ...counted, choice: counted.choices },
    );
  }

  topicAnswer(): Answer<Marks> {
    const counted = this.live.documents.get('me/topic-ballot');
    // Who has only skipped topics has a document, but no ballot.
    const hasBallot = counted !== undefined && counted.revision > 0;
    return this.#answer('topic-marks', hasBallot ? { ...counted, choice: marksOf(counted) } : null);
  }

  skippedTopics(): ReadonlySet<TopicId> {
    void this.#changes;
    const counted = this.live.documents.get('me/topic-ballot')?.skipped ?? [];
    const unsent = this.#client.outbox.commands().flatMap(({ do: command }) => {
      return 'skip_topics' in command ? command.skip_topics.topics : [];
    });
    return new Set([...counted, ...unsent, ...this.#skipped]);
  }

  castBallot(poll: PollId, choices: readonly OptionId[]): void {
    const revision = this.#ballots.nextRevision(
      `poll/${poll}`,
      this.live.documents.get(`me/ballot/${poll}`)?.revision,
    );
    const command = this.#client.send({ cast_ballot: { poll, choices: [...choices], revision } });
    this.#keep(`poll/${poll}`, { choice: choices, revision, command });
  }

  withdrawBallot(poll: PollId): void {
    const revision = this.#ballots.nextRevision(
      `poll/${poll}`,
      this.live.documents.get(`me/ballot/${poll}`)?.revision,
    );
    const command = this.#client.send({ withdraw_ballot: { poll, revision } });
    this.#keep(`poll/${poll}`, { choice: null, revision, command });
  }

  castTopicBallot(marks: Marks): void {
    const { documents } = this.live;
    const kind = ballotKind(documents);
    const choice = sendable(kind, marks, shownTopics(documents));
    for (const topic of Object.keys(choice)) this.#skipped.delete(topic);
    const counted = documents.get('me/topic-ballot')?.revision;
    const revision = this.#ballots.nextRevision('topic-marks', counted);
    const command = this.#client.send({
      cast_topic_ballot:
        kind.kind === 'approval'
          ? { approve: Object.keys(choice), revision }
          : { approve: [], points: { ...choice }, revision },
    });
    this.#keep('topic-marks', { choice, revision, command });
  }

  skipTopic(topic: TopicId): void {
    this.#skipped.add(topic);
    this.#client.send({ skip_topics: { topics: [topic] } });
    this.#changes += 1;
  }

  nextCards(): Promise<NextCards> {
    return this.#client.ask({ next_cards: {} });
  }

  similarTopics(title: string): Promise<SimilarTopics> {
    return this.#client.ask({ similar_topics: { title } });
  }

  ownTopics(): readonly TopicId[] {
    return this.live.documents.get('me/topics')?.proposed ?? [];
  }

  pendingTopics(): readonly PendingTopic[] {
    const own = this.ownTopics();
    return this.#pending((command) => ('propose_topic' in command ? command.propose_topic : null)).filter(
      ({ id }) => !own.includes(id),
    );
  }

  pendingEdits(): readonly PendingTopic[] {
    return this.#pending((command) => ('edit_topic' in command ? command.edit_topic : null));
  }

  propose(draft: TopicDraft): void {
    this.#client.send({ propose_topic: { topic: newId(this.env), draft } });
    this.keepDraft(emptyTopicDraft);
  }

  editTopic(topic: TopicId, draft: TopicDraft): void {
    this.#client.send({ edit_topic: { topic, draft } });
    this.keepEdit(null);
  }

  get draft(): TopicDraft {
    return this.#draft;
  }

  keepDraft(draft: TopicDraft): void {
    this.#draft = draft;
    writeStored(this.env.storage, this.#key('draft'), draft);
  }

  get edit(): TopicEdit | null {
    return this.#edit;
  }

  keepEdit(edit: TopicEdit | null): void {
    this.#edit = edit;
    writeStored(this.env.storage, this.#key('edit'), edit);
  }

  get topicMode(): TopicMode | null {
    return this.#mode;
  }

  keepTopicMode(mode: TopicMode): void {
    this.#mode = mode;
    writeStored(this.env.storage, this.#key('mode'), mode);
  }

  /** Two tokens with one pseudonym: as good as impossible, and mended by a new token. */
  #takeAnotherSeat(): void {
    this.env.storage.removeItem(this.#key('token'));
    this.#client.changeSeat(seatToken(this.env, this.#key('token')));
  }

  /** Forgets this café on this phone. What was counted stays counted. */
  forget(): void {
    this.#client.connection.stop();
    this.#client.keeper.flush();
    for (const kind of keptKinds) this.env.storage.removeItem(this.#key(kind));
  }

  #key(kind: KeptKind): string {
    return `tafelrunde/${kind}/${this.cafe}/participant`;
  }

  /** Proposals or new texts that are not stored yet. */
  #pending(read: (command: Command) => TopicEdit | null): PendingTopic[] {
    this.live.watch();
    const pending: PendingTopic[] = [];
    for (const { id, do: command } of this.#client.outbox.commands()) {
      const edit = read(command);
      const state = this.#client.progress(id) === 'flying' ? 'sending' : 'saved';
      if (edit !== null) pending.push({ id: edit.topic, draft: edit.draft, state });
    }
    return pending;
  }

  #answer<C extends NonNullable<Choice>>(
    name: string,
    counted: { choice: C | null; revision: number } | null,
  ): Answer<C> {
    void this.#changes;
    return this.#ballots.answer<C | null>(name, counted, (command) =>
      this.#client.progress(command),
    ) as Answer<C>;
  }

  #keep(name: string, ballot: { choice: Choice; revision: number; command: string }): void {
    this.#ballots.set(name, ballot);
    this.#changes += 1;
  }
}

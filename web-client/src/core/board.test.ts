// The board: snapshots, updates, tombstones, gaps, personal documents.
import { describe, expect, it } from 'vitest';
import { apply, emptyBoard, withoutCursor, type Board } from './board';
import type { ServerMessage } from './protocol.gen';

function after(board: Board, ...messages: ServerMessage<unknown>[]): Board {
  return messages.reduce((current, message) => {
    const applied = apply(message, current);
    return applied.kind === 'changed' ? applied.board : current;
  }, board);
}

const snapshot = {
  snapshot: { epoch: 'a', version: 4, docs: { cafe: { title: 'Tag' }, stage: { slot: null } } },
};

describe('a board', () => {
  it('is what the snapshot says', () => {
    const board = after(emptyBoard, snapshot);
    expect(board.cursor).toEqual({ epoch: 'a', version: 4 });
    expect([...board.shared.keys()]).toEqual(['cafe', 'stage']);
  });

  it('takes changed, new and removed documents from an update', () => {
    const docs = { cafe: { title: 'Neuer Tag' }, 'poll/p': { question: '?' }, stage: null };
    const board = after(emptyBoard, snapshot, { update: { from: 4, version: 6, docs } });
    expect(board.cursor).toEqual({ epoch: 'a', version: 6 });
    expect(Object.fromEntries(board.shared)).toEqual({
      cafe: { title: 'Neuer Tag' },
      'poll/p': { question: '?' },
    });
  });

  it('notices that something between is missing', () => {
    const board = after(emptyBoard, snapshot);
    expect(apply({ update: { from: 5, version: 6, docs: {} } }, board)).toEqual({ kind: 'gap' });
    expect(apply({ update: { from: 0, version: 6, docs: {} } }, emptyBoard)).toEqual({ kind: 'gap' });
  });

  it('is not taken back by an answer that was overtaken', () => {
    const board = after(emptyBoard, snapshot, {
      update: { from: 4, version: 9, docs: { cafe: { title: 'neu' } } },
    });
    expect(apply({ update: { from: 4, version: 7, docs: { cafe: { title: 'alt' } } } }, board)).toEqual({
      kind: 'same',
    });
    expect(apply(snapshot, board)).toEqual({ kind: 'same' });
  });

  it('forgets shared documents with a snapshot of another life, and keeps personal ones', () => {
    const personal = { personal: { docs: { 'me/profile': { id: '1' } }, all: true } };
    const board = after(emptyBoard, snapshot, personal, {
      snapshot: { epoch: 'b', version: 1, docs: { topics: {} } },
    });
    expect([...board.shared.keys()]).toEqual(['topics']);
    expect([...board.mine.keys()]).toEqual(['me/profile']);
  });

  it('changes single personal documents, or replaces all of them', () => {
    const some = after(
      emptyBoard,
      { personal: { docs: { 'me/profile': { id: '1' }, 'me/ballot/p': { revision: 1 } }, all: true } },
      { personal: { docs: { 'me/ballot/p': null, 'me/topics': { proposed: [] } } } },
    );
    expect([...some.mine.keys()]).toEqual(['me/profile', 'me/topics']);
    const all = after(some, { personal: { docs: { 'me/profile': { id: '2' } }, all: true } });
    expect([...all.mine.keys()]).toEqual(['me/profile']);
  });

  it('keeps its picture when it gives up its place', () => {
    const board = withoutCursor(after(emptyBoard, snapshot));
    expect(board.cursor).toBeNull();
    expect(board.shared.size).toBe(2);
  });

  it('is left the same by messages without documents', () => {
    expect(apply({ ack: { id: 'x' } }, emptyBoard)).toEqual({ kind: 'same' });
    expect(apply({ clock: { sent: 1, now: 2 } }, emptyBoard)).toEqual({ kind: 'same' });
  });

  it('keeps untouched documents identical, so that nothing is drawn again for them', () => {
    const before = after(emptyBoard, snapshot);
    const board = after(before, { update: { from: 4, version: 5, docs: { stage: {} } } });
    expect(board.shared.get('cafe')).toBe(before.shared.get('cafe'));
  });
});

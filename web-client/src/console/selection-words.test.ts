// What is said about a programme, in German.
import { beforeAll, describe, expect, it } from 'vitest';
import { documentsOf } from '../core/documents';
import { chooseLanguage, startLanguage } from '../i18n/i18n.svelte';
import { loaders } from './locales';
import { carriedText, changeText, lacksText, paidText, unpricedText, verdict } from './selection-words';

const docs = documentsOf(
  new Map([
    ['topic/bus', { title: 'Bürgerbus' }],
    ['topic/shop', { title: 'Dorfladen' }],
  ]),
);

beforeAll(async () => {
  await startLanguage(loaders);
  await chooseLanguage('de');
});

/** Numbers stand with a blank that does not break. */
const plain = (text: string) => text.replaceAll('\u00a0', ' ');

describe('why a topic is in', () => {
  it('says how many carry it, and how many have nothing else', () => {
    expect(carriedText({ supporters: 23, with_nothing_else: 14 })).toBe(
      'Getragen von 23 Menschen, 14 davon finden sonst nichts',
    );
    expect(carriedText({ supporters: 1, with_nothing_else: 0 })).toBe(
      'Getragen von einer Person, alle finden auch anderes',
    );
    expect(carriedText({ supporters: 0, with_nothing_else: 0 })).toBe('Von niemandem gewählt');
  });

  it('says who paid what, the large shares by name', () => {
    const paid = [60, 50, 40, 30].map((thousandths) => ({ people: 2, thousandths }));
    expect(plain(paidText('equal_shares', paid.slice(0, 2)))).toBe(
      'Bezahlt: 2 Menschen je 6 % und 2 Menschen je 5 %.',
    );
    expect(plain(paidText('equal_shares', paid))).toBe(
      'Bezahlt: 2 Menschen je 6 %, 2 Menschen je 5 % und 4 weitere weniger.',
    );
    expect(paidText('equal_shares', [{ people: 3, thousandths: 0 }])).toBe('');
    expect(paidText('sequential_phragmen', paid)).toBe('');
  });
});

describe('what is said of the rest', () => {
  it('says what a waiting topic lacks', () => {
    expect(lacksText({ lacks: 4 })).toBe('4 Menschen mehr brächten es hinein.');
    expect(lacksText({ lacks: null })).toContain('Kein Platz');
  });

  it('names the group that is left out', () => {
    const worst = { topic: 'bus', level: 1, people: 23, needed: 20 };
    const wrong = verdict(docs, { is_justified: false, is_proportional: false, worst });
    expect(wrong.kind).toBe('nothing');
    expect(wrong.example).toBe(
      '23 Menschen wollen alle „Bürgerbus“ und finden nichts im Programm. Ab 20 steht einer Gruppe ein Platz zu.',
    );
    const short = verdict(docs, {
      is_justified: true,
      is_proportional: false,
      worst: { ...worst, level: 2 },
    });
    expect(short.kind).toBe('short');
    const fair = verdict(docs, { is_justified: true, is_proportional: true, worst: null });
    expect([fair.kind, fair.example]).toEqual(['fair', '']);
  });

  it('says who came and who went, and nothing when nobody did', () => {
    expect(changeText(docs, ['bus'], ['shop'])).toBe(
      'Herein gekommen: „Dorfladen“. Hinaus gegangen: „Bürgerbus“.',
    );
    expect(changeText(docs, ['bus'], ['bus'])).toBe('');
  });

  it('says why there is no price', () => {
    expect(unpricedText(null)).toContain('Ohne Verbindung');
    expect(unpricedText({ code: 'too_many', field: 'pinned', limit: 1 })).toContain('zu wenige Plätze');
  });
});

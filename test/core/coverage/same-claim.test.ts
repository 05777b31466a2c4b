import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { groupClaims } from '@/core/coverage/same-claim';
import { statement } from './statements';

const groups = (...list: Parameters<typeof groupClaims>[0]) => groupClaims(list).map(({ members }) => members.join(' '));
const HOLM = { id: 'holm', name: 'Edda Holm', kind: 'person' as const };
const KERN = { id: 'kern', name: 'Aldo Kern', kind: 'person' as const };

describe('same claim', () => {
  it('groups what two outlets say of one event in their own words', () => {
    expect(
      groups(
        statement('a', 'Twenty-six countries pledged troops for the bridge guard.', { events: ['summit'] }),
        statement('b', 'Some 26 nations will send troops to guard the bridge.', { events: ['summit'] }),
        statement('c', 'The host wore a green scarf at the photo.', { events: ['summit'] }),
      ),
    ).toEqual(['a b', 'c']);
  });

  it('takes a quotation for one whoever carries it, and keeps two speakers apart', () => {
    const about = { events: ['talks'] };
    expect(
      groups(
        statement('a', 'Holm was hopeful about the ferry talks.', { ...about, speaker: HOLM, quote: 'a good hand' }),
        statement('b', 'On the talks, Holm saw reason for confidence.', { ...about, speaker: HOLM, quote: 'A good hand' }),
        statement('c', 'Kern was hopeful about the ferry talks.', { ...about, speaker: KERN }),
      ),
    ).toEqual(['a b', 'c']);
  });

  it('never groups what happened on different days, or concerns different things', () => {
    const text = 'The harbour bridge was closed to all lorries.';
    expect(
      groups(
        statement('a', text, { subjects: ['bridge'], happened: '2025-03-01' }),
        statement('b', text, { subjects: ['bridge'], happened: '2025-04' }),
        statement('c', text, { subjects: ['other'] }),
      ),
    ).toEqual(['a', 'b', 'c']);
  });

  it('lets nothing drift: every two of a group say the same', () => {
    const words = ['ferry', 'bridge', 'closed', 'monday', 'council', 'lorries', 'harbour', 'weeks'];
    const any = fc.subarray(words, { minLength: 1 }).map((list) => list.join(' '));
    fc.assert(
      fc.property(fc.array(any, { maxLength: 8 }), (texts) => {
        const list = texts.map((text, i) => statement(String(i), text, { events: ['e'] }));
        const found = groupClaims(list);
        expect(found.flatMap(({ members }) => members).sort()).toEqual(list.map(({ id }) => id).sort());
        for (const { members } of found) {
          for (const a of members) {
            for (const b of members) {
              const pair = list.filter(({ id }) => id === a || id === b);
              expect(groupClaims(pair).length).toBe(1);
            }
          }
        }
      }),
      { numRuns: 100 },
    );
  });
});

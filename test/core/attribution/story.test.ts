/** A text read whole, and in steps: the parts lean on each other, and no step holds more than a few sentences. */
import { describe, expect, it } from 'vitest';
import { readStory, type StoryContext, storyInSteps } from '@/core/attribution/story';

const context: StoryContext = { lang: 'en', published: '2025-03-03', mentions: [], speaking: [], events: [] };
const SENTENCE = 'The mayor said on Friday that the bridge would stay closed until 14 March.';

describe('a story', () => {
  it('dates its claims by its dates', () => {
    const { dates, claims } = readStory(SENTENCE, context);
    expect(dates.map((d) => d.edtf)).toEqual(['2025-02-28', '2025-03-14']);
    expect(claims.map((c) => [c.said?.edtf, c.event?.edtf])).toEqual([['2025-02-28', '2025-03-14']]);
  });

  it('gives what an agency wrote through the agency, save what another outlet carried', () => {
    const text = 'The mayor said that the bridge is closed. The Quay Courier reported that it will open in May.';
    const start = text.indexOf('The Quay');
    const outlet = {
      start,
      end: start + 16,
      subject: 'a:courier',
      kind: 'outlet' as const,
      surface: 'The Quay Courier',
      reason: 'full-name' as const,
    };
    const { claims } = readStory(text, { ...context, mentions: [outlet], speaking: [outlet], wire: [{ name: 'AP' }] });
    expect(claims.map((c) => [c.outlet?.subject ?? null, c.via])).toEqual([
      [null, [{ name: 'AP' }]],
      ['a:courier', []],
    ]);
  });

  it('can be read in pauses of any length, and pauses at least once a sentence', () => {
    const count = (sentences: number) => {
      const steps = storyInSteps(Array(sentences).fill(SENTENCE).join(' '), context);
      let pauses = 0;
      for (let step = steps.next(); ; step = steps.next()) {
        if (step.done) return { pauses, claims: step.value.claims.length };
        pauses++;
      }
    };
    expect(count(40).claims).toBe(40);
    expect(count(40).pauses).toBeGreaterThanOrEqual(40);
    expect(count(400).pauses).toBeGreaterThanOrEqual(400);
  });
});

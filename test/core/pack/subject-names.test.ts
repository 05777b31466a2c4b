import { describe, expect, it } from 'vitest';
import type { Actor } from '@/core/model/actor';
import type { NewsEvent } from '@/core/model/event';
import { subjectNames } from '@/core/pack/subject-names';

const actor: Actor = {
  id: 'p:ruth-okello',
  kind: 'person',
  name: 'Ruth Okello',
  names: [{ text: 'R. Okello' }],
  surnames: ['Okello'],
  offices: [],
  sources: ['s'],
};

describe('subject names', () => {
  it('count the display name first', () => {
    expect(subjectNames(actor, true)).toEqual({
      id: 'p:ruth-okello',
      kind: 'person',
      names: [{ text: 'Ruth Okello' }, { text: 'R. Okello' }],
      surnames: ['Okello'],
      open: true,
    });
  });

  it('leave the display name to an entry of the same text, so that weak stays weak', () => {
    const times: Actor = { ...actor, id: 'p:time', kind: 'organisation', name: 'Time', names: [{ text: 'Time', weak: true }] };
    expect(subjectNames(times, false)).toMatchObject({ names: [{ text: 'Time', weak: true }], open: false });
  });

  it('make an event a subject without surnames', () => {
    const event: NewsEvent = { id: 'p:e', name: 'Quay summit', names: [], kind: 'summit', dates: [], participants: [], sources: ['s'] };
    expect(subjectNames(event, true)).toMatchObject({ kind: 'event', names: [{ text: 'Quay summit' }], surnames: [] });
  });
});

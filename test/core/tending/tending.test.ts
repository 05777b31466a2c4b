/** The reader's edits, applied: merges are groups whatever is merged into what, and no field is lost or invented. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Actor, Outlet } from '@/core/model/actor';
import type { Claim } from '@/core/model/claim';
import type { ClaimFields, SubjectEdit } from '@/core/model/edit';
import type { NewsEvent } from '@/core/model/event';
import { followClaim, withClaimFields } from '@/core/tending/claims';
import { createMerges } from '@/core/tending/merges';
import { merged, withFields } from '@/core/tending/subjects';

const made = '2026-01-01T00:00:00.000Z';
const id = fc.constantFrom('p:a', 'p:b', 'p:c', 'p:d', 'p:e', 'p:f');
const edits = fc.uniqueArray(fc.record({ id, into: id }), { selector: (edit) => edit.id });

describe('merges', () => {
  it('are groups with one root each, cycles among them', () => {
    fc.assert(
      fc.property(edits, id, id, (list, one, other) => {
        const merges = createMerges(list.map((edit): SubjectEdit => ({ ...edit, made })));
        const members = merges.membersOf(one);
        expect(members[0]).toBe(merges.rootOf(one));
        expect(members).toContain(one);
        expect(new Set(members).size).toBe(members.length);
        expect(merges.rootOf(merges.rootOf(one))).toBe(merges.rootOf(one));
        // One group exactly where the merges, taken as lines, connect the two.
        expect(members.includes(other)).toBe(connected(list, one, other));
        expect(merges.rootOf(one) === merges.rootOf(other)).toBe(members.includes(other));
      }),
    );
  });

  it('end in the one that is merged into no other', () => {
    const merges = createMerges([
      { id: 'p:a', into: 'p:b', made },
      { id: 'p:b', into: 'p:c', made },
    ]);
    expect(merges.rootOf('p:a')).toBe('p:c');
    expect(merges.membersOf('p:b')).toEqual(['p:c', 'p:a', 'p:b']);
    expect(merges.membersOf('q:other')).toEqual(['q:other']);
  });
});

/** By flooding: slow and plain. */
function connected(list: readonly { id: string; into: string }[], from: string, to: string): boolean {
  const seen = new Set([from]);
  for (let grew = true; grew; ) {
    const before = seen.size;
    for (const { id, into } of list) {
      if (seen.has(id)) seen.add(into);
      if (seen.has(into)) seen.add(id);
    }
    grew = seen.size > before;
  }
  return seen.has(to);
}

const person: Actor = {
  id: 'p:a',
  kind: 'person',
  name: 'Ada Holm',
  names: [{ text: 'A. Holm', weak: true }],
  surnames: ['Holm'],
  description: 'Chair of the harbour board',
  offices: [{ title: 'Chair', asOf: '2025', sources: ['s'] }],
  sources: ['s'],
};

describe('fields', () => {
  it('rename, and keep the name that the pack gives, unless it is dropped', () => {
    expect(withFields(person, { name: 'Ada Holm-Berg' })).toEqual({
      ...person,
      name: 'Ada Holm-Berg',
      names: [{ text: 'A. Holm', weak: true }, { text: 'Ada Holm' }],
    });
    const dropped = withFields(person, { name: 'Ada Berg', names: { added: ['Ada B.'], dropped: ['Ada Holm', 'A. Holm'] } });
    expect(dropped.names).toEqual([{ text: 'Ada B.' }]);
  });

  it('let through what a later revision brings', () => {
    const fields = { names: { added: ['Ada H.'], dropped: ['A. Holm'] }, surnames: { added: [], dropped: ['Holm'] } };
    const later = { ...person, names: [...person.names, { text: 'Ада Хольм' }], surnames: ['Holm', 'Хольм'], offices: [] };
    expect(withFields(later, fields)).toMatchObject({
      names: [{ text: 'Ада Хольм' }, { text: 'Ada H.' }],
      surnames: ['Хольм'],
      offices: [],
    });
  });

  it('take a description away, and set an account of an event’s date beside the pack’s', () => {
    expect(withFields(person, { description: '' })).not.toHaveProperty('description');
    const event: NewsEvent = {
      ...{ id: 'p:e', name: 'Dredging talks', names: [], kind: 'talks', participants: [], sources: [] },
      dates: [{ edtf: '2025-05', according: 'the board', sources: [] }],
    };
    expect(withFields(event, { date: '2025-05-03' }).dates.map(({ edtf, according }) => [edtf, according])).toEqual([
      ['2025-05-03', 'your own note'],
      ['2025-05', 'the board'],
    ]);
  });

  it('change nothing where none is set', () => {
    expect(withFields(person, {})).toEqual(person);
  });
});

describe('what is merged', () => {
  const other: Actor = {
    ...{ id: 'q:ada', kind: 'person', name: 'Dr Ada Holm', names: [{ text: 'A. Holm' }], surnames: ['Holm', 'Holmová'], country: 'NO' },
    offices: [{ title: 'Envoy', asOf: '2024', sources: ['t'] }],
    sources: ['t'],
  };

  it('is the first, with all that the others know', () => {
    expect(merged(person, [other])).toEqual({
      ...person,
      names: [{ text: 'A. Holm', weak: true }, { text: 'Dr Ada Holm' }],
      surnames: ['Holm', 'Holmová'],
      offices: [...person.offices, ...other.offices],
      country: 'NO',
      sources: ['s', 't'],
    });
  });

  it('has an outlet’s domains', () => {
    const outlet = (id: string, domains: readonly string[]): Outlet => ({
      ...{ id, kind: 'outlet', name: id, names: [], surnames: [], offices: [], sources: [] },
      ...{ domains, languages: ['en'], agency: false },
    });
    expect(merged(outlet('p:x', ['x.test']), [outlet('p:y', ['y.test', 'x.test'])]).domains).toEqual(['x.test', 'y.test']);
  });
});

const claim: Claim = {
  id: 'p:c1',
  text: 'Dredging starts in May.',
  quote: 'in May',
  speaker: 'p:a',
  outlet: 'p:paper',
  via: [{ name: 'Wire', id: 'p:wire' }, { name: 'a leak' }],
  clocks: { said: { edtf: '2025-03-03', basis: 'text' }, published: { edtf: '2025-03-04', basis: 'metadata' } },
  actors: ['p:a', 'p:b'],
  events: ['p:e'],
  status: 'curated',
  sources: ['s'],
};

describe('a claim', () => {
  it('follows merges, each subject once', () => {
    const followed = followClaim(claim, (id) => (id === 'p:a' ? 'p:b' : id));
    expect(followed).toMatchObject({ speaker: 'p:b', actors: ['p:b'], via: claim.via, outlet: 'p:paper' });
    fc.assert(
      fc.property(fc.dictionary(fc.constantFrom('p:a', 'p:b', 'p:e', 'p:wire', 'p:paper'), id), (to) => {
        const once = followClaim(claim, (each) => (Object.hasOwn(to, each) ? (to[each] ?? each) : each));
        const refs = [once.speaker, once.outlet, ...once.actors, ...once.events];
        // What is followed away is nowhere, unless another is followed to it.
        const given: readonly string[] = Object.values(to);
        for (const gone of Object.keys(to)) if (!given.includes(gone)) expect(refs).not.toContain(gone);
      }),
    );
  });

  it('has the reader’s fields, and the pack’s everywhere else', () => {
    const fields: ClaimFields = {
      text: 'Dredging starts in June.',
      quote: '',
      speaker: { id: null, name: 'A clerk' },
      clocks: { said: { edtf: '2025-03', basis: 'reader' }, published: null },
    };
    const { quote: _quote, ...others } = claim;
    expect(withClaimFields(claim, fields)).toEqual({
      ...others,
      text: 'Dredging starts in June.',
      speaker: null,
      speakerName: 'A clerk',
      clocks: { said: { edtf: '2025-03', basis: 'reader' } },
      actors: ['p:b'],
    });
    expect(withClaimFields(claim, {})).toEqual(claim);
  });

  it('moves to whom a split gives it', () => {
    expect(withClaimFields(claim, { instead: { 'p:a': 'mine:other' } })).toMatchObject({
      speaker: 'mine:other',
      actors: ['mine:other', 'p:b'],
    });
  });
});

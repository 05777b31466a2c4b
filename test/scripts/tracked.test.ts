/** Who is tracked, and who only stands by: a name that is somebody else's as well. */
import { describe, expect, it } from 'vitest';
import type { SubjectKind } from '@/core/model/actor';
import { trackedSubjects } from '../../scripts/tracked';

const named = (id: string, kind: SubjectKind, ...names: string[]) => ({
  name: names[0] ?? id,
  names: { id, kind, names: names.map((text) => ({ text })), surnames: [], open: true },
});

const marked = (tracked: ReturnType<typeof trackedSubjects>, text: string) =>
  tracked.detect([text]).flatMap((block) => block.map((m) => `${m.surface}=${m.subject}`));

describe('tracked subjects with bystanders', () => {
  const person = named('p', 'person', 'Jorinda Quay', 'Quay');
  const board = named('b', 'organisation', 'Harbour Board', 'Harbourland');
  const own = [person, board];
  const others = [
    named('pack:quay', 'place', 'Quay'),
    named('pack:land', 'place', 'Harbourland'),
    named('pack:post', 'outlet', 'Quay Post'),
  ];

  it('leave undecided what a bystander of another kind is called, and its longer names alone', () => {
    const alone = trackedSubjects(own);
    expect(marked(alone, 'Talks in Quay went on, said the Harbour Board of Harbourland.')).toEqual([
      'Quay=p',
      'Harbour Board=b',
      'Harbourland=b',
    ]);
    const beside = trackedSubjects(own, others);
    expect(marked(beside, 'Talks in Quay went on, said the Harbour Board of Harbourland to the Quay Post.')).toEqual(['Harbour Board=b']);
    expect(marked(beside, 'Jorinda Quay came.')).toEqual(['Jorinda Quay=p']);
  });

  it('are one with a bystander that is the same, by its display name or a name in full', () => {
    const same = [named('pack:p', 'person', 'J. Quay', 'Jorinda Quay', 'Quay'), named('pack:b', 'outlet', 'The Board', 'Harbourland')];
    expect(marked(trackedSubjects(own, same), 'Quay met the Harbour Board in Harbourland.')).toEqual([
      'Quay=p',
      'Harbour Board=b',
      'Harbourland=b',
    ]);
  });

  it('tell what a name is of which nobody said it, and how it is written', () => {
    const guessed = [
      { ...named('p', 'organisation', 'Quayland'), guessed: true },
      { ...named('a', 'organisation', 'Qpa'), guessed: true },
    ];
    const packs = [named('pack:q', 'place', 'Quayland'), named('pack:a', 'outlet', 'qpa', 'Quay Press Agency')];
    expect(marked(trackedSubjects(guessed), 'In New Quayland (qpa) and Quayland.')).toEqual(['Quayland=p', 'Quayland=p']);
    expect(marked(trackedSubjects(guessed, packs), 'In New Quayland (qpa) and Quayland.')).toEqual(['qpa=a', 'Quayland=p']);
  });

  it('never answer with a bystander', () => {
    const tracked = trackedSubjects(own, others);
    expect(marked(tracked, 'The Quay Post reported it.')).toEqual([]);
    expect(tracked.nameOf('pack:post')).toBe('pack:post');
  });
});

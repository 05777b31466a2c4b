/** Names that follow from a full one, and those that must not. */
import { describe, expect, it } from 'vitest';
import { derivedForms } from '@/core/gazetteer/short-names';
import type { NameForm, SubjectKind } from '@/core/model/actor';

function derived(kind: SubjectKind, ...names: (string | NameForm)[]): string[] {
  const forms = names.map((name) => (typeof name === 'string' ? { text: name } : name));
  return derivedForms({ id: 'x', kind, names: forms, surnames: [], open: true }).map(([{ text }, form]) => `${text} ${form}`);
}

describe('names that say the same', () => {
  it.each([
    ['person', 'Jorinda T. Brandt', ['Jorinda Brandt full']],
    ['person', 'Jorinda T Brandt', ['Jorinda Brandt full']],
    ['person', 'Jorinda A. T. Brandt', ['Jorinda Brandt full']],
    ['person', 'Jorinda Maria Brandt', ['Jorinda M. Brandt full', 'Jorinda Brandt surname']],
    ['person', 'Kim Quay Un', []],
    ['person', 'Jorinda van Brandt', []],
    ['organisation', 'Quay Harbour Inc.', ['Quay Harbour full']],
    ['organisation', 'Quay Harbour, Inc.', ['Quay Harbour full']],
    ['organisation', 'Kontor Nordmeer AG', ['Kontor Nordmeer full']],
    ['organisation', 'Quayside S.A.', ['Quayside full']],
    ['organisation', 'Agatha', []],
    ['place', 'United States of America', ['United States full', 'USA surname']],
    ['outlet', 'Harbour News Ltd', []],
  ] as const)('%s %s', (kind, name, expected) => {
    expect(derived(kind, name)).toEqual(expected);
  });
});

describe('names that count after the full one', () => {
  it.each([
    ['organisation', 'Board of Quay and Harbour Affairs', ['BQHA surname']],
    ['organisation', 'Harbour Affairs', []],
    ['organisation', 'European Harbours', ['EH surname']],
    ['organisation', 'Board against the tides', []],
    ['place', 'Fairview, Ohio', ['Fairview surname']],
    ['person', 'Anna Maria Elisa Brandt', ['Anna Brandt surname']],
  ] as const)('%s %s', (kind, name, expected) => {
    expect(derived(kind, name)).toEqual(expected);
  });

  it('are none of weak names, and never a weak name itself', () => {
    expect(derived('organisation', { text: 'Quay Harbour Inc.', weak: true })).toEqual([]);
    expect(derived('organisation', 'Quayside Inc.', { text: 'Quayside', weak: true })).toEqual([]);
    expect(derived('organisation', { text: 'Quayside Inc.', case: 'exact' })).toEqual([]);
  });
});

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Account, type OriginOutlet, traceOrigins } from '@/core/coverage/origins';
import { AGENCIES, FAMILIES, GROUPS, type LabelledGroup } from './origins/groups';

const agencies: OriginOutlet[] = Object.entries(AGENCIES).map(([name, names]) => ({ name, names, voice: name, agency: true }));

function outletOf(name: string): OriginOutlet {
  const agency = agencies.find((one) => one.name === name);
  if (agency) return agency;
  const bare = name.replace(/^The /, '');
  const family = FAMILIES.find((members) => members.includes(bare));
  return { name, names: [bare], voice: family?.[0] ?? bare, agency: false };
}

const names = [...new Set(GROUPS.flatMap(({ accounts }) => accounts.flatMap(({ outlet }) => outlet ?? [])))];
const known = [...agencies, ...names.map(outletOf)];

const accountsOf = (group: LabelledGroup): Account[] =>
  group.accounts.map((account, i) => ({
    id: `${group.id}-${i}`,
    outlet: account.outlet === null ? null : outletOf(account.outlet),
    text: account.text,
    via: account.via ?? [],
    credits: account.credits ?? [],
    source: account.source ?? null,
    carried: account.published ?? null,
  }));

/** The labels that lean on each counted origin. */
function judge(group: LabelledGroup) {
  const report = traceOrigins(accountsOf(group), known);
  const labels = report.origins.map(({ accounts }) => new Set(accounts.map((id) => group.label[Number(id.split('-')[1])])));
  return { report, labels };
}

describe('origins, on the labelled groups', () => {
  it('has at least 60 of them, each label for each account', () => {
    expect(GROUPS.length).toBeGreaterThanOrEqual(60);
    for (const { label, accounts } of GROUPS) expect(label.length).toBe(accounts.length);
  });

  it.each(GROUPS.map((group) => [group.id, group] as const))('%s counts no dependent outlet as independent', (_, group) => {
    const { report, labels } = judge(group);
    expect(report.origins.length).toBeLessThanOrEqual(new Set(group.label.replaceAll('?', '')).size);
    // No two origins stand for the same true one, and nothing that cannot be told is counted.
    expect(labels.flatMap((set) => [...set]).length).toBe(new Set(labels.flatMap((set) => [...set])).size);
    expect(labels.some((set) => set.has('?'))).toBe(false);
  });

  it('finds the independent ones, and hangs the others on them', () => {
    let wanted = 0;
    let found = 0;
    let told = 0;
    let hung = 0;
    const missed: string[] = [];
    for (const group of GROUPS) {
      const { report, labels } = judge(group);
      const want = new Set(group.label.replaceAll('?', ''));
      wanted += want.size;
      for (const label of want) {
        if (labels.some((set) => set.has(label))) found++;
        else missed.push(`${group.id} ${label}`);
      }
      report.accounts.forEach(({ standing }, i) => {
        if (group.label[i] === '?') return;
        told++;
        if (standing !== 'unclear') hung++;
        else missed.push(`${group.id}-${i}`);
      });
    }
    // The goal is .9; what is reached is held.
    expect(found / wanted, missed.join(', ')).toBeGreaterThanOrEqual(0.97);
    expect(hung / told, missed.join(', ')).toBeGreaterThanOrEqual(0.97);
  });
});

describe('what the report explains', () => {
  const outlet = outletOf;
  const account = (id: string, name: string | null, text: string, rest: Partial<Account> = {}): Account => ({
    id,
    outlet: name === null ? null : outlet(name),
    text,
    via: [],
    credits: [],
    source: null,
    carried: null,
    ...rest,
  });

  it('says who leans on whom, on what ground, by which words, and who was first', () => {
    const report = traceOrigins(
      [
        account('pbx', 'PBX', 'The pact is dead, Reuters reported.', { carried: '2025-12-09' }),
        account('post', 'Inland Post', 'The pact has failed.', { credits: ['Reuters'], carried: '2025-12-08' }),
        account('radio', 'Quay Radio', 'A diplomat told us that the pact was over.', { carried: '2025-12-10' }),
        account('sunday', 'Sunday Quay', 'No pact after all.'),
      ],
      known,
    );
    expect(report.outlets).toBe(3);
    expect(report.origins.map(({ name, kind, accounts }) => [name, kind, accounts])).toEqual([
      ['Reuters', 'agency', ['pbx', 'post']],
      ['Quay Radio', 'outlet', ['radio', 'sunday']],
    ]);
    expect(report.accounts.map(({ standing, grounds }) => [standing, grounds])).toEqual([
      ['leans', [{ kind: 'named-in-text', on: 'Reuters', words: 'Reuters' }]],
      ['leans', [{ kind: 'wire-credit', on: 'Reuters' }]],
      ['origin', []],
      ['leans', [{ kind: 'same-publisher', on: 'Quay Radio' }]],
    ]);
    expect(report.accounts[2]?.own).toBe('told us');
    expect(report.first).toEqual({ name: 'Reuters', date: '2025-12-08', through: 'Inland Post' });
  });

  it('gives two claims of one leak one origin, though the record of the second names none', () => {
    const report = traceOrigins([
      account('a', 'Mirl Observer', 'Calls show that ministers feared for the pact.', { via: ['leaked calls'] }),
      account('b', 'Inland Post', 'Reporting on the visit took up the worries known from the leaked calls.'),
    ]);
    expect(report.origins.map(({ kind, accounts }) => [kind, accounts])).toEqual([['document', ['a', 'b']]]);
    expect(report.accounts[1]?.grounds).toEqual([{ kind: 'document', on: 'leak', words: 'leaked' }]);
  });

  it('keeps two origins apart though a third account names both', () => {
    const report = traceOrigins(
      [
        account('a', 'Mirl Observer', 'She told the Observer that she would go.'),
        account('b', 'Kell Gazette', 'Her brother told the Gazette that she would go.'),
        account('c', 'Inland Post', 'She is to go, say the Mirl Observer and the Kell Gazette.'),
      ],
      known,
    );
    expect(report.origins.map(({ name }) => name)).toEqual(['Mirl Observer', 'Kell Gazette']);
    expect(report.accounts[2]?.origins).toEqual([0, 1]);
  });

  it('makes one origin of outlets that lean on each other in a circle', () => {
    const report = traceOrigins(
      [
        account('a', 'Mirl Observer', 'It fell, reports the Kell Gazette.'),
        account('b', 'Kell Gazette', 'It fell, reports the Mirl Observer.'),
      ],
      known,
    );
    expect(report.origins.length).toBe(1);
  });

  it('counts nothing of unnamed reports, and nothing of no accounts', () => {
    expect(traceOrigins([account('a', 'Inland Post', 'He has reportedly gone.')]).origins).toEqual([]);
    expect(traceOrigins([])).toEqual({ outlets: 0, origins: [], unclear: 0, accounts: [], first: null });
  });

  it('never counts more origins than voices and names, whatever is thrown at it', () => {
    const any = fc.record({
      outlet: fc.option(fc.constantFrom(...names)),
      text: fc
        .array(fc.constantFrom('Reuters', 'told us', 'Mirl Observer', 'reportedly', 'leaked', 'the bridge', '(AP)'))
        .map((w) => w.join(' ')),
      via: fc.array(fc.constantFrom('Reuters', 'unnamed reports', 'transcripts', 'a friend'), { maxLength: 2 }),
      credits: fc.array(fc.constantFrom('AP', 'dpa'), { maxLength: 2 }),
    });
    fc.assert(
      fc.property(fc.array(any, { maxLength: 7 }), (rows) => {
        const accounts = rows.map(({ outlet: name, text, ...rest }, i) => account(String(i), name, text, rest));
        const report = traceOrigins(accounts, known);
        expect(report.accounts.map((a) => a.account)).toEqual(accounts.map((a) => a.id));
        expect(report.origins.length).toBeLessThanOrEqual(accounts.length);
        for (const one of report.accounts) {
          expect(one.standing === 'unclear').toBe(one.origins.length === 0);
          if (one.standing === 'origin') expect(one.grounds).toEqual([]);
          for (const i of one.origins) expect(report.origins[i]?.accounts).toContain(one.account);
        }
      }),
      { numRuns: 200 },
    );
  });
});

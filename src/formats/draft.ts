/**
 * What a foreign file says, as records of a pack still to be checked, each with the place that it came from. One way from
 * there: the pack's own checks, whose faults then name places in the foreign file.
 */
import { lastCredibleDay } from '@/core/pack/dates';
import { createFindings, type PackFault, type PackWarning } from '@/core/pack/fault';
import type { PackItem, WholePack } from '@/core/pack/read';
import { recordText } from '@/core/pack/record-text';
import { readRecord } from '@/core/pack/records';
import { createReferences } from '@/core/pack/references';
import { type PackHead, RECORD_KINDS, type RecordKind } from '@/core/pack/schema';

export interface Draft {
  readonly list: RecordKind;
  readonly record: object;
  /** `row 12`, `[3]`: how a fault names it. */
  readonly at: string;
}

export interface Drafts {
  readonly records: readonly Draft[];
  /** The provenance that the records name. */
  readonly sources: PackHead['sources'];
  /** What was left out or is doubtful, by place. */
  readonly warnings: readonly PackWarning[];
}

export type DraftResult = { readonly ok: true; readonly drafts: Drafts } | { readonly ok: false; readonly faults: readonly PackFault[] };

export type ComposeResult =
  | { readonly ok: true; readonly pack: WholePack; readonly warnings: readonly PackWarning[] }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** What the reader says of a pack that is made of a foreign file. */
export type PackAbout = Pick<PackHead, 'id' | 'revision' | 'title' | 'licence'>;

/** Checks drafts as a pack's records are checked. `now` in ms. */
export function composePack(file: string, about: PackAbout, drafts: Drafts, now: number): ComposeResult {
  const findings = createFindings(file);
  const head: PackHead = { format: 'sidelight-pack', version: 1, ...about, sources: drafts.sources };
  const ordered = RECORD_KINDS.flatMap((kind) => drafts.records.filter(({ list }) => list === kind));
  const at = (n: number) => (path: string) => [ordered[n]?.at, path].filter(Boolean).join(', ');
  const references = createReferences(head, findings, { of: (_, n) => at(n) });
  const context = { findings, lastDay: lastCredibleDay(now) };
  const items: PackItem[] = [];
  for (const [n, { list, record }] of ordered.entries()) {
    const read = readRecord(list, record, at(n), context);
    if (!read) continue;
    const text = recordText(list, read, false);
    if (references.take(list, read, text, n)) items.push({ kind: list, record: read, text } as PackItem);
  }
  const claims = references.close();
  if (findings.faults.length > 0) return { ok: false, faults: findings.faults };
  return { ok: true, pack: { head, items, claims }, warnings: [...drafts.warnings, ...findings.warnings] };
}

/** Ids made of words, each once: `ada-holm`, `ada-holm-2`. Words without a Latin letter are numbered. */
export function createIds(prefix: string): (words: string) => string {
  const given = new Set<string>();
  return (words) => {
    const slug = words
      .normalize('NFKD')
      .replace(/\p{M}/gu, '')
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, '-')
      .slice(0, 60)
      .replace(/^-+|-+$/g, '');
    const id = slug || prefix;
    let next = id;
    for (let n = 2; given.has(next); n++) next = `${id}-${n}`;
    given.add(next);
    return next;
  };
}

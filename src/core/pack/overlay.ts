/**
 * The reader's overlay as a pack file: own actors and corrections, out and in. A pack like any other, whose id is the reader's own
 * (`mine`) and which has one more list, `corrections`. Any other pack may carry corrections too; only they are taken from it.
 */
import * as v from 'valibot';
import { type Actor, isOutlet } from '../model/actor';
import type { Correction } from '../model/correction';
import { OWN_PACK, qualify, REFERENCE } from '../model/ids';
import { type PackFault, parsePackText } from './parse';

const reference = v.pipe(v.string(), v.maxLength(200), v.regex(REFERENCE, 'a reference: local-id or pack-id:local-id'));
const instant = v.pipe(v.string(), v.isoTimestamp('a time in ISO 8601, such as 2025-12-24T20:00:00.000Z'));
const siteHost = v.pipe(v.string(), v.maxLength(253), v.regex(/^[^\s/:@]+$/, 'a host without scheme or path'));
const address = v.pipe(v.string(), v.maxLength(4000), v.regex(/^https?:\/\/\S+$/, 'an http(s) address'));

const correction = v.object({
  id: v.pipe(v.string(), v.minLength(1), v.maxLength(100)),
  word: v.pipe(v.string(), v.trim(), v.minLength(1, 'a word'), v.maxLength(200)),
  says: v.variant('is', [
    v.object({ is: v.literal('not'), subject: reference }),
    v.object({ is: v.literal('other'), subject: reference }),
    v.object({ is: v.literal('never') }),
  ]),
  where: v.variant('in', [
    v.object({ in: v.literal('page'), address }),
    v.object({ in: v.literal('site'), host: siteHost }),
    v.object({ in: v.literal('everywhere') }),
  ]),
  made: instant,
});
const corrections = v.object({ corrections: v.optional(v.array(correction), []) });

/** The provenance of what the reader writes. */
export const OWN_SOURCE = 'reader';

/** The file's text: one record a line, always in the same order, so that two exports of the same are the same bytes. */
export function writeOverlay(actors: readonly Actor[], made: readonly Correction[]): string {
  const head = {
    format: 'sidelight-pack',
    version: 1,
    id: OWN_PACK,
    revision: 1,
    title: 'My names and corrections',
    licence: 'LicenseRef-private',
    sources: { [OWN_SOURCE]: { title: 'The reader' } },
  };
  const byId = <T extends { readonly id: string }>(list: readonly T[]) =>
    [...list].sort((a, b) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0));
  const lines = (list: readonly object[]) =>
    list.length ? `[\n${list.map((one) => `    ${JSON.stringify(one)}`).join(',\n')}\n  ]` : '[]';
  const localId = (id: string): string => id.slice(OWN_PACK.length + 1);
  const local = byId(actors).flatMap((actor) => {
    const { id, kind, name, names, surnames, description, sources } = actor;
    if (isOutlet(actor)) return [];
    return [{ id: localId(id), kind, name, names, surnames, ...(description ? { description } : {}), sources }];
  });
  const outlets = byId(actors.filter(isOutlet)).map(
    ({ id, name, names, description, domains, country, languages, family, agency, sources }) => ({
      ...{ id: localId(id), name, names, ...(description ? { description } : {}), domains, country, languages },
      ...{ ...(family ? { family } : {}), agency, sources },
    }),
  );
  // A file of before, without outlets, is written as it was.
  const publishing = outlets.length > 0 ? `  "outlets": ${lines(outlets)},\n` : '';
  const rules = byId(made).map(({ id, word, says, where, made: at }) => ({ id, word, says, where, made: at }));
  return `${JSON.stringify(head, null, 2).replace(/\n\}$/, '')},\n  "actors": ${lines(local)},\n${publishing}  "corrections": ${lines(rules)}\n}\n`;
}

export interface OverlayFile {
  /** Empty for a pack that is not the reader's own: its actors come by installing it. */
  readonly actors: readonly Actor[];
  readonly corrections: readonly Correction[];
}

export type OverlayResult =
  | { readonly ok: true; readonly overlay: OverlayFile }
  | { readonly ok: false; readonly faults: readonly PackFault[] };

/** Reads what an overlay can take from a pack file. Refuses it whole where anything in it does not fit. */
export function readOverlay(file: string, text: string): OverlayResult {
  const read = parsePackText(file, text);
  if (!read.ok) return read;
  const rules = v.safeParse(corrections, JSON.parse(text));
  if (!rules.success) {
    return {
      ok: false,
      faults: rules.issues.map((issue) => ({
        file,
        at: (v.getDotPath(issue) ?? '').replace(/\.(\d+)/g, '[$1]'),
        expected: issue.message.startsWith('Invalid') ? (issue.expected ?? issue.type) : issue.message,
        found: JSON.stringify(issue.input)?.slice(0, 60) ?? 'nothing',
      })),
    };
  }
  const { id } = read.pack.info;
  return {
    ok: true,
    overlay: {
      actors: id === OWN_PACK ? [...read.pack.actors, ...read.pack.outlets] : [],
      corrections: rules.output.corrections.map((rule) => ({
        ...rule,
        says: rule.says.is === 'never' ? rule.says : { ...rule.says, subject: qualify(id, rule.says.subject) },
      })),
    },
  };
}

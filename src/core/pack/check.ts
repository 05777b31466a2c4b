/**
 * What a pack's shape does not show: ids used once, references that lead to a record of the right kind, sources that exist,
 * terms that run forwards, and names that would mark every other word. Knows one pack only: what is in others, the store knows.
 */
import { parseEdtf } from '../model/edtf';
import { packOf, qualify } from '../model/ids';
import type { PackFile } from './schema';

/** One thing wrong with a pack that has the right shape; `at` is the place: `claims[3].speaker`. */
export interface PackFlaw {
  readonly at: string;
  readonly expected: string;
  readonly found: unknown;
  /** What else the reader should know of it. */
  readonly note?: string;
}

const RECORDS = ['actors', 'outlets', 'events', 'articles', 'claims'] as const;
type RecordKind = (typeof RECORDS)[number];

const WHAT: Readonly<Record<RecordKind, string>> = {
  actors: 'an actor',
  outlets: 'an outlet',
  events: 'an event',
  articles: 'an article',
  claims: 'a claim',
};
/** An outlet is an actor too: it speaks, and takes part. */
const AN_ACTOR: readonly RecordKind[] = ['actors', 'outlets'];

/** Everything wrong with `pack`, in the order of the file's parts; none where it may be taken. */
export function checkPack(pack: PackFile): PackFlaw[] {
  const flaws: PackFlaw[] = [];
  checkReferences(pack, flaws);
  checkTerms(pack, flaws);
  checkNames(pack, flaws);
  return flaws;
}

function checkReferences(pack: PackFile, flaws: PackFlaw[]): void {
  const seen = new Map<string, { readonly kind: RecordKind; readonly at: string }>();
  for (const kind of RECORDS) {
    for (const [i, { id }] of pack[kind].entries()) {
      const before = seen.get(id);
      if (before) flaws.push({ at: `${kind}[${i}].id`, expected: 'an id of its own', found: id, note: `also at ${before.at}` });
      else seen.set(id, { kind, at: `${kind}[${i}]` });
    }
  }
  const refer = (at: string, reference: string | null | undefined, kinds: readonly RecordKind[]) => {
    if (!reference) return;
    const id = qualify(pack.id, reference);
    if (packOf(id) !== pack.id) return;
    const there = seen.get(id.slice(pack.id.length + 1));
    if (!there) flaws.push({ at, expected: 'the id of a record in this pack', found: reference });
    else if (!kinds.includes(there.kind)) {
      const wanted = kinds.map((kind) => WHAT[kind]).join(' or ');
      flaws.push({ at, expected: `the id of ${wanted}`, found: reference, note: WHAT[there.kind] });
    }
  };
  const referAll = (at: string, references: readonly string[], kinds: readonly RecordKind[]) => {
    for (const [i, reference] of references.entries()) refer(`${at}[${i}]`, reference, kinds);
  };
  const cite = (at: string, keys: readonly string[]) => {
    for (const [i, key] of keys.entries()) {
      if (!Object.hasOwn(pack.sources, key)) flaws.push({ at: `${at}.sources[${i}]`, expected: 'a key of "sources"', found: key });
    }
  };
  for (const kind of RECORDS) {
    for (const [i, { sources }] of pack[kind].entries()) cite(`${kind}[${i}]`, sources);
  }
  for (const [i, actor] of pack.actors.entries()) {
    for (const [j, office] of actor.offices.entries()) {
      refer(`actors[${i}].offices[${j}].of`, office.of, AN_ACTOR);
      cite(`actors[${i}].offices[${j}]`, office.sources);
    }
  }
  for (const [i, event] of pack.events.entries()) {
    refer(`events[${i}].place`, event.place, ['actors']);
    referAll(`events[${i}].participants`, event.participants, AN_ACTOR);
    for (const [j, date] of event.dates.entries()) cite(`events[${i}].dates[${j}]`, date.sources);
  }
  for (const kind of ['articles', 'claims'] as const) {
    for (const [i, record] of pack[kind].entries()) {
      refer(`${kind}[${i}].outlet`, record.outlet, ['outlets']);
      referAll(`${kind}[${i}].actors`, record.actors, AN_ACTOR);
      referAll(`${kind}[${i}].events`, record.events, ['events']);
    }
  }
  for (const [i, claim] of pack.claims.entries()) {
    refer(`claims[${i}].speaker`, claim.speaker, AN_ACTOR);
    refer(`claims[${i}].readIn`, claim.readIn, ['articles']);
    for (const [j, via] of claim.via.entries()) refer(`claims[${i}].via[${j}].id`, via.id, AN_ACTOR);
  }
}

/** An office ends no earlier than it begins, as far as the two dates can tell. */
function checkTerms(pack: PackFile, flaws: PackFlaw[]): void {
  for (const [i, actor] of pack.actors.entries()) {
    for (const [j, { from, to }] of actor.offices.entries()) {
      if (!from || !to) continue;
      const [begins, ends] = [parseEdtf(from)?.first, parseEdtf(to)?.last];
      if (begins && ends && ends < begins)
        flaws.push({ at: `actors[${i}].offices[${j}].to`, expected: `no date before ${from}`, found: to });
    }
  }
}

/** A word this short that counts in any capitals is a word of some language: the, und, les, who. */
const SHORTEST_WORD_IN_ANY_CASE = 4;

function checkNames(pack: PackFile, flaws: PackFlaw[]): void {
  for (const kind of ['actors', 'outlets', 'events'] as const) {
    for (const [i, { name, names }] of pack[kind].entries()) {
      const forms = names.map((form) => (typeof form === 'string' ? { text: form } : form));
      const check = (at: string, form: (typeof forms)[number]) => {
        const expected = whatNameLacks(form);
        if (expected) flaws.push({ at, expected, found: form.text });
      };
      // Where `names` holds the display name too, that entry decides.
      if (!forms.some(({ text }) => text === name)) check(`${kind}[${i}].name`, { text: name });
      for (const [j, form] of forms.entries()) check(`${kind}[${i}].names[${j}]`, form);
    }
  }
}

function whatNameLacks(form: {
  readonly text: string;
  readonly case?: string | undefined;
  readonly weak?: boolean | undefined;
}): string | null {
  const { text } = form;
  if ([...text].length < 2) return 'a name of more than one character';
  const lower = text.toLowerCase();
  const anyCase = form.case === 'any' || (form.case !== 'exact' && text === lower);
  // Scripts without capitals write whole names in two or three characters.
  const isShortWord = /^\p{L}+$/u.test(text) && lower !== text.toUpperCase() && [...text].length < SHORTEST_WORD_IN_ANY_CASE;
  return anyCase && isShortWord && !form.weak ? `a name of ${SHORTEST_WORD_IN_ANY_CASE} letters or more, or case "exact", or "weak"` : null;
}

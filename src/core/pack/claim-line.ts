/**
 * Knows lines of claims that stand as we would write them, letter for letter, with nothing wrong in them: nearly all of a pack that a
 * Sidelight wrote. One pattern tells, and says what others must know of the claim, so that no line of a million is taken apart and put
 * together again. What it does not know is parsed, and left to plain-claim.ts and the schema. A test holds all of them together.
 */
import { clocksInOrder } from './claim-text';
import { isClocks, isKnownPublic, isText, isVia } from './plain-claim';
import type { FileRecord } from './schema';

/** What of a claim the rest of its pack has to do with: what it refers to, and when it was. */
export type ClaimLinks = Pick<
  FileRecord<'claims'>,
  'id' | 'speaker' | 'outlet' | 'via' | 'clocks' | 'actors' | 'events' | 'supersedes' | 'readIn' | 'sources'
>;

/** Those of a claim that was read whole. */
export const linksOf = ({ id, speaker, outlet, via, clocks, actors, events, supersedes, readIn, sources }: ClaimLinks): ClaimLinks => ({
  id,
  speaker,
  outlet,
  via,
  clocks,
  actors,
  events,
  supersedes,
  readIn,
  sources,
});

/** `text`: the claim as it is stored, as claimText writes it. */
export interface KnownClaim {
  readonly links: ClaimLinks;
  readonly text: string;
}

const ID = '[a-z0-9]+(?:[._-][a-z0-9]+)*';
const REFERENCE = `${ID}(?::${ID})?`;
const REFERENCES = `\\["(${REFERENCE}(?:","${REFERENCE})*)"\\]`;
const PLAIN = '[^"\\\\\\u0000-\\u001f]*';
/** A string with the escapes that JSON.stringify writes, but those of rare control characters and of half characters. */
const STRING = `"(${PLAIN}(?:\\\\["\\\\bfnrt]${PLAIN})*)"`;
/** A comma that another field follows, or the end of the object. */
const NEXT = '(?:,(?=")|(?=\\}))';

const TYPE = '{"type":"claim",';
const LINE = new RegExp(
  [
    `^\\${TYPE}"id":"(${ID})","text":${STRING},(?:"quote":${STRING},)?`,
    `"speaker":(?:null|"(${REFERENCE})"),(?:"speakerName":${STRING},)?"outlet":(?:null|"(${REFERENCE})"),`,
    '(?:"via":(\\[\\{"name":"[^\\]]*\\]),)?"clocks":(\\{(?:"[a-z]+":\\{[^{}]*\\},?)*\\}),',
    `(?:"actors":${REFERENCES},)?(?:"events":${REFERENCES},)?"status":"(?:curated|second-hand|unconfirmed|withdrawn)",`,
    `(?:"hedged":(?:true|false),)?(?:"supersedes":"(${REFERENCE})",)?(?:"readIn":"(${REFERENCE})",)?`,
    `(?:"evidence":\\{(?:"exact":${STRING}${NEXT})?(?:"prefix":${STRING}${NEXT})?(?:"suffix":${STRING}${NEXT})?`,
    '(?:"url":"([^"\\\\\\u0000-\\u0020]+)")?\\},)?"sources":(\\["[^\\]]*\\])\\}$',
  ].join(''),
);

/** Longest ids and references, as plain-claim.ts has it. */
const MAX_ID = 100;
/** Values of one field that are remembered by how they are written: a large pack has a few thousand of each. */
const REMEMBERED = 40_000;

/** Remembers what `read` makes of a field's text. */
function remembering<T>(read: (text: string) => T | null): (text: string) => T | null {
  const known = new Map<string, T | null>();
  return (text) => {
    let value = known.get(text);
    if (value !== undefined) return value;
    value = read(text);
    if (known.size >= REMEMBERED) known.clear();
    known.set(text, value);
    return value;
  };
}

/** The value, where `text` is just how JSON.stringify writes what `canonical` makes of it. */
function written<T>(text: string, isRight: (value: unknown) => boolean, canonical: (value: T) => unknown): T | null {
  let value: T;
  try {
    value = JSON.parse(text) as T;
  } catch {
    return null;
  }
  return isRight(value) && JSON.stringify(canonical(value)) === text ? value : null;
}

const keysOf = remembering((text) =>
  written<string[]>(
    text,
    (value) => Array.isArray(value) && value.length <= 100 && value.every((key) => typeof key === 'string'),
    (keys) => keys,
  ),
);
const viaOf = remembering((text) =>
  written<FileRecord<'claims'>['via']>(
    text,
    (value) => Array.isArray(value) && value.length <= 100 && value.every(isVia),
    (via) => via.map(({ name, id }) => ({ name, id })),
  ),
);

/** A text that stays as it is: see isText of plain-claim.ts. An escape at an end could be of a blank. Escaped it is longer than it is. */
function staysAsItIs(escaped: string, max: number): boolean {
  const [first, last] = [escaped.charCodeAt(0), escaped.charCodeAt(escaped.length - 2)];
  if (first === BACKSLASH || last === BACKSLASH) return isText(unescaped(escaped), max);
  return isText(escaped, max);
}
const BACKSLASH = 92;
const unescaped = (escaped: string): unknown => JSON.parse(`"${escaped}"`);

const isShort = (reference: string | undefined): boolean => reference === undefined || reference.length <= MAX_ID;
const listOf = (joined: string | undefined): string[] => (joined === undefined ? [] : joined.split('","'));

/** Makes a {@link KnownClaim} of a line, or null where it must be parsed. `lastDay`: the last that is not in the future. */
export function createClaimLines(lastDay: string): (line: string) => KnownClaim | null {
  const clocksOf = remembering((text) => written<FileRecord<'claims'>['clocks']>(text, (value) => isClocks(value, lastDay), clocksInOrder));
  return (line) => {
    const found = LINE.exec(line);
    if (!found?.[1] || !line.isWellFormed()) return null;
    const [, id, text = '', quote, speaker, speakerName, outlet, viaText, clocksText = ''] = found;
    const [actorsText, eventsText, supersedes, readIn, exact, prefix, suffix, url, sourcesText = ''] = found.slice(9);
    const [clocks, sources, via] = [clocksOf(clocksText), keysOf(sourcesText), viaText === undefined ? [] : viaOf(viaText)];
    if (!clocks || !sources || !via) return null;
    const [actors, events] = [listOf(actorsText), listOf(eventsText)];
    const plain =
      staysAsItIs(text, 4000) &&
      (quote === undefined || staysAsItIs(quote, 4000)) &&
      (speakerName === undefined || staysAsItIs(speakerName, 200)) &&
      (exact === undefined || staysAsItIs(exact, 4000)) &&
      (prefix?.length ?? 0) <= 1000 &&
      (suffix?.length ?? 0) <= 1000 &&
      (url === undefined || isKnownPublic(url)) &&
      isShort(id) &&
      isShort(speaker) &&
      isShort(outlet) &&
      isShort(supersedes) &&
      isShort(readIn) &&
      actors.length <= 100 &&
      actors.every(isShort) &&
      events.length <= 100 &&
      events.every(isShort);
    if (!plain) return null;
    return {
      links: { id, speaker: speaker ?? null, outlet: outlet ?? null, via, clocks, actors, events, supersedes, readIn, sources },
      text: `{${line.slice(TYPE.length)}`,
    };
  };
}

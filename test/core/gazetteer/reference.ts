/**
 * The naive matcher: strings, regular expressions and a Map, slow and plain. It says the same things as the packed
 * one in other code; conformance.test.ts holds the two together. The spellings of a name come from the compiler's
 * own rules, which have tests of their own; tokens, folding, separators, capitals and matching are written anew.
 */
import { inflections } from '@/core/gazetteer/inflect';
import { createEvidence } from '@/core/gazetteer/language-evidence';
import { derivedForms } from '@/core/gazetteer/short-names';
import { surnamesOf } from '@/core/gazetteer/surnames';
import type { Candidate, Match, SubjectNames } from '@/core/gazetteer/types';
import { variantsOf } from '@/core/gazetteer/variants';
import type { NameForm } from '@/core/model/actor';

const SKIP = '[\\u00ad\\u034f\\u061c\\u0640\\u180e\\u200b-\\u200f\\u202a-\\u202e\\u2060\\u2066-\\u2069\\ufe00-\\ufe0f\\ufeff]';
const UNIT =
  '(?:[\\u{20000}-\\u{332ff}]|(?=[\\p{L}\\p{Nd}\\p{M}])[\\u0e00-\\u0eff\\u1000-\\u109f\\u1780-\\u17ff\\u2e80-\\u2fdf\\u3005-\\u3007\\u3041-\\u309f\\u3400-\\u9fff\\uac00-\\ud7af\\uf900-\\ufaff])';
const KATAKANA = '(?=[\\p{L}])[\\u30a1-\\u30fa\\u30fc-\\u30ff\\u31f0-\\u31ff\\uff66-\\uff9f]';
const ACCENT = '(?=\\p{M})[^\\u0900-\\u1aaf\\ufe00-\\ufe0f\\u034f]';
const LETTER = `(?:(?!${UNIT}|${KATAKANA}|${SKIP})[\\p{L}\\p{Nd}]|(?!${UNIT})(?=\\p{M})[\\u0900-\\u1aaf])`;
const APOSTROPHE = "['`´\\u02b9\\u02bb\\u02bc\\u2018\\u2019\\u201b\\u2032\\uff07]";
const CYRILLIC = '[\\u0400-\\u0481\\u048a-\\u052f]';
const WORD = new RegExp(
  `${UNIT}|(?:${KATAKANA})(?:${KATAKANA}|${ACCENT}|${SKIP})*|${LETTER}(?:${LETTER}|${ACCENT}|${SKIP}|(?<=${CYRILLIC}(?:${SKIP}|${ACCENT})*)${APOSTROPHE}(?=${CYRILLIC}))*`,
  'gu',
);
const TWO: Readonly<Record<string, string>> = { ß: 'ss', ẞ: 'ss', æ: 'ae', œ: 'oe', þ: 'th', ﬁ: 'fi', ﬂ: 'fl', ﬀ: 'ff' };
const ONE: Readonly<Record<string, string>> = { ł: 'l', ø: 'o', đ: 'd', ı: 'i', ς: 'σ', ð: 'd' };

interface Token {
  readonly folded: string;
  readonly raw: string;
  readonly start: number;
  readonly end: number;
  /** Where the token ends with the ignorables that trail it. */
  readonly next: number;
}

function foldWord(raw: string): string {
  let out = '';
  for (const char of raw.replace(/([иіуИІУ])([\u0306\u0308])/g, (pair) =>
    /[иу]\u0306|і\u0308/i.test(pair) ? pair.normalize('NFC') : pair,
  )) {
    if (new RegExp(`^(?:${SKIP}|${APOSTROPHE})$`, 'u').test(char)) continue;
    const lower = char.toLowerCase();
    if (/[йїўѓќ]/.test(lower)) out += lower;
    else if (TWO[lower] !== undefined) out += TWO[lower];
    else if (new RegExp(`^(?:${ACCENT})$`, 'u').test(char)) continue;
    else {
      const base = /^[\u0e00-\u1fff]/.test(lower) && !/[\u1e00-\u1fff]/.test(lower) ? lower : ([...lower.normalize('NFKD')][0] ?? lower);
      out += ONE[base] ?? base.toLowerCase();
    }
  }
  return out;
}

function tokenise(text: string): Token[] {
  return [...text.matchAll(WORD)].map((m) => {
    const raw = m[0];
    // The word ends with its last letter and the accents directly on it.
    const whole = new RegExp(`^.*(?:${UNIT}|${KATAKANA}|${LETTER})(?:${ACCENT})*`, 'su').exec(raw)?.[0] ?? raw;
    return { folded: foldWord(raw), raw: whole, start: m.index, end: m.index + whole.length, next: m.index + raw.length };
  });
}

const letterCount = (raw: string): number => raw.match(new RegExp(`${UNIT}|${KATAKANA}|${LETTER}`, 'gu'))?.length ?? 0;

/** What stands between two tokens, as a key; null where no name goes on across it. */
function separator(text: string, from: number, to: number, previous: Token | null): string | null {
  const between = text.slice(from, to).replace(new RegExp(`${SKIP}|${ACCENT}`, 'gu'), '');
  const spaced = /\s/.test(between);
  const marks = between
    .replace(/\s/g, '')
    .replace(new RegExp(APOSTROPHE, 'gu'), "'")
    .replace(/[\u00b7\u2010-\u2013\u30fb\uff0d\uff65]/g, '-')
    .replace(/\uff0e/g, '.')
    .replace(/[«»“-‟]/g, '"');
  if (marks.length > 3) return null;
  if (marks === '' || (marks === '-' && !spaced)) return ' ';
  if (marks === '.' && previous && letterCount(previous.raw) === 1) return '.initial';
  return marks + (spaced && marks !== '&' ? ' ' : '');
}

/** Parts words and separators in a key; no word and no separator holds it. */
const BETWEEN = '\ue000';

interface Entry {
  readonly subject: number;
  readonly form: Candidate['form'];
  readonly name: NameForm;
  readonly language: number;
}

const isCapital = (c: string) => c.toLowerCase() !== c;
const isSmall = (c: string) => c.toUpperCase() !== c && !isCapital(c);
const cased = (s: string) => [...s].filter((c) => isCapital(c) || isSmall(c));
const shape = (s: string) =>
  cased(s)
    .map((c) => (isCapital(c) ? 'A' : 'a'))
    .join('');

/** `words` are the name's in the text; `written` holds a foreign initial among them as well. */
function capitalsFit(name: NameForm, words: readonly Token[], written: readonly Token[]): boolean {
  if (name.case === 'any') return true;
  const wanted = shape(
    tokenise(name.text)
      .map((t) => t.raw)
      .join(''),
  );
  const found = shape(written.map((t) => t.raw).join(''));
  if (name.case === 'exact') return wanted === found;
  if (/^A{1,5}$/.test(wanted)) {
    const plain = name.text.normalize('NFD').replace(/[^\p{L}]/gu, '');
    const spoken = /[aeiouyаеєиіоуюяыэ]/iu.test(plain) && !/[^aeiouyаеєиіоуюяыэ]{4}/iu.test(plain);
    const asWord = written.every((t) => /^A?a*$/.test(shape(t.raw)) && (shape(t.raw) === '' || isCapital(t.raw.charAt(0))));
    return wanted === found || (wanted.length >= 4 && spoken && asWord);
  }
  if (!tokenise(name.text).some((t) => isCapital(t.raw.charAt(0)))) return true;
  if (/^A{1,3}$/.test(found)) return false;
  return tokenise(name.text).every((t, i) => !isCapital(t.raw.charAt(0)) || !isSmall(words[i]?.raw.charAt(0) ?? ''));
}

/** A scan with the same contract as the packed gazetteer's. */
export function createReference(subjects: readonly SubjectNames[]): (text: string) => Match[] {
  const names = new Map<string, Entry[]>();
  const prefixes = new Set<string>();
  const add = (text: string, entry: Entry) => {
    const tokens = tokenise(text);
    let key = '';
    for (const [i, token] of tokens.entries()) {
      const before = tokens[i - 1];
      const between = before ? separator(text, before.next, token.start, before) : '';
      if (between === null) return;
      key += `${before ? BETWEEN + between + BETWEEN : ''}${token.folded}`;
    }
    if (!tokens.length) return;
    const parts = key.split(BETWEEN);
    for (let length = 1; length <= parts.length; length += 2) prefixes.add(parts.slice(0, length).join(BETWEEN));
    names.set(key, [...(names.get(key) ?? []), entry]);
  };
  subjects.forEach((given, subject) => {
    const forms: (readonly [NameForm, Candidate['form']])[] = [
      ...given.names.map((name) => [name, given.names.some((n) => n.weak && n.text === name.text) ? 'weak' : 'full'] as const),
      ...surnamesOf(given).map((name) => [name, 'surname'] as const),
      ...derivedForms(given),
    ];
    for (const [name, form] of forms) {
      if (/^\s*\p{Nd}+\s*$/u.test(name.text)) continue;
      for (const text of variantsOf(name)) {
        add(text, { subject, form, name: { ...name, text }, language: 0 });
        if (name.case === 'exact') continue;
        for (const ending of inflections(text, {
          person: given.kind === 'person',
          lang: name.lang,
          latin: given.kind !== 'outlet',
        })) {
          add(ending.text, { subject, form, name: { ...name, text: ending.text }, language: ending.language });
        }
      }
    }
  });

  const RANK = ['full', 'surname', 'weak'];
  return (text) => {
    const tokens = tokenise(text);
    const evidence = createEvidence(text);

    /** Longest name of the wanted layer that begins with the token. */
    const longestFrom = (first: Token, i: number, event: boolean): Match | null => {
      let best: Match | null = null;
      let key = first.folded;
      let passed = false;
      let dotted = false;
      const words: Token[] = [first];
      const written: Token[] = [first];
      for (let j = i; ; ) {
        const token = tokens[j];
        if (!token) return best;
        if (words.length > 1 && !prefixes.has(key)) return best;
        const found = (names.get(key) ?? []).filter(
          (e) =>
            (subjects[e.subject]?.kind === 'event') === event &&
            (e.language === 0 || evidence(e.language)) &&
            capitalsFit(e.name, words, written),
        );
        if (found.length) {
          const strongest = new Map<number, Candidate>();
          for (const { subject, form } of found) {
            const known = strongest.get(subject);
            if (!known || RANK.indexOf(form) < RANK.indexOf(known.form)) strongest.set(subject, { subject, form });
          }
          const dot = dotted && letterCount(token.raw) === 1 && text.charAt(token.end) === '.' ? 1 : 0;
          best = { start: first.start, end: token.end + dot, candidates: [...strongest.values()] };
        }
        let next = tokens[j + 1];
        const between = next && separator(text, token.next, next.start, token);
        if (!next || between === null || between === undefined) return best;
        const longer = `${key}${BETWEEN}${between}${BETWEEN}${next.folded}`;
        const isInitial =
          letterCount(next.raw) === 1 && isCapital(next.raw.charAt(0)) && /^\.\s/.test(text.slice(next.end)) && next.end === next.next;
        if (!prefixes.has(longer) && !passed && isInitial && [...prefixes].some((p) => p.startsWith(key + BETWEEN))) {
          const after = tokens[j + 2];
          const gap = after && separator(text, next.end + 1, after.start, null);
          if (!after || gap === null || gap === undefined) return best;
          passed = true;
          written.push(next);
          key = `${key}${BETWEEN}${gap}${BETWEEN}${after.folded}`;
          next = after;
          j += 2;
          dotted = false;
        } else {
          key = longer;
          j += 1;
          dotted = between === '.initial';
        }
        words.push(next);
        written.push(next);
      }
    };

    const layer = (event: boolean): Match[] => {
      const matches: Match[] = [];
      for (const [i, first] of tokens.entries()) {
        const match = first.start < (matches.at(-1)?.end ?? 0) ? null : longestFrom(first, i, event);
        if (match) matches.push(match);
      }
      return matches;
    };
    // The sort is stable: of an actor and an event at the same place the actor comes first.
    return [...layer(false), ...layer(true)].sort((a, b) => a.start - b.start || a.end - b.end);
  };
}

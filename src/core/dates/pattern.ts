/**
 * Matches a language's patterns against tokens. A pattern has a few items and none repeats, so a match looks at a
 * bounded number of tokens; an index by first item keeps most tokens from being tried at all.
 */
import { type DateLanguage, type Qualifier, type Shape, type Slot, type Slots, UNITS } from './language';
import type { Token } from './tokens';

interface Item {
  /** A slot to fill, or null for literal words. */
  readonly slot: Slot | null;
  /** Only this value of the slot. */
  readonly value: number | null;
  /** Match but do not keep: the second DAY of "25 and 26 August". */
  readonly discard: boolean;
  readonly words: ReadonlySet<string>;
  readonly optional: boolean;
}

interface Rule {
  readonly shape: Shape;
  readonly items: readonly Item[];
  /** Items before this one, and from `to` on, are context. */
  readonly from: number;
  readonly to: number;
  readonly fixed: Slots;
}

export interface Match {
  readonly shape: Shape;
  /** Token indices of the date itself, end exclusive. */
  readonly from: number;
  readonly to: number;
  readonly slots: Slots;
}

export interface Grammar {
  readonly language: DateLanguage;
  readonly lexicon: ReadonlyMap<string, Slots>;
  readonly abbreviations: ReadonlySet<string>;
  /** Rules by the slot that they can begin with, for numbers. */
  readonly bySlot: ReadonlyMap<string, readonly Rule[]>;
  /** Rules by the word or sign that they can begin with, literally or through one of its slots. */
  readonly byWord: ReadonlyMap<string, readonly Rule[]>;
  readonly parts: readonly { readonly qualifier: Qualifier; readonly items: readonly Item[] }[];
}

export const wordSet = (words: string): ReadonlySet<string> => new Set(words.split(' ').filter(Boolean));

const NONE: Slots = {};
const UNIT_NAMES: readonly string[] = UNITS;

function readItem(text: string): Item {
  const optional = text.length > 1 && text.endsWith('?');
  const body = optional ? text.slice(0, -1) : text;
  const slot = /^([A-Z_]+)(2)?(?:=(-?\w+))?$/.exec(body);
  if (!slot) return { slot: null, value: null, discard: false, words: new Set(body.split('|')), optional };
  const wanted = slot[3];
  const unit = UNIT_NAMES.indexOf(wanted ?? '');
  const value = wanted === undefined ? null : unit >= 0 ? unit : Number(wanted);
  return { slot: slot[1] as Slot, value, discard: slot[2] !== undefined, words: new Set(), optional };
}

function readFixed(text: string | undefined): Slots {
  const pairs = (text ?? '').split(' ').filter(Boolean);
  return Object.fromEntries(
    pairs.map((pair) => {
      const item = readItem(pair);
      return [item.slot, item.value];
    }),
  );
}

function readRule(shape: Shape, pattern: string): Rule {
  const [body = '', fixed] = pattern.split(' @ ');
  const parts = body.split(' ');
  const before = parts.indexOf('<');
  const after = parts.indexOf('>');
  const items = parts.filter((part) => part !== '<' && part !== '>').map(readItem);
  const from = Math.max(before, 0);
  const to = after < 0 ? items.length : after - (before < 0 ? 0 : 1);
  return { shape, items, from, to, fixed: readFixed(fixed) };
}

/** Reads a language's tables once. */
export function compileGrammar(language: DateLanguage): Grammar {
  const lexicon = new Map<string, Slots>();
  for (const [slot, words] of Object.entries(language.words)) {
    for (const [forms, value] of Object.entries(words)) {
      for (const form of forms.split(' ')) lexicon.set(form, { ...lexicon.get(form), [slot]: value });
    }
  }
  const starts = new Map<string, Rule[]>();
  for (const [shape, patterns] of Object.entries(language.patterns) as [Shape, readonly string[]][]) {
    for (const rule of patterns.map((pattern) => readRule(shape, pattern))) {
      const firsts: string[] = [];
      for (const item of rule.items) {
        firsts.push(...(item.slot ? [item.slot] : item.words));
        if (!item.optional) break;
      }
      for (const first of firsts) starts.set(first, [...(starts.get(first) ?? []), rule]);
    }
  }
  const byWord = new Map<string, readonly Rule[]>();
  for (const word of [...lexicon.keys(), ...starts.keys()]) {
    const keys = [word, ...Object.keys(lexicon.get(word) ?? NONE)];
    byWord.set(word, [...new Set(keys.flatMap((key) => starts.get(key) ?? []))]);
  }
  const parts = (Object.entries(language.parts) as [Qualifier, readonly string[]][]).flatMap(([qualifier, patterns]) =>
    patterns.map((pattern) => ({ qualifier, items: pattern.split(' ').map(readItem) })),
  );
  return { language, lexicon, abbreviations: wordSet(language.abbreviations), bySlot: starts, byWord, parts };
}

/** What a token can stand for: a number by itself, a word by the language's tables. */
export function slotsOf(grammar: Grammar, token: Token): Slots {
  return token.kind === 'word' ? (grammar.lexicon.get(token.text) ?? NONE) : token.slots;
}

/** The value with which a token fills an item; true for a literal, null where it does not. */
function fills(grammar: Grammar, item: Item, token: Token): number | true | null {
  if (!item.slot) return item.words.has(token.text) ? true : null;
  const value = slotsOf(grammar, token)[item.slot];
  if (value === undefined || (item.value !== null && item.value !== value)) return null;
  if (grammar.language.capitals && token.kind === 'word' && !token.capital && (item.slot === 'MONTH' || item.slot === 'WEEKDAY'))
    return null;
  return value;
}

/** Matches items from token `at`; returns the token index after each item, or null. */
function matchItems(
  grammar: Grammar,
  items: readonly Item[],
  tokens: readonly Token[],
  at: number,
): { readonly ends: readonly number[]; readonly slots: Slots } | null {
  const ends: number[] = [];
  const slots: { -readonly [K in Slot]?: number } = {};
  const step = (i: number, t: number): boolean => {
    const item = items[i];
    if (!item) return true;
    const token = tokens[t];
    // A blank line or a new paragraph parts sentences: no date runs over it.
    const value = token && !(i > 0 && t > at && token.newLine) ? fills(grammar, item, token) : null;
    if (token && value !== null) {
      const point = grammar.abbreviations.has(token.text) && tokens[t + 1]?.text === '.' && tokens[t + 1]?.glued;
      const next = t + (point ? 2 : 1);
      ends[i] = next;
      if (step(i + 1, next)) {
        if (item.slot && typeof value === 'number' && !item.discard) slots[item.slot] = value;
        return true;
      }
    }
    if (!item.optional) return false;
    ends[i] = t;
    return step(i + 1, t);
  };
  return step(0, at) ? { ends, slots } : null;
}

function rulesForNumber(grammar: Grammar, token: Token): ReadonlySet<Rule> {
  return new Set(Object.keys(token.slots).flatMap((slot) => grammar.bySlot.get(slot) ?? []));
}

/** All matches that begin at a token, context included; the longest date first, the earlier rule where equally long. */
export function matchesAt(grammar: Grammar, tokens: readonly Token[], at: number): Match[] {
  const token = tokens[at];
  if (!token) return [];
  const rules = token.kind === 'number' ? rulesForNumber(grammar, token) : grammar.byWord.get(token.text);
  if (!rules) return [];
  const found: (Match & { readonly seen: number })[] = [];
  for (const rule of rules) {
    const match = matchItems(grammar, rule.items, tokens, at);
    if (!match) continue;
    const from = rule.from === 0 ? at : (match.ends[rule.from - 1] ?? at);
    const to = match.ends[rule.to - 1] ?? at;
    const seen = match.ends.at(-1) ?? at;
    if (to > from) found.push({ shape: rule.shape, from, to, seen, slots: { ...rule.fixed, ...match.slots } });
  }
  return found.sort((a, b) => b.seen - a.seen || b.to - a.to);
}

/** Most tokens that a part may take: "the beginning of the". */
const PART_REACH = 4;

/** The part of a unit that ends right before token `at`, and where it begins. */
export function partBefore(
  grammar: Grammar,
  tokens: readonly Token[],
  at: number,
): { readonly qualifier: Qualifier; readonly from: number } | null {
  for (let from = Math.max(0, at - PART_REACH); from < at; from++) {
    for (const part of grammar.parts) {
      const match = matchItems(grammar, part.items, tokens, from);
      if (match?.ends.at(-1) === at) return { qualifier: part.qualifier, from };
    }
  }
  return null;
}

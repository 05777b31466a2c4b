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
  /** Words with which a part can begin; no part begins with a slot. */
  readonly partStarts: ReadonlySet<string>;
  /** Every word and sign that a rule asks for, itself or by a slot. */
  readonly known: ReadonlySet<string>;
  /** {@link rulesAt}, as far as it was asked. */
  readonly pairs: Map<string, Map<string, readonly Rule[]>>;
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

/** The slots and words with which items can begin. */
function firstsOf(items: readonly Item[]): string[] {
  const firsts: string[] = [];
  for (const item of items) {
    firsts.push(...(item.slot ? [item.slot] : item.words));
    if (!item.optional) break;
  }
  return firsts;
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
      for (const first of firstsOf(rule.items)) starts.set(first, [...(starts.get(first) ?? []), rule]);
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
  const all = [...starts.values()].flat();
  return {
    language,
    lexicon,
    abbreviations: wordSet(language.abbreviations),
    bySlot: starts,
    byWord,
    parts,
    partStarts: new Set(parts.flatMap(({ items }) => firstsOf(items))),
    known: new Set([...lexicon.keys(), ...all.flatMap(({ items }) => items.flatMap(({ words }) => [...words]))]),
    pairs: new Map(),
  };
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

/** Where the items of a match end, and what fills its slots; kept in place while alternatives are tried. */
class Attempt {
  readonly ends: number[] = [];
  readonly #values: (number | true)[] = [];
  readonly #grammar: Grammar;
  readonly #tokens: readonly Token[];
  readonly #items: readonly Item[];
  readonly #at: number;

  constructor(grammar: Grammar, items: readonly Item[], tokens: readonly Token[], at: number) {
    this.#grammar = grammar;
    this.#items = items;
    this.#tokens = tokens;
    this.#at = at;
  }

  /** Matches the items from `i` on at token `t`; an optional item is first tried, then left out. */
  fits(i: number, t: number): boolean {
    const item = this.#items[i];
    if (!item) return true;
    const token = this.#tokens[t];
    // A blank line or a new paragraph parts sentences: no date runs over it.
    const value = token && !(i > 0 && t > this.#at && token.newLine) ? fills(this.#grammar, item, token) : null;
    if (token && value !== null) {
      const after = this.#grammar.abbreviations.has(token.text) ? this.#tokens[t + 1] : undefined;
      const next = after?.text === '.' && after.glued ? t + 2 : t + 1;
      this.ends[i] = next;
      this.#values[i] = value;
      if (this.fits(i + 1, next)) return true;
    }
    if (!item.optional) return false;
    this.ends[i] = t;
    this.#values[i] = true;
    return this.fits(i + 1, t);
  }

  /** What the matched items say; of two items with one slot, the first. */
  slots(fixed: Slots): Slots {
    const slots: { -readonly [K in Slot]?: number } = { ...fixed };
    for (let i = this.#items.length - 1; i >= 0; i--) {
      const item = this.#items[i];
      const value = this.#values[i];
      if (item?.slot && !item.discard && typeof value === 'number') slots[item.slot] = value;
    }
    return slots;
  }
}

/** Matches items from token `at`; null where they do not fit. */
function attempt(grammar: Grammar, items: readonly Item[], tokens: readonly Token[], at: number): Attempt | null {
  const one = new Attempt(grammar, items, tokens, at);
  return one.fits(0, at) ? one : null;
}

const NO_RULES: readonly Rule[] = [];

/**
 * What a token is to the rules: a word that none of them knows is like any other such word, and numbers are alike that can
 * stand for the same.
 */
function signature(grammar: Grammar, token: Token | undefined): string {
  if (!token) return '';
  if (grammar.known.has(token.text)) return token.text;
  return token.kind === 'number' ? `#${Object.keys(token.slots).join()}` : '';
}

function rulesFrom(grammar: Grammar, token: Token): readonly Rule[] {
  if (token.kind !== 'number') return grammar.byWord.get(token.text) ?? NO_RULES;
  return [...new Set(Object.keys(token.slots).flatMap((slot) => grammar.bySlot.get(slot) ?? []))];
}

/** Can the second token that a rule takes, or the context that it needs there, be this one? */
function mayFollow(grammar: Grammar, { items }: Rule, first: Token, second: Token | undefined): boolean {
  // An abbreviation's point stands between.
  if (grammar.abbreviations.has(first.text)) return true;
  for (let from = 0; from < items.length; from++) {
    const item = items[from];
    if (!item) break;
    if (couldFill(grammar, item, first)) {
      let after = from + 1;
      for (; after < items.length; after++) {
        const next = items[after];
        if (next && second && couldFill(grammar, next, second)) return true;
        if (!next?.optional) break;
      }
      if (after >= items.length) return true;
    }
    if (!item.optional) break;
  }
  return false;
}

const couldFill = (grammar: Grammar, item: Item, token: Token): boolean =>
  item.slot ? slotsOf(grammar, token)[item.slot] !== undefined : item.words.has(token.text);

/**
 * The rules that can begin with two tokens, in the order of the tables. Kept by the tokens' signatures, which are few: "the"
 * begins dozens of dates, and nearly always none of them goes on with the word after it.
 */
function rulesAt(grammar: Grammar, token: Token, next: Token | undefined): readonly Rule[] {
  const first = signature(grammar, token);
  if (first === '' || first === '#') return NO_RULES;
  const second = signature(grammar, next);
  let followers = grammar.pairs.get(first);
  if (!followers) {
    followers = new Map();
    grammar.pairs.set(first, followers);
  }
  let rules = followers.get(second);
  if (!rules) {
    rules = rulesFrom(grammar, token).filter((rule) => mayFollow(grammar, rule, token, next));
    followers.set(second, rules);
  }
  return rules;
}

const NO_MATCHES: readonly Match[] = [];

/** All matches that begin at a token, context included; the longest date first, the earlier rule where equally long. */
export function matchesAt(grammar: Grammar, tokens: readonly Token[], at: number): readonly Match[] {
  const token = tokens[at];
  if (!token) return NO_MATCHES;
  const rules = rulesAt(grammar, token, tokens[at + 1]);
  if (rules.length === 0) return NO_MATCHES;
  const found: (Match & { readonly seen: number })[] = [];
  for (const rule of rules) {
    const match = attempt(grammar, rule.items, tokens, at);
    if (!match) continue;
    const from = rule.from === 0 ? at : (match.ends[rule.from - 1] ?? at);
    const to = match.ends[rule.to - 1] ?? at;
    const seen = match.ends[rule.items.length - 1] ?? at;
    if (to > from) found.push({ shape: rule.shape, from, to, seen, slots: match.slots(rule.fixed) });
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
    const first = tokens[from];
    if (!first || !grammar.partStarts.has(first.text)) continue;
    for (const part of grammar.parts) {
      if (attempt(grammar, part.items, tokens, from)?.ends[part.items.length - 1] === at) return { qualifier: part.qualifier, from };
    }
  }
  return null;
}

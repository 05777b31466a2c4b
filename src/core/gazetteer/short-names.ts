/**
 * Names that follow from a full one: those that say the same ("Thad Allen" for Thad W. Allen, "Royal Dutch Shell" without its
 * legal form) and those that count only once the article has the full one (an abbreviation, a town without its state, a person without the middle name).
 * Family names are surnames.ts, ways of writing one name variants.ts.
 */
import type { NameForm, SubjectKind } from '../model/actor';
import { isFamilyFirst } from './surnames';
import type { Candidate, SubjectNames } from './types';

/** A given name, initials or further given names, a family name; particles would be in small letters. */
const WITH_MIDDLE = /^(\p{Lu}[\p{L}'’-]+)((?:\s+(?:\p{Lu}\.?|\p{Lu}[\p{L}'’-]+)){1,2})\s+(\p{Lu}[\p{L}'’-]+)$/u;
const INITIALS_ONLY = /^(?:\s+\p{Lu}\.?)+$/u;
const ONE_NAME = /^\s+(\p{Lu}\p{Ll}+)$/u;

/** Legal forms at a company's end, as registers write them, with or without dots. */
const LEGAL_FORM = new RegExp(
  `,?\\s+(?:${[
    'Inc(?:orporated)?\\.?|Corp(?:oration)?\\.?|Co\\.?|Company|Ltd\\.?|Limited|L\\.?L\\.?C\\.?|L\\.?L?\\.?P\\.?|plc|PLC|P\\.?J\\.?S\\.?C\\.?|[OJ]\\.?J?\\.?S\\.?C\\.?',
    'AG|SE|GmbH|KGaA|KG|S\\.?A\\.?|SAS|S\\.?p\\.?A\\.?|N\\.?V\\.?|B\\.?V\\.?|A/S|AS|ASA|AB|Oyj?',
  ].join('|')})$`,
);
/** What is left must be longer than this: "Co", "SE" are parts of other names. */
const SHORTEST_LEFT = 3;

/** "Cambridge, Massachusetts" */
const TOWN_AND_STATE = /^(\p{Lu}[^,]+),\s\p{Lu}[^,]*$/u;
/** The capital of the United States is called by its bare name wherever the news speaks of it. */
const WASHINGTON = /^Washington,? D\.?\s?C\.?$/;
/** "United States of America" */
const OF_AMERICA = /^(United States) of America$/;

/** Small words that an abbreviation leaves out. */
const CONNECTING = /^(?:of|the|and|for|in|on|to|de|du|des|la|le|les|et|der|die|das|für|und|von|del|di|e|y|&)$/;
/** Abbreviations of two letters are shared by too many, but for those of unions and united states. */
const FEWEST_LETTERS = 3;
const UNION = /^(?:United|European)\s/;
const MOST_LETTERS = 6;

/** All names that follow from the subject's own, but none that it keeps as weak. */
export function derivedForms({ kind, names }: SubjectNames): (readonly [NameForm, Candidate['form']])[] {
  const weak = new Set(names.filter((name) => name.weak).map((name) => name.text));
  return names
    .filter((name) => !name.weak && name.case !== 'exact')
    .flatMap((name) => [
      ...samePlainly(name.text, kind).map((text) => [{ ...name, text }, 'full'] as const),
      ...shortened(name.text, kind).map((text) => [{ text }, 'surname'] as const),
    ])
    .filter(([form]) => !weak.has(form.text));
}

/** Full names that say the same as this one. */
function samePlainly(text: string, kind: SubjectKind): string[] {
  if (kind === 'person') {
    const [, given = '', middle = '', family = ''] = WITH_MIDDLE.exec(text) ?? [];
    if (!given) return [];
    if (INITIALS_ONLY.test(middle)) return [`${given} ${family}`];
    const only = ONE_NAME.exec(middle)?.[1];
    return only && !isFamilyFirst(given) ? [`${given} ${only.charAt(0)}. ${family}`] : [];
  }
  if (kind !== 'organisation' && kind !== 'place') return [];
  const plain = text.replace(LEGAL_FORM, '');
  const states = OF_AMERICA.exec(text)?.[1];
  return [
    ...(plain !== text && plain.length >= SHORTEST_LEFT ? [plain] : []),
    ...(WASHINGTON.test(text) ? ['Washington'] : []),
    ...(states ? [states] : []),
  ];
}

/** Names that count once the article has this one in full; of a person the name without further given names. */
function shortened(text: string, kind: SubjectKind): string[] {
  if (kind === 'person') {
    const [, given = '', middle = '', family = ''] = WITH_MIDDLE.exec(text) ?? [];
    return given && !INITIALS_ONLY.test(middle) && !isFamilyFirst(given) ? [`${given} ${family}`] : [];
  }
  if (kind !== 'organisation' && kind !== 'place') return [];
  const plain = text.replace(LEGAL_FORM, '');
  const acronym = acronymOf(plain);
  const town = WASHINGTON.test(text) || plain !== text ? undefined : TOWN_AND_STATE.exec(text)?.[1];
  return [...(acronym ? [acronym] : []), ...(town ? [town] : [])];
}

/** The initials of a name of which every word but the small ones begins with a capital. */
function acronymOf(name: string): string | null {
  const words = name.split(/[\s-]+/).filter((word) => !CONNECTING.test(word));
  if (words.length < 2 || words.length > MOST_LETTERS || !words.every((word) => /^\p{Lu}\p{Ll}/u.test(word))) return null;
  if (words.length < FEWEST_LETTERS && !UNION.test(name)) return null;
  return words.map((word) => word.charAt(0)).join('');
}

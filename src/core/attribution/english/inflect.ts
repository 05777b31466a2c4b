/**
 * The written forms of an English verb from its base form. Pure spelling rules and the table of irregular verbs.
 */
import { IRREGULAR } from './words';

export type VerbForm = 'base' | 's' | 'past' | 'ing' | 'participle';

const VOWEL = /[aeiou]/;

/** Every form of `base`, each with what it is; where past and participle are spelt alike only `past` is given. */
export function verbForms(base: string): [form: string, is: VerbForm][] {
  const last = base.at(-1) ?? '';
  const consonantY = last === 'y' && !VOWEL.test(base.at(-2) ?? '');
  const s = consonantY ? `${base.slice(0, -1)}ies` : /(?:s|sh|ch|x|z|o)$/.test(base) ? `${base}es` : `${base}s`;
  const irregular = IRREGULAR.get(base);
  const regular = last === 'e' ? `${base}d` : consonantY ? `${base.slice(0, -1)}ied` : `${base}ed`;
  const past = irregular?.[0] ?? regular;
  const participle = irregular?.[1] ?? regular;
  const doubled = irregular && /(.)\1ed$/.test(past) && !base.endsWith(past.slice(-3, -2).repeat(2)) ? past.slice(0, -2) : null;
  const stem = base.endsWith('ie')
    ? `${base.slice(0, -2)}y`
    : last === 'e' && !/(?:ee|oe|ye)$/.test(base) && base !== 'be'
      ? base.slice(0, -1)
      : base;
  const ing = `${doubled ?? stem}ing`;
  const forms: [string, VerbForm][] = [
    [base, 'base'],
    [s, 's'],
    [past, 'past'],
    [ing, 'ing'],
  ];
  if (/(?:[^aeiou][aeiou])[tnpgm]$/.test(base) && base.length <= 4 && !doubled) forms.push([`${base}${last}ing`, 'ing']);
  if (participle !== past) forms.push([participle, 'participle']);
  return forms;
}

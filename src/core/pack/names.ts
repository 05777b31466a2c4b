/** Names that would mark every other word, and names that are not what they look like. Knows no gazetteer. */
import type { Findings } from './fault';
import type { FieldPlace } from './records';

/** A word this short that counts in any capitals is a word of some language: the, und, les, who. */
const SHORTEST_WORD_IN_ANY_CASE = 4;

interface Form {
  readonly text: string;
  readonly case?: string | undefined;
  readonly weak?: boolean | undefined;
}

interface Named {
  readonly name: string;
  readonly names: readonly (string | Form)[];
}

/** Refuses names that are words, and warns of letters from another script and of hidden characters. */
export function judgeNames({ name, names }: Named, at: FieldPlace, findings: Findings): void {
  const forms = names.map((form): Form => (typeof form === 'string' ? { text: form } : form));
  // Where `names` holds the display name too, that entry decides.
  if (!forms.some(({ text }) => text === name)) judgeForm({ text: name }, at('name'), findings);
  for (const [i, form] of forms.entries()) judgeForm(form, at(`names[${i}]`), findings);
}

function judgeForm(form: Form, at: string, findings: Findings): void {
  const expected = whatNameLacks(form);
  if (expected) findings.fault(at, expected, form.text);
  if (form.text.split(/\P{L}+/u).some(isMixed))
    findings.warn(at, 'letters of more than one script in one word, kept as another name', form.text);
  if (HIDDEN.test(form.text)) findings.warn(at, 'characters that do not show, kept', form.text);
}

/** Zero-width characters and those that turn the direction of writing. A joiner between letters belongs to some scripts. */
const HIDDEN = /[\u200b\u2060\ufeff\u202a-\u202e\u2066-\u2069\u00ad]/;

/** Latin, Cyrillic and Greek share shapes: a word that mixes them looks like one that does not. */
function isMixed(word: string): boolean {
  return [/\p{Script=Latin}/u, /\p{Script=Cyrillic}/u, /\p{Script=Greek}/u].filter((script) => script.test(word)).length > 1;
}

function whatNameLacks({ text, case: rule, weak }: Form): string | null {
  if ([...text].length < 2) return 'a name of more than one character';
  const lower = text.toLowerCase();
  const anyCase = rule === 'any' || (rule !== 'exact' && text === lower);
  // Scripts without capitals write whole names in two or three characters.
  const isShortWord = /^\p{L}+$/u.test(text) && lower !== text.toUpperCase() && [...text].length < SHORTEST_WORD_IN_ANY_CASE;
  return anyCase && isShortWord && !weak ? `a name of ${SHORTEST_WORD_IN_ANY_CASE} letters or more, or case "exact", or "weak"` : null;
}

/**
 * Which stretches of the tokens stand in quotation marks. Knows the marks of the languages we read, paired within a
 * paragraph; a mark without its partner quotes nothing, except where a speech goes on in the next paragraph.
 */
import type { Token } from './tokens';

/** Token indices of a quotation: its opening and its closing mark (the paragraph's last token where the speech goes on). */
export interface Quotation {
  readonly open: number;
  readonly close: number;
}

const STRAIGHT = '"';
/** Marks that can open, and what may close each: “…”, „…“ and „…”, «…», »…«, ‘…’, ``…''. */
const CLOSERS: ReadonlyMap<string, readonly string[]> = new Map(
  Object.entries({
    '“': ['”', '"'],
    '„': ['“', '”', '"'],
    '«': ['»'],
    '»': ['«'],
    '‘': ['’'],
    '``': ["''", '"'],
    "''": ["''"],
    '"': ['"', '”'],
    "'": ["'"],
  }),
);
const NOTHING: readonly string[] = [];

function opens(token: Token, next: Token | undefined): boolean {
  if (!CLOSERS.has(token.text) || !next) return false;
  // French sets a space inside its guillemets; elsewhere a space behind the mark means that it closes or stands alone.
  if (next.spaced) return token.text === '«' && token.spaced;
  if (token.text === '»') return token.spaced;
  const ambiguous = token.text === STRAIGHT || token.text === "'" || token.text === "''";
  return !ambiguous || token.spaced || token.opensParagraph;
}

/** A closing single mark ends a word and is followed by no letter; after a plural's s it is the possessive. */
function closesSingle(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1];
  const next = tokens[at + 1];
  if (next && !next.spaced && next.word) return false;
  return !(before?.word && before.lower.endsWith('s') && next?.word);
}

/** The outermost quotations, in order. Linear: each token is looked at once. */
export function findQuotations(tokens: readonly Token[]): Quotation[] {
  const found: Quotation[] = [];
  let open = -1;
  let closers = NOTHING;
  for (let i = 0; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token) break;
    if (token.opensParagraph && open >= 0) {
      // Speech goes on where the next paragraph opens with the same mark; otherwise the mark stood alone.
      if (token.text === tokens[open]?.text) found.push({ open, close: i - 1 });
      open = -1;
    }
    if (open < 0) {
      if (opens(token, tokens[i + 1])) {
        open = i;
        closers = CLOSERS.get(token.text) ?? NOTHING;
      }
    } else if (closers.includes(token.text)) {
      const single = token.text === "'" || token.text === '’';
      if (single && !closesSingle(tokens, i)) continue;
      found.push({ open, close: i });
      open = -1;
    }
  }
  return found;
}

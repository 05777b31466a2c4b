/**
 * The reader's corrections at work: before linking, candidates that a rule denies are taken away; after it, a word that a rule
 * settles is given to whom the reader named, or to nobody. Pure; knows no pages but by their address.
 */
import type { Match } from '../gazetteer/types';
import type { PageCorrection } from '../model/correction';
import type { BlockLinks, Mention } from '../model/mention';
import type { Linker } from './link';
import type { ScannedBlock, Subjects } from './readings';

/** What the rules come to for one word. */
interface Fate {
  /** Who is meant by it whatever the linker thinks; `never`: nobody; null: left to the linker. */
  settled: Extract<PageCorrection['says'], { is: 'other' }> | 'never' | null;
  /** Who is not meant by it. */
  readonly denied: Set<string>;
}

/** All rules of one page, by word. */
export type Corrections = ReadonlyMap<string, Fate>;

/** Capitals up to here are an abbreviation, which says nothing of the same letters as a word (US, us): the pack format's own limit. */
const ABBREVIATION = /^\p{Lu}{1,3}$/u;
/** What a reader does not see in a word. */
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff]/g;

/** Two stretches with one key are the same word to a rule: spaces, apostrophes, unseen characters and capitals do not part them. */
export function wordKey(surface: string): string {
  const plain = surface
    .normalize('NFC')
    .replace(UNSEEN, '')
    .replace(/[’ʼ`´]/g, "'")
    .replace(/\s+/g, ' ')
    .trim();
  return ABBREVIATION.test(plain) ? plain : plain.toLowerCase();
}

/**
 * What the rules come to on a page that has these addresses (its canonical one, and the one it was loaded from). `rules` are in the
 * order of their authority: a later one overrules those before it.
 */
export function correctionsFor(rules: readonly PageCorrection[], addresses: readonly string[]): Corrections {
  const fates = new Map<string, Fate>();
  for (const { word, says, address } of rules) {
    if (address !== null && !addresses.includes(address)) continue;
    const key = wordKey(word);
    const fate: Fate = fates.get(key) ?? { settled: null, denied: new Set() };
    fates.set(key, fate);
    if (says.is === 'never') fate.settled = 'never';
    else if (says.is === 'other') {
      fate.settled = says;
      fate.denied.delete(says.subject);
    } else {
      fate.denied.add(says.subject);
      if (fate.settled !== 'never' && fate.settled?.subject === says.subject) fate.settled = null;
    }
  }
  return fates;
}

/**
 * A linker that keeps to the rules which `corrections` gives, asked anew for each run. A word that is settled for somebody keeps
 * its place in the text, so that what stands beside it is read as before, but speaks for no candidate of its own.
 */
export function createCorrectedLinker(linker: Linker, subjects: Subjects, corrections: () => Corrections): Linker {
  /** The linker knows unchanged matches by their identity, so the same must give the same. */
  let kept = new WeakMap<readonly Match[], readonly Match[]>();
  let before: Corrections | null = null;

  function corrected({ text, matches }: ScannedBlock, rules: Corrections): readonly Match[] {
    const known = kept.get(matches);
    if (known) return known;
    const changed = matches.map((match) => {
      const fate = rules.get(wordKey(text.slice(match.start, match.end)));
      if (!fate || fate.settled === 'never') return match;
      if (fate.settled) return { ...match, candidates: [] };
      return { ...match, candidates: match.candidates.filter(({ subject }) => !fate.denied.has(subjects.subject(subject).id)) };
    });
    const same = changed.every((match, i) => match === matches[i]);
    kept.set(matches, same ? matches : changed);
    return same ? matches : changed;
  }

  return {
    *run(blocks) {
      const rules = corrections();
      if (rules.size === 0) return yield* linker.run(blocks);
      if (rules !== before) kept = new WeakMap();
      before = rules;
      const given = blocks.map((block) => ({ text: block.text, matches: corrected(block, rules) }));
      const links = yield* linker.run(given);
      return links.map((link, i) => settle(link, blocks[i], rules));
    },
  };
}

/** Takes away what the rules deny, among it what was found without a match (abbreviations), and puts in what they settle. */
function settle(links: BlockLinks, block: ScannedBlock | undefined, rules: Corrections): BlockLinks {
  const { text = '', matches = [] } = block ?? {};
  const fateOf = ({ start, end }: { readonly start: number; readonly end: number }) => rules.get(wordKey(text.slice(start, end)));
  const mentions = new Map<string, Mention>();
  const put = (mention: Mention) => mentions.set(`${mention.start}-${mention.end}-${mention.subject}`, mention);
  for (const mention of links.mentions) {
    const fate = fateOf(mention);
    if (!fate?.settled && !fate?.denied.has(mention.subject)) put(mention);
  }
  for (const { start, end } of [...matches, ...links.mentions]) {
    const settled = fateOf({ start, end })?.settled;
    if (!settled || settled === 'never') continue;
    put({ start, end, surface: text.slice(start, end), subject: settled.subject, kind: settled.kind, reason: 'corrected' });
  }
  return {
    mentions: [...mentions.values()].sort((a, b) => a.start - b.start || a.end - b.end),
    undecided: links.undecided.filter((stretch) => !fateOf(stretch)?.settled),
  };
}

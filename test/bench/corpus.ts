/**
 * Text, names and a page for the benchmarks: made, not collected, and the same in every run. Sentences are of news length,
 * words follow Zipf's law, and about one word in forty begins a tracked name, as in a political story.
 */

/** A small generator of random numbers (mulberry32), seeded, so that two runs measure the same text. */
export function random(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = Math.imul(state ^ (state >>> 15), 1 | state);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
}

const ONSETS = [
  'b',
  'br',
  'c',
  'ch',
  'd',
  'dr',
  'f',
  'g',
  'gr',
  'h',
  'j',
  'k',
  'kl',
  'l',
  'm',
  'n',
  'p',
  'r',
  's',
  'st',
  't',
  'tr',
  'v',
  'w',
  'z',
];
const NUCLEI = ['a', 'e', 'i', 'o', 'u', 'ai', 'ei', 'ou', 'é', 'ö'];
const CODAS = ['', '', '', 'n', 'r', 's', 'l', 'nd', 'rt', 'ck', 'm'];

function word(next: () => number, syllables: number): string {
  const pick = (list: readonly string[]) => list[Math.floor(next() * list.length)] ?? '';
  let made = '';
  for (let i = 0; i < syllables; i++) made += pick(ONSETS) + pick(NUCLEI) + pick(CODAS);
  return made;
}

const capital = (s: string) => s.charAt(0).toUpperCase() + s.slice(1);

/** `count` distinct names of one to three words, first names shared by many as in life. */
export function makeNames(count: number, seed = 7): string[] {
  const next = random(seed);
  const firstNames = Array.from({ length: 400 }, () => capital(word(next, 2)));
  const names = new Set<string>();
  while (names.size < count) {
    const first = firstNames[Math.floor(next() ** 2 * firstNames.length)] ?? 'Ada';
    const family = capital(word(next, 2 + Math.floor(next() * 2)));
    const kind = next();
    names.add(
      kind < 0.7
        ? `${first} ${family}`
        : kind < 0.85
          ? `${first} ${capital(word(next, 1))} ${family}`
          : family + capital(word(next, 1)).toLowerCase(),
    );
  }
  return [...names];
}

/** Paragraphs of about `characters` in all, naming some of the first 100 of `names`, so that every size finds the same hits. */
export function makeParagraphs(characters: number, names: readonly string[], seed = 11): string[] {
  const next = random(seed);
  const vocabulary = Array.from({ length: 8000 }, (_, i) => word(next, i < 200 ? 1 : 2 + Math.floor(next() * 2)));
  const named = names.slice(0, 100);
  const common = () => vocabulary[Math.floor(next() ** 3 * vocabulary.length)] ?? 'a';
  const paragraphs: string[] = [];
  let total = 0;
  while (total < characters) {
    const sentences: string[] = [];
    for (let s = 2 + Math.floor(next() * 4); s > 0; s--) {
      const words = Array.from({ length: 8 + Math.floor(next() * 22) }, () =>
        next() < 1 / 40 ? (named[Math.floor(next() ** 2 * named.length)] ?? '') : common(),
      );
      sentences.push(`${capital(words.join(' '))}.`);
    }
    const paragraph = sentences.join(' ');
    total += paragraph.length;
    paragraphs.push(paragraph);
  }
  return paragraphs;
}

/** An article page of those paragraphs with links and emphasis inside, about 3,000 text nodes at 200 kB. */
export function makePage(paragraphs: readonly string[]): string {
  const body = paragraphs
    .map((text) => {
      const words = text.split(' ');
      const cut = Math.floor(words.length / 3);
      return `<p>${words.slice(0, cut).join(' ')} <a href="#">${words.slice(cut, cut + 3).join(' ')}</a> ${words.slice(cut + 3, 2 * cut).join(' ')} <em>${words.slice(2 * cut, 2 * cut + 2).join(' ')}</em> ${words.slice(2 * cut + 2).join(' ')}</p>`;
    })
    .join('\n');
  return `<!doctype html><html lang="en"><meta charset="utf-8"><title>A long article</title><body><article><h1>A long article</h1>\n${body}</article></body></html>`;
}

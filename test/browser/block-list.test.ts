import { expect, it } from 'vitest';
import { createBlockList } from '@/page/block-list';
import { placesOf, type TextBlock } from '@/page/text-map';
import { createWalk } from '@/page/walk';
import { random } from '../bench/corpus';

function read(root: Element): TextBlock[] {
  const walk = createWalk(root, { deep: true, onHidden: () => {}, isOurs: () => false });
  const found: TextBlock[] = [];
  for (let some = walk.next(); some; some = walk.next()) found.push(...some);
  return found;
}
const none: ReadonlySet<Element> = new Set();

it('keeps document order and finds each node’s block, whatever changes in whatever order', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const next = random(seed);
    const pick = <T>(list: readonly T[]): T => list[Math.floor(next() * list.length)] as T;
    document.body.innerHTML = Array.from({ length: 30 }, (_, i) => `<section><p>a${i} <b>b</b></p>own<p>c${i}</p></section>`).join('');
    const list = createBlockList();
    let previous: TextBlock | null = null;
    for (const block of read(document.body)) {
      list.add(block, previous);
      previous = block;
    }
    for (let round = 0; round < 10; round++) {
      const sections = [...document.body.children];
      const touched = new Set<Element>();
      for (let i = 0; i < 5; i++) {
        const section = pick(sections);
        const what = next();
        if (what < 0.3) section.remove();
        else if (what < 0.6) document.body.insertBefore(section, pick(sections.filter((other) => other.isConnected)) ?? null);
        else {
          const copy = section.cloneNode(true) as Element;
          document.body.append(copy);
          touched.add(copy);
        }
        touched.add(section);
      }
      list.take({ own: none, deep: touched });
      for (const root of touched) {
        let before: TextBlock | null = null;
        for (const block of root.isConnected ? read(root) : []) {
          list.add(block, before);
          before = block;
        }
      }
      const inPage = read(document.body);
      expect(list.all.map(({ anchor }) => anchor)).toEqual(inPage.map(({ anchor }) => anchor));
      for (const block of inPage) expect(list.blockOf(placesOf(block).nodes.at(-1) as Text)?.text).toBe(block.text);
    }
  }
});

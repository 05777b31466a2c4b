import { beforeEach, expect, it } from 'vitest';
import { endsOf, offsetOf, placesOf, spotOf, stillSpells, type TextBlock } from '@/page/text-map';
import { createWalk } from '@/page/walk';

const hidden: Element[] = [];

function read(html: string, root: () => Element = () => document.body, deep = true): TextBlock[] {
  document.body.innerHTML = html;
  const walk = createWalk(root(), { deep, onHidden: (element) => hidden.push(element), isOurs: (node) => (node as Element).id === 'ours' });
  const blocks: TextBlock[] = [];
  for (let found = walk.next(); found; found = walk.next()) blocks.push(...found);
  return blocks;
}
const texts = (html: string) => read(html).map((block) => block.text.trim());

beforeEach(() => {
  hidden.length = 0;
  document.head.querySelector('style.test')?.remove();
});

it('joins a name across inline elements and ends a text at blocks', () => {
  expect(texts('<div>Em<b>manuel</b> <a href="#"><i>Mac</i>ron</a><p>spoke</p>to Rutte</div>')).toEqual([
    'Emmanuel Macron',
    'spoke',
    'to Rutte',
  ]);
  expect(texts('<p>Mark<br>Rutte</p>')).toEqual(['Mark\nRutte']);
  expect(texts('<p><a href="#">one<div>two</div>three</a></p>')).toEqual(['one', 'two', 'three']);
});

it('takes flex items and block spans for lines of their own', () => {
  expect(texts('<div style="display:flex"><span>Paris</span><span>Hilton</span></div>')).toEqual(['Paris', 'Hilton']);
  expect(texts('<p><span style="display:block">Paris</span><span>Hilton</span></p>')).toEqual(['Paris', 'Hilton']);
  expect(texts('<p>a <x-name>Mark</x-name> Rutte</p>')).toEqual(['a Mark Rutte']);
});

it('leaves out what is not the page’s text', () => {
  const out = [
    '<script>Rutte</script>',
    '<style>Rutte{}</style>',
    '<noscript>Rutte</noscript>',
    '<template>Rutte</template>',
    '<textarea>Rutte</textarea>',
    '<input value="Rutte">',
    '<select><option>Rutte</option></select>',
    '<div contenteditable>Rutte<p>Rutte</p></div>',
    '<div role="textbox">Rutte</div>',
    '<nav>Rutte</nav>',
    '<div role="navigation">Rutte</div>',
    '<div hidden>Rutte</div>',
    '<div aria-hidden="true">Rutte</div>',
    '<div style="display:none">Rutte <p>Rutte</p></div>',
    '<div style="visibility:hidden">Rutte</div>',
    '<details><summary>x</summary>Rutte</details>',
    '<svg><text>Rutte</text></svg>',
    '<button>Rutte</button>',
    '<code>Rutte</code>',
    '<div id="ours">Rutte</div>',
  ];
  for (const html of out) expect(texts(`${html}<p>after</p>`).join('|'), html).not.toContain('Rutte');
  for (const html of out) expect(texts(`${html}<p>after</p>`), html).toContain('after');
});

it('lets no name run across something that is seen but not read', () => {
  expect(texts('<p>Paris<button>x</button>Hilton</p>')[0]).not.toMatch(/Paris\s*Hilton/);
  expect(texts('<p>Paris <span aria-hidden="true">•</span> Hilton</p>')[0]).not.toMatch(/Paris\s*Hilton/);
  expect(texts('<p>Emmanuel <span hidden>x</span>Macron</p>')[0]).toBe('Emmanuel Macron');
});

it('reports the topmost hidden element, and goes on after it', () => {
  expect(texts('<p>one</p><div id="h" style="display:none"><section><p>x</p><p>y</p></section></div><p>two</p>')).toEqual(['one', 'two']);
  expect(hidden.map((element) => element.id)).toEqual(['h']);
  // An element without a box of its own is not hidden.
  expect(texts('<div style="display:contents">boxless</div>')).toEqual(['boxless']);
});

it('reads only a container’s own runs where asked, and nothing where it stands in a left-out part', () => {
  const html = '<div id="c">own <p>nested</p> own too</div><nav><p id="n">menu</p></nav>';
  const own = read(html, () => document.getElementById('c') as Element, false);
  expect(own.map((block) => block.text.trim())).toEqual(['own', 'own too']);
  expect(read(html, () => document.getElementById('n') as Element)).toEqual([]);
  expect(
    read('<div>x <a id="a">inline <div>block</div></a></div>', () => document.getElementById('a') as Element).map((b) => b.text),
  ).toEqual(['block']);
});

const named = (block: TextBlock, name: string) => {
  const start = block.text.indexOf(name);
  return { start, end: start + name.length, subject: 's:s', kind: 'person', surface: name, reason: 'full-name' } as const;
};

it.each([
  ['broken into lines', '<p>Em<b>manuel</b> <br><a>Macron</a> said</p>'],
  ['of plain inline text', '<p>Em<b>man<i>uel</i></b><!-- x --> <a>Macron</a> said</p>'],
  ['of many parts', `<p>Em<b>man<i>uel</i></b> <a>Macron</a> ${'<b>said</b> '.repeat(150)}</p>`],
])('maps every offset of a text %s to its node and back', (_, html) => {
  const [block] = read(html);
  if (!block) throw new Error('no block');
  const { nodes } = placesOf(block);
  expect(nodes.map((node) => node.data).join('')).toBe(document.body.textContent);
  for (const node of nodes) {
    for (let offset = 0; offset < node.data.length; offset++) {
      const at = offsetOf(block, node, offset);
      expect(block.text[at]).toBe(node.data[offset]);
      expect(spotOf(block, at)).toEqual({ node, offset });
    }
  }
  const mention = named(block, 'Emmanuel');
  expect(endsOf(block, mention)?.start.node).toBe(nodes[0]);
  expect(document.querySelector('b')?.contains(endsOf(block, mention)?.end.node ?? null)).toBe(true);
  expect(stillSpells(block, mention)).toBe(true);
  (nodes[1] as Text).data = (nodes[1] as Text).data.toUpperCase();
  expect(stillSpells(block, mention)).toBe(false);
});

it('knows no place for a text that changed before anybody asked for its nodes', () => {
  const [block] = read('<p>Emmanuel <a>Macron</a> said</p>');
  if (!block) throw new Error('no block');
  document.querySelector('a')?.remove();
  expect(endsOf(block, named(block, 'Emmanuel Macron'))).toBe(null);
  expect(stillSpells(block, named(block, 'Emmanuel Macron'))).toBe(false);
});

it('says when the page took away or moved where it stood', () => {
  // More than one piece, so that the walk stands in the middle.
  const long = Array.from({ length: 400 }, (_, i) => `<p>p${i}</p>`).join('');
  const begin = () => {
    document.body.innerHTML = `<section><div id="part">${long}</div></section><aside></aside>`;
    const walk = createWalk(document.body, { deep: true, onHidden: () => {}, isOurs: () => false });
    expect(walk.next()?.[0]?.text).toBe('p0');
    expect(walk.lost()).toBe(false);
    return walk;
  };
  const removed = begin();
  document.body.innerHTML = '<p>new</p>';
  expect(removed.lost()).toBe(true);
  const moved = begin();
  document.querySelector('aside')?.append(document.getElementById('part') as Element);
  expect(moved.lost()).toBe(true);
  const whole = begin();
  const rest: TextBlock[] = [];
  for (let found = whole.next(); found; found = whole.next()) rest.push(...found);
  expect(rest.at(-1)?.text).toBe('p399');
  expect(whole.lost()).toBe(false);
});

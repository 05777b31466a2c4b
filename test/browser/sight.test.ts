/** Text that nobody sees and menus are not read; whatever else looks like them is. */
import { afterEach, beforeEach, expect, it } from 'vitest';
import { page as screen } from 'vitest/browser';
import { eventually } from './eventually';
import { marks, type RunningReader, runReader } from './fixture';

let reader: RunningReader | null = null;
const words = () => marks().map((mark) => mark.text);

async function read(html: string): Promise<string[]> {
  document.body.innerHTML = html;
  const running = runReader();
  reader = running;
  await eventually(async () => expect((await running.page['page/state']({})).status).toBe('ready'));
  return words();
}

beforeEach(() => screen.viewport(900, 700));
afterEach(() => {
  reader?.stop();
  reader = null;
  window.scrollTo(0, 0);
});

it.each([
  ['transparent', '<p style="opacity:0">Mark Rutte</p>'],
  ['in something transparent', '<div style="opacity:0"><p>Mark Rutte</p></div>'],
  ['for screen readers', '<p>By <span style="position:absolute;width:1px;height:1px;overflow:hidden">Mark Rutte</span></p>'],
  ['clipped', '<p>By <span style="position:absolute;clip:rect(1px,1px,1px,1px)">Mark Rutte</span></p>'],
  ['clipped by a path', '<p style="clip-path:inset(50%)">Mark Rutte</p>'],
  ['left of the page', '<p style="position:absolute;left:-9999px">Mark Rutte</p>'],
  ['above the page', '<p style="position:absolute;top:-500px">Mark Rutte</p>'],
  ['without size', '<p style="font-size:0">Mark Rutte</p>'],
  ['behind a picture', '<p style="text-indent:-9999px;overflow:hidden">Mark Rutte</p>'],
  ['folded up', '<div style="height:0;overflow:hidden"><p>Mark Rutte</p></div>'],
  [
    'a menu',
    '<div class="menu"><ul><li><a href="#">Mark Rutte</a></li><li><a href="#">NATO</a></li><li><a href="#">Paris</a></li></ul></div>',
  ],
  ['a footer of links', '<footer><p><a href="#">Mark Rutte</a> | <a href="#">NATO</a> | <a href="#">Paris</a></p></footer>'],
  ['an address in the footer', '<footer><div><address>365 Harbour Street, Paris</address></div></footer>'],
  ['in what plays the footer', '<div role="contentinfo"><p>© 2025 NATO. All rights reserved.</p></div>'],
  ['the masthead', '<header><h1><a href="/">NATO</a></h1></header>'],
  ['a masthead set as a block', '<a href="/?ref=logo" style="display:block"><span>NATO</span></a>'],
])('leaves out what is %s', async (_, html) => {
  expect(await read(`${html}<p>Then Emmanuel Macron spoke.</p>`)).toEqual(['Emmanuel Macron']);
});

const LINKS = '<ul><li><a href="#">Mark Rutte</a></li><li><a href="#">NATO</a></li><li><a href="#">Paris</a></li></ul>';

it.each([
  ['a list of links in the story', `<article>${LINKS}</article>`, 3],
  ['a list of links in the main part', `<main>${LINKS}</main>`, 3],
  ['a list with words beside its links', LINKS.replaceAll('</a>', '</a> was named here'), 3],
  [
    'headlines in a list',
    `<ul>${[
      'Mark Rutte says more will be decided in spring',
      'NATO says nothing of its plans for the spring',
      'In Paris, the streets are full of people today',
    ]
      .map((text) => `<li><a href="#">${text}</a></li>`)
      .join('')}</ul>`,
    3,
  ],
  ['a footer in the story', '<article><footer><p>Mark Rutte leads <a href="#">NATO</a>.</p></footer></article>', 2],
  ['a link with words beside it', '<p>More about <a href="/">NATO</a> here</p>', 1],
  ['a link to another site', '<p><a href="https://other.example/">NATO</a></p>', 1],
  ['a link within the page', '<p><a href="#top">NATO</a></p>', 1],
  [
    'what an absolute part shows out of a folded one',
    '<div style="height:0;overflow:hidden"><p style="position:absolute">NATO</p></div>',
    1,
  ],
  [
    'slides to the left of their window',
    '<div style="overflow:hidden;height:50px"><p style="margin-left:-5000px;width:99px">NATO</p></div>',
    1,
  ],
  ['what is drawn only when scrolled to', '<div style="height:3000px"></div><div style="content-visibility:auto"><p>NATO</p></div>', 1],
  ['small print', '<p style="font-size:1px">NATO</p>', 1],
])('reads %s', async (_, html, count) => {
  expect(await read(html)).toHaveLength(count);
});

it('reads what is unfolded or fades in', async () => {
  expect(
    await read(
      '<p id="fold" style="height:0;overflow:hidden">Mark Rutte</p><p id="fade" style="opacity:0;transition:opacity 50ms">NATO</p>',
    ),
  ).toEqual([]);
  (document.getElementById('fold') as HTMLElement).style.height = 'auto';
  document.body.dispatchEvent(new MouseEvent('click', { bubbles: true }));
  await eventually(() => expect(words()).toEqual(['Mark Rutte']));
  (document.getElementById('fade') as HTMLElement).style.opacity = '1';
  await eventually(() => expect(words()).toEqual(['Mark Rutte', 'NATO']));
});

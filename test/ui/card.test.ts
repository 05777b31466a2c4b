// @vitest-environment happy-dom
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SubjectView } from '@/core/model/view';
import type { CardState } from '@/ui/card/card-state';
import { type MountedCard, mountCard } from '@/ui/card/mount';
import { CLAIMS, claim, EMPTY_PLACE, MEETING, RELATED, RIGHT_TO_LEFT, RUTTE, SPIEGEL, VARIED } from '../gallery/fixtures';

let container: HTMLElement;
let card: MountedCard;
const onClose = vi.fn();

beforeEach(() => {
  container = document.body.appendChild(document.createElement('div'));
  card = mountCard(container, { onClose });
  onClose.mockClear();
});
afterEach(() => {
  card.destroy();
  container.remove();
});

const show = (view: SubjectView, part: Partial<Extract<CardState, { kind: 'ready' }>> = {}) =>
  card.render({ kind: 'ready', view, surface: 'Rutte', reason: 'named-in-full', ...part });
/** As it is read: what keeps two words on one line is no other word. */
const read = (node: Element) => node.textContent.replaceAll('\u00a0', ' ');
const texts = (selector: string) => [...container.querySelectorAll(selector)].map(read);
const text = (selector: string) => texts(selector)[0] ?? null;

describe('the card', () => {
  it('is a dialog named by its subject, with a button that closes it', () => {
    show(RUTTE);
    const dialog = container.querySelector('[role=dialog]');
    const name = dialog?.getAttribute('aria-labelledby') ?? '';
    expect(dialog?.querySelector(`#${name}`)?.textContent).toBe('Mark Rutte');
    container.querySelector<HTMLElement>('button[aria-label=Close]')?.click();
    expect(onClose).toHaveBeenCalledOnce();
  });

  it('says the office with its dates and up to when the pack vouches for it', () => {
    show(RUTTE);
    expect(text('.office')).toMatch(/^Secretary General of NATO, since .*2024 \(as of .*2025\)$/);
    show({ ...RUTTE, offices: [{ title: 'Prime Minister', of: null, from: '2010', to: '2024', asOf: '2025' }] });
    expect(text('.office')).toBe('Prime Minister, 2010 to 2024');
  });

  it('counts over all claims, and says when it lists fewer', () => {
    show(RUTTE);
    expect(text('.tally')).toBe(`14 claims5 outletsnewest ${CLAIMS.length}`);
    show({ ...RUTTE, claims: CLAIMS.slice(0, 1), totals: { claims: 1, outlets: 1 } });
    expect(text('.tally')).toBe('1 claim1 outlet');
  });

  it('counts what is new, before all, and marks it', () => {
    const [first, ...others] = RUTTE.claims;
    if (!first) throw new Error('no claim');
    show({ ...RUTTE, news: { count: 2, since: '2025-12-20' }, claims: [{ ...first, isNew: true }, ...others] });
    expect(text('.tally')).toMatch(/^2 new since Dec 20, 202514 claims5 outlets/);
    expect(texts('.says').map((words) => words.startsWith('new '))).toEqual([true, ...others.map(() => false)]);
    show(RUTTE);
    expect(texts('.new')).toEqual([]);
  });

  it('says on an event’s card who leans on whom', () => {
    const origins = RELATED.claims[0]?.origins;
    if (!origins) throw new Error('no origins');
    show({ ...MEETING, origins });
    expect(text('.origins summary')).toMatch(/^2 outlets · 1 origin · first leaked calls/);
    expect(texts('.leans')).toHaveLength(2);
  });

  it('dates each claim by a named clock, or says that there is no date', () => {
    show(RUTTE);
    expect(texts('.when small')).toEqual(['said', 'event', 'reported', 'event', 'reported']);
    expect(texts('.when').at(-1)).toBe('no date');
    expect(container.querySelectorAll('.claim .glyph-hollow')).toHaveLength(1);
    expect(container.querySelector('time')?.getAttribute('datetime')).toBe('2024-10-01');
  });

  it('shows the further clocks by name, and what a date rests on', () => {
    show({ ...RUTTE, claims: VARIED });
    const lines = texts('.fine');
    expect(lines[0]).toMatch(/^published .*2025 · modified .*2025 · Open the source$/);
    expect(lines[1]).toContain('date from the address');
    expect(lines[3]).toContain('date set by you');
  });

  it('names speaker, outlet and what the outlet leaned on', () => {
    show(RUTTE);
    expect(texts('.who')).toEqual([
      'Emmanuel Macron · no outlet named',
      'Steve Witkoff in Fox News',
      'PBS News',
      'Mark Rutte in ABC News',
      'CNN',
      'Der Spiegel',
    ]);
    expect(texts('.via')).toEqual(['carried Reuters', 'from transcripts', 'from leaked calls']);
    show({ ...RUTTE, claims: [claim({ text: 'x' })] });
    expect(text('.who')).toBe('nobody named');
  });

  it('says once what holds for every claim, and with each what does not', () => {
    show(RUTTE);
    expect(text('.shared')).toBe('All second-hand · read in “An unsigned overview of the Macron–Rutte call”, undated');
    expect(texts('.fine').join()).not.toContain('second-hand');
    show({ ...RUTTE, claims: VARIED });
    expect(text('.shared')).toBeNull();
    expect(texts('.fine')[1]).toContain('unconfirmed');
  });

  it('strikes a withdrawn claim out and says so, even where all are withdrawn', () => {
    const withdrawn = VARIED.filter((one) => one.status === 'withdrawn');
    show({ ...RUTTE, claims: [...withdrawn, claim({ text: 'another', status: 'withdrawn' })] });
    expect(container.querySelectorAll('s')).toHaveLength(2);
    for (const line of texts('.fine')) expect(line).toContain('withdrawn');
  });

  it('shows every account of an event’s date side by side', () => {
    show(MEETING);
    expect(texts('.accounts li')).toHaveLength(2);
    expect(texts('.accounts li')[1]).toMatch(/2025 according to CNN transcripts/);
    expect(container.textContent).toContain('With Emmanuel Macron, Donald Trump');
    expect(container.textContent).toContain('Place: White House');
    show({ ...MEETING, dates: [] });
    expect(container.textContent).toContain('Date not known');
  });

  it('tells an outlet’s country, languages and family', () => {
    show(SPIEGEL);
    expect(text('.office')).toBe('News outlet · Germany · German, English · published by SPIEGEL-Verlag');
  });

  it('says that nothing is known rather than show an empty list', () => {
    show(EMPTY_PLACE);
    expect(text('.nothing')).toBe('No claims about it in your packs yet.');
    expect(container.querySelector('.claims, .tally')).toBeNull();
  });

  it.each([
    ['full-name', 'the name in full'],
    ['title-and-surname', 'title and surname'],
    ['named-in-full', 'named in full in this article'],
    ['only-bearer', 'a name that nobody else in your packs bears'],
  ] as const)('says why it matched: %s', (reason, words) => {
    show(RUTTE, { reason });
    expect(texts('.foot p')).toEqual([`Matched “Rutte”: ${words}`, 'From World and Ukraine security guarantees, 2025']);
  });

  it('shows the word on the page while it waits, and a sentence when it fails', () => {
    card.render({ kind: 'loading', surface: 'Rutte', subjectKind: 'person' });
    expect(text('h2')).toBe('Rutte');
    expect(container.querySelector('[role=dialog]')?.getAttribute('aria-busy')).toBe('true');
    card.render({ kind: 'failed', message: 'Reload this page.' });
    expect(text('[role=alert]')).toBe('Reload this page.');
    card.render(null);
    expect(container.childElementCount).toBe(0);
  });
});

describe('foreign strings', () => {
  const HOSTILE = '<img src=x onerror=alert(1)>';

  it('stay text', () => {
    show({
      ...RUTTE,
      name: HOSTILE,
      description: HOSTILE,
      claims: [claim({ text: HOSTILE, quote: HOSTILE, outlet: { id: null, name: HOSTILE } })],
    });
    expect(container.querySelector('img')).toBeNull();
    expect(text('h2')).toBe(HOSTILE);
  });

  it('are isolated wherever they come from', () => {
    const mark = '\u05d0';
    const name = { id: 'x:y', name: mark };
    show(
      {
        ...MEETING,
        name: mark,
        description: mark,
        offices: [{ title: mark, of: null, asOf: '2025' }],
        outlet: { country: 'IL', languages: ['he'], family: mark, agency: true },
        dates: [{ edtf: '2025', according: mark, sources: ['a'] }],
        place: { ...name, kind: 'place' },
        participants: [{ ...name, kind: 'person' }],
        claims: [
          claim({
            text: mark,
            quote: mark,
            speaker: name,
            outlet: name,
            via: [name, { id: null, name: mark }],
            readIn: { title: mark, outlet: name, published: null, url: null },
          }),
        ],
        packs: [{ id: 'x', title: mark, revision: 1 }],
      },
      { surface: mark },
    );
    const walker = document.createTreeWalker(container, NodeFilter.SHOW_TEXT);
    let seen = 0;
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      if (!node.textContent?.includes(mark)) continue;
      seen += 1;
      expect(node.parentElement?.closest('bdi')?.getAttribute('dir'), node.parentElement?.className).toBe('auto');
    }
    expect(seen).toBe(17);
  });

  it('cannot turn the text around', () => {
    show(RIGHT_TO_LEFT);
    expect(container.textContent).not.toMatch(/[\u202d\u202e]/);
    expect(container.textContent).toContain('\ufffdoverride');
  });

  it('cannot do so in a label or in place of a date either', () => {
    const outlet = { id: null, name: '\u202eevil' };
    show({
      ...RUTTE,
      claims: [claim({ text: 'x', outlet, link: 'https://example.org/', clocks: { said: { edtf: '\u202e1', basis: 'text' } } })],
    });
    expect(container.querySelector('a')?.getAttribute('aria-label')).toBe('Open the source: \u2068\ufffdevil\u2069');
    expect(text('.when .date')).toBe('\ufffd1');
    card.render({ kind: 'failed', message: 'No \u202e' });
    expect(text('[role=alert] bdi')).toBe('No \ufffd');
  });

  it.each([
    'javascript:alert(1)',
    'data:text/html,x',
    'file:///etc/passwd',
    'blob:https://example.org/1',
    ' java\nscript:alert(1)',
    'no address',
  ])('link nowhere but to http(s): %s', (url) => {
    show({ ...RUTTE, claims: [claim({ text: 'x', link: url, readIn: { title: 't', outlet: null, published: null, url } })] });
    expect(container.querySelector('a')).toBeNull();
  });

  it('link out in a new tab that knows nothing of the page', () => {
    show({ ...RUTTE, claims: VARIED });
    const links = [...container.querySelectorAll('a')];
    expect(links.map((a) => a.getAttribute('href'))).toEqual([
      'https://example.org/a#:~:text=concrete%20progress',
      'https://example.org/sample',
    ]);
    for (const a of links) expect([a.target, a.rel]).toEqual(['_blank', 'noopener noreferrer']);
  });
});

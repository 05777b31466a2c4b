/** From a document to the claims of its page, with the mentions at their places in the page's nodes. */
import { parseHTML } from 'linkedom';
import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/core/attribution/page-claims';
import { readStory } from '@/core/attribution/story';
import { LONGEST_CLAIM } from '@/core/model/page-claim';
import { finish } from '@/core/text/steps';
import { pageInSteps } from '@/page/claims/read-page';
import type { TextBlock } from '@/page/text-map';

const FILLER =
  '<p>The harbour was quiet in the morning, and the ferries left on time for the islands, as they had done all week long.</p>'.repeat(3);

/** A page, and blocks as the reader has them: one for each paragraph, with a mention wherever one of these names stands. */
function page(body: string, names: Readonly<Record<string, string>> = {}) {
  const html = `<html lang="en"><head><title>A report on the bridge</title><meta property="article:published_time" content="2025-03-06T10:00:00Z"></head><body><article><h1>A report on the bridge</h1>${body}${FILLER}</article></body></html>`;
  const { document } = parseHTML(html);
  const blocks = [...document.querySelectorAll('p')].map((container): TextBlock => {
    const nodes: Text[] = [];
    const collect = (node: Node): void => {
      if (node.nodeType === 3) nodes.push(node as Text);
      for (const child of node.childNodes) collect(child);
    };
    collect(container);
    const starts: number[] = [];
    let text = '';
    for (const node of nodes) {
      starts.push(text.length);
      text += node.data;
    }
    const mentions = Object.entries(names).flatMap(([name, subject]) =>
      [...text.matchAll(new RegExp(name, 'g'))].map((m) => ({
        start: m.index,
        end: m.index + m[0].length,
        subject,
        kind: subject.startsWith('outlet') ? ('outlet' as const) : ('person' as const),
        surface: m[0],
        reason: 'full-name' as const,
      })),
    );
    return {
      container,
      text,
      anchor: container,
      places: { nodes, starts },
      version: 0,
      matches: [],
      undecided: [],
      mentions: mentions.sort((a, b) => a.start - b.start),
    };
  });
  const window = { document, location: new URL('https://www.daily.test/a/bridge?utm_source=x') } as unknown as Window;
  return finish(pageInSteps(window, blocks, [], Date.parse('2025-03-07T00:00:00Z')));
}

describe('the claims of a page', () => {
  it('link to the reader’s mentions through markup, folded space and soft hyphens', () => {
    const read = page('<p><b>Mayor</b>\n  <i>Ann</i>&nbsp;Ace&shy;man said on Monday that the\n bridge would open in May 2025.</p>', {
      'Ann\\sAce\\u00adman': 'p:ann',
    });
    expect(read?.mentions.map(({ surface, subject }) => [surface.replace(/\s/, ' '), subject])).toEqual([['Ann Aceman', 'p:ann']]);
    const [{ claim, span } = {}] = read ? claimsOf(read) : [];
    expect(claim).toMatchObject({
      text: 'Mayor Ann Aceman said on Monday that the bridge would open in May 2025.',
      speaker: 'p:ann',
      outlet: null,
      clocks: { said: { edtf: '2025-03-03', basis: 'relative' }, event: { edtf: '2025-05' } },
      hedged: false,
    });
    expect(read?.main.text.slice(span?.start, span?.end)).toBe(claim?.text);
    expect(read?.article).toMatchObject({ url: 'https://www.daily.test/a/bridge', title: 'A report on the bridge' });
  });

  it('carry the words around them, from their own paragraph only', () => {
    const read = page(
      '<p>Nobody was hurt. Ann Ace said the bridge was safe. Work goes on all the same, the builders being paid by the day.</p>',
      { 'Ann Ace': 'p:ann' },
    );
    const [{ claim } = {}] = read ? claimsOf(read) : [];
    expect(claim?.evidence).toEqual({
      exact: 'Ann Ace said the bridge was safe.',
      prefix: 'Nobody was hurt. ',
      suffix: ' Work goes on all the same, the ',
    });
  });

  it('end at a word where a speech goes on and on', () => {
    const speech = `${'and the bridge was safe, as it had always been, '.repeat(40)}and that was all`;
    const read = page(`<p>Ann Ace said: “The river was high ${speech}.”</p>`, { 'Ann Ace': 'p:ann' });
    const [{ claim } = {}] = read ? claimsOf(read) : [];
    expect(claim?.text.length).toBeGreaterThan(LONGEST_CLAIM - 40);
    expect(claim?.text.length).toBeLessThanOrEqual(LONGEST_CLAIM);
    expect(claim?.text).toMatch(/\w$|,$/);
  });

  it('are none where the page holds no story, or only thoughts and intentions', () => {
    expect(
      finish(
        pageInSteps(
          {
            document: parseHTML('<html><body><p>Log in</p></body></html>').document,
            location: new URL('https://a.test/x'),
          } as unknown as Window,
          [],
          [],
          0,
        ),
      ),
    ).toBeNull();
    const read = page('<p>Ann Ace hopes that the bridge will open soon. Ann Ace declined to say when it would.</p>', {
      'Ann Ace': 'p:ann',
    });
    expect(read && claimsOf(read)).toEqual([]);
  });

  it('are one where an outlet hands a speaker’s words on', () => {
    const names = { 'Ann Ace': 'p:ann', 'The Daily': 'outlet:daily' };
    const told = page('<p>The Daily reported on Tuesday that Ann Ace said the bridge was safe.</p>', names);
    expect(told && claimsOf(told).map(({ claim: { speaker, outlet } }) => [speaker, outlet])).toEqual([['p:ann', 'outlet:daily']]);
    const others = page('<p>The Daily reported on Tuesday that ten builders said the bridge was safe.</p>', names);
    expect(others && claimsOf(others).map(({ claim: { outlet } }) => outlet)).toEqual(['outlet:daily']);
  });

  it('are those that the same text gives in Node', () => {
    const read = page('<p>“It is safe,” Ann Ace said. The Daily reported on Tuesday that it is not.</p>', {
      'Ann Ace': 'p:ann',
      'The Daily': 'outlet:daily',
    });
    const again =
      read &&
      readStory(read.main.text, {
        lang: 'en',
        published: read.article.published?.value ?? null,
        mentions: read.mentions,
        speaking: read.mentions,
        events: [],
      });
    expect(read?.story.claims).toEqual(again?.claims);
    expect(read && claimsOf(read)).toHaveLength(2);
  });
});

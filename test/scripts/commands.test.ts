/** annotate and related as programs: the contract of their lines. */
import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const ROOT = fileURLToPath(new URL('../../', import.meta.url));
const TIMEOUT = 60_000;

function run(script: string, args: readonly string[], input: string) {
  const done = spawnSync(process.execPath, ['--import', './scripts/node-loader.mjs', `scripts/${script}.ts`, ...args], {
    cwd: ROOT,
    input,
    encoding: 'utf8',
    timeout: TIMEOUT,
  });
  return {
    status: done.status,
    stderr: done.stderr,
    answers: done.stdout
      .split('\n')
      .filter(Boolean)
      .map((line) => JSON.parse(line)),
  };
}

const lines = (...requests: unknown[]) => requests.map((r) => (typeof r === 'string' ? r : JSON.stringify(r))).join('\n');

describe('annotate', { timeout: TIMEOUT }, () => {
  it('answers each line in order; a bad one is an error and the rest go on', () => {
    const text = 'Łódź 😀\nMark Rutte spoke. ';
    const { status, answers } = run(
      'annotate',
      ['--batch'],
      lines({ id: 1, text }, '{broken', [], { id: 'x' }, { id: 'y', text: 7 }, { id: 'z', html: '' }),
    );
    expect(status).toBe(0);
    expect(answers.map((a) => a.id)).toEqual([1, null, null, 'x', 'y', 'z']);
    expect(answers.map((a) => typeof a.error)).toEqual(['object', 'string', 'string', 'string', 'string', 'object']);
    expect(answers[0].article.text).toBe(text);
    expect(answers[0]).toMatchObject({ dates: [], claims: [] });
  });

  it('tracks the actors of a file instead of the packs; offsets are UTF-16 units', () => {
    const folder = mkdtempSync(join(tmpdir(), 'annotate-'));
    try {
      const file = join(folder, 'actors.json');
      writeFileSync(file, JSON.stringify([{ id: 'ruth', kind: 'person', name: 'Ruth Okello', aliases: [] }]));
      const text = '😀 First line.\nCouncil leader Ruth Okello met Mark Rutte.';
      const { answers } = run('annotate', ['--batch', '--actors', file], lines({ id: 'a', text }));
      expect(answers[0].mentions).toHaveLength(1);
      const [mention] = answers[0].mentions;
      expect(mention).toMatchObject({ actor: 'ruth', name: 'Ruth Okello', surface: 'Ruth Okello' });
      expect(text.slice(mention.start, mention.end)).toBe('Ruth Okello');
      writeFileSync(file, '[]');
      expect(run('annotate', ['--batch', '--actors', file], lines({ id: 'a', text })).answers[0].mentions).toEqual([]);
      writeFileSync(file, '[{"id": 1}]');
      const bad = run('annotate', ['--batch', '--actors', file], lines({ id: 'a', text }));
      expect(bad.status).toBe(1);
      expect(bad.stderr).toContain('actors.json');
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('reads a page; mentions lie in its text, and the request stands in for a missing date', () => {
    const html =
      '<html lang="en"><title>Talks | A Paper</title><body><article><h1>Talks</h1><p>NATO Secretary-General Mark Rutte spoke with reporters for an hour on the quay.</p><p>Nobody else was there to hear what the Secretary-General had to say on that day.</p></article></body></html>';
    const [answer] = run(
      'annotate',
      ['--batch'],
      lines({ id: 'p', html, url: 'https://paper.test/talks', published: '2025-03-03' }),
    ).answers;
    expect(answer.article).toMatchObject({ title: 'Talks', published: '2025-03-03', lang: 'en', publisher: { domain: 'paper.test' } });
    const rutte = answer.mentions.find((m: { name: string }) => m.name === 'Mark Rutte');
    expect(answer.article.text.slice(rutte.start, rutte.end)).toContain('Rutte');
  });

  it('says how it is used', () => {
    const { status, stderr } = run('annotate', [], '');
    expect(status).toBe(1);
    expect(stderr).toContain('--batch');
  });
});

describe('related', { timeout: TIMEOUT }, () => {
  it('answers every article from the store of all requests, never its own publisher', () => {
    const story = (id: string | number, publisher: string, title: string) => ({
      id,
      publisher,
      title,
      text: '',
      published: null,
      lang: 'en',
    });
    const { status, answers } = run(
      'related',
      ['--batch'],
      lines(
        story(1, 'Quay Courier', 'Harbour bridge closes for nine weeks'),
        'nonsense',
        story('b', 'Kaiblatt', 'Nine weeks without the harbour bridge'),
        story('c', 'Quay Courier', 'Harbour bridge: nine weeks of ferries'),
        story('b', 'Kaiblatt', 'Again'),
      ),
    );
    expect(status).toBe(0);
    expect(answers.map((a) => a.id)).toEqual([1, null, 'b', 'c', 'b']);
    expect(answers[0].related).toEqual(['b']);
    expect(answers[2].related).toEqual(expect.arrayContaining([1, 'c']));
    expect(answers[1].error).toBeTypeOf('string');
    expect(answers[4].error).toBeTypeOf('string');
  });
});

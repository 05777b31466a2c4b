/** Publishing a pack's folder: parts first, nothing for nothing, and no revision under a number that is taken. */
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { publishPack } from '../../scripts/publish-pack';
import { claim, packData, person } from '../store/sample-pack';

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sidelight-publish-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const publish = (data: object | string) => {
  writeFileSync(join(folder, 'pack.json'), typeof data === 'string' ? data : JSON.stringify(data));
  return publishPack(join(folder, 'pack.json'), join(folder, 'www'));
};
const parts = () => readdirSync(join(folder, 'www', 'parts')).sort();
const manifest = () => readFileSync(join(folder, 'www', 'pack.json'), 'utf8');
const dossier = (revision: number, text = 'The quay is sound.', id = 'dossier') =>
  packData({ id, revision, actors: [person('ann')], claims: [claim('a', '2025', { text }), claim('a', '2025', { text })] });

it('writes the head and the records as parts, and a manifest of them', async () => {
  const { manifest: written, fresh } = await publish(dossier(1));
  expect(fresh).toBe(2);
  expect(parts()).toEqual(written.parts.map(({ sha256 }) => `${sha256}.jsonl`).sort());
  const text = written.parts.map(({ sha256 }) => readFileSync(join(folder, 'www', 'parts', `${sha256}.jsonl`), 'utf8')).join('');
  // A claim that stands twice, word for word, is one.
  expect(text.split('\n').map((line) => line.slice(0, 16))).toEqual(['{"format":"sidel', '{"type":"actor",', '{"type":"claim",', '']);
  expect(text).toContain('"counts":{"actors":1,"outlets":0,"events":0,"articles":0,"claims":1}');
  expect(JSON.parse(manifest())).toEqual(written);
});

it('writes nothing anew where nothing is new, keeps the parts of the revision before, and lets older ones go', async () => {
  await publish(dossier(1));
  const first = parts();
  expect((await publish(dossier(1))).fresh).toBe(0);
  await publish(dossier(2, 'The quay is not sound.'));
  expect(first.every((name) => parts().includes(name))).toBe(true);
  await publish(dossier(3, 'Nobody knows.'));
  expect(first.some((name) => parts().includes(name))).toBe(false);
  expect(parts()).toHaveLength(4);
});

it('refuses a taken number, another pack and a broken one, and leaves what is there', async () => {
  await publish(dossier(2));
  const before = [manifest(), ...parts()];
  await expect(publish(dossier(2, 'Other words.'))).rejects.toThrow('holds revision 2: give the pack’s new content a higher number');
  await expect(publish(dossier(1))).rejects.toThrow('holds revision 2');
  await expect(publish(dossier(3, 'x', 'quay'))).rejects.toThrow('holds the pack "dossier", not "quay"');
  await expect(publish('{"format":1}')).rejects.toThrow('pack.json, format: expected "sidelight-pack", found 1');
  expect([manifest(), ...parts()]).toEqual(before);
});

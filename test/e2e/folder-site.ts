/** A pack's folder for the proxy to serve, as a static host would: with marks, and nothing else. */
import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Answer } from '../../scripts/drive/proxy';
import { folderOf } from '../../src/core/pack/folder';

export interface PublishedClaim {
  readonly id: string;
  readonly text: string;
}

const HEAD = {
  format: 'sidelight-pack',
  version: 1,
  title: 'The harbour dispute',
  licence: 'CC0-1.0',
  sources: { minutes: { title: 'Minutes of the harbour board' } },
};

/** The lines of a pack with one actor and these claims about her. */
export async function* packLines(id: string, revision: number, claims: readonly PublishedClaim[]): AsyncGenerator<string> {
  const sources = ['minutes'];
  const line = (record: object) => `${JSON.stringify(record)}\n`;
  yield line({ ...HEAD, id, revision });
  yield line({ type: 'actor', id: 'ada-holm', kind: 'person', name: 'Ada Holm', sources });
  for (const { id, text } of claims) {
    const clocks = { said: { edtf: '2025-03-03', basis: 'record' } };
    yield line({ type: 'claim', id, text, speaker: 'ada-holm', outlet: null, clocks, actors: ['ada-holm'], status: 'curated', sources });
  }
}

/** The folder's files by path. */
export async function filesOf(lines: AsyncIterable<string>): Promise<ReadonlyMap<string, Uint8Array>> {
  const files = new Map<string, Uint8Array>();
  for await (const { path, bytes } of folderOf(lines)) files.set(path, bytes);
  return files;
}

/** Answers as a static host does: 304 for who has the content already. */
export function answerFrom(files: ReadonlyMap<string, Uint8Array>, path: string, request: IncomingMessage): Answer | null {
  const body = files.get(path);
  if (!body) return null;
  const etag = `"${createHash('sha256').update(body).digest('hex').slice(0, 16)}"`;
  if (request.headers['if-none-match'] === etag) return { status: 304, headers: { etag }, body: '' };
  return { headers: { 'content-type': 'application/json', etag }, body };
}

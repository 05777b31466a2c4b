/** Debian's nginx for one test: the block of docs/newsroom.md as it stands there, with the test's own name, certificate and folder. */
import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { generate } from 'selfsigned';
import { until } from '../../scripts/drive/driver';

const DOCS = fileURLToPath(new URL('../../docs/newsroom.md', import.meta.url));
const PATH = `${process.env.PATH}:/usr/sbin`;

export interface Served {
  readonly port: number;
  /** Lines `PATH STATUS BYTES` of requests since the last time. */
  asked(): Promise<string[]>;
  stop(): Promise<void>;
}

async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as { port: number };
  await new Promise((done) => server.close(done));
  return port;
}

/** Serves `root` as `host`. Throws with what to install where there is no nginx. */
export async function serveWithNginx(host: string, root: string): Promise<Served> {
  if (spawnSync('nginx', ['-v'], { env: { ...process.env, PATH }, stdio: 'ignore' }).status !== 0)
    throw new Error('No nginx found. This test serves a pack with it: install nginx (Debian, Ubuntu: apt-get install nginx-light).');
  const folder = await mkdtemp(join(tmpdir(), 'sidelight-nginx-'));
  const port = await freePort();
  const { private: key, cert } = await generate([{ name: 'commonName', value: host }], { keySize: 2048, algorithm: 'sha256' });
  await writeFile(join(folder, 'key.pem'), key);
  await writeFile(join(folder, 'certificate.pem'), cert);
  const block = /```nginx\n([\s\S]*?)```/.exec(await readFile(DOCS, 'utf8'))?.[1];
  if (!block) throw new Error('docs/newsroom.md shows no configuration of nginx');
  const server = block
    .replace('listen 443 ssl;', `listen 127.0.0.1:${port} ssl;`)
    .replace('server_name packs.example.org;', `server_name ${host};`)
    .replace('root /srv/packs;', `root ${root};`)
    .replaceAll('/etc/ssl/packs/', `${folder}/`);
  const temporary = ['client_body', 'proxy', 'fastcgi', 'uwsgi', 'scgi'].map((name) => `${name}_temp_path ${folder}/${name};`).join('\n');
  // As root the workers become nobody, who may not look into a temporary folder.
  const user = process.getuid?.() === 0 ? 'user root;' : '';
  await writeFile(
    join(folder, 'nginx.conf'),
    `daemon off; pid ${folder}/pid; error_log ${folder}/error.log; ${user}
     events {}
     http { ${temporary} log_format short '$uri $status $body_bytes_sent'; access_log ${folder}/access.log short; ${server} }`,
  );
  const nginx: ChildProcess = spawn('nginx', ['-c', join(folder, 'nginx.conf'), '-e', join(folder, 'error.log')], {
    env: { ...process.env, PATH },
    stdio: 'inherit',
  });
  const log = () => readFile(join(folder, 'access.log'), 'utf8').catch(() => '');
  await until('nginx to start', async () => {
    if (nginx.exitCode !== null) throw new Error(await readFile(join(folder, 'error.log'), 'utf8'));
    return (await readFile(join(folder, 'pid'), 'utf8').catch(() => '')) !== '';
  });
  let seen = 0;
  return {
    port,
    async asked() {
      const lines = (await log()).split('\n').filter(Boolean);
      const recent = lines.slice(seen);
      seen = lines.length;
      return recent;
    },
    async stop() {
      nginx.kill('SIGQUIT');
      if (nginx.exitCode === null) await new Promise((done) => nginx.once('exit', done));
      await rm(folder, { recursive: true });
    },
  };
}

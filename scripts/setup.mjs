/**
 * All set-up, run by `npm start` and `npm test` before anything else. Plain JavaScript for the Node that the machine
 * has (20 or newer): packages from the lock file (Node 24 among them), and the browsers that are to be driven.
 * Usage: node scripts/setup.mjs [chromium] [firefox] [any] [nginx]   (the browsers that are needed; `any`: one of them; and the
 * web server of docs/newsroom.md)
 */
import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('..', import.meta.url));
/** Holds the hash of the lock file that was installed, so that a second run costs nothing. */
const STAMP = `${root}node_modules/.sidelight-setup`;
const OLDEST_NODE = 20;
/** Debian's names of the browsers, for the one case in which we may install them ourselves. */
const DEBIAN = { chromium: 'chromium', firefox: 'firefox-esr' };

function run(command, args) {
  const { status, error } = spawnSync(command, args, {
    cwd: root,
    stdio: ['ignore', 'inherit', 'inherit'],
    shell: process.platform === 'win32',
  });
  if (error) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(' ')} ended with status ${status}`);
}

function installPackages() {
  const lock = createHash('sha256')
    .update(readFileSync(`${root}package-lock.json`))
    .digest('hex');
  if (existsSync(STAMP) && readFileSync(STAMP, 'utf8') === lock) return;
  console.log('Installing packages (once) …');
  // Warnings about the system's Node do not apply: the scripts run on the Node that the `node` package brings.
  run('npm', ['ci', '--no-audit', '--no-fund', '--loglevel=error']);
  writeFileSync(STAMP, lock);
}

function findBrowsers(needed) {
  // Read from the TypeScript source by the Node that was just installed: one list of places, not two.
  const look = (name) =>
    spawnSync(
      `${root}node_modules/.bin/node`,
      [
        '--input-type=module',
        '-e',
        `import { lookForBrowser } from './scripts/drive/find-browser.ts'; process.exit(lookForBrowser('${name}') ? 0 : 3);`,
      ],
      { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], shell: process.platform === 'win32' },
    ).status === 0;
  const wanted = needed.includes('any') && !Object.keys(DEBIAN).some(look) ? ['chromium'] : needed.filter((name) => name in DEBIAN);
  const missing = wanted.filter((name) => !look(name));
  if (!missing.length) return;
  const packages = missing.map((name) => DEBIAN[name]);
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log(`No ${missing.join(' and no ')} found: installing Debian's ${packages.join(' and ')} …`);
    run('apt-get', ['update', '-qq']);
    run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', ...packages]);
    return;
  }
  throw new Error(
    `No ${missing.join(' and no ')} found. Install ${missing.length > 1 ? 'them' : 'it'} ` +
      `(Debian, Ubuntu: sudo apt-get install ${packages.join(' ')}; elsewhere your usual way) or set CHROMIUM_BIN / FIREFOX_BIN to the path.`,
  );
}

/** A test serves a pack with it. Where it can't be installed here that test says so; the rest needs none. */
function findServer() {
  const found =
    spawnSync('nginx', ['-v'], { env: { ...process.env, PATH: `${process.env.PATH}:/usr/sbin` }, stdio: 'ignore' }).status === 0;
  if (found || process.getuid?.() !== 0 || !existsSync('/usr/bin/apt-get')) return;
  console.log("No nginx found: installing Debian's nginx-light …");
  run('apt-get', ['update', '-qq']);
  run('env', ['DEBIAN_FRONTEND=noninteractive', 'apt-get', 'install', '-y', '-qq', 'nginx-light']);
}

try {
  if (Number(process.versions.node.split('.')[0]) < OLDEST_NODE)
    throw new Error(`Node ${OLDEST_NODE} or newer is needed; this is ${process.version}.`);
  installPackages();
  findBrowsers(process.argv.slice(2));
  if (process.argv.includes('nginx')) findServer();
} catch (error) {
  console.error(`\nSet-up failed: ${error.message}`);
  process.exitCode = 1;
}

/**
 * Compiles the scanner's AssemblyScript (src/core/gazetteer/wasm) and writes it into machine-code.ts, as text, because a content
 * script can load no file of its own without the page's learning of it. Run by hand after a change: `npm run scanner`;
 * test/core/gazetteer/machine.test.ts holds the two together.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const SOURCE = 'src/core/gazetteer/wasm/scan.ts';
export const CODE = `${ROOT}src/core/gazetteer/machine-code.ts`;

/** What machine-code.ts should hold. Throws with the compiler's words where the source is wrong. */
export async function compileScanner(): Promise<string> {
  const made = new Map<string, Uint8Array>();
  const { error, stderr } = await asc.main(
    // No runtime: memory is laid out by hand. Nothing can throw, so nothing is asserted. Shrinking costs no speed that can be measured.
    [
      SOURCE,
      '--baseDir',
      ROOT,
      '--runtime',
      'stub',
      '--importMemory',
      '-O3',
      '--shrinkLevel',
      '1',
      '--converge',
      '--noAssert',
      '--enable',
      'simd',
      '--outFile',
      'scan.wasm',
    ],
    { writeFile: (name, contents) => void made.set(name, contents as Uint8Array) },
  );
  const wasm = made.get('scan.wasm');
  if (error || !wasm) throw new Error(`${error}\n${stderr.toString()}`);
  return `/** The machine code of gazetteer/wasm, in hex, which packs smaller than base64. Made by \`npm run scanner\`; not to be edited. */\nexport const MACHINE_CODE =\n  '${Buffer.from(wasm).toString('hex')}';\n`;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) writeFileSync(CODE, await compileScanner());

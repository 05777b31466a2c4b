/**
 * Compiles the AssemblyScript of src/core/gazetteer/wasm and writes it, as text, into machine-code.ts (the scanner's) and
 * compiler-code.ts (the compiler's, which pages need not have), because a content script can load no file of its own without the page's
 * learning of it. Run by hand after a change: `npm run scanner`; test/core/gazetteer/machine.test.ts holds them together.
 */
import { writeFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import asc from 'assemblyscript/asc';

const ROOT = fileURLToPath(new URL('../..', import.meta.url));
const FOLDER = 'src/core/gazetteer';
/** Modules of wasm/ by the file that they are compiled into, and the name that each has there. */
const FILES: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  'machine-code.ts': { MACHINE_CODE: 'scan' },
  'compiler-code.ts': { COLLECT_CODE: 'collect', PACK_CODE: 'pack' },
};

async function compileModule(name: string): Promise<string> {
  const made = new Map<string, Uint8Array>();
  const { error, stderr } = await asc.main(
    // No runtime: memory is laid out by hand. Nothing can throw, so nothing is asserted. Shrinking costs no speed that can be measured.
    [
      `${FOLDER}/wasm/${name}.ts`,
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
      'out.wasm',
    ],
    { writeFile: (file, contents) => void made.set(file, contents as Uint8Array) },
  );
  const wasm = made.get('out.wasm');
  if (error || !wasm) throw new Error(`${error}\n${stderr.toString()}`);
  return Buffer.from(wasm).toString('hex');
}

/** What the files should hold, by their paths. Throws with the compiler's words where a source is wrong. */
export async function compileMachines(): Promise<ReadonlyMap<string, string>> {
  const files = new Map<string, string>();
  for (const [file, modules] of Object.entries(FILES)) {
    let text =
      '/** The machine code of gazetteer/wasm, in hex, which packs smaller than base64. Made by `npm run scanner`; not to be edited. */\n';
    for (const [name, module] of Object.entries(modules)) text += `export const ${name} =\n  '${await compileModule(module)}';\n`;
    files.set(`${ROOT}${FOLDER}/${file}`, text);
  }
  return files;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) for (const [file, text] of await compileMachines()) writeFileSync(file, text);

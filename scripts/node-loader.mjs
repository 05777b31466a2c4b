/**
 * Lets Node run the project's TypeScript as it stands: `@/x` is `src/x`, and a relative import needs no extension.
 * Use: node --import ./scripts/node-loader.mjs scripts/annotate.ts. Types are stripped by Node itself.
 */
import { existsSync } from 'node:fs';
import { registerHooks } from 'node:module';
import { fileURLToPath, pathToFileURL } from 'node:url';

const SRC = new URL('../src/', import.meta.url);

registerHooks({
  resolve(specifier, context, next) {
    const base = specifier.startsWith('@/')
      ? new URL(specifier.slice(2), SRC)
      : specifier.startsWith('.') && context.parentURL?.startsWith('file:') && !context.parentURL.includes('/node_modules/')
        ? new URL(specifier, context.parentURL)
        : null;
    if (base) {
      const path = fileURLToPath(base);
      for (const candidate of [path, `${path}.ts`, `${path}/index.ts`]) {
        if (/\.\w+$/.test(candidate) && existsSync(candidate)) return next(pathToFileURL(candidate).href, context);
      }
    }
    return next(specifier, context);
  },
});

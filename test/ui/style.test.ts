/** Rules of the styles that no screenshot shows. */
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';

const UI = join(import.meta.dirname, '..', '..', 'src', 'ui');

/** A stylesheet with its imports in place, as the build puts it together. */
function sheet(path: string): string {
  return readFileSync(path, 'utf8').replace(/@import ["']([^"']+)["'];/g, (_, to: string) => sheet(join(path, '..', to)));
}

describe('styles', () => {
  it('of the card name no font that a page could redefine', () => {
    const css = sheet(join(UI, 'card', 'shadow.css')).replace(/\/\*[\s\S]*?\*\//g, '');
    const stacks = [...css.matchAll(/--(?:sans|serif):\s*([^;]+);/g)].map((m) => m[1]);
    expect(stacks).toEqual(['system-ui, sans-serif', 'serif']);
    const fonts = [...css.matchAll(/\bfont(?:-family)?:\s*([^;]+);/g)].map((m) => m[1] ?? '');
    expect(fonts.length).toBeGreaterThan(3);
    for (const font of fonts) expect(font).toMatch(/var\(--(?:sans|serif)\)$/);
  });

  it('of the card fetch nothing and set the direction, which `all` does not', () => {
    const css = sheet(join(UI, 'card', 'shadow.css'));
    expect(css).not.toMatch(/url\(|@font-face|image-set/);
    expect(css).toMatch(/\.card \{[^}]*direction: ltr/);
    expect(css).not.toMatch(/\d(?:rem|vmin|vmax)\b/);
  });

  it('take every colour from the theme', () => {
    const files = readdirSync(UI, { recursive: true, encoding: 'utf8' }).filter((name) => name.endsWith('.css') && name !== 'theme.css');
    expect(files.length).toBeGreaterThan(4);
    for (const name of files) {
      const css = readFileSync(join(UI, name), 'utf8').replace(/box-shadow:[^;]+;/g, '');
      expect(css, name).not.toMatch(/#[0-9a-f]{3,8}\b|rgb\(|hsl\(/i);
    }
  });
});

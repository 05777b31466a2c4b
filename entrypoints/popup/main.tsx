/** The popup: loads what asks how things are once the first frame (entrypoints/opening.ts) is in sight. Nothing else. */
import { takeKnown } from '@/own-pages/early';

async function open(root: HTMLElement): Promise<void> {
  // Built, this script comes after that frame anyway; served while developing, it may come before.
  const shown = await takeKnown(globalThis);
  const { openPopup } = await import('./session');
  openPopup(root, shown);
}

void open(document.getElementById('popup') as HTMLElement);

/** The popup's first frame: draws the page as it is known from before, then loads what asks how things are now. Nothing else. */
import { takeKnown } from '@/own-pages/early';
import { drawKnown, type Pressed } from '@/ui/popup/draw';
import { knownPage } from '@/ui/popup/known';

async function open(root: HTMLElement): Promise<void> {
  const known = await takeKnown(globalThis);
  // Browsers show a popup once its page is loaded: what comes after this frame holds up nothing.
  const pressed: Pressed = [];
  if (known) await drawKnown(root, knownPage(known), pressed);
  const { openPopup } = await import('./session');
  openPopup(root, known, pressed);
}

void open(document.getElementById('popup') as HTMLElement);

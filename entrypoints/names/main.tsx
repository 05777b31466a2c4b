/** The page of corrections and tracked names: connects its session with the browser and the drawing. Nothing else. */
import { render } from 'preact';
import { createAsk } from '@/messaging/client';
import { startNames } from '@/own-pages/names';
import { platform } from '@/platform/browser';
import { downloadText } from '@/platform/download';
import { Names } from '@/ui/names/names';

const root = document.getElementById('names') as HTMLElement;

startNames({
  ask: createAsk(platform.messages),
  selected: decodeURIComponent(location.hash.slice(1)),
  draw: (state, on) => render(<Names state={state} on={on} />, root),
  download: downloadText,
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});

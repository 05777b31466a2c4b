/** The page Sources: connects its session with the browser and the drawing. Nothing else. */
import { render } from 'preact';
import { createAsk } from '@/messaging/client';
import { startSources } from '@/own-pages/sources';
import { platform } from '@/platform/browser';
import { Sources } from '@/ui/sources/sources';

const { messages, permissions } = platform;
const root = document.getElementById('sources') as HTMLElement;

startSources({
  found: location.hash,
  ask: createAsk(messages),
  request: permissions.request,
  draw: (state, on) => render(<Sources state={state} on={on} />, root),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});

/** The capture form: connects its session with the browser and the drawing. Nothing else. */
import { render } from 'preact';
import { createAskClaims } from '@/messaging/client';
import { startCapture } from '@/own-pages/capture';
import { platform } from '@/platform/browser';
import { CaptureForm } from '@/ui/capture/capture';

const root = document.getElementById('capture') as HTMLElement;
const query = new URLSearchParams(location.search);
const tabId = Number(query.get('tab'));

startCapture({
  isPrivate: query.has('private'),
  ask: (call, input) => createAskClaims(platform.tabs)(tabId, call, input),
  draw: (state, on) => render(<CaptureForm state={state} on={on} />, root),
  close: () => window.close(),
});

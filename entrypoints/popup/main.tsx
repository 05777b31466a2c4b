/** The popup: connects its session with the browser and the drawing. Nothing else. */
import { render } from 'preact';
import { createAsk, createAskPage } from '@/messaging/client';
import { startPopup } from '@/own-pages/popup';
import { platform } from '@/platform/browser';
import { normalHost, originPattern } from '@/platform/hosts';
import { Popup } from '@/ui/popup/popup';

const { messages, tabs, permissions } = platform;
const root = document.getElementById('popup') as HTMLElement;

startPopup({
  ask: createAsk(messages),
  askPage: createAskPage(tabs),
  currentTab: tabs.active,
  reloadTab: tabs.reload,
  requestSite: (host) => permissions.request([originPattern(normalHost(host) ?? host)]),
  draw: (state, on) => render(<Popup state={state} on={on} />, root),
  wait: (ms) => new Promise((done) => setTimeout(done, ms)),
});

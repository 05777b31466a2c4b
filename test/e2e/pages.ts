/** The pages of the e2e tests, written for the project, by host and path. They restate facts of the dossier only. */

const page = (head: string, body: string) => `<!doctype html><html lang="en"><head><meta charset="utf-8">${head}
<style>body{font:18px/1.6 Georgia,serif;max-width:42em;margin:0 auto;padding:24px}nav{font-size:14px}</style></head><body>${body}</body></html>`;

const ARTICLE_HEAD = `<title>Guarantees for Ukraine: what the coalition has said | Reuters</title>
<meta property="og:site_name" content="Reuters">
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Guarantees for Ukraine: what the coalition has said","datePublished":"2025-12-24T20:00:00+01:00","publisher":{"@type":"Organization","name":"Reuters"}}</script>`;

/** A name split in every way that real pages split names. */
const SPLIT = `<p id="split">The call was held by <a href="#">Emmanuel</a> <b>Macron</b> and Mark&nbsp;Rutte. Later Ma&shy;cron said more,
and Rutte’s office agreed. The <i>European</i>
<em>Union</em> was told; the EU did not comment.</p>`;

const ARTICLE = page(
  ARTICLE_HEAD,
  `<nav><a href="/ukraine">Ukraine</a> <a href="/nato">NATO</a></nav>
<article><h1>Guarantees for Ukraine: what the coalition has said</h1>
${SPLIT}
<p id="second">In London, Keir Starmer received Volodymyr Zelensky. The Coalition of the Willing met there; Rutte took part.</p>
<p>Those who us this word in lower case, or speak of transatlantic ties, name nobody. They were in a paris-green room.</p>
<p hidden>Donald Trump is hidden here.</p>
<p>Your note: <input value="Donald Trump"> <span contenteditable="true">Donald Trump</span></p>
<script>/* Donald Trump */</script>
<div id="live"></div>
</article>`,
);

/** A single-page application: a button replaces the story and the address, and entries can be added. */
const APP = page(
  '<title>First story | Reuters</title>',
  `<main id="story"><h1>First story</h1><p>Emmanuel Macron spoke first. Then Macron left.</p></main>
<script>
function go() {
  history.pushState({}, '', '/app/second');
  document.title = 'Second story | Reuters';
  document.getElementById('story').innerHTML = '<h1>Second story</h1><p>Mark Rutte came to Brussels. Nobody named Macron in full here.</p>';
}
function add(text) {
  const p = document.createElement('p');
  p.textContent = text;
  document.getElementById('story').append(p);
}
</script>`,
);

/** A report with claims of every kind, its sentences split over elements; a button leads on to another without loading a page. */
const REPORT = page(
  `<title>Allies weigh guarantees | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"Allies weigh guarantees","datePublished":"2025-12-24T20:00:00+01:00"}</script>`,
  `<article id="story"><h1>Allies weigh guarantees</h1>
<p id="lead">Leaders of the coalition spent the week before the holidays on the question of what a guarantee would be worth once the guns fall silent.</p>
<p id="macron">French President Emmanuel <b>Macron</b> said on <i>Monday</i> that the guarantees would be ready before the spring.</p>
<p id="rutte">NATO Secretary General Mark Rutte told reporters in Brussels that the alliance would not be found wanting.</p>
<p id="pbs">PBS News, citing Reuters, reported on September 4, 2025 that 26 nations had promised to take part once the war is over.</p>
<p>Whether that will be enough, nobody in the halls of the meeting would say, and the communique keeps to the language of the last one.</p>
</article>
<script>
function go() {
  history.pushState({}, '', '/world/report/next');
  document.title = 'Next | Reuters';
  document.getElementById('story').innerHTML = '<h1>A quieter day</h1>' +
    '<p>There was little of note in the capitals, and most of those who had come for the talks went home by the evening train again.</p>' +
    '<p>In London, Prime Minister Keir Starmer said that the coalition would meet again in January, with more of its members at the table.</p>' +
    '<p>The rest of the programme was left to the officials, who have until the end of the month to write down what was agreed there.</p>';
}
</script>`,
);

/** A story with a figure and a meeting of which the dossier has other accounts. */
const FIGURES = page(
  `<title>What the coalition counts | Reuters</title>
<script type="application/ld+json">{"@context":"https://schema.org","@type":"NewsArticle","headline":"What the coalition counts","datePublished":"2025-12-28T09:00:00+01:00"}</script>`,
  `<article><h1>What the coalition counts</h1>
<p>The Coalition of the Willing, by now over 26 countries, wants guarantees that hold once the guns fall silent along the front.</p>
<p>Emmanuel Macron and Donald Trump met early in the year, and both sides have come back to that conversation again and again since then.</p>
<p>Emmanuel Macron said on Friday that the coming weeks would show how much the promises of the autumn are worth to those who rely on them.</p>
<p>Officials who work on the papers expect that the lawyers will need most of the winter before there is a text that all can sign.</p>
</article>`,
);

/** A page that counts what happens to it: mutations from the first script on, messages, layout shifts. */
const WATCHED = page(
  `<title>Watched</title><script>
window.seen = { mutations: [], messages: 0, shifts: 0 };
const watcher = new MutationObserver((records) => {
  for (const r of records) {
    for (const n of r.addedNodes) window.seen.mutations.push('added ' + n.nodeName + ' to ' + r.target.nodeName);
    for (const n of r.removedNodes) window.seen.mutations.push('removed ' + n.nodeName);
    if (r.type !== 'childList') window.seen.mutations.push(r.type + ' on ' + r.target.nodeName);
  }
});
// From here on the parser adds nothing any more, and no content script has run yet.
addEventListener('DOMContentLoaded', () => watcher.observe(document, { subtree: true, childList: true, characterData: true, attributes: true }), true);
addEventListener('message', () => { window.seen.messages += 1; });
try { new PerformanceObserver((list) => { for (const e of list.getEntries()) window.seen.shifts += e.value; }).observe({ type: 'layout-shift', buffered: true }); } catch {}
</script>`,
  `<article><h1>Watched</h1>${Array.from({ length: 40 }, (_, i) => `<p>Paragraph ${i}: Mark Rutte met Emmanuel Macron in Paris.</p>`).join('\n')}</article>`,
);

export const PAGES: Readonly<Record<string, string>> = {
  'www.reuters.com/world/guarantees': ARTICLE,
  'www.reuters.com/app': APP,
  'www.reuters.com/app/second': APP,
  'www.reuters.com/world/report': REPORT,
  'www.reuters.com/world/figures': FIGURES,
  'www.reuters.com/watched': WATCHED,
  'www.reuters.com/nothing': page(
    '<title>Garden | Reuters</title>',
    '<article><h1>Garden</h1><p>Roses want sun and a little water.</p></article>',
  ),
  'blog.village-green.org/post': page(
    '<title>A post</title>',
    '<article><h1>A post</h1><p>Mark Rutte visited the village green.</p></article>',
  ),
};

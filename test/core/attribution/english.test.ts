/** Source, cue and content in English: each construction by sentences made for it. Kovac, the mayor and the dam are nobody's. */
import { describe, expect, it } from 'vitest';
import { readAttributions } from '@/core/attribution/attributions';
import type { AttributionKind, Name } from '@/core/attribution/model';

/** `source | cue | content … content`, for every attribution that the writer makes. */
function read(text: string, names: readonly Name[] = [], lang = 'en'): string[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return readAttributions(text, { lang, names })
    .filter((a) => a.within === null)
    .map((a) => `${a.source ? cut(a.source) : '-'} | ${cut(a.cue)} | ${a.content.map(cut).join(' … ')}`);
}

const TABLE: readonly [construction: string, text: string, ...expected: string[]][] = [
  ['cue before the content', 'The mayor said that the bridge would stay shut.', 'The mayor | said | that the bridge would stay shut'],
  ['no "that"', 'Kovac believes the storm will pass.', 'Kovac | believes | the storm will pass'],
  [
    'an addressee',
    'Officials told reporters on Tuesday that the river had fallen.',
    'Officials | told reporters | that the river had fallen',
  ],
  ['a day before its month', 'The mayor argued on 16 December 2025 that the dam must stay.', 'The mayor | argued | that the dam must stay'],
  ['a date and nothing else', 'It fits what the council reported on 8 December 2025.'],
  ['a time that opens the clause', 'On the same day the council said that the dam had held.', 'the council | said | that the dam had held'],
  ['the same before a name', 'That evening Kovac said that the dam had held.', 'Kovac | said | that the dam had held'],
  ['cue after the content', 'The bridge is safe, the mayor said.', 'the mayor | said | The bridge is safe'],
  ['cue inside the content', 'The bridge, the mayor said, is safe.', 'the mayor | said | The bridge … is safe'],
  [
    'an introduction, and a content behind the verb',
    'At the port, Kovac called the dam a danger, but it stands.',
    'Kovac | called | the dam a danger',
  ],
  [
    'a content that begins behind the report',
    'In seven years, Kovac said, a majority has come to like the dam.',
    'Kovac | said | In seven years … a majority has come to like the dam',
  ],
  ['“as” with words behind it', 'The dam must stay, as Kovac stated post-storm meetings.', 'Kovac | stated | The dam must stay'],
  [
    'two reports around one quotation',
    'Kovac said it holds because “nobody has looked at it,” she said.',
    'Kovac | said | it holds because “nobody has looked at it,” she said',
  ],
  ['speech that goes on', 'Kovac continued, “It will break one day.”', 'Kovac | continued | “It will break one day.”'],
  [
    'a transcript in quotation marks',
    '"KOVAC: Let us begin with the old dam.\n"BLUME: It is very old.',
    'KOVAC | : | Let us begin with the old dam.',
    'BLUME | : | It is very old',
  ],
  [
    'a relative clause before the verb',
    'Kovac, who had seen that it leaks, told the council to close the dam.',
    'Kovac | told | to close the dam',
  ],
  ['people by a determiner', 'Some believe the dam is safe.', 'Some | believe | the dam is safe'],
  ['a day that owns the content', "Kovac criticized Friday's decision.", "Kovac | criticized | Friday's decision"],
  [
    'quotation marks of two strokes around single ones',
    "''They call it 'the old dam' up there,'' Kovac says.",
    "Kovac | says | ''They call it 'the old dam' up there,''",
  ],
  ['a quotation, inverted', '"It leaks every spring," said Ana Kovac.', 'Ana Kovac | said | "It leaks every spring,"'],
  [
    'a quotation interrupted',
    '“We rebuilt it twice,” Kovac said, “and it still leaks.”',
    'Kovac | said | “We rebuilt it twice,” … “and it still leaks.”',
  ],
  [
    'a quotation that goes on in the next sentence',
    '“We rebuilt it twice,” said Kovac, an engineer. “It still leaks.”',
    'Kovac | said | “We rebuilt it twice,” … “It still leaks.”',
  ],
  ['a question in quotation marks', '“Who pays for this?” Kovac asked.', 'Kovac | asked | “Who pays for this?”'],
  [
    'a quotation of several sentences',
    '“It leaks. It always has. Ask anyone,” Kovac said.',
    'Kovac | said | “It leaks. It always has. Ask anyone,”',
  ],
  ['mixed quotation', 'The dam is “beyond repair,” Kovac said.', 'Kovac | said | The dam is “beyond repair,”'],
  ['according to, after', 'Two boats sank, according to the harbour police.', 'the harbour police | according to | Two boats sank'],
  [
    'according to, behind a dateline of two places',
    'HARWICH/LOWESTOFT, March 7 (Northline) - Two boats sank in the night, according to the harbour police.',
    'the harbour police | according to | Two boats sank in the night',
  ],
  ['according to, before', 'According to the harbour police, two boats sank.', 'the harbour police | According to | two boats sank'],
  ['a colon', 'HARGREAVES: We will not sell the port.', 'HARGREAVES | : | We will not sell the port'],
  ['a reporting noun', "The council ignored Kovac's fear that the dam would burst.", 'Kovac | fear | that the dam would burst'],
  ['a passive with a source', 'Kovac was quoted as saying the dam had cracks.', 'Kovac | was quoted as saying | the dam had cracks'],
  ['a passive without', 'It is expected that the vote will slip.', '- | is expected | that the vote will slip'],
  ['a noun phrase', 'She criticised the plan on Monday.', 'She | criticised | the plan'],
  ['a particle', 'He called for a new vote.', 'He | called for | a new vote'],
  ['an intention', 'The council vowed not to sell the bridge.', 'The council | vowed | not to sell the bridge'],
  ['an apposition', 'Ana Kovac, who runs the harbour, said the cranes were idle.', 'Ana Kovac | said | the cranes were idle'],
  ['two verbs of one subject', 'The mayor visited the dam and said that it would hold.', 'The mayor | said | that it would hold'],
  ['what the writer adds', 'Kovac said the port was full, while fishermen waited outside.', 'Kovac | said | the port was full'],
  ['a subordinate clause', 'While the mayor said the bridge was safe, engineers closed it.', 'the mayor | said | the bridge was safe'],
  ['a signature', '“The dam is beyond repair.” — Ana Kovac', 'Ana Kovac | — | “The dam is beyond repair.”'],
  ['said of', '“It is sound,” she said of the dam, which is old.', 'she | said | “It is sound,”'],
  ['said, a name and a colon', 'Said Kovac: “I do not know who built it.”', 'Kovac | Said | “I do not know who built it.”'],
  ['asked about', 'Asked about the dam, Kovac said it was old.', 'Kovac | said | it was old'],
  ['as someone said', 'As Kovac said, the dam is old.', 'Kovac | said | the dam is old'],
  ['a relative clause', 'Kovac, who said the dam was old, resigned.', 'Kovac, who | said | the dam was old'],
  ['nobody named', 'There was a warning that the dam would burst.', '- | warning | that the dam would burst'],
  ['a headline', 'Dam is beyond repair, mayor says', 'mayor | says | Dam is beyond repair'],
  [
    'who goes on',
    'The harbour is full, the mayor said, adding that cranes were idle.',
    'the mayor | said | The harbour is full',
    'the mayor | adding | that cranes were idle',
  ],
  [
    'two reports in a sentence',
    'The port authority reported a loss and the mayor said it would grow.',
    'The port authority | reported | a loss',
    'the mayor | said | it would grow',
  ],
  ['a time behind the subject', 'Mayor Ann Kovac on Monday said the dam leaks.', 'Mayor Ann Kovac | said | the dam leaks'],
  ['an occasion behind it', 'The army in a statement on Friday said the dam had held.', 'The army | said | the dam had held'],
  [
    'words between dashes in the content',
    'Kovac told reporters that the dam — the oldest in the valley — would be torn down.',
    'Kovac | told reporters | that the dam — the oldest in the valley — would be torn down',
  ],
  [
    'words between commas behind "that"',
    'Kovac said that, while the river is low, the dam has to be watched.',
    'Kovac | said | that, while the river is low, the dam has to be watched',
  ],
  [
    'a verb whose other half stands behind the source',
    'The dam above the town is, according to the council, the oldest in the valley.',
    'the council | according to | The dam above the town is … the oldest in the valley',
  ],
  [
    'a conjunction before "according to"',
    'The gates stay shut because according to the council, the river will rise again.',
    'the council | according to | the river will rise again',
  ],
  [
    'people that something was told',
    'Two people briefed on the plans said the dam would go.',
    'Two people briefed on the plans | said | the dam would go',
  ],
  ['a name spoken to', '“We saw it leak,” Ann Kovac, the engineer, told the Valley Post.', 'Ann Kovac | told | “We saw it leak,”'],
  [
    'an addressee with a long name',
    'Kovac told the Valley Press that the dam leaks.',
    'Kovac | told the Valley Press | that the dam leaks',
  ],
  [
    'an agent before another clause',
    'The dam was declared unsafe by the council and all gates were opened.',
    'the council | was declared | The dam … unsafe',
  ],
  [
    'a clause before the report',
    'The news came a month after Kovac announced that the dam leaks.',
    'Kovac | announced | that the dam leaks',
  ],
  ['a title in the reporting clause', '“The dam is old,” Kovac said on "Valley Hour" on Monday.', 'Kovac | said | “The dam is old,”'],
  ['a missing space', 'Nobody was there to see the end.Police said the dam had held.', 'Police | said | the dam had held'],
  [
    'another subject behind "but"',
    'The council gave out four contracts, but Kovac returned hers, saying the dam was beyond repair.',
    'Kovac | saying | the dam was beyond repair',
  ],
  [
    'a report before a participle',
    'Ann Kovac posted on a forum accusing the council of sleep.',
    'Ann Kovac | accusing | the council of sleep',
  ],
  ['when it was said, before it', 'When asked about the gates, Kovac said, “They are shut.”', 'Kovac | said | “They are shut.”'],
];

describe('constructions', () => {
  it.each(TABLE)('%s', (_construction, text, ...expected) => {
    expect(read(text)).toEqual(expected);
  });

  it('reads a speech that goes on in the next paragraph as far as it stands in quotation marks', () => {
    expect(read('“The dam is old,” Kovac said. “It leaks.\n\n“It must go.”')[0]).toContain('“It leaks.');
  });

  it('takes a known name before a colon, and no heading', () => {
    const text = 'Kovac: Dam must go before winter';
    expect(read(text, [{ start: 0, end: 5, outlet: false }])).toEqual(['Kovac | : | Dam must go before winter']);
    expect(read('Looking ahead: a quiet winter for the port')).toEqual([]);
  });

  it('lets only an outlet "cover" something', () => {
    const text = 'The Gazette covered the floods in the harbour.';
    expect(read(text, [{ start: 0, end: 11, outlet: true }])).toEqual(['The Gazette | covered | the floods in the harbour']);
    expect(read(text)).toEqual([]);
  });
});

describe('what is said inside a content', () => {
  it('carries the one it stands in', () => {
    const found = readAttributions('The Gazette reported that Kovac rejected the plan.', { lang: 'en', names: [] });
    expect(found.map((a) => a.within)).toEqual([null, 0]);
  });

  it('is not read inside a quotation', () => {
    expect(readAttributions('“He said that it was safe and I believe him,” Kovac said.', { lang: 'en', names: [] })).toHaveLength(1);
  });
});

describe('kinds', () => {
  const KINDS: readonly [string, AttributionKind, unreal: boolean][] = [
    ['Kovac said the dam leaks.', 'statement', false],
    ['Kovac fears the dam will burst.', 'belief', false],
    ['Kovac plans to close the dam.', 'intention', false],
    ['Kovac wondered whether the dam would hold.', 'question', false],
    ['Kovac declined to say whether the dam would hold.', 'no-comment', true],
    ['Kovac did not confirm that the dam leaks.', 'no-comment', true],
    ['Nobody has said that the dam leaks.', 'no-comment', true],
    ['Accounts that name nobody say that the dam leaks.', 'no-comment', true],
    ['Kovac may soon say that the dam leaks.', 'intention', true],
    ['If Kovac says the dam is old, it will be closed.', 'intention', true],
    ['Kovac will say on Friday that the dam leaks.', 'intention', true],
  ];
  it.each(KINDS)('%s', (text, kind, unreal) => {
    expect(readAttributions(text, { lang: 'en', names: [] }).map((a) => [a.kind, a.unreal])).toEqual([[kind, unreal]]);
  });

  it('keeps the writer’s distance', () => {
    const [one] = readAttributions('The army reportedly said that it had withdrawn.', { lang: 'en', names: [] });
    expect(one?.hedged).toBe(true);
    expect(readAttributions('The dam is said to be cracked.', { lang: 'en', names: [] })[0]?.hedged).toBe(true);
  });
});

describe('nothing', () => {
  it.each([
    'The claims department moved to the second floor.',
    'Reports are filed by Friday.',
    'The reported loss was small.',
    'Said Karimi won the race.',
    'A newly revealed call with the mayor is on file.',
    'They filed it under financial reporting rules.',
    'She would like to see the valley agree to a larger dam.',
    'Q: Where did you grow up?\nA: In the valley, close to the old dam.',
    'DEAR EDITOR: Your dam leaks and nobody says so.',
    '“The dam is beyond repair.” — and so are the roads',
    '',
  ])('is attributed in: %s', (text) => {
    expect(read(text)).toEqual([]);
  });

  it('is read in a language without rules', () => {
    expect(read('Kovac said that the dam leaks.', [], 'fi')).toEqual([]);
    expect(readAttributions('Kovac said that the dam leaks.', { lang: null, names: [] })).toEqual([]);
  });
});

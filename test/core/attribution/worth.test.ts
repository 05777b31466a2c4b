/** Which English attributions are shown to a reader unasked: who can speak, and what says something by itself. */
import { describe, expect, it } from 'vitest';
import { claimsOf } from '@/core/attribution/page-claims';
import { readStory } from '@/core/attribution/story';

/** Who is shown to claim something in a text of one paragraph. */
function speakers(text: string): (string | null)[] {
  const story = readStory(text, { lang: 'en', published: null, mentions: [], speaking: [], events: [] });
  return claimsOf({ main: { text, blocks: [text], starts: [0] }, mentions: [], story }).map(({ claim }) => claim.speakerName);
}

describe('is shown', () => {
  it.each([
    ['The gates will open, officials said.', 'officials'],
    ['Ann Kovac condemned the plan.', 'Ann Kovac'],
    ['Ann Kovac called the plan a gift to the builders.', 'Ann Kovac'],
    ['The council called on the builders to stop.', 'The council'],
    ['The survey found that half of the dams leak.', 'The survey'],
    ['Engineers suggested that the dam may leak.', 'Engineers'],
    ['The dam leaks, according to new modelling.', 'new modelling'],
    ['Both camps acknowledge that the dam leaks.', 'Both camps'],
    ['Kovac threatened to close the gates.', 'Kovac'],
    ['Ann Kovac, who denies that the dam leaks, has left the valley.', 'Ann Kovac'],
    ['The key to the dam, says Kovac, is the old gate.', 'Kovac'],
  ])('%s', (text, speaker) => {
    expect(speakers(text)).toEqual([speaker]);
  });
});

describe('is not shown', () => {
  it.each([
    // What can't speak.
    ['a share', 'The stock added more than 2% after the plant opened its gates.'],
    ['a kind of thing', 'Classes add another layer and layers can be hard to read.'],
    ['a name for something', 'They found a condition called silt lung.'],
    ['the same between commas', 'Such damage, called silt lung, is permanent and cannot be undone.'],
    ['a way', 'Their work is characterized by the powerful way in which it arouses the town.'],
    ['a thing that shows', 'Her coat featured a short cut, revealing that the lining was red.'],
    ['a thing that promises', 'This new formula promises to tell you the time.'],
    ['a thing that is on sale', 'The winter deals promise to be even better than before.'],
    ['an adjective', 'It will remove said items from the list.'],
    ['a relative pronoun alone', 'It reminds us all the same, which suggests that nothing is lost.'],
    ['the writer', 'I suggest that the dam should go.'],
    ['the writer in short', "We've said that the dam should go."],
    ['what is the writer’s', 'My account informed me that the dam was shut.'],
    ['people at large', 'Others say the dam was built too late.'],
    ['a place that opens the story', 'LOWTOWN: The valley goes on reporting the highest number of floods in the country.'],
    // What says nothing.
    ['a pronoun', 'Kovac confirmed this in a statement.'],
    ['a reflexive', 'Kovac politely repeated himself.'],
    ['a farewell', 'The builders said goodbye at the gate.'],
    ['songs', 'Both writers had written music for the town’s films, and singers came to hear them.'],
    ['room', 'Inside, Kovac is promising space for five.'],
    ['a stance', 'It is Kovac’s stance on the dam that could cost her the office.'],
    ['a deed', 'The council agreed to ease access to the dam.'],
    ['an answer in kind', 'A minority of builders responded with unacceptable force.'],
    ['a number to ring', 'A friend called 911.'],
    ['half a clause', 'Kovac said that while the dam.'],
    ['a question', 'What do the following three names point to?'],
  ])('%s: %s', (_what, text) => {
    expect(speakers(text)).toEqual([]);
  });
});

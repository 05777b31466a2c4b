/** Who is the source in a German sentence: its clause is read, and where that isn't plain nobody is named. */
import { describe, expect, it } from 'vitest';
import { readAttributions } from '@/core/attribution/attributions';

function sources(text: string): string[] {
  const found = readAttributions(text, { lang: 'de', names: [] });
  return [...new Set(found.map(({ source }) => (source ? text.slice(source.start, source.end) : '-')))];
}

describe('a German source', () => {
  it.each([
    ['ends before the full stop', '„Der Damm wird nicht mehr halten“, sagte Kovac.', 'Kovac'],
    ['ends before the full stop as a pronoun', '„Der Damm wird nicht mehr halten“, sagte sie.', 'sie'],
    ['keeps the stop of a title', '„Der Damm wird nicht mehr halten“, sagte Dr. Ana Kovac.', 'Dr. Ana Kovac'],
    ['ends before an adverb', '„Der Damm wird nicht mehr halten“, sagte er leise.', 'er'],
    ['ends before an adverbial', '„Der Damm wird nicht mehr halten“, sagte Kovac im Gespräch mit Fischern.', 'Kovac'],
    ['ends before the listener', '„Der Damm wird nicht mehr halten“, sagte der Leiter Jan Kovac gegenüber «HTV».', 'der Leiter Jan Kovac'],
    ['ends before the outlet', '„Der Damm wird nicht mehr halten“, sagte Kovac der „Küstenpost“ und der „Hafenwelt“.', 'Kovac'],
    ['ends before a newsroom', '„Der Damm wird nicht mehr halten“, sagte Kovac dieser Redaktion.', 'Kovac'],
    ['ends before the object', 'Am Montag nannte die Ministerin den Plan absurd.', 'die Ministerin'],
    ['holds its genitive', 'Am Montag kritisierte der Leiter des Hafenamtes den Plan.', 'der Leiter des Hafenamtes'],
    [
      'holds a participle',
      'Der von der Stadt bestellte Gutachter teilte mit, dass der Damm alt ist.',
      'Der von der Stadt bestellte Gutachter',
    ],
    ['holds its party', 'Jan Kovac (FWP) kritisierte den Plan.', 'Jan Kovac (FWP)'],
    ['holds a name that begins small', 'Eine Reporterin von h-tv berichtete, der Damm sei alt.', 'Eine Reporterin von h-tv'],
    ['is a noun that begins with a number', 'Der 48-Jährige gab an, der Damm sei alt.', 'Der 48-Jährige'],
    ['has two titles', '„Der Damm wird nicht mehr halten“, sagt Taucherin und Autorin Ana Kovac.', 'Taucherin und Autorin Ana Kovac'],
    ['is a list', 'Kovac, Meier und die Stadt kritisierten den Plan.', 'Kovac, Meier und die Stadt'],
    ['stands before an apposition', 'Ana Kovac, Leiterin des Hafenamtes, warnte vor dem alten Damm.', 'Ana Kovac'],
    ['stands before a relative clause', 'Ein Beamter, den die Zeitung befragte, erklärte, der Damm sei alt.', 'Ein Beamter'],
    ['belongs to two verbs', 'Die Stadt weist die Vorwürfe zurück und betont, dass der Damm hält.', 'Die Stadt'],
    ['stands behind what opens the sentence', 'Gegenüber dem Stadtrat bezeichnete es Kovac als Fehler.', 'Kovac'],
    ['stands behind a day', 'Montagabend teilte das Amt mit, der Damm sei gesperrt.', 'das Amt'],
    ['stands in a clause', 'Der Hafen blieb zu, nachdem die Stadt mitgeteilt hatte, dass der Damm alt ist.', 'die Stadt'],
    ['speaks behind its own Konjunktiv', 'Die Fischer hätten davon gewusst, erklärte der Leiter.', 'der Leiter'],
    ['ends at its noun', 'Der Damm wurde nach Angaben des Hafenamtes einheimische Fischer gefährdend gebaut.', 'Angaben des Hafenamtes'],
    ['ends at its verb', 'Nach Angaben des Hafenamtes sperrten Taucher den Kanal.', 'Angaben des Hafenamtes'],
    ['is of the genitive', 'Der Damm ist nach Angaben hiesiger Fischer alt.', 'Angaben hiesiger Fischer'],
    ['begins at its article', 'Er ist mit 70 Metern den ersten Berechnungen zufolge zu schmal.', 'den ersten Berechnungen'],
    [
      'is no part of what it speaks of',
      'Mut, Kraft und Umsicht der Helfer hätten geholfen, sagte Kovac dem Amt: „Wir sind alle sehr froh.“',
      'Kovac',
    ],
    ['has a long apposition', 'Jan Kovac, ein Taucher aus der Stadt am Damm, äußerte: „Der Damm wird nicht halten.“', 'Jan Kovac'],
    ['speaks of what stands before it', 'Der Damm sei alt, teilte das Amt mit, das ihn gebaut hat.', 'das Amt'],
    ['is a paper', 'In einem Schreiben der Stadt heißt es, der Damm sei alt.', 'einem Schreiben der Stadt'],
  ])('%s: %s', (_, text, source) => expect(sources(text)).toEqual([source]));

  it.each([
    ['of a relative clause', 'Kovac mag die Verordnung erlassen, die den Hafen zum Sperrgebiet erklärt, aber er öffnet wieder.'],
    ['of an infinitive', 'Trauer und Wut dürften keinesfalls Gewalt rechtfertigen.'],
    ['of a passive', 'Menschen vom Kai werden oft als Fischer bezeichnet.'],
    ['of a participle', 'Die Gründe hierfür liegen im Damm begründet, dass er alt ist.'],
    ['of an adverb', 'Dieser Beitrag folgt auf einen betont ruhigen Text über den Damm.'],
    ['of a noun', 'Wenn der dumpfe Laut des Hammers zu hören ist, hält der Damm.'],
    ['of what announces itself', 'Du hast das Gefühl, es kündigt sich etwas an.'],
    ['of a report inside a report', 'Der Wirt habe gesagt, dass der Damm alt ist.'],
    ['of a rating', 'Der Damm ist laut Definition ein Bauwerk.'],
    ['of the writer', 'Ich sage euch, dass der Damm alt ist.'],
    ['of the writers', 'Wir fordern, dass der Damm erneuert wird.'],
    ['of the writer’s mind', 'Der Damm ist nach meiner Überzeugung zu schmal.'],
    ['of a clause', 'Wer den Damm betrachtet, muss feststellen, dass er alt ist.'],
    ['of an abstract noun', 'Die Notwendigkeit verlangt, dass der Damm erneuert wird.'],
    ['of a time', 'Anfang Februar forderte Opfer.'],
  ])('is nobody %s: %s', (_, text) => expect(sources(text)).toEqual([]));
});

it('shows words quoted in an attributed sentence with it, not beside it', () => {
  const found = readAttributions('Kovac nannte den Damm „völlig veraltet“.', { lang: 'de', names: [] });
  expect(found.map(({ hollow }) => hollow)).toEqual([false, true]);
});

describe('the owner of an account', () => {
  const owners = (text: string) =>
    readAttributions(text, { lang: 'de', names: [] }).map(({ owner }) => owner && text.slice(owner.start, owner.end));

  it.each([
    ['the subject', 'Das Hafenamt hat nach eigenen Angaben den Damm gesperrt.', ['Das Hafenamt']],
    ['the subject behind the verb', 'Laut eigener Aussage hat Kovac den Damm gesperrt.', ['Kovac']],
    ['nobody where no subject is plain', 'Im Mai, als es regnete, wurde nach eigenen Angaben der Damm gesperrt.', [null]],
    ['who spoke just before', 'Kovac sagte, der Damm sei alt. Den Angaben zufolge brach er 1990.', [undefined, 'Kovac']],
    ['nobody where nobody spoke', 'Der Damm ist alt. Seinen Angaben zufolge brach er 1990.', [null]],
    ['as written, where it says whose it is', 'Den Angaben des Amtes zufolge brach er 1990.', [undefined]],
  ])('is %s: %s', (_, text, expected) => expect(owners(text)).toEqual(expected));
});

describe('speech that goes on', () => {
  it('is of the one who spoke last', () =>
    expect(sources('Kovac äußerte Zweifel am Damm. Er sei alt und müsse erneuert werden.')).toEqual(['Kovac']));

  it('is nobody’s behind a report that isn’t understood', () =>
    expect(sources('Kovac sagte, der Damm sei alt. Dass er breche, sagten die, die dort wohnen. Er sei schmal.')).toEqual(['Kovac']));

  it('may stand in the Konjunktiv II in the plural, where the first looks like the indicative', () =>
    expect(sources('Kovac sagte, der Damm sei alt. Die Fischer hätten es gewusst.')).toEqual(['Kovac']));

  it.each([
    'Das wäre ein Fehler.',
    'Ein neuer Damm würde teuer.',
    'Davon könnten auch Fischer etwas haben.',
    'Auch wenn alle denken, sie würden gefragt, hilft es nicht.',
  ])('is the writer’s in the Konjunktiv II: %s', (text) =>
    expect(readAttributions(`Kovac sagte, der Damm sei alt. ${text}`, { lang: 'de', names: [] })).toHaveLength(1),
  );

  it('is nobody’s where a place or a time is told of', () =>
    expect(sources('In der Regenzeit, heißt es, sei der Damm gefährdet.')).toEqual(['-']));
});

describe('a German report that was not made', () => {
  const kinds = (text: string) => readAttributions(text, { lang: 'de', names: [] }).map(({ kind, unreal }) => (unreal ? 'denied' : kind));

  it.each([
    'Kovac sagte am Montag nicht, ob der Damm bricht.',
    'Die Stadt bestätigte zunächst nicht, dass der Damm gebrochen ist.',
    'Kovac hat nicht gesagt, dass der Damm bricht.',
    'Die Stadt teilte nicht mit, wie viele Boote gesunken sind.',
    'Kovac behauptete nie, der Damm sei alt.',
    'Kein Fischer berichtete, dass der Damm alt ist.',
    'Die Ministerin kritisierte den Plan nicht.',
  ])('is none: %s', (text) => {
    expect(kinds(text)).toEqual(['denied']);
  });

  it.each([
    'Kovac sagte nicht nur, dass der Damm alt ist.',
    'Kovac sagte nicht ohne Stolz, dass der Damm hält.',
    'Kovac sagte, dass der Damm nicht alt ist.',
    'Kovac schloss nicht aus, dass der Damm bricht.',
    'Kovac kritisierte den nicht genehmigten Plan.',
    'Der Damm sei nicht alt, sagte Kovac am Montag.',
  ])('is one all the same: %s', (text) => {
    expect(kinds(text)).toEqual(['statement']);
  });

  it('has nobody for its source where it only might be made, or where no subject leads it', () => {
    expect(sources('Sollte Kovac erklären, dass der Damm bricht, wird der Hafen gesperrt.')).toEqual([]);
    expect(sources('Stolz vermeldet die Stadt, dass der Damm hält.')).toEqual(['die Stadt']);
  });
});

/** The languages beside English: German in its main constructions, the others by their commonest. */
import { describe, expect, it } from 'vitest';
import { readAttributions } from '@/core/attribution/attributions';

function read(lang: string, text: string): string[] {
  const cut = ({ start, end }: { start: number; end: number }) => text.slice(start, end);
  return readAttributions(text, { lang, names: [] }).map(
    (a) => `${a.source ? cut(a.source) : '-'} | ${cut(a.cue)} | ${a.content.map(cut).join(' … ')}`,
  );
}

const TABLE: readonly [lang: string, text: string, ...expected: string[]][] = [
  ['de', '„Der Damm ist nicht zu retten“, sagte die Ministerin.', 'die Ministerin | sagte | „Der Damm ist nicht zu retten“'],
  [
    'de',
    'Am Montag sagte Bürgermeister Kovac, er habe das Papier nicht gelesen.',
    'Bürgermeister Kovac | sagte | er habe das Papier nicht gelesen',
  ],
  ['de', 'Offenbar sagte Kovac, der Damm sei alt.', 'Kovac | sagte | der Damm sei alt'],
  ['de', 'Die Behörde teilte mit, dass die Brücke gesperrt bleibt.', 'Die Behörde | teilte | dass die Brücke gesperrt bleibt'],
  ['de', 'Nach Angaben der Polizei wurden zwei Menschen verletzt.', 'Angaben der Polizei | Nach | wurden zwei Menschen verletzt'],
  ['de', 'Zwei Boote sanken laut Hafenamt am 12. Mai.', 'Hafenamt | laut | Zwei Boote sanken … am 12. Mai'],
  ['de', 'Kovac kritisierte den Plan.', 'Kovac | kritisierte | Kovac kritisierte den Plan'],
  ['de', 'Der Plan wurde von der Opposition kritisiert.', 'der Opposition | kritisiert | Der Plan wurde von der Opposition kritisiert'],
  [
    'de',
    'Kovac sagte, der Damm sei alt. Er werde nicht halten.',
    'Kovac | sagte | der Damm sei alt',
    'Kovac | werde | Er werde nicht halten',
  ],
  ['de', 'Den Vorwurf nannte er absurd.', 'er | nannte | Den Vorwurf nannte er absurd'],
  ['de', 'Kovac verwies darauf, dass der Damm alt sei.', 'Kovac | verwies | dass der Damm alt sei'],
  ['de', 'Wie das Hafenamt bekannt gab, bleibt die Brücke zu.', 'das Hafenamt | bekannt gab | bleibt die Brücke zu'],
  ['de', 'Kovac sagte, der Hafen öffnet im Mai wieder.', 'Kovac | sagte | der Hafen öffnet im Mai wieder'],
  [
    'de',
    'Kovac sagte, dass, „wenn das Eis bricht, alles zu spät ist“.',
    'Kovac | sagte | dass, „wenn das Eis bricht, alles zu spät ist“',
    'Kovac | sagte | „wenn das Eis bricht, alles zu spät ist“',
  ],
  ['de', '„Der Damm wird halten“, hatte Kovac am Montag erklärt.', 'Kovac | erklärt | „Der Damm wird halten“'],
  ['de', 'In einem Schreiben des Amtes heißt es, der Damm sei alt.', 'einem Schreiben des Amtes | heißt | der Damm sei alt'],
  ['de', 'Es wird vermutet, dass der Damm alt ist.', '- | wird vermutet | dass der Damm alt ist'],
  ['de', 'Aus Regierungskreisen verlautete, dass der Damm alt ist.', 'Regierungskreisen | verlautete | dass der Damm alt ist'],
  [
    'de',
    'Kovac wird mit den Worten zitiert: „Der Damm wird nicht mehr lange halten.“',
    'Kovac | zitiert | „Der Damm wird nicht mehr lange halten.“',
  ],
  ['de', 'Angaben der Polizei zufolge sank das Boot.', 'Angaben der Polizei | zufolge | sank das Boot'],
  ['de', 'Am Kai lagen Augenzeugenberichten zufolge zwei Boote.', 'Augenzeugenberichten | zufolge | Am Kai lagen … zwei Boote'],
  [
    'de',
    'Kovac sagte, dass der Damm alt sei. „Wir haben das seit Jahren gewusst.“',
    'Kovac | sagte | dass der Damm alt sei',
    'Kovac | sagte | „Wir haben das seit Jahren gewusst.“',
  ],
  ['fr', '« Nous tiendrons bon », a déclaré la ministre Anne Duval.', 'la ministre Anne Duval | déclaré | « Nous tiendrons bon »'],
  ['fr', 'Anne Duval a affirmé que le pont tiendrait.', 'Anne Duval | affirmé | que le pont tiendrait'],
  ['fr', 'Selon la police, deux bateaux ont coulé.', 'la police | Selon | deux bateaux ont coulé'],
  ['fr', '« Nous tiendrons bon », a déclaré Anne Duval sur Radio Valley.', 'Anne Duval | déclaré | « Nous tiendrons bon »'],
  ['fr', "Le pont est vieux, d'après le récit qu'elle en fait au journal."],
  ['fr', "Le pont est vieux, d'après le récit du maire.", "le récit du maire | d'après | Le pont est vieux"],
  ['es', '“El puente es muy viejo”, precisó ante medios de comunicación.'],
  ['es', '“El puente es muy viejo”, precisó Ana Duarte ante la prensa.', 'Ana Duarte | precisó | “El puente es muy viejo”'],
  ['fr', '« Nous tiendrons bon », a déclaré Anne Duval lundi.', 'Anne Duval | déclaré | « Nous tiendrons bon »'],
  [
    'fr',
    '« Nous tiendrons bon », a déclaré Anne Duval lundi. « Rien ne changera ici », a-t-elle ajouté.',
    'Anne Duval | déclaré | « Nous tiendrons bon »',
    'elle | ajouté | « Rien ne changera ici »',
  ],
  ['fr', '« Le pont est vieux », explique-t-il.', 'il | explique-t-il | « Le pont est vieux »'],
  ['fr', 'Le pont restera fermé, a-t-elle alors indiqué lundi.', 'elle | indiqué | Le pont restera fermé'],
  [
    'fr',
    '« Nous tiendrons bon, a assuré Anne Duval, et le pont restera ouvert. »',
    'Anne Duval | assuré | « Nous tiendrons bon … et le pont restera ouvert. »',
  ],
  [
    'fr',
    '« Nous tiendrons bon », a assuré la ministre Anne Duval, « et le pont restera ouvert ».',
    'la ministre Anne Duval | assuré | « Nous tiendrons bon » … « et le pont restera ouvert »',
  ],
  [
    'fr',
    '« Le pont est vieux. Il ne tiendra pas », a dit Anne Duval. « Nous le savons tous. »',
    'Anne Duval | dit | « Le pont est vieux. Il ne tiendra pas » … « Nous le savons tous. »',
  ],
  ['fr', 'Anne Duval, la maire du port, a déclaré que le pont est fermé.', 'Anne Duval | déclaré | que le pont est fermé'],
  ['fr', 'La maire du port, Anne Duval, a déclaré que le pont est fermé.', 'La maire du port | déclaré | que le pont est fermé'],
  [
    'es',
    '«El puente está cerrado», dijo Ana Kovac. «Nadie lo va a cruzar», añadió.',
    'Ana Kovac | dijo | «El puente está cerrado»',
    'Ana Kovac | añadió | «Nadie lo va a cruzar»',
  ],
  [
    'es',
    'Ana Kovac afirmó que cerrará. También aseguró que volverá.',
    'Ana Kovac | afirmó | que cerrará',
    'Ana Kovac | aseguró | que volverá',
  ],
  ['es', 'Según explicó Ana Kovac, el puente está cerrado.', 'Ana Kovac | Según explicó | el puente está cerrado'],
  ['uk', '«Ми працюємо далі разом», — додав він.', 'він | додав | «Ми працюємо далі разом»'],
  ['de', '„Wir halten durch“, sagte die Ministerin.', 'die Ministerin | sagte | „Wir halten durch“'],
  ['fr', 'Le pont est fermé, a indiqué la préfecture.', 'la préfecture | indiqué | Le pont est fermé'],
  ['fr', 'Le maire a dit que le pont fermera, mais la préfète a affirmé que non.', 'Le maire | dit | que le pont fermera'],
  ['es', 'El puente está cerrado, informó la policía el lunes.', 'la policía | informó | El puente está cerrado'],
  ['uk', 'Міст безпечний, повідомляє Укрінформ.', 'Укрінформ | повідомляє | Міст безпечний'],
  ['ru', 'Мост закрыт, сообщает ТАСС.', 'ТАСС | сообщает | Мост закрыт'],
  ['es', 'La ministra dijo que el puente es seguro.', 'La ministra | dijo | que el puente es seguro'],
  ['es', 'Dos barcos se hundieron, según la policía.', 'la policía | según | Dos barcos se hundieron'],
  ['uk', 'Міністерка заявила, що міст безпечний.', 'Міністерка | заявила | що міст безпечний'],
  ['uk', 'За словами поліції, два човни затонули.', 'поліції | За словами | два човни затонули'],
  ['ru', '«Мост в полном порядке», — сказала Ковач.', 'Ковач | сказала | «Мост в полном порядке»'],
  ['ru', 'Министр заявил, что мост безопасен.', 'Министр | заявил | что мост безопасен'],
];

describe('constructions', () => {
  it.each(TABLE)('%s: %s', (lang, text, ...expected) => {
    expect(read(lang, text)).toEqual(expected);
  });

  it.each([
    ['fr', 'Le prix annoncé que tout le monde attend est bas.'],
    ['fr', 'La ministre a-t-elle déclaré que le pont est sûr ?'],
    ['fr', 'Il est dit que le pont est vieux.'],
    ['fr', '« Le maire, a dit non, puis oui, et rien encore »'],
    ['es', 'Aseguró que volverá en marzo.'],
    ['fr', 'Anne Duval, qui a dit que le pont est vieux, est partie.'],
    ['es', 'El plan anunciado que todos esperan es bajo.'],
    ['es', 'Se dice que el puente es viejo.'],
    ['uk', 'Про це повідомили в поліції.'],
    ['ru', 'Ковач, который сказал, что мост стар, ушел.'],
  ])('abstains in %s: %s', (lang, text) => expect(read(lang, text)).toEqual([]));

  it.each([
    ['fr', 'Il aurait dit que le pont était vieux.'],
    ['es', 'El alcalde habría dicho que el puente es viejo.'],
  ])('keeps the distance in %s: %s', (lang, text) => {
    expect(readAttributions(text, { lang, names: [] }).map((a) => [a.kind, a.hedged])).toEqual([['statement', true]]);
  });

  it('tells belief from statement', () => {
    expect(readAttributions('Коваль вважає, що міст старий.', { lang: 'uk', names: [] })[0]?.kind).toBe('belief');
  });

  it('marks what is denied', () => {
    const [one] = readAttributions("Le maire n'a pas confirmé que le pont soit sûr.", { lang: 'fr', names: [] });
    expect(one?.unreal).toBe(true);
  });

  it.each([
    'Der Mann meldete sich bei der Polizei.',
    'Kovac lief laut schreiend davon.',
    'Das Haus heißt Rosenhof.',
    'Jetzt meldete er sich bei der Polizei.',
    'Das Gericht verurteilte den Mann zu drei Jahren Haft.',
    'Der Brückenbau kostete, es sei denn, man zählt die Zölle, nichts.',
  ])('abstains: %s', (text) => {
    expect(read('de', text)).toEqual([]);
  });
});

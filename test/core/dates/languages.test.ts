/** German, French, Spanish, Ukrainian and Russian; and languages that have no rules. The sentences are our own. */
import { describe, expect, test } from 'vitest';
import { datesIn } from './read';

describe.each([
  [
    'de',
    [
      ['Am 8. Dezember 2025 begann es.', '8. Dezember 2025 = 2025-12-08'],
      ['Es begann am 08.12.2025.', '08.12.2025 = 2025-12-08'],
      ['Die Tagung vom 3.–5. Mai 2024 fiel aus.', '3.–5. Mai 2024 = 2024-05-03/2024-05-05'],
      ['Er sagte es am Montag.', 'Montag = 2025-11-17'],
      ['Sie werden sich am Freitag treffen.', 'Freitag = 2025-11-21'],
      ['Sie kam vergangenen Mittwoch.', 'vergangenen Mittwoch = 2025-11-12'],
      ['Das war gestern Abend.', 'gestern Abend = 2025-11-18'],
      ['Heute Morgen brannte es.', 'Heute Morgen = 2025-11-19'],
      ['Das war letzte Woche.', 'letzte Woche = 2025-11-10/2025-11-16'],
      ['Das kommt nächstes Jahr.', 'nächstes Jahr = 2026'],
      ['Das war vor drei Monaten.', 'vor drei Monaten = 2025-08'],
      ['Im dritten Quartal 2025 sank er.', 'dritten Quartal 2025 = 2025-35'],
      ['Im Sommer 2024 brannte es.', 'Sommer 2024 = 2024-22'],
      ['Ende März 2024 fiel es.', 'Ende März 2024 = 2024-03 late'],
      ['Mitte der 90er Jahre fiel es.', 'Mitte der 90er Jahre = 199X mid'],
      ['Im Vorjahr fiel es.', 'Vorjahr = 2024'],
      ['Im 2. Halbjahr 2024 sank er.', '2. Halbjahr 2024 = 2024-41'],
      ['Die Burg aus dem 15. Jahrhundert.', '15. Jahrhundert = 1400/1499'],
      ['2009 wurde es gebaut.', '2009 = 2009'],
    ],
  ],
  [
    'fr',
    [
      ['Il est mort le 8 décembre 2025.', '8 décembre 2025 = 2025-12-08'],
      ['Le 1er mars 2024, il est parti.', '1er mars 2024 = 2024-03-01'],
      ['Signé le 08/12/2025.', '08/12/2025 = 2025-12-08'],
      ['Il est parti lundi dernier.', 'lundi dernier = 2025-11-17'],
      ['Elle parlera vendredi à Lyon.', 'vendredi = 2025-11-21'],
      ['Il a parlé la semaine dernière.', 'la semaine dernière = 2025-11-10/2025-11-16'],
      ['Il est parti il y a deux jours.', 'il y a deux jours = 2025-11-17'],
      ['Il a parlé hier soir.', 'hier soir = 2025-11-18'],
      ['Il parle aujourd’hui.', 'aujourd’hui = 2025-11-19'],
      ['C’était en mars 2024.', 'mars 2024 = 2024-03'],
      ['C’était en 2014.', '2014 = 2014'],
      ['C’était début 2025.', 'début 2025 = 2025 early'],
      ['C’était dans les années 1990.', 'les années 1990 = 199X'],
      ['C’était l’année dernière.', 'l’année dernière = 2024'],
      ['C’était au printemps 2024.', 'printemps 2024 = 2024-21'],
    ],
  ],
  [
    'es',
    [
      ['Murió el 8 de diciembre de 2025.', '8 de diciembre de 2025 = 2025-12-08'],
      ['Firmado el 08/12/2025.', '08/12/2025 = 2025-12-08'],
      ['Llegó el lunes pasado.', 'lunes pasado = 2025-11-17'],
      ['Hablará el viernes en Lima.', 'viernes = 2025-11-21'],
      ['Llegó la semana pasada.', 'la semana pasada = 2025-11-10/2025-11-16'],
      ['Llegó hace dos días.', 'hace dos días = 2025-11-17'],
      ['Llegó ayer.', 'ayer = 2025-11-18'],
      ['Llegará mañana.', 'mañana = 2025-11-20'],
      ['Fue en marzo de 2024.', 'marzo de 2024 = 2024-03'],
      ['Fue en 2014.', '2014 = 2014'],
      ['Fue a finales de 2024.', 'a finales de 2024 = 2024 late'],
      ['Fue en los años 90.', 'los años 90 = 199X'],
      ['Será el próximo año.', 'próximo año = 2026'],
    ],
  ],
  [
    'uk',
    [
      ['Це сталося 8 грудня 2025 року.', '8 грудня 2025 року = 2025-12-08'],
      ['Це сталося у грудні 2024 року.', 'грудні 2024 року = 2024-12'],
      ['Він сказав це у п’ятницю.', 'п’ятницю = 2025-11-14'],
      ['Вони зустрінуться у п’ятницю.', 'п’ятницю = 2025-11-21'],
      ['Це сталося минулого тижня.', 'минулого тижня = 2025-11-10/2025-11-16'],
      ['Це сталося два дні тому.', 'два дні тому = 2025-11-17'],
      ['Це сталося вчора.', 'вчора = 2025-11-18'],
      ['Це сталося на початку 2025 року.', 'на початку 2025 року = 2025 early'],
      ['Це сталося в 1990-х роках.', '1990-х роках = 199X'],
      ['Це сталося торік.', 'торік = 2024'],
      ['Це сталося восени 2024 року.', 'восени 2024 року = 2024-23'],
    ],
  ],
  [
    'ru',
    [
      ['Это случилось 8 декабря 2025 года.', '8 декабря 2025 года = 2025-12-08'],
      ['Это случилось в декабре 2024 года.', 'декабре 2024 года = 2024-12'],
      ['Он сказал это в среду.', 'среду = 2025-11-19'],
      ['Они встретятся в пятницу.', 'пятницу = 2025-11-21'],
      ['Это случилось на прошлой неделе.', 'прошлой неделе = 2025-11-10/2025-11-16'],
      ['Это случилось два дня назад.', 'два дня назад = 2025-11-17'],
      ['Это случилось вчера.', 'вчера = 2025-11-18'],
      ['Это случилось в начале 2025 года.', 'в начале 2025 года = 2025 early'],
      ['Это случилось в 1990-х годах.', '1990-х годах = 199X'],
      ['Это случилось осенью 2024 года.', 'осенью 2024 года = 2024-23'],
    ],
  ],
])('%s', (lang, rows) => {
  test.each(rows)('%s', (text, wanted) => {
    expect(datesIn(text, lang)).toEqual([wanted]);
  });
});

test.each([
  ['de', 'Am 3., 4. und 5. Mai 2024 ruhte es.'],
  ['fr', 'Les 3, 4 et 5 mai 2024, rien ne bougea.'],
  ['es', 'Los días 3, 4 y 5 de mayo de 2024 no pasó nada.'],
  ['uk', '3, 4 і 5 травня 2024 року нічого не сталося.'],
  ['ru', '3, 4 и 5 мая 2024 года ничего не произошло.'],
])('each day of a list is a date (%s)', (lang, text) => {
  expect(datesIn(text, lang).map((date) => date.replace(/.* = /, ''))).toEqual(['2024-05-03', '2024-05-04', '2024-05-05']);
});

test.each([
  ['de', 'Guten Morgen! Jeden Montag kamen 2000 Menschen, 8,5 Prozent mehr.'],
  ['de', 'Der 31. April 2025 und der 30.02.2025 sind keine Tage.'],
  ['fr', 'Il a été élu ; la sonde est sur Mars ; 2014 personnes sont mortes.'],
  ['es', 'Julio Iglesias cantó por la mañana ante 2014 personas.'],
  ['uk', 'Прийшли 2000 людей.'],
  ['ru', 'Они берегут окружающую среду, сказала Марта.'],
  ['pl', 'Stało się to 8 grudnia 2025 roku.'],
  ['', 'It was on 8 December 2025.'],
])('%s: nothing in "%s"', (lang, text) => {
  expect(datesIn(text, lang)).toEqual([]);
});

test('a regional tag is its language', () => {
  expect(datesIn('It was yesterday.', 'en-GB')).toEqual(['yesterday = 2025-11-18']);
});

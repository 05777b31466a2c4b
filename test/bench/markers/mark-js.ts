/** mark.js, name by name and with one big regular expression. */
import Mark from 'mark.js';
import { alternation } from '../alternation';
import { offer } from './marker';

offer({
  'mark.js'(names) {
    new Mark(document.body).mark(names, { separateWordSearch: false, accuracy: 'exactly', diacritics: false, caseSensitive: true });
    return document.querySelectorAll('mark').length;
  },
  'mark.js, one regular expression'(names) {
    new Mark(document.body).markRegExp(alternation(names));
    return document.querySelectorAll('mark').length;
  },
});

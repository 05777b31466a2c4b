/** findAndReplaceDOMText with one big regular expression. */
import findAndReplaceDOMText from 'findandreplacedomtext';
import { alternation } from '../alternation';
import { offer } from './marker';

offer({
  'findAndReplaceDOMText, one regular expression'(names) {
    findAndReplaceDOMText(document.body, { find: alternation(names), wrap: 'mark' });
    return document.querySelectorAll('mark').length;
  },
});

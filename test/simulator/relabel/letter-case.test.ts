import { toLower, toUpper } from '../../../lib/simulator/relabel/letter-case';

/** As Go's `strings.ToLower` and `strings.ToUpper` answer. */
test.each([
  ['Straße', 'straße', 'STRAßE'],
  ['İstanbul', 'istanbul', 'İSTANBUL'],
  ['ΟΔΟΣ', 'οδοσ', 'ΟΔΟΣ'],
  ['ﬁ', 'ﬁ', 'ﬁ'],
  ['ᾳᾀᾼ', 'ᾳᾀᾳ', 'ᾼᾈᾼ'],
  ['ǅ', 'ǆ', 'Ǆ'],
  ['Aé1', 'aé1', 'AÉ1'],
])('%s becomes %s and %s', (text, lower, upper) => {
  expect([toLower(text), toUpper(text)]).toEqual([lower, upper]);
});

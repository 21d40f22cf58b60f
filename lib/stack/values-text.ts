import { Document, Scalar, visit } from 'yaml';
import { plainValue } from '../yaml/scalar-value';
import type { Values } from './values';

/**
 * Texts that some reader of YAML takes for something else when they stand without quotes: numbers of 1.1, of 1.2 and of Go
 * (whose `strconv.ParseInt` takes a prefix of either case), times in base 60, dates, and the two keys with a meaning.
 */
const AMBIGUOUS = [
  /^[-+]?(?:0x[\da-f_]*|0o[0-7_]*|0b[01_]*)$/i,
  /^[-+]?(?:\d[\d_]*(?:\.[\d_]*)?|\.[\d_]+)(?:e[-+]?[\d_]+)?$/i,
  /^[-+]?\.(?:inf|nan)$/i,
  /^[-+]?\d[\d_]*(?::[0-5]?\d)+(?:\.[\d_]*)?$/,
  /^\d{4}-\d{1,2}-\d{1,2}(?:$|[Tt\s])/,
  /^(?:y|n|yes|no|on|off|true|false|null|nan|inf|~|=|<<|)$/i,
];

/** Characters that some readers refuse or take for the end of a line, and that `JSON.stringify` leaves as they are. */
const UNPRINTABLE = /[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g;

/**
 * Values as a text of YAML that means the same to all readers: to Helm, whose YAML is a mix of 1.1 and 1.2, to those of
 * either version, and to this library. Equal values give an equal text.
 *
 * `Yaml.stringify` of cdk8s minds 1.1 alone, and writes the text `0o17` as the number that it is to the others.
 */
export function valuesText(values: Values): string {
  const document = new Document(values, {
    version: '1.1',
    aliasDuplicateObjects: false,
    // A key `<<` is a key like any other here, and stands in quotes.
    customTags: (tags) => tags.filter((tag) => typeof tag === 'string' || tag.tag !== 'tag:yaml.org,2002:merge'),
  });
  visit(document, {
    Scalar: (_, node) => {
      if (typeof node.value === 'string' && needsQuotes(node.value)) {
        node.type = Scalar.QUOTE_DOUBLE;
      }
    },
  });
  return document
    .toString({ lineWidth: 0 })
    .replace(UNPRINTABLE, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`);
}

function needsQuotes(text: string): boolean {
  return plainValue(text) !== text || text.search(UNPRINTABLE) >= 0 || AMBIGUOUS.some((pattern) => pattern.test(text));
}

/** The array of an indented document, as the value of a key of its outermost object. It is written item by item. */
export function* jsonItems<T>(items: Iterable<T>, toJson: (item: T) => object): Generator<string> {
  let before = '[\n    ';
  for (const item of items) {
    // A string in JSON has no line breaks of its own.
    yield before + JSON.stringify(toJson(item), null, 2).replace(/\n/g, '\n    ');
    before = ',\n    ';
  }
  yield before.startsWith('[') ? '[]' : '\n  ]';
}

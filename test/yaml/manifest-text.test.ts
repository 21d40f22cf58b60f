import { readManifests } from '../../lib/yaml/read-manifests';

/** The text that stands at the place of a field of the n-th object. */
function at(text: string, field: string, index = 0): string {
  const { objects, text: places } = readManifests(text, 'a.yaml');
  const found = places.locate(objects[index].source, field);
  return found === undefined ? 'nowhere' : text.split(/\r?\n/)[found.line - 1].slice(found.column - 1);
}

const MONITOR = `# first
kind: ServiceMonitor
metadata:
  labels:
    app.kubernetes.io/name: web
    "quo\\"ted": x
spec:
  endpoints:
  - port: metrics
    interval: 30s
  -
    path: /b
  selector: {matchLabels: {app: web}}
`;

describe('a field is found', () => {
  test.each([
    ['', 'kind: ServiceMonitor'],
    ['kind', 'kind: ServiceMonitor'],
    ['metadata.labels["app.kubernetes.io/name"]', 'app.kubernetes.io/name: web'],
    ['metadata.labels["quo\\"ted"]', '"quo\\"ted": x'],
    ['spec.endpoints', 'endpoints:'],
    ['spec.endpoints[0]', 'port: metrics'],
    ['spec.endpoints[0].interval', 'interval: 30s'],
    ['spec.endpoints[1].path', 'path: /b'],
    ['spec.selector.matchLabels.app', 'app: web}}'],
  ])('%s', (field, found) => {
    expect(at(MONITOR, field)).toBe(found);
    expect(at(MONITOR.replaceAll('\n', '\r\n'), field)).toBe(found);
    expect(at(`a: 1\n---\n${MONITOR}`, field, 1)).toBe(found);
    expect(at(`kind: List\nitems:\n- a: 1\n- ${MONITOR.replaceAll('\n', '\n  ')}`, field, 1)).toBe(found);
  });

  test.each([
    ['spec.endpoints[0].scheme', 'port: metrics'],
    ['spec.endpoints[7].port', 'endpoints:'],
    ['spec.endpoints.port', 'endpoints:'],
    ['status', 'kind: ServiceMonitor'],
    ['spec.nothing[0].there', 'spec:'],
    ['metadata.labels["x', 'labels:'],
    ['__proto__.x', 'kind: ServiceMonitor'],
  ])('or its nearest parent: %s', (field, found) => {
    expect(at(MONITOR, field)).toBe(found);
  });

  test.each([
    ['spec.values.a.b[1].c', 'c: 1'],
    ['spec.values.a["x-y"]', 'x-y: 2'],
    ['spec.values.a.missing', 'a:'],
    ['spec.values.missing', 'a:'],
    ['spec.folded.a.b', 'folded: >'],
  ])('in a text that is YAML itself: %s', (field, found) => {
    const inner = ['# of two', 'a:', '  b:', '    - d: 0', '    - c: 1', '', '  x-y: 2'];
    const text = `kind: A\nspec:\n  values: |\n    ${inner.join('\n    ')}\n  folded: >\n    a: 1\n`;
    expect(at(text, field)).toBe(found);
    expect(at(`---\nkind: B\n---\n${text}`, field, 1)).toBe(found);
  });

  test('in JSON, in lists of JSON, and in one long line', () => {
    const text = '{"kind":"List","items":[{"kind":"A","spec":{"b":[1,\n{"c":2}]}},{"kind":"B","x":{"y":3}}]}';
    expect(at(text, 'spec.b[1].c', 0)).toBe('"c":2}]}},{"kind":"B","x":{"y":3}}]}');
    expect(at(text, 'x.y', 1)).toBe('"y":3}}]}');
  });

  test('behind aliases and merges', () => {
    const text = 'a: &x\n  b: 1\nc:\n  <<: *x\n  d: *x\n';
    expect(at(text, 'c.b')).toBe('b: 1');
    expect(at(text, 'c.d.b')).toBe('b: 1');
    expect(at(text, 'c.d')).toBe('d: *x');
  });

  test('under the key that JSON has, however YAML writes it', () => {
    expect(at('on: {0x10: a}\n', 'true["16"]')).toBe('0x10: a}');
  });

  test('for many objects in any order', () => {
    const { objects, text } = readManifests(Array.from({ length: 50 }, (_, i) => `a: ${i}\nb: ${i}\n`).join('---\n'));
    for (const index of [49, 0, 25, 0, 1, 2, 3, 4, 5, 6, 0]) {
      expect(text.locate(objects[index].source, 'b')).toEqual({ line: index * 3 + 2, column: 1 });
    }
  });
});

test('what comes from elsewhere is found nowhere', () => {
  const { text } = readManifests(MONITOR, 'a.yaml');
  expect(text.locate({ file: 'b.yaml', line: 2, column: 1 }, 'kind')).toBeUndefined();
  expect(text.locate({ file: 'a.yaml', line: 3, column: 1 }, 'kind')).toBeUndefined();
  expect(text.locate({ construct: 'app/x' }, 'kind')).toBeUndefined();
});

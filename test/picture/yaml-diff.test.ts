import { yamlDiff } from '../../lib/picture/yaml-diff';
import type { PatchOperation } from '../../lib/report/finding';
import { finding } from '../report/samples';

const given = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'ServiceMonitor',
  metadata: { name: 'web', labels: { app: 'web' } },
  spec: { endpoints: [{ port: 'metric', password: 'hunter2', interval: 30 }] },
};

function lines(patch: PatchOperation[], changes: { message?: string; kind?: string } = {}): string[] {
  const { message = 'Port "metric" is none; "app=web".', kind = 'ServiceMonitor' } = changes;
  const one = finding({ message, object: { apiVersion: 'v1', kind, name: 'web' }, fix: { text: 'fix', patch } });
  return yamlDiff(one, given).map(({ sign, text }) => sign + text);
}

test('shows what comes, below the keys that lead there', () => {
  expect(lines([{ op: 'add', path: '/metadata/labels/release', value: 'stack' }])).toEqual([
    ' metadata:',
    '   labels:',
    '+    release: stack',
  ]);
});

test('shows what goes where the message has it', () => {
  expect(lines([{ op: 'replace', path: '/spec/endpoints/0/port', value: 'http' }])).toEqual([
    ' spec:',
    '   endpoints:',
    '     - # item 0',
    '-      port: metric',
    '+      port: http',
  ]);
});

test.each(['replace', 'remove'])('hides the value that a %s takes away, which may be a password', (op) => {
  const patch = [{ op, path: '/spec/endpoints/0/password', ...(op === 'replace' ? { value: 'x' } : {}) }];
  expect(lines(patch)).toContain('-      password: …');
  expect(lines(patch, { message: 'hunter2-is-in-a-word hunter2' }).join('\n')).not.toContain('hunter2');
});

test('shows nothing of a Secret', () => {
  expect(lines([{ op: 'add', path: '/data/token', value: 'c2VjcmV0' }], { kind: 'Secret' })).toEqual([]);
});

test('writes maps and lists as YAML, and names keys that need quotes', () => {
  expect(lines([{ op: 'add', path: '/spec/a~1b: c', value: { on: ['1', 2] } }])).toEqual([
    ' spec:',
    '+  "a/b: c":',
    '+    on:',
    '+      - "1"',
    '+      - 2',
  ]);
});

test('shows the keys once for edits side by side', () => {
  const patch = ['a', 'b'].map((key) => ({ op: 'add', path: `/metadata/labels/${key}`, value: 'x' }));
  expect(lines(patch)).toEqual([' metadata:', '   labels:', '+    a: x', '+    b: x']);
});

test('leaves a move to words', () => {
  expect(lines([{ op: 'move', from: '/spec/a', path: '/spec/b' }])).toEqual([]);
});

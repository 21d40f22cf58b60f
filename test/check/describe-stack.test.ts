import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import Ajv2020 from 'ajv/dist/2020';
import * as fc from 'fast-check';
import { createEvaluation } from '../../lib/check/create-evaluation';
import { describeStack } from '../../lib/check/describe-stack';
import { stackJson } from '../../lib/report/stack-json';
import { stackText } from '../../lib/report/stack-text';
import { stackOf } from '../../lib/simulator/stack/stack-of';
import type { StackSpec } from '../../lib/simulator/stack/stack-spec';
import { repositoryRoot } from '../packaging/built-package';

const SPEC = 'prometheus.prometheusSpec';

/** Values that the description reads. */
const PATHS = [
  'fullnameOverride',
  'namespaceOverride',
  'commonLabels',
  'prometheus',
  'prometheus.enabled',
  'prometheus.service.port',
  ...['serviceMonitorSelector', 'ruleSelector', 'probeNamespaceSelector', 'shards', 'scrapeInterval'].map(
    (key) => `${SPEC}.${key}`,
  ),
  ...['version', 'image', 'web', 'routePrefix', 'additionalConfig', 'enforcedNamespaceLabel'].map(
    (key) => `${SPEC}.${key}`,
  ),
  'alertmanager.namespaceOverride',
  'alertmanager.alertmanagerSpec.alertmanagerConfigSelector',
  'alertmanager.alertmanagerSpec.alertmanagerConfigMatcherStrategy',
  'thanosRuler',
  'grafana',
  'grafana.sidecar.dashboards',
  'grafana.sidecar.dashboards.searchNamespace',
  'grafana.service.port',
  'prometheusOperator.namespaces',
  'prometheusOperator.denyNamespaces',
  'defaultRules',
  'defaultRules.disabled',
  'kubelet',
  'kube-state-metrics',
  'kubeStateMetrics.enabled',
];

const anything = fc.oneof(
  fc.constantFrom(null, true, false, 0, -1, 1.5, '', 'false', 'shop', '{{ .Values.x }}', [], {}, ['shop'], [null]),
  fc.constantFrom<any>({ matchLabels: { a: 'b' } }, { matchLabels: 1 }, { matchExpressions: [1] }, { enabled: 'yes' }),
  fc.jsonValue(),
);
const values = fc.array(fc.tuple(fc.constantFrom(...PATHS), anything), { maxLength: 5 }).map((entries) => {
  const all: any = {};
  for (const [at, value] of entries) {
    const keys = at.split('.');
    const last = keys.pop() as string;
    let node = all;
    for (const key of keys) {
      node[key] = node[key] !== null && typeof node[key] === 'object' && !Array.isArray(node[key]) ? node[key] : {};
      node = node[key];
    }
    node[last] = structuredClone(value);
  }
  return all;
});

const release = (given: any): StackSpec =>
  stackOf('kps/monitoring', [{ values: given, source: {} }]).stack as StackSpec;

test('any values give a description, and one that the schema takes where check finds no error', () => {
  const file = path.join(repositoryRoot, 'schemas', 'stack.v1.schema.json');
  const validate = new Ajv2020({ strictRequired: false, allowUnionTypes: true }).compile(
    JSON.parse(readFileSync(file, 'utf8')),
  );
  let valid = 0;
  fc.assert(
    fc.property(values, (given) => {
      const stack = release(given);
      const report = describeStack(stack);
      expect([...stackText(report)].join('')).toContain('Release kps');
      if (createEvaluation([], { absence: 'partial', stacks: [stack] }).report().summary.errors === 0) {
        valid += 1;
        validate(JSON.parse([...stackJson(report)].join('')));
        expect(validate.errors ?? []).toEqual([]);
      }
    }),
    { numRuns: 300 },
  );
  expect(valid).toBeGreaterThan(30);
});

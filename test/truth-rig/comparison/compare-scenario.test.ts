import type { KubeObject } from '../../../lib/simulator/kube-object';
import { compareScenario, predictScenario, withoutRefusedByOthers } from '../../../truth/comparison/compare-scenario';
import { predict } from '../../../truth/prediction/predict';
import type { Recording } from '../../../truth/scenario/scenario';
import { withSupplements } from '../../../truth/scenario/supplements';
import type { Truth } from '../../../truth/scenario/truth';

const VERSIONS = { kubernetes: '1.36.3', operator: '0.93.0', prometheus: ['3.15.0'] };

const PROMETHEUS: KubeObject = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'Prometheus',
  metadata: { name: 'k8s', namespace: 'shop' },
  spec: { serviceMonitorSelector: {}, podMonitorSelector: {} },
};

const POD_MONITOR: KubeObject = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'PodMonitor',
  metadata: { name: 'web', namespace: 'shop' },
  spec: { selector: { matchLabels: { app: 'web' } }, podMetricsEndpoints: [{}] },
};

function deployment(port: object): KubeObject {
  const labels = { app: 'web' };
  const containers = [{ name: 'web', image: 'web:1.0.0', ports: [port] }];
  return {
    apiVersion: 'apps/v1',
    kind: 'Deployment',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: { matchLabels: labels }, template: { metadata: { labels }, spec: { containers } } },
  };
}

const ACCEPTED = deployment({ name: 'http', containerPort: 8080 });
const REFUSED = { 'Deployment shop/web': 'Invalid value' };
const JOB = 'podMonitor/shop/web/0';

/** A recording in which all came as the simulator says about these objects. */
function recordingOf(objects: readonly KubeObject[], refused: Truth['refused'] = {}): Recording {
  const { instances, ...predicted } = predict(withSupplements(objects), VERSIONS);
  return { versions: VERSIONS, truth: { refused: { ...predicted.refused, ...refused }, instances } };
}

test('what the API server refuses of a workload makes no pods, though the simulator would not have refused it', () => {
  const objects = [PROMETHEUS, POD_MONITOR, ACCEPTED];
  const truth = recordingOf([PROMETHEUS, POD_MONITOR], REFUSED);
  expect(compareScenario(objects, truth)).toEqual([]);
  expect(predictScenario(objects, truth).predicted.instances['Prometheus shop/k8s'].jobs[JOB].active).toEqual([]);
});

test('pods of a workload that was refused are a difference', () => {
  const objects = [PROMETHEUS, POD_MONITOR, ACCEPTED];
  expect(compareScenario(objects, recordingOf(objects, REFUSED))).toMatchObject([
    { kind: 'active', place: `Prometheus shop/k8s: ${JOB}`, predicted: '(nothing)' },
  ]);
});

test('an accepted object that the simulator would have refused is a difference', () => {
  const objects = [PROMETHEUS, deployment({ name: 'http', containerPort: '8080' })];
  expect(compareScenario(objects, recordingOf(objects))).toMatchObject([
    { kind: 'refused', place: 'Deployment shop/web', observed: '(nothing)' },
  ]);
  expect(compareScenario(objects, recordingOf([PROMETHEUS], REFUSED))).toEqual([]);
});

test('so is one with a port name that the simulator would have refused', () => {
  const objects = [PROMETHEUS, deployment({ name: 'much-longer-than-it-may-be', containerPort: 8080 })];
  expect(compareScenario(objects, recordingOf(objects))).toMatchObject([
    { kind: 'refused', place: 'Deployment shop/web', observed: '(nothing)' },
  ]);
});

test('a refused monitor of which the simulator says nothing is a difference', () => {
  const objects = [PROMETHEUS, POD_MONITOR];
  const { versions, truth } = recordingOf(objects);
  const recording = { versions, truth: { ...truth, refused: { 'PodMonitor shop/web': 'Invalid value' } } };
  expect(compareScenario(objects, recording)).toMatchObject([{ kind: 'refused', predicted: '(nothing)' }]);
});

test.each([
  ['a Service', { apiVersion: 'v1', kind: 'Service' }, false],
  ['a Prometheus of another group', { apiVersion: 'example.com/v1', kind: 'Prometheus' }, false],
  ['a ServiceMonitor', { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitor' }, true],
  [
    'a ServiceMonitor of a version that is none',
    { apiVersion: 'monitoring.coreos.com/v9', kind: 'ServiceMonitor' },
    true,
  ],
  ['a ServiceMonitor without its group', { apiVersion: 'v1', kind: 'ServiceMonitor' }, true],
  ['a kind that is none', { apiVersion: 'monitoring.coreos.com/v1', kind: 'ServiceMonitr' }, true],
])('%s that was refused is (not) for the simulator to know', (_what, type, isKept) => {
  const object: KubeObject = { ...type, metadata: { name: 'web', namespace: 'shop' }, spec: {} };
  const refused = { [`${type.kind} shop/web`]: 'Invalid value' };
  expect(withoutRefusedByOthers([object], refused)).toEqual(isKept ? [object] : []);
  expect(withoutRefusedByOthers([object], {})).toEqual([object]);
});

test('a refused object without a namespace is found, too', () => {
  const object: KubeObject = { apiVersion: 'storage.k8s.io/v1', kind: 'StorageClass', metadata: { name: 'fast' } };
  expect(withoutRefusedByOthers([object], { 'StorageClass fast': 'provisioner: Required value' })).toEqual([]);
});

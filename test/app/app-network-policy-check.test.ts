import type { AppNetworkPolicyOptions } from '../../lib/app/app-network-policy';
import { NetworkPeer } from '../../lib/app/network-peer';
import { createEvaluation } from '../../lib/check/create-evaluation';
import { Prometheus } from '../../lib/prometheus/prometheus';
import { LabelSelector } from '../../lib/selection/label-selector';
import { NamespaceSelector } from '../../lib/selection/namespace-selector';
import { newApp } from './fixtures';

const INSTANCE = {
  apiVersion: 'monitoring.coreos.com/v1',
  kind: 'Prometheus',
  metadata: { name: 'k8s', namespace: 'monitoring' },
  spec: { serviceMonitorSelector: {}, serviceMonitorNamespaceSelector: {} },
};

const PROMETHEUS = Prometheus.fromSelectors({
  name: 'k8s',
  namespace: 'monitoring',
  serviceMonitorSelector: LabelSelector.everything(),
  serviceMonitorNamespaceSelector: NamespaceSelector.all(),
});

/** The findings about access, and how many targets there are, for an app with this policy and a Prometheus of some name. */
function outcome(networkPolicy: AppNetworkPolicyOptions, name: string, metrics?: object) {
  const { all } = newApp({ prometheus: PROMETHEUS, networkPolicy, ...(metrics === undefined ? {} : { metrics }) });
  const objects = [...all(), { ...INSTANCE, metadata: { ...INSTANCE.metadata, name } }];
  const evaluation = createEvaluation(
    objects.map((object) => ({ object, source: {} })),
    { absence: 'complete' },
  );
  return {
    targets: evaluation.targets().targets.length,
    access: evaluation.report().findings.flatMap(({ check }) => (check.startsWith('access/') ? [check] : [])),
  };
}

const WAYS: [title: string, options: AppNetworkPolicyOptions, metrics: object | undefined][] = [
  ['with a port of its own for metrics', {}, { port: 9090 }],
  ['that closes its other ports', { isolate: true }, { port: 9090 }],
  ['that shares one port', { isolate: true }, undefined],
  ['that lets others in too', { isolate: true, allowFrom: [NetworkPeer.namespaces('ingress')] }, undefined],
];

test.each(WAYS)('the policy of an app %s lets its Prometheus in', (_title, options, metrics) => {
  expect(outcome(options, 'k8s', metrics)).toEqual({ targets: 1, access: [] });
});

test.each(WAYS)('the policy of an app %s keeps another Prometheus out', (_title, options, metrics) => {
  expect(outcome(options, 'other', metrics)).toEqual({ targets: 1, access: ['access/network-policy-ingress'] });
});

import { StackNamespace, type StackNamespaceProps } from '../../../lib/stack/delivery/stack-namespace';
import type { StackReleaseProps } from '../../../lib/stack/stack-release-props';
import { messageOf } from '../../private/synth';
import { newChart, newRelease, only } from './fixtures';

const ENFORCE = 'pod-security.kubernetes.io/enforce';

function namespace(releaseProps: StackReleaseProps = {}, props: Partial<StackNamespaceProps> = {}): any {
  const chart = newChart();
  new StackNamespace(chart, 'namespace', { release: newRelease(chart, releaseProps), ...props });
  return only(chart, 'Namespace');
}

/** A release without node-exporter. */
const without = (values: StackReleaseProps['values'] = {}): StackReleaseProps => ({
  values: { nodeExporter: { enabled: false }, ...values },
});

test.each<[string, StackReleaseProps]>([
  ['node-exporter', {}],
  ['node-exporter off the host network', { values: { 'prometheus-node-exporter': { hostNetwork: false } } }],
  ['windows-exporter', without({ windowsMonitoring: { enabled: true } })],
  [
    'an Operator on the host network',
    without({ prometheusOperator: { hostNetwork: true, tls: { internalPort: 8443 } } }),
  ],
  ['a Prometheus on the host network', without({ prometheus: { prometheusSpec: { hostNetwork: true } } })],
])('a namespace with %s is privileged', (_title, releaseProps) => {
  expect(namespace(releaseProps).metadata.labels).toMatchObject({ [ENFORCE]: 'privileged' });
});

test.each<[string, StackReleaseProps]>([
  ['without node-exporter', without()],
  ['whose node-exporter is elsewhere', { values: { 'prometheus-node-exporter': { namespaceOverride: 'nodes' } } }],
])('a namespace %s has no labels', (_title, releaseProps) => {
  expect(namespace(releaseProps)).toEqual({ apiVersion: 'v1', kind: 'Namespace', metadata: { name: 'monitoring' } });
});

test('labels and annotations of its own are kept', () => {
  const metadata = { labels: { team: 'sre' }, annotations: { note: 'yes' } };
  expect(namespace({}, { metadata }).metadata).toEqual({
    name: 'monitoring',
    labels: expect.objectContaining({ team: 'sre', [ENFORCE]: 'privileged' }),
    annotations: { note: 'yes' },
  });
});

test('another name, and a level that refuses node-exporter, are refused', () => {
  const metadata = { name: 'other', labels: { [ENFORCE]: 'restricted' } };
  expect(messageOf(() => namespace({}, { metadata }))).toBe(`StackNamespace delivery/namespace has 2 problems:
  metadata.name: "other" is not the namespace of StackRelease delivery/stack, which is "monitoring".
    Fix: leave it out.
  metadata.labels["${ENFORCE}"]: "restricted" has the API server refuse the pods of node-exporter, which need the host.
    Fix: leave the label out, or switch node-exporter off.`);
});

test('a stricter level is fine where nothing needs the host', () => {
  const metadata = { labels: { [ENFORCE]: 'restricted' } };
  expect(namespace(without(), { metadata }).metadata.labels).toEqual(metadata.labels);
});

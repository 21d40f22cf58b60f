import * as fs from 'node:fs';
import * as path from 'node:path';
import { parseAllDocuments } from 'yaml';
import { Kind } from '../../../lib/simulator/bag/bag-kind';
import { describeWithData } from '../../shared-data';
import { deployment, discoveryOf, operatedDiscoveryOf, pod, ports, workload } from './fixtures';

describe('virtual pods', () => {
  test.each([
    ['apps/v1', 'Deployment', 'ReplicaSet', ['pod-template-hash']],
    ['apps/v1', 'ReplicaSet', 'ReplicaSet', []],
    ['v1', 'ReplicationController', 'ReplicationController', []],
    [
      'apps/v1',
      'StatefulSet',
      'StatefulSet',
      ['controller-revision-hash', 'statefulset.kubernetes.io/pod-name', 'apps.kubernetes.io/pod-index'],
    ],
    ['apps/v1', 'DaemonSet', 'DaemonSet', ['controller-revision-hash']],
    ['batch/v1', 'Job', 'Job', ['job-name', 'batch.kubernetes.io/job-name', 'controller-uid']],
  ])('%s %s: one running pod, owned by a %s, with the labels %p', (apiVersion, kind, controller, labels) => {
    const [one, ...rest] = discoveryOf(workload(apiVersion, kind, ports())).pods.all;
    expect(rest).toEqual([]);
    expect(one).toMatchObject({ namespace: 'shop', phase: 'Running', controller: { kind: controller } });
    expect(one.workload.object.kind).toBe(kind);
    expect(Object.keys(one.labels)).toEqual(expect.arrayContaining(['app', ...labels]));
  });

  test('a CronJob: one running pod, owned by a Job', () => {
    const [one] = discoveryOf({
      apiVersion: 'batch/v1',
      kind: 'CronJob',
      metadata: { name: 'web', namespace: 'shop' },
      spec: { jobTemplate: { spec: { template: { metadata: { labels: { app: 'web' } }, spec: ports() } } } },
    }).pods.all;
    expect(one).toMatchObject({ controller: { kind: 'Job' }, workload: { object: { kind: 'CronJob' } } });
    expect(one.labels).toHaveProperty('job-name');
  });

  test('a bare Pod is running unless it says otherwise', () => {
    expect(discoveryOf(pod(ports())).pods.all[0].phase).toBe('Running');
    expect(discoveryOf(pod(ports(), {}, { phase: 'Failed' })).pods.all[0].phase).toBe('Failed');
  });

  test('a workload without a template has no pod', () => {
    expect(discoveryOf({ ...deployment({}), spec: {} }).pods.all).toEqual([]);
  });

  test('objects that another one in the bag controls stand for no further pod', () => {
    const owner = (apiVersion: string, kind: string, name: string) => ({
      ownerReferences: [{ apiVersion, kind, name, controller: true }],
    });
    const discovery = discoveryOf(
      deployment(ports()),
      workload('apps/v1', 'ReplicaSet', ports(), { name: 'web-1', ...owner('apps/v1', 'Deployment', 'web') }),
      pod(ports(), { name: 'web-1-a', ...owner('apps/v1', 'ReplicaSet', 'web-1') }),
    );
    expect(discovery.pods.all.map(({ workload: { object } }) => object.kind)).toEqual(['Deployment']);
    expect(discovery.pods.named('shop', 'web-1-a')?.workload.object.kind).toBe('Deployment');
  });

  test('an owner that is not in the bag leaves the pod for itself', () => {
    const ownerReferences = [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name: 'gone', controller: true }];
    const [one] = discoveryOf(pod(ports(), { ownerReferences })).pods.all;
    expect(one.workload.object.kind).toBe('Pod');
    expect(one.controller).toEqual({ kind: 'ReplicaSet', name: 'gone' });
  });

  test('owners that go in a circle do no harm', () => {
    const ownerReferences = (name: string) => [{ apiVersion: 'apps/v1', kind: 'ReplicaSet', name, controller: true }];
    const circle = ['a', 'b'].map((name) =>
      workload('apps/v1', 'ReplicaSet', ports(), { name, ownerReferences: ownerReferences(name === 'a' ? 'b' : 'a') }),
    );
    expect(discoveryOf(...circle).pods.all).toHaveLength(2);
  });

  test('are sorted by namespace, kind and name, bare Pods among them', () => {
    const discovery = discoveryOf(
      pod(ports(), { name: 'a', namespace: 'a' }),
      workload('apps/v1', 'StatefulSet', ports(), { name: 'b', namespace: 'a' }),
      deployment(ports(), { name: 'a', namespace: 'b' }),
      deployment(ports(), { name: 'c', namespace: 'a' }),
    );
    expect(discovery.pods.all.map(({ ip }) => ip)).toEqual([
      'c.deployment.a',
      'a.pod.a',
      'b.statefulset.a',
      'a.deployment.b',
    ]);
  });

  test('no two pods share an address, however alike their names', () => {
    const discovery = discoveryOf(
      deployment(ports(), { name: 'a.b', namespace: 'c' }),
      deployment(ports(), { name: 'a', namespace: 'b.c' }),
      workload('apps/v1', 'DaemonSet', ports(), { name: 'a.b', namespace: 'c' }),
      deployment(ports(), { name: 'a/b', namespace: 'c' }),
      deployment(ports(), { name: 'a:b', namespace: 'c' }),
    );
    const ips = discovery.pods.all.map(({ ip }) => ip);
    expect(new Set(ips).size).toBe(5);
    expect(ips.filter((ip) => /[/:]/.test(ip))).toEqual([]);
  });
});

describe('a workload without replicas', () => {
  const none = { ...deployment(ports()), spec: { ...deployment(ports()).spec, replicas: 0 } };
  const custom = (apiVersion: string, kind: string, spec: any) => ({
    apiVersion,
    kind,
    metadata: { name: 'web', namespace: 'shop' },
    spec,
  });
  const scaleTargetRef = { apiVersion: 'apps/v1', kind: 'Deployment', name: 'web' };

  test('has a pod without an address, in place of those that there would be', () => {
    const [one] = discoveryOf(none).pods.all;
    expect(one).toMatchObject({ ip: '', idle: 'spec.replicas', labels: { app: 'web' } });
    expect(discoveryOf(none).podTargets(one)).toEqual([]);
  });

  test.each([
    ['a Rollout takes its template over', custom('argoproj.io/v1alpha1', 'Rollout', { workloadRef: scaleTargetRef })],
    ['KEDA scales it', custom('keda.sh/v1alpha1', 'ScaledObject', { scaleTargetRef: { name: 'web' } })],
    [
      'an autoscaler may scale it up from 0',
      custom('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 0, scaleTargetRef }),
    ],
  ])('has pods where %s', (_title, scaler) => {
    expect(discoveryOf(none, scaler).pods.all[0].idle).toBeUndefined();
  });

  test('has none where an autoscaler leaves it alone', () => {
    const scaler = custom('autoscaling/v2', 'HorizontalPodAutoscaler', { minReplicas: 1, scaleTargetRef });
    expect(discoveryOf(none, scaler).pods.all[0].idle).toBe('spec.replicas');
  });

  test('a Job that waits in a queue has pods when its time comes', () => {
    const job = workload('batch/v1', 'Job', ports(), { labels: { 'kueue.x-k8s.io/queue-name': 'q' } });
    expect(discoveryOf({ ...job, spec: { ...job.spec, suspend: true } }).pods.all[0].idle).toBeUndefined();
  });

  test('a CronJob that is suspended has none', () => {
    const job = custom('batch/v1', 'CronJob', {
      suspend: true,
      jobTemplate: { spec: { template: { spec: ports() } } },
    });
    expect(discoveryOf(job).pods.all[0].idle).toBe('spec.suspend');
  });
});

describeWithData('kube-prometheus-manifests', 'kube-prometheus', (directory) => {
  test('every Service has real targets, and every port of it is found', () => {
    const documents = fs
      .readdirSync(directory)
      .filter((file) => file.endsWith('.yaml'))
      .flatMap((file) =>
        parseAllDocuments(fs.readFileSync(path.join(directory, file), 'utf8')).map((document) => document.toJS()),
      );
    const discovery = operatedDiscoveryOf(documents);
    expect(discovery.bag.malformed).toEqual([]);
    const services = discovery.bag.all(Kind.SERVICE);
    expect(services.length).toBeGreaterThan(0);
    for (const role of ['endpoints', 'endpointslice'] as const) {
      const view = discovery.endpoints(role);
      expect(services.filter((one) => view.whyNone(one) !== undefined)).toEqual([]);
      expect(services.flatMap((one) => view.unresolvedPorts(one))).toEqual([]);
    }
  });
});

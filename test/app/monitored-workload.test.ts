import { Duration, Size } from 'cdk8s';
import { Cpu, EmptyDirMedium, EnvValue, PodManagementPolicy, Probe, Service, Volume } from 'cdk8s-plus-27';
import { AppWorkload } from '../../lib/app/app-workload';
import type { MonitoredAppProps } from '../../lib/app/monitored-app-props';
import { newChart, synth } from '../private/synth';
import { newApp } from './fixtures';

const IDENTITY = { 'app.kubernetes.io/name': 'web', 'app.kubernetes.io/instance': 'web' };

describe('the workload', () => {
  test('is a Deployment with what cdk8s-plus can say about one', () => {
    const { manifest } = newApp({
      workload: AppWorkload.deployment({
        replicas: 3,
        minReady: Duration.seconds(5),
        metadata: { annotations: { why: 'workload' } },
        podMetadata: { annotations: { why: 'pod' }, labels: { tier: 'front' } },
        automountServiceAccountToken: true,
      }),
    });
    expect(manifest('Deployment')).toMatchObject({
      metadata: { name: 'web', annotations: { why: 'workload' } },
      spec: {
        replicas: 3,
        minReadySeconds: 5,
        template: {
          metadata: { annotations: { why: 'pod' }, labels: { tier: 'front', ...IDENTITY } },
          spec: { automountServiceAccountToken: true },
        },
      },
    });
  });

  test('takes the number of pods', () => {
    expect(newApp({ replicas: 0 }).manifest('Deployment').spec.replicas).toBe(0);
    expect(newApp({ replicas: 3, workload: AppWorkload.statefulSet() }).manifest('StatefulSet').spec.replicas).toBe(3);
  });

  test('as a StatefulSet is governed by the Service, which is headless then', () => {
    const { manifest, all } = newApp({
      workload: AppWorkload.statefulSet({ podManagementPolicy: PodManagementPolicy.PARALLEL }),
    });
    expect(all().filter((m) => m.kind === 'Service')).toHaveLength(1);
    expect(manifest('Service').spec.clusterIP).toBe('None');
    expect(manifest('StatefulSet').spec).toMatchObject({ serviceName: 'web', podManagementPolicy: 'Parallel' });
  });

  test('as a StatefulSet may be governed by another Service, and the own one is as usual', () => {
    const chart = newChart({ namespace: 'shop' });
    const governing = new Service(chart, 'Governing', {
      metadata: { name: 'peers' },
      clusterIP: 'None',
      ports: [{ port: 7000 }],
    });
    newApp({ workload: AppWorkload.statefulSet({ service: governing }) }, chart);
    const manifests = synth(chart);
    expect(manifests.find((m) => m.kind === 'StatefulSet').spec.serviceName).toBe('peers');
    expect(manifests.find((m) => m.kind === 'Service' && m.metadata.name === 'web').spec.clusterIP).toBeUndefined();
  });

  test('as a DaemonSet has no number of pods', () => {
    expect(newApp({ workload: AppWorkload.daemonSet() }).manifest('DaemonSet').spec.replicas).toBeUndefined();
  });

  test('takes whatever cdk8s-plus can do with a container', () => {
    const volume = Volume.fromEmptyDir(newChart(), 'Volume', 'cache', { medium: EmptyDirMedium.MEMORY });
    const { container, manifest } = newApp({
      container: {
        name: 'main',
        command: ['serve'],
        args: ['--verbose'],
        workingDir: '/srv',
        envVariables: { MODE: EnvValue.fromValue('test') },
        readiness: Probe.fromHttpGet('/ready'),
        resources: { cpu: { request: Cpu.millis(100) }, memory: { limit: Size.mebibytes(64) } },
        ports: [{ name: 'grpc', number: 9000 }],
        volumeMounts: [{ path: '/cache', volume }],
      },
    });
    expect(container()).toMatchObject({
      name: 'main',
      image: 'web:1',
      command: ['serve'],
      args: ['--verbose'],
      workingDir: '/srv',
      env: [{ name: 'MODE', value: 'test' }],
      // Without a number of its own, the probe asks the port of the app.
      readinessProbe: { httpGet: { path: '/ready', port: 8080 } },
      startupProbe: { tcpSocket: { port: 8080 } },
      resources: { requests: { cpu: '100m' }, limits: { memory: '64Mi' } },
      ports: [
        { name: 'http', containerPort: 8080 },
        { name: 'grpc', containerPort: 9000 },
      ],
      volumeMounts: [{ mountPath: '/cache', name: 'cache' }],
    });
    expect(manifest('Deployment').spec.template.spec.volumes).toEqual([
      { name: 'cache', emptyDir: { medium: 'Memory' } },
    ]);
  });

  test('has further containers behind its own, and others that are added later', () => {
    const { app, manifest } = newApp({
      workload: AppWorkload.deployment({ containers: [{ name: 'proxy', image: 'proxy:1' }] }),
    });
    app.workload.addContainer({ name: 'late', image: 'late:1' });
    expect(manifest('Deployment').spec.template.spec.containers.map((c: any) => c.name)).toEqual([
      'web',
      'proxy',
      'late',
    ]);
    expect(app.workload.containers[0]).toBe(app.container);
  });

  test('has init containers', () => {
    const { manifest } = newApp({
      workload: AppWorkload.deployment({ initContainers: [{ name: 'migrate', image: 'web:1' }] }),
    });
    expect(manifest('Deployment').spec.template.spec.initContainers[0].name).toBe('migrate');
  });
});

describe('the security defaults of cdk8s-plus', () => {
  const pod = (props: Partial<MonitoredAppProps>) => newApp(props).manifest('Deployment').spec.template.spec;

  test('hold unless lifted: no root, nothing written to the file system', () => {
    expect(newApp().container().securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: true });
    expect(pod({}).securityContext).toMatchObject({ runAsNonRoot: true });
  });

  test('are lifted by one prop', () => {
    const { container } = newApp({ securityDefaults: false });
    expect(container().securityContext).toMatchObject({ runAsNonRoot: false, readOnlyRootFilesystem: false });
    expect(pod({ securityDefaults: false }).securityContext).toMatchObject({ runAsNonRoot: false });
  });

  test('can be set one by one, lifted or not', () => {
    const one = newApp({ container: { securityContext: { readOnlyRootFilesystem: false } } });
    expect(one.container().securityContext).toMatchObject({ runAsNonRoot: true, readOnlyRootFilesystem: false });
    const back = newApp({
      securityDefaults: false,
      container: { securityContext: { ensureNonRoot: true, user: 1000 } },
    });
    expect(back.container().securityContext).toMatchObject({
      runAsNonRoot: true,
      runAsUser: 1000,
      readOnlyRootFilesystem: false,
    });
  });
});

import { Simulation } from '../../../lib/simulator/simulation';
import type { JobTargets } from '../../../lib/simulator/targets/job-targets';
import { deployment, ports, sourced } from '../discovery/fixtures';
import { prometheus } from '../operator/fixtures';

/** The targets of a PodMonitor with these relabelings, of a pod with two ports. */
function targetsOf(...relabelings: object[]): JobTargets {
  const instance = { ...prometheus(), apiVersion: 'monitoring.coreos.com/v1' };
  const monitor = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: {}, podMetricsEndpoints: [{ port: 'http|debug', relabelings }] },
  };
  const pods = deployment(ports({ name: 'http', containerPort: 80 }, { name: 'debug', containerPort: 81 }));
  const simulation = new Simulation(sourced([instance, monitor, pods]));
  return simulation.targets.targetsOf(simulation.jobs[0]);
}

describe('the targets of a job', () => {
  test('are those of each port', () => {
    const { found, merged, notLoadable } = targetsOf();
    expect([found.length, merged.length, notLoadable]).toEqual([2, 0, false]);
  });

  test('are one where they become the same', () => {
    const { found, merged, lost } = targetsOf({ targetLabel: '__address__', replacement: 'web.example.com:80' });
    expect([found.length, merged.length, lost.length]).toEqual([1, 1, 0]);
  });

  test('are two where they differ in the path alone', () => {
    const { found, merged } = targetsOf(
      { targetLabel: '__address__', replacement: 'web.example.com:80' },
      { targetLabel: '__metrics_path__', sourceLabels: ['__meta_kubernetes_pod_container_port_name'] },
    );
    expect([found.length, merged.length]).toEqual([2, 0]);
  });

  test('are none where Prometheus cannot load a rule', () => {
    expect(targetsOf({ action: 'hashmod', targetLabel: 'a', modulus: 0 })).toMatchObject({
      found: [],
      lost: [],
      notLoadable: true,
    });
  });
});

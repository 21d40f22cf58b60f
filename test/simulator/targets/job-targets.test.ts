import { Simulation } from '../../../lib/simulator/simulation';
import type { JobTargets } from '../../../lib/simulator/targets/job-targets';
import { deployment, ports, sourced } from '../discovery/fixtures';
import { prometheus } from '../operator/fixtures';

const SAME_ADDRESS = { targetLabel: '__address__', replacement: 'web.example.com:80' };

/** The targets of a PodMonitor with this endpoint, of a pod with two ports. */
function targetsOf(endpoint: object): JobTargets {
  const instance = { ...prometheus(), apiVersion: 'monitoring.coreos.com/v1' };
  const monitor = {
    apiVersion: 'monitoring.coreos.com/v1',
    kind: 'PodMonitor',
    metadata: { name: 'web', namespace: 'shop' },
    spec: { selector: {}, podMetricsEndpoints: [{ port: 'http|debug', ...endpoint }] },
  };
  const pods = deployment(ports({ name: 'http', containerPort: 80 }, { name: 'debug', containerPort: 81 }));
  const simulation = new Simulation(sourced([instance, monitor, pods]));
  return simulation.jobs[0].targets;
}

describe('the targets of a job', () => {
  test('are those of each port', () => {
    const { found, merged, notLoadable } = targetsOf({});
    expect([found.length, merged.length, notLoadable]).toEqual([2, 0, false]);
  });

  test('are one where they become the same', () => {
    const { found, merged, lost } = targetsOf({ relabelings: [SAME_ADDRESS] });
    expect([found.length, merged.length, lost.length]).toEqual([1, 1, 0]);
  });

  test('are two where they differ in the path alone', () => {
    const path = { targetLabel: '__metrics_path__', sourceLabels: ['__meta_kubernetes_pod_container_port_name'] };
    const { found, merged } = targetsOf({ relabelings: [SAME_ADDRESS, path] });
    expect([found.length, merged.length]).toEqual([2, 0]);
  });

  test('are none where Prometheus cannot load a rule', () => {
    expect(targetsOf({ port: 'http[' })).toMatchObject({
      found: [],
      lost: [],
      notLoadable: true,
    });
  });
});

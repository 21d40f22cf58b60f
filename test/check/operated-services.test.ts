import { evaluateYaml } from './evaluate-yaml';
import { deployment, object, prometheus, service, serviceMonitor } from './objects';

const within = { namespace: 'monitoring' };

/** A monitor beside a Prometheus in `monitoring`. */
function evaluate(monitor: string, ...more: string[]) {
  return evaluateYaml([prometheus(), monitor, ...more].join('\n---\n'), 'operated.yaml');
}

/** A Service of the user's before the same pods as the one of the Operator. */
const own = service([{ name: 'web', port: 9090 }], { ...within, name: 'k8s' }, { selector: { prometheus: 'k8s' } });

describe('the Service that the Operator makes for a Prometheus', () => {
  test('is found by who asks for it', () => {
    const selector = { matchLabels: { 'operated-prometheus': 'true' } };
    const evaluation = evaluate(serviceMonitor([{ port: 'web' }], { selector }, within));
    expect(evaluation.report().findings).toEqual([]);
    expect(evaluation.targets().targets).toMatchObject([
      { service: 'prometheus-operated', port: 9090, workload: { kind: 'Prometheus', name: 'k8s' } },
    ]);
  });

  test('is told of where it is asked for in another namespace', () => {
    const selector = { matchLabels: { 'operated-prometheus': 'true' } };
    const elsewhere = [service(), object('apps/v1', 'Deployment', {}, { template: { spec: { containers: [] } } })];
    expect(evaluate(serviceMonitor(undefined, { selector }), ...elsewhere).report().findings).toMatchObject([
      { check: 'monitor/other-namespace' },
    ]);
  });

  test('is no second thing that a monitor of everything takes, nor one that is scraped twice', () => {
    const evaluation = evaluate(serviceMonitor([{ port: 'web' }], { selector: {} }, within), own);
    expect(evaluation.report().findings).toEqual([]);
    expect(evaluation.targets().targets.map((target) => target.service)).toEqual(['k8s', 'prometheus-operated']);
  });

  test('makes nothing of the ports that it adds to those of a Service of the user', () => {
    const metrics = service(
      [{ name: 'metrics', port: 9090 }],
      { ...within, name: 'k8s' },
      { selector: { prometheus: 'k8s' } },
    );
    const monitor = serviceMonitor([{ port: 'metrics' }], { selector: {} }, within);
    expect(evaluate(monitor, metrics).report().findings).toEqual([]);
  });

  test('is not what a monitor without a match is about', () => {
    const findings = (selector: object) =>
      evaluate(
        serviceMonitor([{ port: 'nope' }], { selector }, within),
        deployment(undefined, { metadata: within }),
      ).report().findings;
    expect(findings({})).toMatchObject([{ check: 'monitor/selects-pod-labels' }]);
    const near = findings({ matchLabels: { 'app.kubernetes.io/managed-by': 'Helm' } });
    expect(near).toMatchObject([{ check: 'monitor/selects-nothing' }]);
    expect(JSON.stringify(near)).not.toContain('prometheus-operated');
  });

  test('has the ports that it has for who asks for it', () => {
    const selector = { matchLabels: { 'operated-prometheus': 'true' } };
    const monitor = serviceMonitor([{ port: 'nope' }], { selector }, within);
    expect(evaluate(monitor).report().findings).toMatchObject([
      { check: 'monitor/port-exists', message: expect.stringContaining('Service monitoring/prometheus-operated') },
    ]);
  });
});

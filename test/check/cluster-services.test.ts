import { evaluateYaml } from './evaluate-yaml';
import { deployment, object, prometheus, service, serviceMonitor } from './objects';

/** A monitor of something that comes with a cluster, beside objects in the same namespaces. */
function evaluate(spec: object, absence?: 'complete') {
  const beside = [
    service(undefined, { namespace: 'default' }),
    deployment(undefined, { metadata: { namespace: 'default' } }),
    service(undefined, { namespace: 'kube-system', labels: { app: 'x' } }),
    deployment(undefined, { metadata: { namespace: 'kube-system' } }),
  ];
  const monitor = serviceMonitor([{ port: 'https' }], spec, { namespace: 'monitoring' });
  return evaluateYaml([prometheus(), monitor, ...beside].join('\n---\n'), 'cluster.yaml', { absence });
}

const within = (namespace: string, matchLabels: object) => ({
  namespaceSelector: { matchNames: [namespace] },
  selector: { matchLabels },
});

describe('what comes with a cluster', () => {
  test.each([
    [
      'the API server',
      within('default', { component: 'apiserver', provider: 'kubernetes' }),
      /Service default\/kubernetes is made by the API server itself/,
    ],
    [
      'the kubelets',
      within('kube-system', { 'app.kubernetes.io/name': 'kubelet', 'k8s-app': 'kubelet' }),
      /made by the Operator \(flag --kubelet-service\)/,
    ],
    ['CoreDNS', within('kube-system', { 'k8s-app': 'kube-dns' }), /kube-dns comes with the cluster/],
  ])('is not missed: %s', (_title, spec, reason) => {
    for (const absence of [undefined, 'complete'] as const) {
      const evaluation = evaluate(spec, absence);
      expect(evaluation.report().findings).toEqual([]);
      expect(evaluation.targets().unknown).toMatchObject([{ link: 'L7', reason: expect.stringMatching(reason) }]);
    }
  });

  test('is never shown as a whole in kube-system', () => {
    const evaluation = evaluate(within('kube-system', { 'k8s-app': 'something' }));
    expect(evaluation.report().findings).toEqual([]);
    expect(evaluation.targets().unknown).toMatchObject([{ link: 'L7' }]);
  });

  test('is no excuse for labels of an app in the same namespace', () => {
    expect(evaluate(within('default', { app: 'nope', provider: 'kubernetes' })).report().findings).toMatchObject([
      { check: 'monitor/selects-nothing' },
    ]);
  });

  test('has static pods, so that a Service before them is taken for granted', () => {
    const scheduler = service(
      [{ name: 'https', port: 10259 }],
      { namespace: 'kube-system', name: 'scheduler', labels: { k: 's' } },
      { selector: { component: 'kube-scheduler' } },
    );
    const monitor = serviceMonitor([{ port: 'https', scheme: 'https' }], within('kube-system', { k: 's' }), {
      namespace: 'monitoring',
    });
    const other = object(
      'apps/v1',
      'Deployment',
      { namespace: 'kube-system' },
      { template: { metadata: { labels: { app: 'x' } }, spec: { containers: [] } } },
    );
    const evaluation = evaluateYaml([prometheus(), monitor, scheduler, other].join('\n---\n'), 'cluster.yaml');
    expect(evaluation.report().findings).toEqual([]);
    expect(evaluation.targets().targets).toMatchObject([{ assumed: true, port: 10259 }]);
  });
});

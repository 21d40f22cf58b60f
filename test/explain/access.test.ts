import { LinkState } from '../../lib/report/explanation';
import { denyAll } from '../check/access/network-policies';
import { evaluateYaml } from '../check/evaluate-yaml';
import { deployment, prometheus, service, serviceMonitor } from '../check/objects';

const APP = [prometheus({ serviceAccountName: 'k8s' }), serviceMonitor(), service(), deployment()];

const ELSEWHERE = [
  {
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'scrape', namespace: 'blog' },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [{ kind: 'ServiceAccount', name: 'k8s', namespace: 'monitoring' }],
  },
];

function evaluate(more: readonly object[], absence: 'default' | 'complete') {
  const texts = [...APP, ...more.map((object) => JSON.stringify(object))];
  return evaluateYaml(texts.join('\n---\n'), 'objects.yaml', { absence });
}

/** The links of an explanation, one after the other. */
function linksOf(evaluation: ReturnType<typeof evaluate>) {
  const explanation = evaluation.explain('ServiceMonitor', 'shop', 'web');
  const flat = (links: any[] = []): any[] => links.flatMap((link) => [link, ...flat(link.links)]);
  return flat(explanation?.chains as any[]);
}

test('a monitor whose targets may not be discovered breaks at the search, where the objects are all that there is', () => {
  const evaluation = evaluate(ELSEWHERE, 'complete');
  const links = linksOf(evaluation);
  const link = links.find((one) => one.link === 'L7');
  expect(link).toMatchObject({
    state: LinkState.BROKEN,
    check: 'access/discovery-forbidden',
    text: 'Looks in namespace "shop". Service account monitoring/k8s of Prometheus monitoring/k8s may not discover in namespace "shop".',
  });
  expect(evaluation.targets().targets).toEqual([]);
});

test('where the objects are a part, the targets stay and the doubt is noted', () => {
  const evaluation = evaluate(ELSEWHERE, 'default');
  const links = linksOf(evaluation);
  expect(links.find((one) => one.link === 'L7')).toMatchObject({ state: LinkState.HOLDS });
  expect(links.map(({ text }) => text)).toContain(
    'By what is among these objects, service account monitoring/k8s of Prometheus monitoring/k8s may not discover in namespace "shop".',
  );
  expect(evaluation.targets().targets).toHaveLength(1);
});

test('a policy that keeps Prometheus out is the last link', () => {
  const links = linksOf(evaluate([denyAll('shop')], 'default'));
  expect(links.find((one) => one.link === 'L11')).toMatchObject({
    state: LinkState.NOTE,
    check: 'access/network-policy-ingress',
    text: expect.stringMatching(/NetworkPolicy shop\/deny isolates the pods, and no rule lets it in to port 8080/),
  });
});

test('without policies and bindings there is no word of either', () => {
  const links = linksOf(evaluate([], 'complete'));
  expect(links.map(({ text }) => text).join('\n')).not.toMatch(/service account|NetworkPolicy/i);
});

import { evaluateYaml } from '../check/evaluate-yaml';
import { ingress, ingressProbe, probe, scrapeConfig, scraper } from '../check/manifests';
import { allLinks, explained, tree } from './bags';

function explanationOf(name: string, ...objects: readonly object[]) {
  return explained(evaluateYaml(objects.map((one) => JSON.stringify(one)).join('\n---\n'), 'sample.yaml'), name);
}

describe('the explanation of a Probe', () => {
  test('follows the chain from the selector to the URL', () => {
    expect(tree(explanationOf('Probe/shop/web', scraper(), probe()))).toMatchInlineSnapshot(`
"Scraped by monitoring/k8s at 1 target.
+ Prometheus monitoring/k8s: 1 target.
  + L1 The API server accepts it.
  + L2 The Operator (assumed with default flags) watches namespace "shop".
  + L3 The Operator takes care of the Prometheus and makes its configuration.
  + L4 Its labels and its namespace are selected.
    + probeSelector is empty, which takes every Probe. [spec.probeSelector]
    + probeNamespaceSelector is empty, which takes every namespace. [spec.probeNamespaceSelector]
  + L5 The Operator accepts what it says.
  + L6 Prometheus can load its configuration.
  + L8 Has 1 target before relabeling.
    - spec.targets.staticConfig lists 1 target.
  + L9 Relabeling keeps 1 target.
  + L10 Calls http://prober.example.org:9115/probe for https://shop.example.
1 targets"
`);
  });

  test('names the Ingress that comes near', () => {
    const explanation = explanationOf(
      'Probe/shop/web',
      scraper(),
      ingress([{ host: 'a' }]),
      ingressProbe({ selector: { matchLabels: { app: 'wob' } } }),
    );
    expect(explanation.verdict).toBe('Unknown: its selector takes no Ingress in namespace "shop".');
    expect(allLinks(explanation)).toContainEqual(
      expect.objectContaining({ link: 'L8', check: 'probe/selects-nothing' }),
    );
  });

  test('says that it is rejected, and for what', () => {
    const explanation = explanationOf('Probe/shop/web', scraper(), probe({ prober: { url: 'http://prober' } }));
    expect(explanation.verdict).toBe('Not scraped: the Operator rejects the monitor for spec.prober.url.');
    expect(allLinks(explanation)).toContainEqual(expect.objectContaining({ check: 'probe/prober-url' }));
  });

  test('says that its labels are not selected', () => {
    const { verdict } = explanationOf(
      'Probe/shop/web',
      scraper({ probeSelector: { matchLabels: { a: 'b' } } }),
      probe(),
    );
    expect(verdict).toBe('Not scraped: no Prometheus selects the labels of Probe shop/web.');
  });
});

describe('what the service account may not read', () => {
  const account = { kind: 'ServiceAccount', name: 'k8s', namespace: 'monitoring' };
  const rights = (namespace: string) => ({
    apiVersion: 'rbac.authorization.k8s.io/v1',
    kind: 'RoleBinding',
    metadata: { name: 'scrape', namespace },
    roleRef: { apiGroup: 'rbac.authorization.k8s.io', kind: 'ClusterRole', name: 'view' },
    subjects: [account],
  });
  const explain = (absence: 'default' | 'complete', ...objects: readonly object[]) => {
    const texts = [scraper({ serviceAccountName: 'k8s' }), ...objects].map((one) => JSON.stringify(one));
    const evaluation = evaluateYaml(texts.join('\n---\n'), 'sample.yaml', { absence });
    return { evaluation, explanation: explained(evaluation, 'Probe/shop/web') };
  };
  const other = ingress([{ host: 'blog.example' }], { namespace: 'blog' });
  const both = ingressProbe({ selector: {}, namespaceSelector: { matchNames: ['shop', 'blog'] } });

  test('breaks the chain where the objects are all that there is', () => {
    const { evaluation, explanation } = explain('complete', both, other, rights('shop'));
    expect(explanation.verdict).toBe(
      'Not scraped: service account monitoring/k8s of Prometheus monitoring/k8s may not discover in namespace "blog".',
    );
    expect(allLinks(explanation)).toContainEqual(
      expect.objectContaining({ link: 'L7', state: 'broken', check: 'access/discovery-forbidden' }),
    );
    expect(evaluation.targets().targets).toEqual([]);
  });

  test('is noted where there are other targets', () => {
    const { evaluation, explanation } = explain('complete', both, other, ingress([{ host: 'a' }]), rights('shop'));
    expect(evaluation.targets().targets).toHaveLength(1);
    expect(allLinks(explanation)).toContainEqual(
      expect.objectContaining({
        text: expect.stringMatching(/^Service account .* may not discover in namespace "blog"/),
      }),
    );
  });

  test('is a note alone where more objects may give the rights', () => {
    const { evaluation, explanation } = explain('default', both, other, rights('shop'));
    expect(evaluation.targets().targets).toHaveLength(1);
    expect(allLinks(explanation)).toContainEqual(
      expect.objectContaining({ text: expect.stringMatching(/^By what is among these objects, service account/) }),
    );
  });
});

describe('the explanation of a ScrapeConfig', () => {
  test('says what nobody knows', () => {
    const { verdict, targets } = explanationOf(
      'ScrapeConfig/shop/web',
      scraper(),
      scrapeConfig({ dnsSDConfigs: [{ names: ['a'] }] }),
    );
    expect(verdict).toBe('Unknown: how many targets there are depends on what DNS has under "a".');
    expect(targets).toEqual([]);
  });

  test('says what relabelings drop', () => {
    const { verdict } = explanationOf(
      'ScrapeConfig/shop/web',
      scraper(),
      scrapeConfig({ staticConfigs: [{ targets: ['a'] }], relabelings: [{ action: 'drop', regex: '.*' }] }),
    );
    expect(verdict).toBe('Not scraped: relabelings drop all of its targets (spec.relabelings[0]).');
  });

  test('lists its targets', () => {
    const { verdict, targets } = explanationOf(
      'ScrapeConfig/shop/web',
      scraper(),
      scrapeConfig({ staticConfigs: [{ targets: ['a', 'b'] }] }),
    );
    expect(verdict).toBe('Scraped by monitoring/k8s at 2 targets.');
    expect(targets.map(({ address }) => address)).toEqual(['a', 'b']);
  });

  test('belongs to that of its Prometheus', () => {
    const explanation = explanationOf(
      'Prometheus/monitoring/k8s',
      scraper(),
      probe(),
      scrapeConfig({ jobName: 'nothing' }),
    );
    expect(explanation.verdict).toBe('Scrapes 1 target of 1 monitor.');
    const texts = allLinks(explanation).map(({ text }) => text);
    expect(texts).toContain('Takes 1 of 1 Probe.');
    expect(texts).toContain('1 monitor that it takes has no target: ScrapeConfig shop/web.');
  });
});

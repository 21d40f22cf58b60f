import fc from 'fast-check';
import { findStacks } from '../../../lib/simulator/stack/find-stacks';
import { documents, parseYaml, sourced } from './fixtures';

const REPOSITORY = 'https://charts.example.com/helm-charts';
const OCI = 'oci://registry.example.com/prometheus-community/charts/kube-prometheus-stack';

function found(...objects: any[]) {
  return findStacks(
    objects.map((object) => sourced(object)),
    parseYaml,
  );
}

function only(...objects: any[]) {
  const { stacks, problems } = found(...objects);
  expect(stacks).toHaveLength(1);
  return { stack: stacks[0], codes: problems.map(({ code }) => code) };
}

function application(source: any, more: any = {}) {
  return {
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'Application',
    metadata: { name: 'app', namespace: 'argocd' },
    spec: {
      source: { repoURL: REPOSITORY, chart: 'kube-prometheus-stack', targetRevision: '88.5.3', ...source },
      destination: { namespace: 'monitoring' },
      ...more,
    },
  };
}

function helmRelease(spec: any = {}, apiVersion = 'helm.toolkit.fluxcd.io/v2') {
  return {
    apiVersion,
    kind: 'HelmRelease',
    metadata: { name: 'stack', namespace: 'flux' },
    spec: { chart: { spec: { chart: 'kube-prometheus-stack', version: '88.5.3' } }, ...spec },
  };
}

function helmChart(spec: any = {}) {
  return {
    apiVersion: 'helm.cattle.io/v1',
    kind: 'HelmChart',
    metadata: { name: 'stack', namespace: 'kube-system' },
    spec: { chart: 'kube-prometheus-stack', repo: REPOSITORY, targetNamespace: 'monitoring', ...spec },
  };
}

function data(kind: string, name: string, content: any, more: any = {}) {
  return { apiVersion: 'v1', kind, metadata: { name, namespace: 'flux' }, ...content, ...more };
}

describe('an Argo CD Application', () => {
  test('declares a release, by its own name and into its destination', () => {
    const { stack, codes } = only(application({}));
    expect(stack).toMatchObject({
      release: 'app',
      namespace: 'monitoring',
      chartVersion: '88.5.3',
      values: {},
      source: { file: 'input.yaml' },
      declaredBy: 'Argo CD Application argocd/app',
    });
    expect(codes).toEqual([]);
  });

  test.each([
    ['a chart of an OCI registry', { repoURL: 'registry.example.com/charts', chart: 'kube-prometheus-stack' }],
    ['an OCI address', { repoURL: OCI, chart: undefined, path: '.' }],
    [
      'a folder of the repository of the charts',
      {
        repoURL: 'https://github.com/prometheus-community/helm-charts.git',
        chart: undefined,
        path: 'charts/kube-prometheus-stack',
      },
    ],
  ])('is recognised by %s', (_, source) => {
    expect(only(application(source)).stack.release).toBe('app');
  });

  test.each([
    ['another chart', { chart: 'grafana' }],
    ['a chart with a longer name', { chart: 'kube-prometheus-stack-extras' }],
    ['a directory', { chart: undefined, path: 'manifests' }],
  ])('of %s is none', (_, source) => {
    expect(found(application(source)).stacks).toEqual([]);
  });

  test('may have several sources, of which the chart counts, and values files that are not read', () => {
    const chart = { repoURL: REPOSITORY, chart: 'kube-prometheus-stack', helm: { valueFiles: ['$values/a.yaml'] } };
    const sources = [{ repoURL: 'https://git.example.com/a.git', ref: 'values' }, chart];
    const { problems } = found(application({}, { sources }));
    expect(only(application({}, { sources })).stack.chartVersion).toBeUndefined();
    expect(problems).toMatchObject([
      { code: 'stack/unknown-values', certainty: 'absent', field: 'spec.sources[1].helm.valueFiles' },
    ]);
    // A file of values cannot be given as a manifest.
    expect(problems[0].fix).toBe(
      'give the values with --stack and --helm-values, or write them into helm.valuesObject.',
    );
  });

  test('has values as text', () => {
    const { stack } = only(application({ helm: { releaseName: 'stack', values: 'prometheus:\n  enabled: off\n' } }));
    expect(stack).toMatchObject({ release: 'stack', values: { prometheus: { enabled: false } } });
  });

  test('prefers values in the object to those as text, and parameters to both', () => {
    const helm = {
      values: 'prometheus: {enabled: false, agentMode: true}',
      valuesObject: { prometheus: { enabled: false, prometheusSpec: { shards: 1, paused: false } } },
      parameters: [
        { name: 'prometheus.enabled', value: 'true' },
        { name: 'prometheus.prometheusSpec.shards', value: '3' },
        { name: 'prometheus.prometheusSpec.podMetadata.labels.example\\.com/a', value: '1', forceString: true },
        { name: 'prometheus.prometheusSpec.scrapeClasses[0].name', value: 'mtls' },
      ],
    };
    expect(only(application({ helm })).stack.values).toEqual({
      prometheus: {
        enabled: true,
        prometheusSpec: {
          shards: 3,
          paused: false,
          podMetadata: { labels: { 'example.com/a': '1' } },
          scrapeClasses: [{ name: 'mtls' }],
        },
      },
    });
  });

  test('loses a null in the object, and keeps one in the text', () => {
    const values = { prometheus: { prometheusSpec: { ruleSelector: null } } };
    const { stack, codes } = only(application({ helm: { valuesObject: values } }));
    expect(stack.values).toEqual({ prometheus: { prometheusSpec: {} } });
    expect(codes).toEqual(['stack/lost-null']);
    expect(only(application({ helm: { values: JSON.stringify(values) } })).stack.values).toEqual(values);
  });

  test('with text that is no YAML is a release all the same, with a problem', () => {
    const { stack, codes } = only(application({ helm: { values: 'a: [' } }));
    expect([stack.values, codes]).toEqual([{}, ['stack/bad-values']]);
  });
});

describe('an ApplicationSet', () => {
  const set = (name: string, helm: any, destination = 'monitoring') => ({
    apiVersion: 'argoproj.io/v1alpha1',
    kind: 'ApplicationSet',
    metadata: { name: 'stacks', namespace: 'argocd' },
    spec: {
      template: {
        metadata: { name },
        spec: {
          source: { repoURL: REPOSITORY, chart: 'kube-prometheus-stack', helm },
          destination: { namespace: destination },
        },
      },
    },
  });

  test('declares a release where its name and namespace do not depend on the generator', () => {
    const { stack } = only(set('stack-{{ .name }}', { releaseName: 'stack', valuesObject: { a: 1 } }));
    expect(stack).toMatchObject({ release: 'stack', namespace: 'monitoring', values: { a: 1 } });
  });

  test.each([
    ['the name', set('stack-{{ .name }}', {}), 'spec.template.spec.source.helm.releaseName'],
    ['the namespace', set('stack', {}, '{{ .ns }}'), 'spec.destination.namespace'],
  ])('declares none where %s depends on the generator, and says so', (_, object, field) => {
    const { stacks, problems } = found(object);
    expect(stacks).toEqual([]);
    expect(problems).toMatchObject([{ code: 'stack/unknown-release', certainty: 'absent', field }]);
  });
});

describe('a Flux HelmRelease', () => {
  test.each(['v2', 'v2beta1', 'v2beta2'])('of %s declares a release', (version) => {
    const { stack, codes } = only(helmRelease({ values: { a: 1 } }, `helm.toolkit.fluxcd.io/${version}`));
    expect(stack).toMatchObject({ release: 'stack', namespace: 'flux', chartVersion: '88.5.3', values: { a: 1 } });
    expect(codes).toEqual([]);
  });

  test.each([
    [{ targetNamespace: 'monitoring' }, 'monitoring-stack', 'monitoring'],
    [{ targetNamespace: 'monitoring', releaseName: 'stack' }, 'stack', 'monitoring'],
    [{ releaseName: 'other' }, 'other', 'flux'],
  ])('with %j is called %s, in %s', (spec, release, namespace) => {
    expect(only(helmRelease(spec)).stack).toMatchObject({ release, namespace });
  });

  test('has its long name shortened to what Helm takes', () => {
    const { release } = only(helmRelease({ targetNamespace: 'n'.repeat(60) })).stack;
    expect(release).toMatch(/^n{40}-[0-9a-f]{12}$/);
  });

  test.each([
    ['an OCIRepository with a tag', { url: OCI, ref: { tag: '87.0.0' } }, 'OCIRepository', '87.0.0'],
    ['an OCIRepository with a range', { url: OCI, ref: { semver: '88.x', tag: '1.0.0' } }, 'OCIRepository', '88.x'],
    ['a HelmChart', { chart: 'kube-prometheus-stack', version: '86.0.0' }, 'HelmChart', '86.0.0'],
  ])('takes its chart from %s', (_, spec, kind, version) => {
    const repository = {
      apiVersion: 'source.toolkit.fluxcd.io/v1',
      kind,
      metadata: { name: 'chart', namespace: 'sources' },
      spec,
    };
    const release = helmRelease({ chart: undefined, chartRef: { kind, name: 'chart', namespace: 'sources' } });
    expect(only(repository, release).stack.chartVersion).toBe(version);
    expect(found(release).stacks).toEqual([]);
    expect(found({ ...repository, spec: { url: 'oci://x/grafana', chart: 'grafana' } }, release).stacks).toEqual([]);
  });

  test('whose chart is not at hand is taken for one by the name of the reference, with a word about it', () => {
    const chartRef = { kind: 'OCIRepository', name: 'kube-prometheus-stack' };
    expect(only(helmRelease({ chart: undefined, chartRef })).codes).toEqual(['stack/unknown-chart']);
  });

  test('merges references in their order, those with a path too, and then its own values', () => {
    const release = helmRelease({
      valuesFrom: [
        { kind: 'Secret', name: 'c', valuesKey: 'label', targetPath: 'x' },
        { kind: 'ConfigMap', name: 'a' },
        { kind: 'Secret', name: 'b', valuesKey: 'v' },
        { kind: 'Secret', name: 'c', valuesKey: 'shards', targetPath: 'prometheus.prometheusSpec.replicas' },
        { kind: 'Secret', name: 'c', valuesKey: 'shards', targetPath: 'prometheus.prometheusSpec.shards' },
        { kind: 'Secret', name: 'c', valuesKey: 'label', targetPath: 'commonLabels.a' },
      ],
      values: { w: 'own', prometheus: { prometheusSpec: { shards: 2 } } },
    });
    const encoded = Buffer.from('x: b\nv: b\nw: b').toString('base64');
    const { stack, codes } = only(
      release,
      data('ConfigMap', 'a', { data: { 'values.yaml': 'x: a\nz: a' } }),
      data('Secret', 'b', { data: { v: encoded } }),
      data('Secret', 'c', { stringData: { shards: '4', label: '"1"' } }),
    );
    expect(stack.values).toEqual({
      commonLabels: { a: '1' },
      w: 'own',
      x: 'b',
      v: 'b',
      z: 'a',
      prometheus: { prometheusSpec: { replicas: 4, shards: 2 } },
    });
    expect(codes).toEqual([]);
  });

  test.each([
    ['is not at hand', []],
    ['lacks the key', [data('Secret', 'b', { data: {} })]],
    ['is encrypted', [data('Secret', 'b', { stringData: { 'values.yaml': 'ENC[x]' } }, { sops: {} })]],
  ])('says that values are missing where a reference %s', (_, more) => {
    const release = helmRelease({ valuesFrom: [{ kind: 'Secret', name: 'b', optional: true }], values: { a: 1 } });
    const { stack, codes } = only(release, ...more);
    expect([stack.values, codes]).toEqual([{ a: 1 }, ['stack/unknown-values']]);
  });
});

describe('a HelmChart of k3s', () => {
  test('declares a release of its own name', () => {
    const { stack } = only(helmChart({ valuesContent: 'prometheus: {enabled: no}', version: '88.5.3' }));
    expect(stack).toMatchObject({
      release: 'stack',
      namespace: 'monitoring',
      chartVersion: '88.5.3',
      values: { prometheus: { enabled: false } },
    });
  });

  test.each([
    ['prometheus-community/kube-prometheus-stack', undefined],
    [OCI, undefined],
    ['https://files.example.com/kube-prometheus-stack-87.0.0.tgz', '87.0.0'],
  ])('is recognised by %s', (chart, version) => {
    expect(only(helmChart({ chart })).stack.chartVersion).toBe(version);
  });

  test('is changed by a HelmChartConfig of its name, and by its settings', () => {
    const config = {
      apiVersion: 'helm.cattle.io/v1',
      kind: 'HelmChartConfig',
      metadata: { name: 'stack', namespace: 'kube-system' },
      spec: { valuesContent: 'a: config\nb: config' },
    };
    const chart = helmChart({ valuesContent: 'a: own\nb: own\nc: own', set: { 'b.x': 'true', d: '5', e: 5 } });
    expect(only(config, chart).stack.values).toEqual({ a: 'config', b: { x: true }, c: 'own', d: '5', e: 5 });
  });

  test('of Flux, which has the same kind, is none', () => {
    expect(found({ ...helmChart(), apiVersion: 'source.toolkit.fluxcd.io/v1' }).stacks).toEqual([]);
  });
});

describe('the namespace of objects that name none', () => {
  const directory = (name: string, namespace: string) => ({
    ...application({ chart: undefined, path: 'manifests' }, { destination: { namespace } }),
    metadata: { name, namespace: 'argocd' },
  });
  const kustomization = {
    apiVersion: 'kustomize.toolkit.fluxcd.io/v1',
    kind: 'Kustomization',
    metadata: { name: 'apps' },
    spec: { targetNamespace: 'web' },
  };

  test.each([
    ['of the one Application of plain manifests', [directory('a', 'shop'), application({})], 'shop'],
    ['of the one Kustomization', [kustomization], 'web'],
    ['unknown with two of them', [directory('a', 'shop'), directory('b', 'web')], undefined],
    ['unknown where only a chart is deployed', [application({})], undefined],
  ])('is that %s', (_, objects: any[], expected) => {
    expect(found(...objects).defaultNamespaceHint).toBe(expected);
  });
});

describe('objects of any shape', () => {
  test('in lists are found too', () => {
    expect(only({ apiVersion: 'v1', kind: 'List', items: [helmChart()] }).stack.release).toBe('stack');
  });

  test('with a name that Helm refuses declare none', () => {
    const { stacks, problems } = found(application({ helm: { releaseName: 'My Stack' } }));
    expect(stacks).toEqual([]);
    expect(problems).toMatchObject([{ code: 'stack/bad-release-name' }]);
  });

  test('never make it throw', () => {
    const rows: [any, string][] = [
      [application({ helm: {} }), 'spec'],
      [application({ helm: {} }), 'spec.source'],
      [application({ helm: {} }), 'spec.source.chart'],
      [application({ helm: {} }), 'spec.source.helm'],
      [application({ helm: {} }), 'spec.source.helm.valuesObject'],
      [application({ helm: {} }), 'spec.source.helm.parameters'],
      [application({ helm: { parameters: [{}] } }), 'spec.source.helm.parameters.0.name'],
      [application({ helm: {} }), 'spec.sources'],
      [application({ helm: {} }), 'metadata'],
      [helmRelease(), 'spec.values'],
      [helmRelease(), 'spec.valuesFrom'],
      [helmRelease(), 'spec.chartRef'],
      [helmRelease(), 'metadata.name'],
      [helmChart(), 'spec.set'],
      [helmChart(), 'spec.valuesContent'],
      [helmChart(), 'apiVersion'],
    ];
    fc.assert(
      fc.property(fc.constantFrom(...rows), fc.jsonValue(), ([object, place], value) => {
        const changed = structuredClone(object);
        const keys = place.split('.');
        const last = keys.pop() as string;
        keys.reduce((node, key) => node[key], changed)[last] = value;
        expect(found(changed).stacks.length).toBeLessThanOrEqual(1 + (Array.isArray(value) ? value.length : 0));
      }),
      { numRuns: 1000 },
    );
  });

  test('that hold themselves, or are very deep, are refused', () => {
    const circle: any = {};
    circle.again = circle;
    let deep: any = {};
    for (let depth = 0; depth < 50_000; depth += 1) {
      deep = { deep };
    }
    for (const values of [circle, deep]) {
      expect(only(helmRelease({ values })).codes).toEqual(['stack/bad-values']);
      expect(only(application({ helm: { valuesObject: values } })).codes).toEqual(['stack/bad-values']);
    }
  });

  test('do not change the prototype of anything', () => {
    const [object] = documents(
      JSON.stringify(helmChart({ set: { '__proto__.polluted': 1, 'a.__proto__.polluted': 1, 'constructor.x': 1 } })),
    );
    findStacks([object], parseYaml);
    expect(({} as any).polluted).toBeUndefined();
    expect((Object as any).x).toBeUndefined();
  });
});

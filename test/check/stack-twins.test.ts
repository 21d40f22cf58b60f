import { createEvaluation } from '../../lib/check/create-evaluation';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import type { StackSpec } from '../../lib/simulator/stack/stack-spec';

const VALUES = { prometheus: { prometheusSpec: { podMetadata: { labels: { team: '{{ .Values.team }}' } } } } };

/** A release that a values file or an option names. */
const given: StackSpec = {
  release: 'stack',
  namespace: 'monitoring',
  chartVersion: '88.5.3',
  values: VALUES,
  source: { file: 'stack.values' },
  declaredBy: 'values file stack.values',
};

function application(helm: object, namespace = 'monitoring'): SourcedObject {
  return {
    object: {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: { name: 'stack', namespace: 'argocd' },
      spec: {
        source: {
          repoURL: 'https://charts.example.com',
          chart: 'kube-prometheus-stack',
          targetRevision: '88.5.3',
          helm,
        },
        destination: { namespace },
      },
    },
    source: { file: 'application.yaml' },
  };
}

function findings(objects: SourcedObject[], stacks: StackSpec[]): string[] {
  return createEvaluation(objects, { stacks })
    .report()
    .findings.map(({ check, source, field }) => `${check} ${source.file} ${field}`)
    .filter((text) => text.startsWith('stack/'));
}

const ALONE = findings([], [given]);

test('a release with something to say of it is the base of what follows', () => {
  expect(ALONE).not.toEqual([]);
});

test.each<[string, object]>([
  ['says the same of it', { releaseName: 'stack', valuesObject: VALUES }],
  ['takes the values from a file', { releaseName: 'stack', valueFiles: ['$values/dist/stack.values'] }],
])('a release that is given counts once beside an Application that %s', (_title, helm) => {
  expect(findings([application(helm)], [given])).toEqual(ALONE);
});

test.each<[string, SourcedObject]>([
  ['other values', application({ releaseName: 'stack', valuesObject: { a: { b: '{{ c }}' }, ...VALUES } })],
  ['another name', application({ releaseName: 'other', valuesObject: VALUES })],
  ['another namespace', application({ releaseName: 'stack', valuesObject: VALUES }, 'elsewhere')],
])('an Application with %s is looked at for itself', (_title, object) => {
  expect(findings([object], [given])).toEqual(
    expect.arrayContaining([...ALONE, expect.stringContaining('application.yaml')]),
  );
});

test('values in a file that nobody gave are still asked for', () => {
  const object = application({ releaseName: 'other', valueFiles: ['$values/dist/other.values'] });
  expect(findings([object], [given])).toContain('stack/assumed application.yaml spec.source.helm.valueFiles');
});

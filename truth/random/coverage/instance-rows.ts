import { isInstance } from '../../scenario/supplements';
import { PROMETHEUS_2 } from '../prometheus-2';
import type { RowGroup } from './cluster-facts';
import { SELECTOR_FORMS, selectorForms } from './selector-form';

/** Instances that run with what the Operator wrote for them. */
export const INSTANCES: RowGroup = {
  title: 'instance that loads',
  rows: [
    'Prometheus',
    'PrometheusAgent',
    'PrometheusAgent on every node',
    'Prometheus 2',
    'Prometheus 3',
    'another version than those that run',
    'role Endpoints',
    'role EndpointSlice',
    '1 shard',
    '2 shards',
    '3 shards',
    'shards by zone',
    'default scrape class',
    'ignoreNamespaceSelectors',
    'enforcedNamespaceLabel',
    'excludedFromEnforcement',
    'podTargetLabels',
    'overrideHonorLabels',
    'overrideHonorTimestamps',
    'arbitraryFSAccessThroughSMs.deny',
    'scrapeInterval',
    'scrapeTimeout',
    'enforced limits',
    'additionalScrapeConfigs',
  ],
  *of({ context, prediction }) {
    for (const { settings, kind, key, object } of context.simulation.instances) {
      if (prediction.instances[`${kind} ${key}`].outcome !== 'loaded') {
        continue;
      }
      const { spec } = object.object;
      yield settings.daemonSet ? 'PrometheusAgent on every node' : kind;
      yield `Prometheus ${settings.version?.major}`;
      if (![PROMETHEUS_2, undefined].includes(spec.version)) {
        yield 'another version than those that run';
      }
      yield `role ${settings.role === 'endpoints' ? 'Endpoints' : 'EndpointSlice'}`;
      if (settings.zones !== undefined) {
        yield 'shards by zone';
      } else if (settings.shards <= 3) {
        yield `${settings.shards} shard${settings.shards === 1 ? '' : 's'}`;
      }
      if (settings.scrapeClasses.fallback !== undefined) {
        yield 'default scrape class';
      }
      const set: [row: string, isSet: boolean][] = [
        ['ignoreNamespaceSelectors', settings.ignoreNamespaceSelectors],
        ['enforcedNamespaceLabel', settings.enforcedNamespaceLabel !== ''],
        ['excludedFromEnforcement', settings.excludedFromEnforcement.length > 0],
        ['podTargetLabels', settings.podTargetLabels.length > 0],
        ['overrideHonorLabels', settings.overrideHonorLabels],
        ['overrideHonorTimestamps', settings.overrideHonorTimestamps],
        ['arbitraryFSAccessThroughSMs.deny', settings.denyFiles],
        ['scrapeInterval', spec.scrapeInterval !== undefined],
        ['scrapeTimeout', spec.scrapeTimeout !== undefined],
        ['enforced limits', Object.keys(spec).some((field) => /^enforced.*(?:Limit|Targets)$/.test(field))],
        ['additionalScrapeConfigs', spec.additionalScrapeConfigs !== undefined],
      ];
      yield* set.flatMap(([row, isSet]) => (isSet ? [row] : []));
    }
  },
};

/** Selectors for monitors of instances that load. */
export const INSTANCE_SELECTORS: RowGroup = {
  title: 'selector of an instance',
  rows: ['labels', 'namespaces'].flatMap((what) => SELECTOR_FORMS.map((form) => `${what}: ${form}`)),
  *of({ context, prediction }) {
    for (const { kind, key, object } of context.simulation.instances) {
      const { spec } = object.object;
      for (const prefix of prediction.instances[`${kind} ${key}`].outcome === 'loaded'
        ? ['serviceMonitor', 'podMonitor']
        : []) {
        yield* selectorForms(spec[`${prefix}Selector`]).map((form) => `labels: ${form}`);
        if (spec[`${prefix}Selector`] !== undefined) {
          yield* selectorForms(spec[`${prefix}NamespaceSelector`]).map((form) => `namespaces: ${form}`);
        }
      }
    }
  },
};

const FLAGS = [
  'namespaces',
  'deny-namespaces',
  'prometheus-instance-namespaces',
  'prometheus-instance-selector',
  'controller-id',
  'feature-gates',
];

export const OPERATORS: RowGroup = {
  title: 'Operator',
  rows: ['assumed', 'assumed, with controller ids', 'given', 'given twice', ...FLAGS.map((flag) => `--${flag}`)],
  *of({ objects }) {
    const args: string[][] = objects
      .filter(({ kind, metadata }) => kind === 'Deployment' && metadata.name.startsWith('prometheus-operator'))
      .map(({ spec }) => spec.template.spec.containers[0].args ?? []);
    if (args.length === 0) {
      const ids = objects.filter(isInstance).some(({ metadata }) => metadata.annotations !== undefined);
      yield ids ? 'assumed, with controller ids' : 'assumed';
    } else {
      yield args.length === 1 ? 'given' : 'given twice';
    }
    for (const flag of FLAGS) {
      if (args.flat().some((argument) => new RegExp(`^--?${flag}(=|$)`).test(argument))) {
        yield `--${flag}`;
      }
    }
  },
};

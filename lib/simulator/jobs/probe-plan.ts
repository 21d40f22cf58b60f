import { namespacesSearched } from '../discovery/namespaces-searched';
import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { probeTargets } from '../operator/monitor-parts';
import type { RelabelSupport } from '../operator/object-lookup';
import { joinPath, namespaceOf } from '../operator/problem';
import { scrapeClassFor } from '../operator/scrape-class';
import type { RelabelRule } from '../relabel/relabel-rule';
import type { DirectJob, TargetSource } from './direct-job';
import { enforcedNamespaceRules } from './enforced-namespace';
import { filledIn } from './placeholders';
import { copyRule, FIRST_GROUP, JOB_NAME_RULE, rule } from './rules';
import { selectorRules } from './selector-rules';
import { shardRules } from './shard-rules';

const INGRESS = '__meta_kubernetes_ingress_';
const TARGET = '__param_target';

/** What of a direct job depends on the object alone, and on what the instance asks of all. */
export type DirectPlan = Omit<DirectJob, 'prometheus' | 'instance' | 'plan' | 'scrapeInterval' | 'scrapeTimeout'>;

/**
 * The job of a Probe.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`.
 */
export function probePlan(monitor: SourcedObject, settings: InstanceSettings, relabel: RelabelSupport): DirectPlan {
  const { spec = {}, metadata } = monitor.object;
  const { prober = {} } = spec;
  return {
    name: `probe/${namespaceOf(monitor.object)}/${metadata.name}`,
    monitor,
    sources: sourcesOf(monitor, settings),
    relabelRules: [
      JOB_NAME_RULE,
      ...jobNameRules(spec.jobName || undefined, settings),
      ...targetRules(monitor),
      ...lastRules(monitor, settings, relabel),
    ],
    scheme: String(prober.scheme || 'http').toLowerCase(),
    // The API server fills the path in where there is a prober at all.
    metricsPath: prober.path ?? (spec.prober === undefined ? '' : '/probe'),
    params: paramsOf(spec),
    honorLabels: false,
  };
}

function paramsOf({ module = '', params }: any): { readonly [name: string]: readonly string[] } {
  const list: any[] = Array.isArray(params) ? params : [];
  const own = list.filter(({ name }) => module === '' || name !== 'module');
  return {
    ...(module === '' ? {} : { module: [module] }),
    ...Object.fromEntries(own.map(({ name, values = [] }) => [name, values])),
  };
}

function sourcesOf(monitor: SourcedObject, { ignoreNamespaceSelectors }: InstanceSettings): TargetSource[] {
  const targets = probeTargets(monitor);
  const namespace = namespaceOf(monitor.object);
  if (targets === undefined) {
    return [];
  }
  const { part, config } = targets;
  const field = `spec.targets.${part}`;
  return part === 'ingress'
    ? [
        {
          kind: 'ingresses',
          field,
          namespaces: namespacesSearched(namespace, config.namespaceSelector, ignoreNamespaceSelectors),
          selector: config.selector ?? {},
        },
      ]
    : [{ kind: 'static', field, targets: config.static ?? [], labels: { namespace, ...config.labels } }];
}

/** Puts what is to be probed into a parameter, and the prober in its place. */
function targetRules(monitor: SourcedObject): RelabelRule[] {
  const targets = probeTargets(monitor);
  const instance = copyRule('', TARGET, 'instance');
  const prober = rule('label', 'spec.prober.url', {
    targetLabel: '__address__',
    replacement: String(monitor.object.spec?.prober?.url ?? ''),
  });
  if (targets === undefined) {
    return [];
  }
  return targets.part === 'ingress'
    ? [
        ...selectorRules(targets.config.selector, INGRESS, 'spec.targets.ingress.selector'),
        rule('label', '', {
          sourceLabels: [`${INGRESS}scheme`, '__address__', `${INGRESS}path`],
          regex: '(.+);(.+);(.+)',
          targetLabel: TARGET,
          replacement: `${FIRST_GROUP}://\${2}\${3}`,
        }),
        copyRule('', '__meta_kubernetes_namespace', 'namespace'),
        copyRule('', `${INGRESS}name`, 'ingress'),
        copyRule('', '__address__', '__tmp_ingress_address'),
        instance,
        prober,
      ]
    : [copyRule('', '__address__', TARGET), instance, prober];
}

/** The rule that names a job; none where the object does not. */
export function jobNameRules(jobName: unknown, settings: InstanceSettings): RelabelRule[] {
  return typeof jobName === 'string'
    ? [filledIn(rule('label', 'spec.jobName', { targetLabel: 'job', replacement: jobName }), settings)]
    : [];
}

/** The rules that a scrape class brings along. */
export function classRules(
  { object }: SourcedObject,
  settings: InstanceSettings,
  relabel: RelabelSupport,
): RelabelRule[] {
  const scrapeClass = scrapeClassFor(object.spec, settings.scrapeClasses);
  const configs: any[] = scrapeClass?.spec.relabelings ?? [];
  return configs.map((config, i) =>
    filledIn(relabel.toRule(config, { reason: 'class', field: `${scrapeClass?.field}.relabelings[${i}]` }), settings),
  );
}

/** The rules of the user. */
export function userRules(
  configs: any,
  field: string,
  settings: InstanceSettings,
  relabel: RelabelSupport,
): RelabelRule[] {
  return (Array.isArray(configs) ? configs : []).map((config, i) =>
    filledIn(relabel.toRule(config, { reason: 'user', field: joinPath(field, i) }), settings),
  );
}

function lastRules(monitor: SourcedObject, settings: InstanceSettings, relabel: RelabelSupport): RelabelRule[] {
  const targets = probeTargets(monitor);
  const field = `spec.targets.${targets?.part}.relabelingConfigs`;
  return [
    ...(targets === undefined
      ? []
      : [
          ...classRules(monitor, settings, relabel),
          ...userRules(targets.config.relabelingConfigs, field, settings, relabel),
          ...enforcedNamespaceRules(monitor, settings),
        ]),
    ...shardRules(settings, TARGET),
  ];
}

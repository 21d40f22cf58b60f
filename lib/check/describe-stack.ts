import { countText } from '../report/count-text';
import type {
  StackAlertmanagerReport,
  StackGrafanaReport,
  StackOperatorReport,
  StackPart,
  StackPrometheusReport,
  StackReport,
} from '../report/stack-report';
import { releaseOfStack } from '../simulator/stack/release-of-stack';
import type { StackSpec } from '../simulator/stack/stack-spec';
import {
  type AlertmanagerFacts,
  alertmanagerFacts,
  type ThanosRulerFacts,
  thanosRulerFacts,
} from '../stack/facts/alertmanager';
import { type KnownVersions, versionIn, versionsOf } from '../stack/facts/chart-versions';
import { type GrafanaFacts, grafanaFacts } from '../stack/facts/grafana';
import { type OperatorFacts, operatorFacts, operatorScope } from '../stack/facts/operator';
import { ownDashboards } from '../stack/facts/own-dashboards';
import { ownMonitors } from '../stack/facts/own-monitors';
import { ownRuleGroups } from '../stack/facts/own-rules';
import { ownSelection, type WhyLost } from '../stack/facts/own-selection';
import { type PrometheusFacts, prometheusFacts, renderedSelections } from '../stack/facts/prometheus';
import { type Release, subchartOf } from '../stack/facts/release';
import { SELECTED_KINDS, type SelectedKind, selectionKeys } from '../stack/facts/selection';
import { namespacesWords, selectorWords } from './selection-words';

/** What a release puts into a cluster, and what it selects. Of the values, those count that the chart can use. */
export function describeStack(stack: StackSpec): StackReport {
  const release = releaseOfStack(stack);
  const prometheus = prometheusFacts(release);
  const alertmanager = alertmanagerFacts(release);
  const grafana = grafanaFacts(release);
  const operator = operatorFacts(release);
  const versions = versionsOf(release.chartVersion);
  return {
    version: 1,
    release: stack.release,
    namespace: stack.namespace,
    chartVersion: release.chartVersion,
    ...(prometheus.enabled ? { prometheus: prometheusReport(release, prometheus, versions) } : {}),
    ...(alertmanager.enabled ? { alertmanager: alertmanagerReport(alertmanager) } : {}),
    ...(grafana.enabled ? { grafana: grafanaReport(grafana) } : {}),
    ...(operator.enabled ? { operator: operatorReport(operator) } : {}),
    serviceMonitors: ownMonitors(release)
      .map(({ namespace, name }) => `${namespace}/${name}`)
      .sort(),
    parts: [
      ...(prometheus.enabled ? [prometheusPart(release, prometheus, versions)] : []),
      ...(alertmanager.enabled ? [alertmanagerPart(alertmanager, versions)] : []),
      ...thanosRulerParts(thanosRulerFacts(release)),
      ...(grafana.enabled ? [grafanaPart(grafana, versions)] : []),
      ...(operator.enabled ? [operatorPart(operator, versions)] : []),
      ...exporterParts(release),
      ...monitorParts(release),
      contentPart(release),
    ],
  };
}

function prometheusReport(release: Release, facts: PrometheusFacts, versions: KnownVersions): StackPrometheusReport {
  const { kind, name, namespace, serviceAccountName, shards, scrapeInterval, ignoreNamespaceSelectors } = facts;
  const version = versionIn(facts.versionText) ?? versions.prometheus;
  const rendered = renderedSelections(release);
  const selectors = SELECTED_KINDS.flatMap((selected) => {
    const keys = selectionKeys(selected);
    const { selector, namespaceSelector } = rendered[selected];
    return [
      [keys.selector, selector],
      [keys.namespaceSelector, namespaceSelector],
    ];
  });
  return {
    kind,
    name,
    namespace,
    ...(version === undefined ? {} : { version }),
    serviceAccountName,
    ...Object.fromEntries(selectors.filter(([, selector]) => selector !== undefined)),
    shards,
    scrapeInterval,
    ignoreNamespaceSelectors,
    ...(facts.enforcedNamespaceLabel === '' ? {} : { enforcedNamespaceLabel: facts.enforcedNamespaceLabel }),
  };
}

function alertmanagerReport(facts: AlertmanagerFacts): StackAlertmanagerReport {
  const { name, namespace, configSelector, configNamespaceSelector } = facts;
  return {
    name,
    namespace,
    ...(configSelector === undefined ? {} : { alertmanagerConfigSelector: configSelector }),
    ...(configNamespaceSelector === undefined ? {} : { alertmanagerConfigNamespaceSelector: configNamespaceSelector }),
  };
}

function grafanaReport({ name, namespace, dashboards }: GrafanaFacts): StackGrafanaReport {
  return {
    name,
    namespace,
    ...(dashboards === undefined ? {} : { dashboardLabel: dashboards.label }),
    ...(dashboards === undefined || dashboards.labelValue === '' ? {} : { dashboardLabelValue: dashboards.labelValue }),
  };
}

function operatorReport({ name, namespace, namespaces = [], denyNamespaces }: OperatorFacts): StackOperatorReport {
  return { name, namespace, namespaces, denyNamespaces };
}

const PLURALS: { readonly [kind in SelectedKind]: string } = {
  serviceMonitor: 'ServiceMonitors',
  podMonitor: 'PodMonitors',
  probe: 'Probes',
  rule: 'PrometheusRules',
  scrapeConfig: 'ScrapeConfigs',
};

function prometheusPart(release: Release, facts: PrometheusFacts, versions: KnownVersions): StackPart {
  const { kind, name, namespace, service, serviceAccountName, shards } = facts;
  const rendered = renderedSelections(release);
  return {
    title: `${kind} ${namespace}/${name}`,
    lines: [
      ...versionLine(facts.versionText, versions.prometheus),
      ['address', service.url],
      ...(facts.remoteWriteUrl === undefined ? [] : ([['remote write', facts.remoteWriteUrl]] as const)),
      ...(facts.otlpUrl === undefined ? [] : ([['OTLP', facts.otlpUrl]] as const)),
      ['service account', serviceAccountName],
      ['scrape interval', facts.scrapeInterval],
      ...(shards > 1 ? ([['shards', String(shards)]] as const) : []),
      ...(facts.ignoreNamespaceSelectors
        ? ([['ignores', 'namespaceSelector of monitors, which reach their own namespace only']] as const)
        : []),
      ...(facts.enforcedNamespaceLabel === ''
        ? []
        : ([['enforces', `label ${facts.enforcedNamespaceLabel}: the namespace of the monitor or rule`]] as const)),
      ...SELECTED_KINDS.map((one): [string, string] => [
        `takes ${PLURALS[one]}`,
        takesWords(rendered[one].selector, rendered[one].namespaceSelector, namespace),
      ]),
    ],
  };
}

function takesWords(selector: any, namespaceSelector: any, own: string): string {
  return selector === undefined ? 'none' : `${selectorWords(selector)}, ${namespacesWords(namespaceSelector, own)}`;
}

function alertmanagerPart(facts: AlertmanagerFacts, versions: KnownVersions): StackPart {
  const { name, namespace, service, configSelector, configNamespaceSelector } = facts;
  const alone = 'each sees alerts of its own namespace only, by the label namespace';
  const strategies: { readonly [strategy: string]: string } = {
    OnNamespace: alone,
    OnNamespaceExceptForAlertmanagerNamespace: `${alone}; those in ${namespace} see all`,
    None: 'each sees all alerts',
  };
  return {
    title: `Alertmanager ${namespace}/${name}`,
    lines: [
      ...versionLine(facts.versionText, versions.alertmanager),
      ['address', service.url],
      ['service account', facts.serviceAccountName],
      ['takes AlertmanagerConfigs', takesWords(configSelector, configNamespaceSelector, namespace)],
      ['their routes', strategies[facts.configMatcherStrategy] ?? facts.configMatcherStrategy],
    ],
  };
}

function thanosRulerParts(facts: ThanosRulerFacts): StackPart[] {
  const { enabled, name, namespace, service, ruleSelector, ruleNamespaceSelector } = facts;
  return enabled
    ? [
        {
          title: `ThanosRuler ${namespace}/${name}`,
          lines: [
            ['address', service.url],
            ['takes PrometheusRules', takesWords(ruleSelector, ruleNamespaceSelector, namespace)],
          ],
        },
      ]
    : [];
}

function grafanaPart(facts: GrafanaFacts, versions: KnownVersions): StackPart {
  const { name, namespace, service, dashboards, datasources } = facts;
  const words = (sidecar: GrafanaFacts['dashboards']) =>
    sidecar === undefined
      ? 'none'
      : `ConfigMaps and Secrets labelled ${sidecar.label}${sidecar.labelValue === '' ? '' : `=${sidecar.labelValue}`}, ${inNamespaces(sidecar.namespaces)}`;
  return {
    title: `Grafana ${namespace}/${name}`,
    lines: [
      ...versionLine(facts.versionText, versions.grafana),
      ['address', service.url],
      ['takes dashboards', words(dashboards)],
      ...(facts.foldersFromFiles && facts.folderAnnotation !== ''
        ? ([['their folders', `annotation ${facts.folderAnnotation}`]] as const)
        : []),
      ['takes data sources', words(datasources)],
    ],
  };
}

function inNamespaces(namespaces: readonly string[] | undefined): string {
  if (namespaces === undefined) {
    return 'in all namespaces';
  }
  return `in ${namespaces.length === 1 ? 'namespace' : 'namespaces'} ${namespaces.join(', ')}`;
}

function operatorPart(facts: OperatorFacts, versions: KnownVersions): StackPart {
  const { name, namespace, prometheusInstanceNamespaces } = facts;
  return {
    title: `Operator ${namespace}/${name}`,
    lines: [
      ...versionLine(facts.versionText, versions.operator),
      ['watches', operatorScope(facts).describe()],
      ...(prometheusInstanceNamespaces.length === 0
        ? []
        : ([['runs Prometheus', inNamespaces(prometheusInstanceNamespaces)]] as const)),
    ],
  };
}

function exporterParts(release: Release): StackPart[] {
  const lines = (['kube-state-metrics', 'prometheus-node-exporter', 'prometheus-windows-exporter'] as const)
    .map((subchart) => ({ subchart, ...subchartOf(release, subchart) }))
    .filter(({ enabled }) => enabled)
    .map(({ subchart, namespace, name }): [string, string] => [
      subchart.replace('prometheus-', ''),
      `${namespace}/${name}`,
    ]);
  return lines.length === 0 ? [] : [{ title: 'Exporters', lines }];
}

const LOST: { readonly [why in WhyLost]: string } = {
  labels: 'not taken: its labels do not match',
  namespace: 'not taken: its namespace is not searched',
  operator: 'not taken: the Operator does not watch its namespace',
};

function monitorParts(release: Release): StackPart[] {
  const selection = ownSelection(release);
  const lines = ownMonitors(release).map((monitor): [string, string] => {
    const state = selection(monitor);
    const job = monitor.job === undefined ? '' : `, job ${monitor.job}`;
    const lost = state === 'taken' || state === 'unknown' ? '' : `, ${LOST[state]}`;
    return [monitor.component, `${monitor.namespace}/${monitor.name}${job}${lost}`];
  });
  return lines.length === 0 ? [] : [{ title: 'Its own ServiceMonitors', lines }];
}

function contentPart(release: Release): StackPart {
  const groups = ownRuleGroups(release);
  const alerts = new Set(groups.flatMap((group) => group.alerts));
  return {
    title: 'It also brings',
    lines: [
      ['rules', `${countText(groups.length, 'group')} with ${countText(alerts.size, 'alert')}`],
      ['dashboards', String(ownDashboards(release).length)],
    ],
  };
}

function versionLine(text: string, brought: string | undefined): [string, string][] {
  const version = versionIn(text) ?? brought;
  return version === undefined ? [] : [['version', version]];
}

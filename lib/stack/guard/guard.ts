import { checkKeys, type KeysKnown } from './check-keys';
import { type GuardProblem, GuardReport } from './guard-problem';
import { GuardedValues, type GuardSubject } from './guarded-values';
import { KEYS_OF_CHART } from './key-tree';
import { literalSecrets } from './literal-secrets';
import { agentRules } from './rules/agent-rules';
import { alertmanagerRules } from './rules/alertmanager-rules';
import { controlPlaneRules } from './rules/control-plane-rules';
import { crdRules } from './rules/crd-rules';
import { dashboardRules } from './rules/dashboard-rules';
import { exporterRules } from './rules/exporter-rules';
import { externalLabelRules } from './rules/external-label-rules';
import { grafanaRules } from './rules/grafana-rules';
import { monitorRules } from './rules/monitor-rules';
import { networkingRules } from './rules/networking-rules';
import { operatorRules } from './rules/operator-rules';
import { prometheusRules } from './rules/prometheus-rules';
import { releaseRules } from './rules/release-rules';
import { scrapingRules } from './rules/scraping-rules';
import { selectionRules } from './rules/selection-rules';
import { selectorRules } from './rules/selector-rules';
import { shardRules } from './rules/shard-rules';
import { switchRules } from './rules/switch-rules';
import { thanosRules } from './rules/thanos-rules';
import { webhookRules } from './rules/webhook-rules';

/**
 * Everything that is to be said of the values of a release: keys that the chart does not read, wrong types, forms that it
 * drops, combinations that cannot work, known traps, and secrets that are written out. Never throws, never repeats a secret.
 */
export function guardValues(subject: GuardSubject): GuardProblem[] {
  if (Object.keys(subject.values).length === 0 && !subject.argo) {
    return [];
  }
  const report = new GuardReport();
  checkKeys(subject.values, keysKnown(subject), subject.chart, report);
  const values = new GuardedValues(subject, report);
  selectorRules(values);
  if (!subject.partial) {
    applyRules(values);
  }
  crdRules(values);
  for (const { steps, fix } of literalSecrets(subject.values)) {
    report.add(
      'stack/literal-secret',
      'error',
      steps,
      'a literal secret would end up in the values file and in the Secret of the release.',
      fix,
    );
  }
  return onePerPlace(report.problems);
}

function applyRules(values: GuardedValues): void {
  releaseRules(values);
  operatorRules(values);
  webhookRules(values);
  prometheusRules(values);
  agentRules(values);
  shardRules(values);
  externalLabelRules(values);
  scrapingRules(values);
  selectionRules(values);
  thanosRules(values);
  alertmanagerRules(values);
  grafanaRules(values);
  dashboardRules(values);
  exporterRules(values);
  monitorRules(values);
  controlPlaneRules(values);
  networkingRules(values);
  switchRules(values);
}

/** What is wrong by its type needs no second word on what follows from it. */
function onePerPlace(problems: readonly GuardProblem[]): GuardProblem[] {
  const wrong = new Set(problems.filter(({ code }) => code === 'stack/wrong-type').map(({ path }) => path));
  return problems.filter(
    ({ code, path }) => code === 'stack/wrong-type' || code === 'stack/literal-secret' || !wrong.has(path),
  );
}

function keysKnown({ chart, chartAssumed }: GuardSubject): KeysKnown {
  const [major, minor, patch] = numbers(chart);
  const [knownMajor, knownMinor, knownPatch] = numbers(KEYS_OF_CHART);
  if (major !== knownMajor) {
    return 'another major';
  }
  if (chartAssumed) {
    return 'assumed';
  }
  return minor < knownMinor || (minor === knownMinor && patch <= knownPatch) ? 'all' : 'most';
}

function numbers(version: string): number[] {
  return version.split('.').map(Number);
}

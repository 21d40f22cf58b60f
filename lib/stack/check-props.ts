import { SizeRoundingBehavior } from 'cdk8s';
import { isDnsLabel } from '../private/kubernetes-names';
import { isPlainObject } from '../private/plain-object';
import type { Problem, Problems } from '../private/problems';
import { isFullVersion, NEWEST_CHART } from './facts/chart-versions';
import { SELECTED_KINDS, selectionKeys } from './facts/selection';
import { Platform } from './platform';
import type { StackReleaseProps } from './stack-release-props';
import type { StackPrometheus } from './typed/prometheus/stack-prometheus';
import { STACK } from './typed/stack-table';
import { tableProblems } from './typed/value-table';
import { MANIFEST_EXTENSIONS } from './values-file';

/** Checks what is wrong whatever the chart's values are: release, namespace, chart version, file name. */
export function checkRelease(
  problems: Problems,
  release: string,
  namespace: string | undefined,
  chartVersion: string,
  valuesFile: string,
): void {
  if (release.length > 53) {
    problems.add(
      'releaseName',
      `"${release}" has ${release.length} characters, and Helm refuses more than 53.`,
      `releaseName: '${asDnsLabel(release, 53)}'`,
    );
  } else if (!isDnsLabel(release)) {
    problems.add(
      'releaseName',
      `"${release}" is not a valid release name: it needs lower-case letters, digits and hyphens, with a letter or digit at both ends.`,
      `releaseName: '${asDnsLabel(release, 53) || 'prometheus-stack'}'`,
    );
  }
  if (namespace === undefined) {
    problems.add(
      'namespace',
      'neither this construct nor its chart has a namespace, so URLs and namespace selectors cannot be known.',
      "namespace: 'monitoring', here or on the chart",
    );
  } else if (!isDnsLabel(namespace)) {
    problems.add(
      'namespace',
      `"${namespace}" is not a valid namespace name.`,
      `namespace: '${asDnsLabel(namespace, 63)}'`,
    );
  }
  checkChartVersion(problems, chartVersion);
  checkValuesFile(problems, valuesFile);
}

function checkChartVersion(problems: Problems, version: string): void {
  if (!isFullVersion(version)) {
    problems.add(
      'chartVersion',
      `"${version}" is not an exact version, so what gets installed would depend on the day.`,
      `give all three numbers, for example "${NEWEST_CHART}".`,
    );
  } else if (version.startsWith('63.')) {
    problems.add(
      'chartVersion',
      `"${version}": the charts 63.x read selectors in another way, which 64.0.0 took back a week later.`,
      'use 64.0.0 or later.',
    );
  }
}

function checkValuesFile(problems: Problems, name: string): void {
  const manifest = MANIFEST_EXTENSIONS.find((extension) => name.toLowerCase().endsWith(extension));
  if (manifest !== undefined) {
    problems.add(
      'valuesFile',
      `"${name}" ends with ${manifest}, so kubectl, Argo CD, Flux or cdk8s itself would take it for a manifest.`,
      `valuesFile: '${name.slice(0, -manifest.length)}.values'`,
    );
  } else if (!/^[A-Za-z0-9][-A-Za-z0-9._]*$/.test(name) || name.toLowerCase() === 'kustomization') {
    problems.add(
      'valuesFile',
      `"${name}" is not a plain file name; the file is written into the output folder itself.`,
      "valuesFile: 'prometheus-stack.values'",
    );
  }
}

/**
 * What TypeScript would have refused, and what no text can be written for. Plain JavaScript comes here with the first.
 *
 * @returns whether values can be made of the props
 */
export function checkTypes(problems: Problems, props: StackReleaseProps): boolean {
  const found = tableProblems(STACK, props, '');
  if (props.platform !== undefined && !(props.platform instanceof Platform)) {
    found.push({
      field: 'platform',
      message: `${JSON.stringify(props.platform)} is no Platform.`,
      fix: 'platform: Platform.GKE',
    });
  }
  problems.addAll(found);
  return found.length === 0;
}

/** Checks what the typed props say, before they become values of the chart. */
export function checkTypedProps(problems: Problems, props: StackReleaseProps): void {
  const prometheus = props.prometheus ?? {};
  checkStorage(problems, 'prometheus', prometheus.storage, prometheus.storageClassName);
  checkStorage(problems, 'alertmanager', props.alertmanager?.storage, props.alertmanager?.storageClassName);
  checkStorage(problems, 'thanosRuler', props.thanosRuler?.storage, props.thanosRuler?.storageClassName);
  checkStorageSpec(problems, prometheus);
  checkRetention(problems, prometheus);
  checkRetentionSize(problems, prometheus);
  checkSelectors(problems, prometheus);
}

function checkStorage(problems: Problems, group: string, storage: unknown, storageClassName: string | undefined) {
  if (storageClassName !== undefined && storage === undefined) {
    problems.add(
      `${group}.storageClassName`,
      `"${storageClassName}" has no effect without a size: the data stay in an emptyDir and go with the pod.`,
      `add ${group}.storage, for example Size.gibibytes(50).`,
    );
  }
}

function checkStorageSpec(problems: Problems, { storage, storageClassName, storageSpec }: StackPrometheus): void {
  const other = storage !== undefined ? 'storage' : storageClassName !== undefined ? 'storageClassName' : undefined;
  if (storageSpec !== undefined && other !== undefined) {
    problems.add(
      'prometheus.storageSpec',
      `says the same as prometheus.${other}, so the two would be mixed.`,
      'keep one of them.',
    );
  }
}

function checkRetention(problems: Problems, { retainUntilFull, retention, retentionSize }: StackPrometheus): void {
  if (retainUntilFull && retention !== undefined) {
    problems.add(
      'prometheus.retainUntilFull',
      'true and prometheus.retention say two different things.',
      'keep one of them.',
    );
  }
  if (retainUntilFull && retentionSize === undefined) {
    problems.add(
      'prometheus.retainUntilFull',
      'needs a size, since without one the Operator falls back to 24 hours.',
      'add prometheus.retentionSize, for example Size.gibibytes(40).',
    );
  }
}

function checkRetentionSize(problems: Problems, { storage, retentionSize }: StackPrometheus): void {
  const kibibytes = { rounding: SizeRoundingBehavior.NONE };
  if (storage && retentionSize && retentionSize.toKibibytes(kibibytes) >= storage.toKibibytes(kibibytes)) {
    problems.add(
      'prometheus.retentionSize',
      `${retentionSize.asString()} is not below the ${storage.asString()} of prometheus.storage, so the volume is full before anything is deleted.`,
      'stay under about 85 % of the volume.',
    );
  }
}

function checkSelectors(problems: Problems, prometheus: StackPrometheus): void {
  const given = prometheus as { [key: string]: any };
  for (const field of ['ruleSelector', 'ruleNamespaceSelector'] as const) {
    if (prometheus.agentMode && prometheus[field] !== undefined) {
      problems.add(
        `prometheus.${field}`,
        'has no effect with prometheus.agentMode: a PrometheusAgent evaluates no rules.',
        'leave it out, or run a Prometheus for the rules.',
      );
    }
  }
  for (const kind of SELECTED_KINDS) {
    const keys = selectionKeys(kind);
    const selector = given[keys.selector];
    const usesHelmValues = given[keys.nilUsesHelmValues];
    const field = `prometheus.${keys.selector}`;
    const empty = selector !== undefined && Object.keys(selector.toManifest() ?? {}).length === 0;

    if (selector?.selectsNothing && kind !== 'rule' && kind !== 'scrapeConfig') {
      problems.add(
        field,
        'the chart has no values that make it select nothing: it would select everything.',
        "select a label that no object carries, for example LabelSelector.matchLabels({ prometheus: 'none' }).",
      );
    }
    if (empty && usesHelmValues === true) {
      problems.add(
        `prometheus.${keys.nilUsesHelmValues}`,
        `true makes the chart replace an empty ${keys.selector} by the label "release".`,
        `leave it out, or leave out ${keys.selector}.`,
      );
    }
    if (
      prometheus.selectEverything === true &&
      (usesHelmValues === true || (selector !== undefined && !isEverything(selector)))
    ) {
      problems.add(
        'prometheus.selectEverything',
        `true and ${usesHelmValues === true ? keys.nilUsesHelmValues : keys.selector} say two different things.`,
        'keep one of them.',
      );
    }
  }
}

function isEverything(selector: any): boolean {
  const manifest = selector.toManifest();
  return manifest !== undefined && Object.keys(manifest).length === 0;
}

/** Finds what is no plain data in the bag: it would be merged or printed as something that it is not. */
export function notPlain(value: unknown, field: string, above: unknown[] = []): Problem[] {
  const scalar = value === null || ['undefined', 'string', 'boolean'].includes(typeof value);
  if (scalar || (typeof value === 'number' && Number.isFinite(value))) {
    return [];
  }
  if (above.includes(value)) {
    return [{ field, message: 'contains itself, so it has no end.', fix: 'give plain data.' }];
  }
  const inside = [...above, value];
  if (Array.isArray(value)) {
    return value.flatMap((item, index) => notPlain(item, `${field}[${index}]`, inside));
  }
  if (isPlainObject(value) && !Object.hasOwn(value, '__proto__')) {
    return Object.entries(value).flatMap(([key, item]) => notPlain(item, `${field}.${key}`, inside));
  }
  const message = `${describe(value)} is not plain data, so it cannot be written to a values file.`;
  return [
    { field, message, fix: 'give maps, lists, strings, numbers, booleans or null, for example "50Gi" or "30s".' },
  ];
}

function describe(value: unknown): string {
  return typeof value === 'object' && value !== null ? `an object of class ${value.constructor?.name}` : String(value);
}

function asDnsLabel(text: string, length: number): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-+/, '')
    .slice(0, length)
    .replace(/-+$/, '');
}

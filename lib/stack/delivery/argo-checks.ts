import { truthy } from '../facts/selection';
import type { StackArgoOptions } from './argo-options';
import type { DeliveredRelease } from './delivered-release';
import { checkNamespace } from './namespace-object';

/** Components whose Service gets Endpoints of its own, with their default: whether they are on. */
const WITH_ENDPOINTS: [component: string, on: boolean][] = [
  ['kubeControllerManager', true],
  ['kubeEtcd', true],
  ['kubeProxy', true],
  ['kubeScheduler', true],
];

/** Sync options that would undo what the CRDs need. */
const REFUSED_OPTIONS = new Map([
  ['ServerSideApply=false', 'six CRDs of the chart are too large for client-side apply'],
  ['Replace=true', 'it wins over ServerSideApply=true, and deletes and creates objects anew'],
]);

/** Reports what a release must not hold with Argo CD, and options that contradict each other. */
export function checkArgo(delivered: DeliveredRelease, props: StackArgoOptions): void {
  checkRandomSecrets(delivered);
  checkHooks(delivered);
  if (props.managesEndpoints !== true) {
    checkEndpoints(delivered);
  }
  checkOptions(delivered, props);
}

/** Argo CD renders without a cluster, so that `lookup` finds no Secret and each rendering makes a new one. */
function checkRandomSecrets(delivered: DeliveredRelease): void {
  const { problems, label } = delivered;
  if (!truthy(delivered.value('grafana.enabled') ?? true)) {
    return;
  }
  const variables = ['GF_SECURITY_ADMIN_PASSWORD', 'GF_SECURITY_ADMIN_PASSWORD__FILE'];
  const elsewhere = variables.some((name) => truthy(delivered.value('grafana.env')?.[name]));
  if (!truthy(delivered.value('grafana.admin.existingSecret')) && !elsewhere) {
    problems.add(
      'release',
      `${label} leaves the password of Grafana's administrator to chance: Argo CD renders the chart again and again, each time with a new one, so that Secret and pod change with every sync.`,
      "grafana: { admin: { existingSecret: 'grafana-admin' } } on the StackRelease, with the keys admin-user and admin-password in that Secret; or grafana: { enabled: false }.",
    );
  }
  const renderer = 'grafana.imageRenderer';
  const settled = ['existingSecret', 'token'].some((key) => truthy(delivered.value(`${renderer}.${key}`)));
  if (truthy(delivered.value(`${renderer}.enabled`)) && !settled) {
    problems.add(
      'release',
      `${label} leaves the token of Grafana's image renderer to chance, so that it changes with every sync.`,
      'set grafana.imageRenderer.existingSecret in its values, with the key token in that Secret.',
    );
  }
}

/** A Job that is gone at once never counts as done (helm-charts#4509). */
function checkHooks(delivered: DeliveredRelease): void {
  const webhooks = 'prometheusOperator.admissionWebhooks';
  const on = ['prometheusOperator', webhooks, `${webhooks}.patch`].every((path) =>
    truthy(delivered.value(`${path}.enabled`) ?? true),
  );
  const certManager = truthy(delivered.value(`${webhooks}.certManager.enabled`));
  if (on && !certManager && delivered.value(`${webhooks}.patch.ttlSecondsAfterFinished`) === 0) {
    delivered.problems.add(
      'release',
      `${webhooks}.patch.ttlSecondsAfterFinished is 0 in ${delivered.label}: the jobs are gone before Argo CD sees them finished, and the sync hangs.`,
      'leave it out, or give 60 or more.',
    );
  }
}

function checkEndpoints(delivered: DeliveredRelease): void {
  for (const [component, onByDefault] of WITH_ENDPOINTS) {
    const on = truthy(delivered.value(`${component}.enabled`) ?? onByDefault);
    if (on && truthy(delivered.value(`${component}.endpoints`))) {
      delivered.problems.add(
        'release',
        `${component}.endpoints in ${delivered.label} have no effect: Argo CD 3 leaves out Endpoints (resource.exclusions), so nothing would be scraped.`,
        `scrape them with a ScrapeConfig of static targets and ${component}: { enabled: false }; or, where resource.exclusions was changed, managesEndpoints: true.`,
      );
    }
  }
}

function checkOptions(delivered: DeliveredRelease, props: StackArgoOptions): void {
  const { problems } = delivered;
  for (const option of props.syncOptions ?? []) {
    const why = REFUSED_OPTIONS.get(option);
    if (why !== undefined) {
      problems.add('syncOptions', `"${option}": ${why}.`, 'leave it out.');
    } else if (!/^\w+=\S+$/.test(option)) {
      problems.add('syncOptions', `"${option}" is no sync option.`, "write Name=value, for example 'PruneLast=true'.");
    }
  }
  for (const field of ['prune', 'selfHeal'] as const) {
    if (props.automated === false && props[field] === true) {
      problems.add(field, 'true has no effect with automated: false.', `leave out ${field}, or automated.`);
    }
  }
  if (props.syncWave !== undefined && !Number.isInteger(props.syncWave)) {
    problems.add('syncWave', `${props.syncWave} is no wave.`, 'give a whole number.');
  }
  checkNamespace(delivered, props);
  const created = props.createNamespace ?? props.namespace === undefined;
  for (const field of ['namespaceLabels', 'namespaceAnnotations'] as const) {
    if (!created && props[field] !== undefined) {
      problems.add(
        field,
        'has no effect, since Argo CD does not create the namespace.',
        `put them on the StackNamespace, or leave out ${props.namespace ? 'namespace' : 'createNamespace'}.`,
      );
    }
  }
  const git = props.valuesFromGit;
  if (git !== undefined && (typeof git.repoUrl !== 'string' || git.repoUrl === '')) {
    problems.add(
      'valuesFromGit.repoUrl',
      'names no repository.',
      "repoUrl: 'https://git.example.com/team/monitoring.git'",
    );
  }
  for (const overlay of git?.overlays ?? []) {
    if (overlay.startsWith('$')) {
      problems.add(
        'valuesFromGit.overlays',
        `"${overlay}" begins with a reference.`,
        'give the path in the repository.',
      );
    }
  }
}

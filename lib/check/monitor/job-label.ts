import { Level } from '../../report/finding';
import { sanitizeLabelName } from '../../simulator/discovery/meta-labels';
import { nameOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';
import { type EndpointGroup, liveEndpoints } from '../endpoint-groups';
import { listText, quoted } from '../list-text';

/**
 * A `jobLabel` that what the monitor scrapes does not have.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`: without a value the `job` label stays the name of the
 * Service, or `<namespace>/<name>` of the PodMonitor.
 *
 * Stays silent where only some of the targets lack the label.
 */
export const jobLabel: Check = {
  id: 'monitor/job-label',
  level: Level.INFO,
  summary: 'no target has the label that jobLabel names',
  why: 'The `job` label of the samples falls back to a name, which dashboards and alerts that expect another do not find.',
  *run(context) {
    yield* distinct(liveEndpoints(context).flatMap((group) => draftOf(group) ?? []));
  },
};

function draftOf({ monitor, targets }: EndpointGroup): Draft | undefined {
  const label = monitor.object.spec.jobLabel;
  if (typeof label !== 'string' || label === '') {
    return undefined;
  }
  const isPodMonitor = monitor.object.kind === 'PodMonitor';
  const meta = `__meta_kubernetes_${isPodMonitor ? 'pod' : 'service'}_label_${sanitizeLabelName(label)}`;
  if (targets.found.some(({ raw }) => (raw.labels[meta] ?? '') !== '')) {
    return undefined;
  }
  const owners = targets.found.flatMap(({ raw }) => (isPodMonitor ? raw.pod?.workload : raw.service) ?? []);
  const onPods = !isPodMonitor && targets.found.some(({ raw }) => raw.pod?.labels[label] !== undefined);
  const jobs = listText(
    targets.found.map(({ scraped }) => quoted(scraped.labels.job)),
    3,
  );
  return {
    object: monitor,
    field: 'spec.jobLabel',
    message: `No ${isPodMonitor ? 'pod' : 'Service'} that ${nameOf(monitor)} scrapes has the label ${quoted(label)}${onPods ? ', which their pods have; jobLabel reads that of the Service' : ''}. The job label is ${jobs}.`,
    basis: 'present',
    fix: {
      text: `the label ${label} on ${listText(owners.map(nameOf), 3)}${isPodMonitor ? ' (its pods)' : ''}; or remove jobLabel.`,
    },
    related: [...new Set(owners)]
      .slice(0, 3)
      .map((object) => ({ object, field: 'metadata.labels', message: 'lacks the label' })),
  };
}

import { JobGenerator } from '../../../lib/simulator/jobs/generate-jobs';
import type { ScrapeJob } from '../../../lib/simulator/jobs/scrape-job';
import type { KubeObject } from '../../../lib/simulator/kube-object';
import type { OperatorAssumptions } from '../../../lib/simulator/operator/operator-settings';
import type { RelabelRule } from '../../../lib/simulator/relabel/relabel-rule';
import { bagOf, instanceIn, prometheus, relabel } from '../operator/fixtures';

/** The jobs of a monitor at a Prometheus with this spec. */
export function jobsOf(
  monitor: KubeObject,
  spec: any = {},
  flags: string[] = [],
  assumptions: OperatorAssumptions = {},
): ScrapeJob[] {
  return jobsAt(prometheus(spec), monitor, flags, assumptions);
}

export function jobsAt(
  instance: KubeObject,
  monitor: KubeObject,
  flags: string[] = [],
  assumptions: OperatorAssumptions = {},
): ScrapeJob[] {
  const found = instanceIn(bagOf(instance, monitor), flags, assumptions);
  return new JobGenerator(relabel).jobsOf({ object: monitor, source: {} }, found);
}

/** A rule with what is not the default, its origin as `reason field`. */
export function brief({ origin, ...rule }: RelabelRule): any {
  const defaults: any = {
    action: 'replace',
    sourceLabels: [],
    separator: ';',
    regex: '(.*)',
    modulus: 0,
    targetLabel: '',
    replacement: '$1',
  };
  const said = Object.entries(rule).filter(([key, value]) => JSON.stringify(value) !== JSON.stringify(defaults[key]));
  return { ...Object.fromEntries(said), origin: `${origin.reason} ${origin.field}`.trim() };
}

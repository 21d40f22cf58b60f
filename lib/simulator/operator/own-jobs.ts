import type { SourcedObject } from '../kube-object';
import { readAdditionalConfigs } from './additional-configs';
import { resolveKey } from './key-reference';
import { endpointsOf } from './monitor-parts';
import type { ObjectLookup } from './object-lookup';
import { keyOf, namespaceOf } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

/**
 * Jobs of `additionalScrapeConfigs` for which Prometheus refuses its configuration. Of the text, which is that of a Secret,
 * nothing is cited but names that the Operator itself makes.
 *
 * Source: prometheus v3.13 `config/config.go`, `Config.UnmarshalYAML` and `ScrapeConfig.Validate`.
 *
 * @param monitors those that become jobs
 */
export function checkOwnJobs(
  { object }: SourcedObject,
  monitors: readonly SourcedObject[],
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const reference = object.spec?.additionalScrapeConfigs;
  const found = present(reference) ? resolveKey('Secret', namespaceOf(object), reference, objects) : undefined;
  const text = found?.outcome === 'known' ? found.value : undefined;
  const items = readAdditionalConfigs(text ?? '').items ?? [];
  const names = items.map((item) => (item as { job_name?: unknown } | null)?.job_name);
  const where = `of the key "${reference?.key}" of Secret "${reference?.name}"`;
  const field = 'spec.additionalScrapeConfigs';
  for (const [i, name] of names.entries()) {
    if (name === undefined || name === null || name === '') {
      problems.add('own-job-name', field, {
        message: `Item ${i} ${where} ${items[i] === null ? 'is empty.' : 'has no job_name.'}`,
        fix: 'give each item a job_name of its own.',
        values: { item: i },
      });
    } else if (names.indexOf(name) < i) {
      problems.add('own-job-name', field, {
        message: `Items ${names.indexOf(name)} and ${i} ${where} have the same job_name.`,
        fix: 'give each item a job_name of its own.',
        values: { items: [names.indexOf(name), i] },
      });
    }
  }
  const generated = new Set(
    names.some((name) => /^(?:service|pod)Monitor\//.test(String(name))) ? jobNames(monitors) : [],
  );
  for (const [i, name] of names.entries()) {
    if (generated.has(String(name))) {
      problems.add('own-job-name', field, {
        message: `Item ${i} ${where} has the job_name "${name}", which the Operator gives to the job of a monitor.`,
        fix: 'give the item another job_name.',
        values: { item: i, name },
      });
    }
  }
}

function jobNames(monitors: readonly SourcedObject[]): string[] {
  return monitors.flatMap((monitor) => {
    const prefix = monitor.object.kind === 'ServiceMonitor' ? 'serviceMonitor' : 'podMonitor';
    return endpointsOf(monitor).map((_, i) => `${prefix}/${keyOf(monitor)}/${i}`);
  });
}

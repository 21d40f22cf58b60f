import { durationMilliseconds } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import type { InstanceSettings } from '../operator/instance';
import { endpointsOf } from '../operator/monitor-parts';
import type { ObjectLookup } from '../operator/object-lookup';
import { keyOf } from '../operator/problem';
import type { ProblemList } from '../operator/problem-list';
import { whyRefused } from './own-config';
import { ownText } from './own-texts';
import { refusalRulesOf } from './refusal-rules';

const FIELD = 'additionalScrapeConfigs';

/**
 * Jobs of `additionalScrapeConfigs` for which Prometheus refuses its configuration. Of the text, which is that of a Secret,
 * nothing is cited but names that the Operator or Prometheus make themselves.
 *
 * Source: prometheus v3.15 `config/config.go`, `Config.UnmarshalYAML`, `ScrapeConfig.UnmarshalYAML` and
 * `ScrapeConfig.Validate`.
 *
 * @param monitors those that become jobs
 */
export function checkOwnJobs(
  { object }: SourcedObject,
  monitors: readonly SourcedObject[],
  settings: InstanceSettings,
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const { items, configs, where } = ownText(object, FIELD, objects);
  const names = items.map((item) => (item as { job_name?: unknown } | null)?.job_name);
  const field = `spec.${FIELD}`;
  if (configs.duplicate !== undefined) {
    problems.add('own-job', field, {
      message: `The text ${where} has a key twice (line ${configs.duplicate} of the text).`,
      fix: 'keep one of the two.',
    });
  }
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
    const why = items[i] === null ? undefined : whyNoJob(items[i], settings);
    if (why !== undefined) {
      problems.add('own-job', field, {
        message: `Item ${i} ${where} ${why}.`,
        fix: 'mend the item: "promtool check config" tells more.',
        values: { item: i },
      });
    }
  }
  const generated = new Set(names.some(isNameOfMonitor) ? jobNames(monitors) : []);
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

/** Names of jobs of one's own that look like those of monitors. */
export function ownJobsLikeMonitors({ object }: SourcedObject, objects: ObjectLookup): string[] {
  const names = ownText(object, FIELD, objects).items.map((item) => (item as { job_name?: unknown } | null)?.job_name);
  return names.filter(isNameOfMonitor).map(String);
}

function isNameOfMonitor(name: unknown): boolean {
  return /^(?:service|pod)Monitor\//.test(String(name));
}

function whyNoJob(item: any, settings: InstanceSettings): string | undefined {
  const refused = whyRefused(item, 'job', settings.version, refusalRulesOf(settings));
  if (refused !== undefined) {
    return refused;
  }
  for (const name of ['scrape_interval', 'scrape_timeout']) {
    if (Object.hasOwn(item, name) && durationMilliseconds(String(item[name])) === undefined) {
      return `has a ${name} that is no duration`;
    }
  }
  const interval = durationMilliseconds(String(item.scrape_interval ?? settings.scrapeInterval));
  const timeout = durationMilliseconds(String(item.scrape_timeout ?? '0'));
  return interval !== undefined && timeout !== undefined && timeout > (interval || 60_000)
    ? 'has a scrape_timeout that is longer than its interval'
    : undefined;
}

function jobNames(monitors: readonly SourcedObject[]): string[] {
  return monitors.flatMap((monitor) => {
    const prefix = monitor.object.kind === 'ServiceMonitor' ? 'serviceMonitor' : 'podMonitor';
    return endpointsOf(monitor).map((_, i) => `${prefix}/${keyOf(monitor)}/${i}`);
  });
}

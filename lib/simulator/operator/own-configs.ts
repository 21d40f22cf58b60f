import type { SourcedObject } from '../kube-object';
import { alertmanagerConfig } from '../own-config/alertmanager-config-shape';
import { relabelConfig } from '../own-config/relabel-shape';
import { scrapeConfig } from '../own-config/scrape-config-shape';
import { type Shape, Values } from '../own-config/shape';
import type { YamlNode } from '../own-config/yaml-node';
import { readAdditionalNodes } from './additional-configs';
import type { Instance } from './instance';
import { resolveKey } from './key-reference';
import { jobNamesOf } from './monitor-parts';
import { dialectAt } from './name-scheme';
import type { ObjectLookup } from './object-lookup';
import { namespaceOf } from './problem';
import type { ProblemList } from './problem-list';
import { present } from './secret-or-config-map';

const JOBS = 'additionalScrapeConfigs';

/**
 * Configuration of one's own, of which the Operator looks at the form alone, and for which Prometheus refuses the whole. Of
 * the text, which is that of a Secret, no value is cited but names that the Operator itself makes.
 *
 * Source: prometheus v3.15 `config/config.go`, `Config.UnmarshalYAML`, `ScrapeConfig.Validate` and
 * `AlertingConfig.Validate`.
 *
 * @param monitors those that become jobs
 */
export function checkOwnConfigs(
  instance: Instance,
  monitors: readonly SourcedObject[],
  objects: ObjectLookup,
  problems: ProblemList,
): void {
  const { settings, kind } = instance;
  const relabeled = settings.shards > 1 && !settings.daemonSet;
  const shapes: [field: string, shape: Shape][] = [
    [JOBS, scrapeConfig({ scrapeInterval: settings.scrapeInterval, relabeled })],
    ...(kind === 'Prometheus'
      ? ([
          ['additionalAlertRelabelConfigs', relabelConfig],
          ['additionalAlertManagerConfigs', alertmanagerConfig],
        ] as [string, Shape][])
      : []),
  ];
  for (const [field, shape] of shapes) {
    const items = itemsOf(instance, field, objects);
    const reference = instance.object.object.spec?.[field];
    const where = `of the key "${reference?.key}" of Secret "${reference?.name}"`;
    if (field === JOBS) {
      checkNames(items, where, monitors, problems);
    }
    checkItems(items, shape, field, where, instance, problems);
  }
}

/** Whether there are jobs of one's own. */
export function hasOwnJobs(instance: Instance, objects: ObjectLookup): boolean {
  return itemsOf(instance, JOBS, objects).length > 0;
}

function itemsOf({ object: { object } }: Instance, field: string, objects: ObjectLookup): readonly YamlNode[] {
  const reference = object.spec?.[field];
  const found = present(reference) ? resolveKey('Secret', namespaceOf(object), reference, objects) : undefined;
  return found?.outcome === 'known' && found.value !== undefined ? readAdditionalNodes(found.value) : [];
}

function checkItems(
  items: readonly YamlNode[],
  shape: Shape,
  field: string,
  where: string,
  instance: Instance,
  problems: ProblemList,
): void {
  const { version } = instance.settings;
  if (version === undefined) {
    return;
  }
  for (const [i, item] of items.entries()) {
    const report = (path: string, message: string): void =>
      problems.add('own-config', `spec.${field}`, {
        message: `Item ${i} ${where}${path === '' ? '' : `, ${path},`} ${message}.`,
        fix: `mend item ${i} as the documentation of Prometheus has it; "promtool check config" tells the rest.`,
        values: { item: i, path },
      });
    if (item.kind === 'null' && field !== JOBS) {
      report('', 'is empty');
    }
    shape(item, '', { version, dialect: dialectAt(instance), report });
  }
}

function checkNames(
  items: readonly YamlNode[],
  where: string,
  monitors: readonly SourcedObject[],
  problems: ProblemList,
): void {
  const field = `spec.${JOBS}`;
  const names = items.map((item) => (item.kind === 'unknown' ? undefined : new Values(item).text('job_name')));
  for (const [i, name] of names.entries()) {
    if (name === '') {
      problems.add('own-job-name', field, {
        message: `Item ${i} ${where} ${items[i].kind === 'null' ? 'is empty.' : 'has no job_name.'}`,
        fix: 'give each item a job_name of its own.',
        values: { item: i },
      });
    } else if (name !== undefined && names.indexOf(name) < i) {
      problems.add('own-job-name', field, {
        message: `Items ${names.indexOf(name)} and ${i} ${where} have the same job_name.`,
        fix: 'give each item a job_name of its own.',
        values: { items: [names.indexOf(name), i] },
      });
    }
  }
  const generated = new Set(
    names.some((name) => /^(?:serviceMonitor|podMonitor|probe|scrapeConfig)\//.test(name ?? ''))
      ? monitors.flatMap(jobNamesOf)
      : [],
  );
  for (const [i, name] of names.entries()) {
    if (name !== undefined && generated.has(name)) {
      problems.add('own-job-name', field, {
        message: `Item ${i} ${where} has the job_name "${name}", which the Operator gives to the job of a monitor.`,
        fix: 'give the item another job_name.',
        values: { item: i, name },
      });
    }
  }
}

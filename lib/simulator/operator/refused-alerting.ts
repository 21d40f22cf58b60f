import type { Instance } from './instance';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import { joinPath } from './problem';
import type { ProblemList } from './problem-list';
import { checkRefusedClient } from './refused-clients';
import { checkRefusedRelabelings } from './refused-relabelings';
import { checkRefusedDuration } from './refused-values';

/**
 * Alertmanagers that Prometheus refuses. Name and port are put into the configuration as regular expressions, as they are.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateAlertmanagerConfig`; prometheus v3.15
 * `config/config.go`, `AlertmanagerConfig.UnmarshalYAML`.
 */
export function checkRefusedAlertmanagers(
  instance: Instance,
  namespace: string,
  objects: ObjectLookup,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  for (const [i, config] of alertmanagersOf(instance).entries()) {
    const field = joinPath('spec.alerting.alertmanagers', i);
    for (const name of ['name', 'port']) {
      const why = typeof config[name] === 'string' ? relabel.whyNoRegex(config[name]) : undefined;
      if (why !== undefined) {
        problems.add('alertmanager-no-regex', joinPath(field, name), {
          message: `"${config[name]}" is used as a regular expression, and it is none: ${why}.`,
          fix: `${name}: the ${name} of the ${name === 'name' ? 'Service' : "Service's port"}.`,
          values: { [name]: config[name] },
        });
      }
    }
    checkRefusedRelabelings(config.relabelings, `${field}.relabelings`, instance, relabel, problems);
    checkRefusedRelabelings(config.alertRelabelings, `${field}.alertRelabelings`, instance, relabel, problems);
    checkRefusedDuration(config.timeout, `${field}.timeout`, problems);
    checkRefusedClient({ config, field, version: instance.settings.version, namespace }, objects, problems);
  }
}

/** An agent has none. */
export function alertmanagersOf({ object, kind }: Instance): readonly any[] {
  const list = kind === 'Prometheus' ? object.object.spec?.alerting?.alertmanagers : undefined;
  return (Array.isArray(list) ? list : []).map((config) => config ?? {});
}

import type { SourcedObject } from '../kube-object';
import { PROMETHEUS_FEATURES } from '../versions/prometheus-gates';
import { atLeast, formatVersion } from '../versions/version';
import type { Instance } from './instance';
import { endpointsOf } from './monitor-parts';
import type { ObjectLookup } from './object-lookup';
import { joinPath, namespaceOf, type Problem } from './problem';
import { ProblemList } from './problem-list';
import { mergedAuthorization, type ScrapeClass } from './scrape-class';
import { present } from './secret-or-config-map';

const CONSEQUENCE = 'The Operator itself crashes on it, so nothing that it takes care of changes any more.';

/** Whether a problem ends the Operator or its work on an instance, so that there is no configuration that Prometheus could refuse. */
export function isCrash({ code }: Problem): boolean {
  return /\/operator-(?:crash|failure)$/.test(code);
}

/**
 * Authorization of a monitor for a Prometheus that is too old for it. The Operator takes the first element of an empty list
 * there.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `addAuthorizationToYaml`; nothing above it recovers.
 */
export function crashesOf(
  monitor: SourcedObject,
  instance: Instance,
  scrapeClass: ScrapeClass | undefined,
  objects: ObjectLookup,
): readonly Problem[] {
  const problems = new ProblemList(monitor, 'poison', CONSEQUENCE, namespaceOf(monitor.object), objects);
  for (const { endpoint, field } of tooOld(instance) ? endpointsOf(monitor) : []) {
    addCrash(mergedAuthorization(endpoint.authorization, scrapeClass), field, instance, problems);
  }
  return problems.found;
}

/**
 * The same of what an instance itself calls; an Alertmanager does no harm, since its authorization is left out.
 *
 * @param discovers whether the instance searches anything, since the API server is called for that alone
 */
export function instanceCrashesOf(instance: Instance, discovers: boolean, objects: ObjectLookup): readonly Problem[] {
  const { object, kind } = instance;
  const { remoteWrite, remoteRead, apiserverConfig } = object.object.spec ?? {};
  const problems = new ProblemList(object, 'refused', CONSEQUENCE, namespaceOf(object.object), objects);
  if (tooOld(instance)) {
    for (const [name, list] of Object.entries({ remoteWrite, remoteRead: kind === 'Prometheus' ? remoteRead : [] })) {
      for (const [i, config] of (Array.isArray(list) ? list : []).entries()) {
        addCrash(config?.authorization, joinPath(`spec.${name}`, i), instance, problems);
      }
    }
    addCrash(discovers ? apiserverConfig?.authorization : undefined, 'spec.apiserverConfig', instance, problems);
  }
  return problems.found;
}

function tooOld({ settings: { version } }: Instance): boolean {
  return version !== undefined && !atLeast(version, PROMETHEUS_FEATURES.authorization);
}

function addCrash(authorization: any, field: string, { settings }: Instance, problems: ProblemList): void {
  const since = PROMETHEUS_FEATURES.authorization;
  const version = settings.version && formatVersion(settings.version);
  if (present(authorization)) {
    problems.add('operator-crash', joinPath(field, 'authorization'), {
      message: `needs Prometheus ${since}, and this one runs ${version}.`,
      fix: `run Prometheus ${since} or later, or use basicAuth.`,
      values: { version, since },
    });
  }
}

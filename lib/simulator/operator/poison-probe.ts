import { selectorRules } from '../jobs/selector-rules';
import type { SourcedObject } from '../kube-object';
import { atLeast } from '../versions/version';
import type { Instance } from './instance';
import { hasToken, probeTargets } from './monitor-parts';
import type { ObjectLookup, RelabelSupport } from './object-lookup';
import type { ProblemList } from './problem-list';
import { checkAuthorizationType } from './refused-clients';
import { present } from './secret-or-config-map';

/**
 * What the Operator lets pass in a Probe and Prometheus does not: of its ways to authenticate none is compared with another,
 * and the selector for Ingresses is written as regular expressions without a look at it.
 *
 * Source: prometheus-operator v0.93 `pkg/prometheus/promcfg.go`, `generateProbeConfig`; prometheus/common v0.71
 * `config/http_config.go`, `HTTPClientConfig.Validate`.
 */
export function poisonProbe(
  monitor: SourcedObject,
  { settings: { version } }: Instance,
  objects: ObjectLookup,
  relabel: RelabelSupport,
  problems: ProblemList,
): void {
  const { spec = {} } = monitor.object;
  const used = [
    ...(present(spec.basicAuth) ? ['basicAuth'] : []),
    ...(present(spec.oauth2) && (version === undefined || atLeast(version, '2.27.0')) ? ['oauth2'] : []),
    ...(present(spec.authorization) ? ['authorization'] : []),
    ...(hasToken(monitor, spec, objects) ? ['bearerTokenSecret'] : []),
  ];
  checkOneOf(used, 'spec', problems);
  checkAuthorizationType(spec.authorization, 'spec.authorization', problems);
  const targets = probeTargets(monitor);
  if (targets?.part === 'ingress') {
    for (const { origin, regex } of selectorRules(targets.config.selector, '', 'spec.targets.ingress.selector')) {
      const why = relabel.whyNoRegex(regex);
      if (why !== undefined) {
        problems.add('selector-regex', origin.field, {
          message: `becomes the regular expression "${regex}", and that is none: ${why}.`,
          fix: 'use values that labels can have.',
          values: { regex },
        });
      }
    }
  }
}

/** More than one way to authenticate. */
export function checkOneOf(used: readonly string[], field: string, problems: ProblemList): void {
  if (used.length > 1) {
    problems.add('several-authentications', `${field}.${used[1]}`, {
      message: `${used.join(' and ')} are set together, and only one way to authenticate is allowed.`,
      fix: `keep one of ${used.join(', ')}.`,
      values: { methods: used },
    });
  }
}

import { Level } from '../../report/finding';
import { isBound } from '../../simulator/alertmanager/alerting';
import { convertConfig } from '../../simulator/alertmanager/convert-config';
import { matcherText, meets } from '../../simulator/alertmanager/matcher';
import type { Route } from '../../simulator/alertmanager/route';
import { nameOf, namespaceOf } from '../../simulator/operator/problem';
import type { Check, Draft } from '../check';
import { distinct } from '../draft-of-problem';

/**
 * A route of an AlertmanagerConfig that asks for another namespace than its own, which the matcher that the Operator adds
 * keeps from ever taking an alert.
 *
 * Mirrors: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `namespaceEnforcer.processRoute`.
 */
export const starvedRoute: Check = {
  id: 'alerting/starved-route',
  level: Level.ERROR,
  summary: 'a route asks for another namespace than the one that it is bound to',
  why: 'The Operator binds an AlertmanagerConfig to alerts of its own namespace, so no alert can meet both, and the receiver never hears of any.',
  *run({ simulation: { alerting } }) {
    const drafts: Draft[] = [];
    for (const { config, instance, state } of alerting.outcomes) {
      const route = state === 'selected' && isBound(config, instance) ? convertConfig(config, false).route : undefined;
      const namespace = namespaceOf(config.object);
      for (const { origin, matchers } of route === undefined ? [] : starved(route, namespace)) {
        const odd = matchers.find((matcher) => matcher.name === 'namespace' && !meets(matcher, { namespace }));
        drafts.push({
          object: config,
          field: `${origin.field}.matchers`,
          message: `${odd && matcherText(odd)} excludes the namespace "${namespace}" of the object, and ${nameOf(instance.object)} sends it alerts with namespace="${namespace}" alone.`,
          basis: 'present',
          fix: {
            text: `move the AlertmanagerConfig to that namespace, remove the matcher, or set alertmanagerConfigMatcherStrategy: { type: None } in ${nameOf(instance.object)}.`,
          },
          related: [{ object: instance.object, field: 'spec', message: 'binds it to its namespace' }],
        });
      }
    }
    yield* distinct(drafts);
  },
};

/** Routes that starve; those below them are not looked at. */
function starved(route: Route, namespace: string): Route[] {
  const clash = route.matchers.some((matcher) => matcher.name === 'namespace' && !meets(matcher, { namespace }));
  return clash ? [route] : route.routes.flatMap((child) => starved(child, namespace));
}

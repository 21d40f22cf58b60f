import { parseDuration } from '../duration-text';
import type { SourcedObject } from '../kube-object';
import { joinPath, namespaceOf } from '../operator/problem';
import { atLeast, type Version } from '../versions/version';
import { integrationsOf, intervalsOf, listOf, receiversOf } from './config-spec';
import type { InhibitRule, Receiver } from './configuration';
import { type Matcher, matcherText } from './matcher';
import { parseMatchers } from './parse-matchers';
import type { Route } from './route';

/** What an AlertmanagerConfig adds to a configuration. */
export interface ConvertedConfig {
  /** `undefined` where it has none, so that neither its receivers nor its time intervals count. */
  readonly route: Route | undefined;
  readonly receivers: readonly Receiver[];
  readonly timeIntervals: readonly string[];
  readonly inhibitRules: readonly InhibitRule[];
}

/**
 * An AlertmanagerConfig as the Operator writes it: names begin with its namespace and its own name.
 *
 * Source: prometheus-operator v0.93 `pkg/alertmanager/amcfg.go`, `convertRoute`, `convertInhibitRule`, `convertMatchersV2`
 * and `namespaceEnforcer`.
 *
 * @param namespaced whether routes and inhibit rules are bound to its namespace
 * @param version that of the Alertmanager; before 0.22 a route has one matcher of each kind for a label
 */
export function convertConfig(config: SourcedObject, namespaced: boolean, version?: Version): ConvertedConfig {
  const { spec = {}, metadata } = config.object;
  const namespace = namespaceOf(config.object);
  const full = (name: unknown): string => `${namespace}/${metadata.name}/${name}`;
  const bound: Matcher = { name: 'namespace', type: '=', value: namespace };
  const isOld = version !== undefined && !atLeast(version, '0.22.0');
  const together = (matchers: readonly Matcher[]): readonly Matcher[] => (isOld ? oneOfEach(matchers) : matchers);

  const routeOf = (route: any, field: string): Route => ({
    origin: { object: config, field },
    ...(route?.receiver ? { receiver: full(route.receiver) } : {}),
    matchers: together(matchersOf(route?.matchers)),
    continue: route?.continue === true,
    ...(listOf(route?.groupBy).length > 0 ? { groupBy: route.groupBy.map(String) } : {}),
    ...(route?.groupWait ? { groupWait: String(route.groupWait) } : {}),
    ...nonZero('groupInterval', route),
    ...nonZero('repeatInterval', route),
    muteTimeIntervals: listOf(route?.muteTimeIntervals).map(full),
    activeTimeIntervals: listOf(route?.activeTimeIntervals).map(full),
    routes: listOf(route?.routes).map((child, i) => routeOf(child, joinPath(`${field}.routes`, i))),
  });

  const ofRule = (list: unknown): readonly Matcher[] => {
    const matchers = matchersOf(list);
    // As maps they lose what else they ask of the namespace.
    return isOld
      ? oneOfEach(namespaced ? [...matchers.filter(({ name }) => name !== 'namespace'), bound] : matchers)
      : withNamespace(matchers, namespaced ? bound : undefined);
  };

  const top = spec.route === undefined || spec.route === null ? undefined : routeOf(spec.route, 'spec.route');
  return {
    route: top && namespaced ? { ...top, matchers: together([...top.matchers, bound]), injected: bound } : top,
    receivers: receiversOf(config).map((receiver, i) => ({
      name: full(receiver?.name),
      integrations: integrationsOf(receiver),
      origin: { object: config, field: joinPath('spec.receivers', i) },
    })),
    timeIntervals: intervalsOf(config).map((interval) => full(interval?.name)),
    inhibitRules: listOf(spec.inhibitRules).map((rule, i) => ({
      source: ofRule(rule?.sourceMatch),
      target: ofRule(rule?.targetMatch),
      equal: listOf(rule?.equal).map(String),
      origin: { object: config, field: joinPath('spec.inhibitRules', i) },
    })),
  };
}

/** The last of each kind for a label, as a map holds them. */
function oneOfEach(matchers: readonly Matcher[]): readonly Matcher[] {
  return [...new Map(matchers.map((matcher) => [`${matcher.type}${matcher.name}`, matcher])).values()];
}

function withNamespace(matchers: readonly Matcher[], bound: Matcher | undefined): readonly Matcher[] {
  const has = bound && matchers.some((matcher) => matcherText(matcher) === matcherText(bound));
  return bound === undefined || has ? matchers : [...matchers, bound];
}

/** Matchers as they come out of the text that the Operator writes; those that cannot be read are found elsewhere. */
function matchersOf(matchers: unknown): Matcher[] {
  return listOf(matchers).flatMap((matcher) => {
    const parsed = parseMatchers(textOfMatcher(matcher));
    return 'problem' in parsed ? [] : [...parsed];
  });
}

/** A matcher of an AlertmanagerConfig as the Operator writes it for Alertmanager from 0.22 on. */
export function textOfMatcher(matcher: any): string {
  const type = matcher?.matchType || (matcher?.regex === true ? '=~' : '=');
  return matcherText({ name: String(matcher?.name ?? ''), type, value: String(matcher?.value ?? '') });
}

/** A duration of zero counts as none. */
function nonZero(name: 'groupInterval' | 'repeatInterval', route: any): { [name: string]: string } {
  return route?.[name] && parseDuration(route[name]) !== 0 ? { [name]: String(route[name]) } : {};
}

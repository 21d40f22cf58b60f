import type { Configuration } from './configuration';
import { type KnownLabels, maybeMeets } from './known-labels';
import type { Route } from './route';

/** Where an alert may end, going by what is known of its labels. */
export interface PossibleReceivers {
  /** Names of receivers, in the order of their routes. */
  readonly names: readonly string[];
  /** Whether one of them does something. */
  readonly loud: boolean;
}

/**
 * The receivers that an alert may end at: a route that asks for a label which nobody knows may take it or not.
 *
 * Source: alertmanager v0.34.2 `dispatch/route.go`, `Route.Match`.
 */
export function possibleReceivers({ root, receivers }: Configuration, labels: KnownLabels): PossibleReceivers {
  const names = new Set<string>();
  walk(root, '', labels, names);
  const loud = receivers.some(({ name, integrations }) => names.has(name) && integrations.length > 0);
  return { names: [...names], loud };
}

/** @returns whether the route takes the alert; `undefined` where nobody can tell */
function walk(route: Route, above: string, labels: KnownLabels, names: Set<string>): boolean | undefined {
  let known = true;
  for (const matcher of route.matchers) {
    const met = maybeMeets(matcher, labels);
    if (met === false) {
      return false;
    }
    known &&= met === true;
  }
  const receiver = route.receiver || above;
  let surelyBelow = false;
  for (const child of route.routes) {
    const taken = walk(child, receiver, labels, names);
    surelyBelow ||= taken === true;
    if (taken === true && !child.continue) {
      break;
    }
  }
  if (!surelyBelow) {
    names.add(receiver);
  }
  return known ? true : undefined;
}

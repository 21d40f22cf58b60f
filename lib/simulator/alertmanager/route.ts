import type { SourcedObject } from '../kube-object';
import { type AlertLabels, type Matcher, matcherText, meets } from './matcher';

/** Where a part of a configuration comes from. */
export interface Origin {
  /** The object that holds it; `undefined` for what the Operator puts in where nobody says anything. */
  readonly object: SourcedObject | undefined;
  /** Field of the object. */
  readonly field: string;
}

/** A route as it is written: what is left out comes from the route above. */
export interface Route {
  readonly origin: Origin;
  readonly receiver?: string;
  readonly matchers: readonly Matcher[];
  /** The matcher on the namespace that the Operator adds, one of `matchers`. */
  readonly injected?: Matcher;
  readonly continue: boolean;
  readonly groupBy?: readonly string[];
  readonly groupWait?: string;
  readonly groupInterval?: string;
  readonly repeatInterval?: string;
  readonly muteTimeIntervals: readonly string[];
  readonly activeTimeIntervals: readonly string[];
  readonly routes: readonly Route[];
}

/** What a notification follows. */
export interface RouteOptions {
  readonly receiver: string;
  /** Labels; `...` stands for all of them. */
  readonly groupBy: readonly string[];
  readonly groupWait: string;
  readonly groupInterval: string;
  readonly repeatInterval: string;
}

/** A route that an alert ends at. */
export interface MatchedRoute extends RouteOptions {
  readonly route: Route;
  /** The routes from the root to this one. */
  readonly path: readonly Route[];
}

/** Source: alertmanager v0.34.2 `dispatch/route.go`, `DefaultRouteOpts`. */
const DEFAULTS: RouteOptions = {
  receiver: '',
  groupBy: [],
  groupWait: '30s',
  groupInterval: '5m',
  repeatInterval: '4h',
};

/**
 * The routes that an alert with these labels ends at, in their order.
 *
 * Source: alertmanager v0.34.2 `dispatch/route.go`, `Route.Match` and `newRoute`.
 */
export function matchRoutes(root: Route, labels: AlertLabels): readonly MatchedRoute[] {
  return matched(root, labels, DEFAULTS, []);
}

function matched(route: Route, labels: AlertLabels, above: RouteOptions, parents: readonly Route[]): MatchedRoute[] {
  if (!route.matchers.every((matcher) => meets(matcher, labels))) {
    return [];
  }
  const options: RouteOptions = {
    receiver: route.receiver || above.receiver,
    groupBy: route.groupBy ?? above.groupBy,
    groupWait: route.groupWait ?? above.groupWait,
    groupInterval: route.groupInterval ?? above.groupInterval,
    repeatInterval: route.repeatInterval ?? above.repeatInterval,
  };
  const path = [...parents, route];
  const all: MatchedRoute[] = [];
  for (const child of route.routes) {
    const found = matched(child, labels, options, path);
    all.push(...found);
    if (found.length > 0 && !child.continue) {
      break;
    }
  }
  return all.length > 0 ? all : [{ ...options, route, path }];
}

/** A route and all below it. */
export function* routesIn(route: Route): Iterable<Route> {
  yield route;
  for (const child of route.routes) {
    yield* routesIn(child);
  }
}

/** `{namespace="shop",severity="critical"}`; empty for a route that takes everything. */
export function matchersText({ matchers }: Route): string {
  return matchers.length === 0 ? '' : `{${matchers.map(matcherText).join(',')}}`;
}

import type { Matcher } from './matcher';
import type { Origin, Route } from './route';

/** A receiver of a configuration. */
export interface Receiver {
  readonly name: string;
  /** What it notifies, such as `slack`; empty for one that does nothing. */
  readonly integrations: readonly string[];
  readonly origin: Origin;
}

/** A rule by which one alert silences others. */
export interface InhibitRule {
  readonly source: readonly Matcher[];
  readonly target: readonly Matcher[];
  readonly equal: readonly string[];
  readonly origin: Origin;
}

/** The configuration that an Alertmanager runs with, as far as it decides who is notified. */
export interface Configuration {
  readonly root: Route;
  readonly receivers: readonly Receiver[];
  readonly inhibitRules: readonly InhibitRule[];
  /** Names of time intervals. */
  readonly timeIntervals: readonly string[];
  /** Settings that receivers fall back to, such as `slack_api_url`. */
  readonly globals: ReadonlySet<string>;
}

/** Something that Alertmanager or the Operator does not take. */
export interface ConfigurationProblem {
  /** Path in the text, such as `route.routes[0].matchers`. */
  readonly path: string;
  readonly message: string;
}

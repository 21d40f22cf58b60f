import type { NamedObject } from './target-list';

/** Where alerts with these labels go. */
export interface RouteReport {
  /** Version of this format. */
  readonly version: number;
  /** Labels of the alert as Prometheus evaluates it. */
  readonly labels: { readonly [name: string]: string };
  /** Sorted by namespace and name, each for every Prometheus that sends alerts there. */
  readonly alertmanagers: readonly AlertmanagerRoute[];
}

/** Where one Alertmanager sends them that one Prometheus sent there. */
export interface AlertmanagerRoute {
  /** `<namespace>/<name>`. */
  readonly alertmanager: string;
  /** `<namespace>/<name>` of the Prometheus that sends them there; null where none of the objects does. */
  readonly prometheus: string | null;
  /** Labels with which they arrive: with the external labels of the Prometheus, after its `alertRelabelings`. */
  readonly labels: { readonly [name: string]: string };
  /** Whether `alertRelabelings` of the Prometheus drop them. */
  readonly dropped: boolean;
  /** Why its configuration is not known; null where it is. */
  readonly unknown: string | null;
  /** AlertmanagerConfigs of which nobody can tell whether it takes them; their routes are left out. */
  readonly undecided: readonly NamedObject[];
  /** In the order in which the alert meets them. */
  readonly notifications: readonly Notification[];
}

/** A receiver that an alert reaches, and on which terms. */
export interface Notification {
  /** Name of the receiver in the configuration, such as `shop/team/chat`. */
  readonly receiver: string;
  /** Kinds of notification that it sends, such as `slack`; empty for one that does nothing. */
  readonly integrations: readonly string[];
  /** The object that holds the route; null for what the Operator puts in where nobody says anything. */
  readonly object: NamedObject | null;
  /** Field of the route in that object; of a Secret, the key that holds the text. */
  readonly field: string;
  /** Matchers of the routes from the root to this one; empty for a route that takes everything. */
  readonly path: readonly string[];
  /** Labels by which alerts are grouped; `...` stands for all. */
  readonly groupBy: readonly string[];
  /** Time before the first notification of a group. */
  readonly groupWait: string;
  /** Time before a group with new alerts is notified again. */
  readonly groupInterval: string;
  /** Time before a group without change is notified again. */
  readonly repeatInterval: string;
  /** Names of time intervals in which nothing is sent. */
  readonly muteTimeIntervals: readonly string[];
  /** Names of time intervals outside of which nothing is sent. */
  readonly activeTimeIntervals: readonly string[];
}

import type { NamedObject } from '../report/target-list';

/** A receiver of Alertmanager that an alert reaches, and on which terms. */
export interface AlertRoute {
  /** `<namespace>/<name>` of the Alertmanager. */
  readonly alertmanager: string;
  /**
   * `<namespace>/<name>` of the Prometheus that sends the alert there.
   *
   * @default - none of the app does
   */
  readonly prometheus?: string;
  /** Labels with which the alert arrives: with the external labels of the Prometheus, after its `alertRelabelings`. */
  readonly labels: { [name: string]: string };
  /** Name of the receiver in the configuration, such as `shop/team/chat` for `chat` of AlertmanagerConfig `shop/team`. */
  readonly receiver: string;
  /** Kinds of notification that it sends, such as `slack`; empty for one that does nothing. */
  readonly integrations: string[];
  /**
   * The object that holds the route.
   *
   * @default - none, the Operator puts it in where nobody says anything
   */
  readonly object?: NamedObject;
  /** Field of the route in that object; of a Secret, the key that holds the text. */
  readonly field: string;
  /** Matchers of the routes from the root to this one; empty for a route that takes everything. */
  readonly path: string[];
  /** Labels by which alerts are grouped; `...` stands for all. */
  readonly groupBy: string[];
  /** Time before the first notification of a group, in the notation of Prometheus, such as `30s`. */
  readonly groupWait: string;
  /** Time before a group with new alerts is notified again, in the notation of Prometheus. */
  readonly groupInterval: string;
  /** Time before a group without change is notified again, in the notation of Prometheus. */
  readonly repeatInterval: string;
  /** Names of time intervals in which nothing is sent. */
  readonly muteTimeIntervals: string[];
  /** Names of time intervals outside of which nothing is sent. */
  readonly activeTimeIntervals: string[];
}

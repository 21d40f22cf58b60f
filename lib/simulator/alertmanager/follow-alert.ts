import { isAssumed } from '../operator/assumed-instance';
import type { Instance } from '../operator/instance';
import type { Simulation } from '../simulation';
import type { AlertmanagerInstance } from './find-alertmanagers';
import type { AlertmanagerLink } from './find-links';
import type { KnownLabels } from './known-labels';
import { sentLabels } from './sent-labels';

/** An alert on its way from a Prometheus to an Alertmanager. */
export interface SentAlert {
  /** `undefined` where it is not known which Prometheus sends it. */
  readonly prometheus: Instance | undefined;
  readonly alertmanager: AlertmanagerInstance;
  /** Labels with which it arrives; `dropped` where a rule drops it; `undefined` where nobody can tell. */
  readonly labels: KnownLabels | 'dropped' | undefined;
}

/** Where a Prometheus sends an alert. */
export interface SentAlerts {
  readonly sent: readonly SentAlert[];
  /** Whether it may also go to something that the objects do not show. */
  readonly elsewhere: boolean;
}

/**
 * The ways of an alert from a Prometheus to its Alertmanagers.
 *
 * @param labels those that Prometheus gives to it
 * @param prometheus `undefined` for one that is not known, which may send to all of them
 */
export function followAlert(labels: KnownLabels, prometheus: Instance | undefined, simulation: Simulation): SentAlerts {
  const { instances } = simulation.alerting;
  if (prometheus === undefined || isAssumed(prometheus.object)) {
    const sent = instances.map((alertmanager) => ({ prometheus: undefined, alertmanager, labels }));
    return { sent, elsewhere: false };
  }
  const links = simulation.linksOf(prometheus);
  const ways = new Map<string, SentAlert>();
  for (const { index, reached } of links) {
    const arriving = sentLabels(labels, prometheus, index);
    for (const alertmanager of reached) {
      ways.set(`${alertmanager.key} ${JSON.stringify(arriving)}`, { prometheus, alertmanager, labels: arriving });
    }
  }
  return { sent: [...ways.values()], elsewhere: hasMore(prometheus) || links.some(leadsElsewhere) };
}

/** Whether a Prometheus has Alertmanagers that a Secret names. */
export function hasMore({ object }: Instance): boolean {
  const { additionalAlertManagerConfigs: more } = object.object.spec ?? {};
  return more !== undefined && more !== null;
}

/** Of a Service that is not among the objects nobody knows where it leads. */
function leadsElsewhere({ others, cause }: AlertmanagerLink): boolean {
  return others || cause === 'service' || cause === 'endpoints';
}

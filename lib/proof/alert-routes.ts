import type { IConstruct } from 'constructs';
import type { AlertmanagerRoute, RouteReport } from '../report/route-report';
import { routeText } from '../report/route-text';
import type { AlertRoute } from './alert-route';
import { evaluateBelow } from './scopes-below';

/**
 * Whom Alertmanager notifies of an alert: every receiver that it reaches, seen together with everything in the app.
 *
 * External labels of a Prometheus, and what its `alertRelabelings` change on the way, count where the app shows that it sends
 * alerts to the Alertmanager. Inhibition and silences are not looked at.
 */
export class AlertRoutes {
  /**
   * Follows an alert as the objects are now. It registers nothing, so it can be asked of any app, chart or construct.
   *
   * @param scope the app, a chart, or a single construct; all Alertmanagers that are seen together with it are asked
   * @param labels all labels of the alert, `alertname` and `namespace` above all
   * @throws if an object cannot be rendered
   */
  public static of(scope: IConstruct, labels: { [name: string]: string }): AlertRoutes {
    return new AlertRoutes(evaluateBelow(scope).map(({ evaluation }) => evaluation.route(labels)));
  }

  /**
   * The same for an alert of a PrometheusRule of the app, with the labels that are known of it: those of the rule, those that
   * its expression surely has, and the namespace of the rule where it says nothing of another.
   *
   * @param scope the app, a chart, or a single construct
   * @param alert name of the alert
   * @throws if there is no such alert, or there are several whose labels differ
   */
  public static ofAlert(scope: IConstruct, alert: string): AlertRoutes {
    const seen = evaluateBelow(scope);
    const known = seen.flatMap(({ evaluation }) => evaluation.alerts());
    const labels = new Map(
      known.filter(({ alertname }) => alertname === alert).map((one) => [JSON.stringify(one), one] as const),
    );
    const [first] = labels.values();
    if (first === undefined || labels.size > 1) {
      const names = [...new Set(known.map(({ alertname }) => alertname))].sort();
      throw new Error(
        first === undefined
          ? `There is no alert "${alert}" among the PrometheusRules of the app, which have ${names.length > 0 ? names.join(', ') : 'none'}.\nFix: name one of these, or give its labels to AlertRoutes.of.`
          : `There are ${labels.size} alerts "${alert}" with different labels: ${[...labels.keys()].join(', ')}.\nFix: give those of one of them to AlertRoutes.of.`,
      );
    }
    return AlertRoutes.of(scope, { ...first });
  }

  /** Every receiver that the alert reaches, by Alertmanager, in the order in which the alert meets them. */
  public readonly list: AlertRoute[];

  /** Names of the receivers that are reached and do something, without repetition. */
  public readonly receivers: string[];

  /** Alertmanagers of which nobody can tell from the objects of the app, `<namespace>/<name>: <reason>`. */
  public readonly unknown: string[];

  private constructor(private readonly reports: readonly RouteReport[]) {
    const alertmanagers = reports.flatMap((report) => report.alertmanagers);
    this.list = alertmanagers.flatMap(toRoutes);
    const loud = this.list.filter(({ integrations }) => integrations.length > 0);
    this.receivers = [...new Set(loud.map(({ receiver }) => receiver))];
    const reasons = alertmanagers.flatMap(({ alertmanager, unknown }) =>
      unknown === null ? [] : [`${alertmanager}: ${unknown}`],
    );
    this.unknown = [...new Set(reasons)];
  }

  /**
   * Whether the alert reaches a receiver that does something.
   *
   * @param receiver its name in the configuration, such as `shop/team/chat` for `chat` of AlertmanagerConfig `shop/team`
   */
  public reaches(receiver: string): boolean {
    return this.receivers.includes(receiver);
  }

  /** The receivers for people to read, with the routes that lead to them. */
  public toText(): string {
    return this.reports.map((report) => [...routeText(report)].join('')).join('\n');
  }
}

/** What is not known is absent, since not every language tells null from nothing. */
function toRoutes({ alertmanager, prometheus, labels, notifications }: AlertmanagerRoute): AlertRoute[] {
  return notifications.map(({ object, ...notification }) => ({
    ...notification,
    alertmanager,
    ...(prometheus === null ? {} : { prometheus }),
    labels: { ...labels },
    ...(object === null ? {} : { object }),
    integrations: [...notification.integrations],
    path: [...notification.path],
    groupBy: [...notification.groupBy],
    muteTimeIntervals: [...notification.muteTimeIntervals],
    activeTimeIntervals: [...notification.activeTimeIntervals],
  }));
}

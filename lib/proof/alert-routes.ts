import type { IConstruct } from 'constructs';
import type { AlertmanagerRoute, RouteReport } from '../report/route-report';
import { routeText } from '../report/route-text';
import type { AlertRoute } from './alert-route';
import { evaluateBelow } from './scopes-below';

/**
 * Whom Alertmanager notifies of an alert: every receiver that it reaches, seen together with everything in the app.
 *
 * Inhibition, silences, and what a Prometheus changes of labels on the way are not looked at.
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
    this.unknown = alertmanagers.flatMap(({ alertmanager, unknown }) =>
      unknown === null ? [] : [`${alertmanager}: ${unknown}`],
    );
  }

  /** The receivers for people to read, with the routes that lead to them. */
  public toText(): string {
    return this.reports.map((report) => [...routeText(report)].join('')).join('\n');
  }
}

/** What is not known is absent, since not every language tells null from nothing. */
function toRoutes({ alertmanager, notifications }: AlertmanagerRoute): AlertRoute[] {
  return notifications.map(({ object, ...notification }) => ({
    ...notification,
    alertmanager,
    ...(object === null ? {} : { object }),
    integrations: [...notification.integrations],
    path: [...notification.path],
    groupBy: [...notification.groupBy],
    muteTimeIntervals: [...notification.muteTimeIntervals],
    activeTimeIntervals: [...notification.activeTimeIntervals],
  }));
}

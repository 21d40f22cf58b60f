import { Construct, type IConstruct } from 'constructs';
import type { IPrometheus } from '../prometheus/i-prometheus';
import { AlertRoutes } from '../proof/alert-routes';
import type { ExpectedTarget } from '../proof/expected-target';
import { Findings } from '../proof/findings';
import { Targets } from '../proof/targets';

/** What a matcher tells jest. */
export interface MatcherResult {
  readonly pass: boolean;
  readonly message: () => string;
}

/** Matchers for `expect.extend`; importing this module adds them to a global `expect`. */
export const matchers = {
  /** Whether an app, a chart or a construct has exactly these targets. */
  toHaveTargets(scope: IConstruct, expected: ExpectedTarget[]): MatcherResult {
    mustBeConstruct(scope, 'toHaveTargets');
    const targets = Targets.of(scope);
    const differences = targets.differencesFrom(expected);
    const pass = differences.length === 0;
    return {
      pass,
      message: () =>
        pass
          ? `The targets of ${placeOf(scope)} are exactly those, and should not be.\n`
          : [
              `The targets of ${placeOf(scope)} are not those that are expected:`,
              ...differences.map((line) => `  ${line}`),
              '',
              targets.toText(),
              reasons(scope),
            ].join('\n'),
    };
  },

  /** Whether a Prometheus scrapes something of an app, a chart or a construct. */
  toBeScrapedBy(scope: IConstruct, prometheus: IPrometheus): MatcherResult {
    mustBeConstruct(scope, 'toBeScrapedBy');
    const targets = Targets.of(scope);
    const pass = targets.scrapedBy(prometheus).length > 0;
    const name = `Prometheus ${prometheus.namespace}/${prometheus.prometheusName}`;
    return {
      pass,
      message: () =>
        pass
          ? `${name} scrapes ${placeOf(scope)}, and should not:\n\n${targets.toText()}`
          : [`${name} scrapes nothing of ${placeOf(scope)}.`, '', targets.toText(), reasons(scope)].join('\n'),
    };
  },

  /**
   * Whether an alert reaches a receiver that does something, at any Alertmanager that is seen together with an app, a chart or
   * a construct.
   *
   * @param receiver such as `shop/team/chat` for `chat` of AlertmanagerConfig `shop/team`
   * @param alert all labels of the alert, or the name of one of a PrometheusRule of the app
   */
  toReachReceiver(scope: IConstruct, receiver: string, alert: AlertOrName): MatcherResult {
    mustBeConstruct(scope, 'toReachReceiver');
    const routes = typeof alert === 'string' ? AlertRoutes.ofAlert(scope, alert) : AlertRoutes.of(scope, alert);
    const pass = routes.reaches(receiver);
    const name = typeof alert === 'string' ? alert : JSON.stringify(alert);
    return {
      pass,
      message: () =>
        [`Alert ${name} ${pass ? 'reaches' : 'does not reach'} "${receiver}"${pass ? ', and should not' : ''}:`, '']
          .concat(routes.toText())
          .join('\n'),
    };
  },
};

/** Untyped tests may hand over anything. */
function mustBeConstruct(received: unknown, matcher: string): void {
  if (!Construct.isConstruct(received)) {
    throw new Error(
      `${matcher} looks at a construct, and got ${typeof received}. Fix: expect(app), expect(chart) or the like.`,
    );
  }
}

/** All labels of an alert, or the name of one that a PrometheusRule has. */
export type AlertOrName = string | { [label: string]: string };

/** The findings say what to change. */
function reasons(scope: IConstruct): string {
  const findings = Findings.of(scope);
  return findings.list.length === 0 ? '' : findings.toText();
}

function placeOf({ node }: IConstruct): string {
  return node.path === '' ? 'the app' : node.path;
}

declare global {
  namespace jest {
    // biome-ignore lint/complexity/noBannedTypes: the parameters must be those of @types/jest
    interface Matchers<R, T = {}> {
      /** The app, chart or construct has exactly these targets. */
      toHaveTargets(expected: ExpectedTarget[]): R;
      /** The Prometheus scrapes something of the app, chart or construct. */
      toBeScrapedBy(prometheus: IPrometheus): R;
      /** The alert, given by its labels or by its name in a PrometheusRule of the app, reaches the receiver. */
      toReachReceiver(receiver: string, alert: AlertOrName): R;
    }
  }
}

const { expect } = globalThis as { expect?: { extend?: (all: object) => void } };
expect?.extend?.(matchers);

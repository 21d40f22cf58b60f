import type { ActiveTarget } from '../truth/scenario/truth';

/** A target as `cdk8s-prometheus targets --format json` tells it. */
export interface PredictedTarget {
  readonly prometheus: string;
  readonly job: string;
  readonly scheme: string;
  readonly path: string;
  readonly labels: { readonly [name: string]: string };
  readonly interval: string;
  readonly timeout: string;
}

/** One fact about a target, as predicted and as Prometheus tells it. */
export interface ComparedFact {
  readonly name: string;
  readonly predicted: string | undefined;
  readonly observed: string | undefined;
}

/** All facts about a target, labels included, that one side or the other has. */
export function compareTarget(predicted: PredictedTarget, observed: ActiveTarget): ComparedFact[] {
  const { scheme, path, labels, interval, timeout } = predicted;
  const url = `${scheme}://${labels.instance}${path}`;
  const names = [...new Set([...Object.keys(labels), ...Object.keys(observed.labels)])].sort();
  return [
    { name: 'URL', predicted: url, observed: observed.url },
    { name: 'interval', predicted: interval, observed: observed.interval },
    { name: 'timeout', predicted: timeout, observed: observed.timeout },
    ...names.map((name) => ({
      name: `label \`${name}\``,
      predicted: labels[name],
      observed: observed.labels[name],
    })),
  ];
}

/** Facts in which the two sides differ. */
export function differences(facts: readonly ComparedFact[]): ComparedFact[] {
  return facts.filter(({ predicted, observed }) => predicted !== observed);
}

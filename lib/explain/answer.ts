import type { ChainLink } from '../report/explanation';
import type { Target } from '../report/target-list';
import { nameOf } from '../simulator/operator/problem';
import type { Scope } from './scope';
import { counted, listed, sentence } from './texts';

/** What an explanation of one kind of object comes to. */
export interface Answer {
  readonly verdict: string;
  readonly chains: readonly ChainLink[];
  readonly targets: readonly Target[];
}

/** `Scraped by monitoring/k8s at 1 target.` */
export function scrapedVerdict(targets: readonly Target[], but = ''): string {
  const prometheuses = [...new Set(targets.map(({ prometheus }) => prometheus))];
  return sentence(`Scraped by ${listed(prometheuses, 3)} at ${counted(targets.length, 'target')}${but}`);
}

/** What keeps a Prometheus from loading the configuration in which these targets are; empty where nothing does. */
export function onceLoaded(scope: Scope, targets: readonly Target[]): string {
  const names = new Set(targets.map(({ prometheus }) => prometheus));
  const poisoned = scope.instances.find((instance) => names.has(instance.key) && scope.poisonsAt(instance).length > 0);
  if (poisoned === undefined) {
    return '';
  }
  const culprits = [...new Set(scope.poisonsAt(poisoned).map(({ object }) => nameOf(object)))];
  return `, once ${poisoned.key} can load its configuration, from which ${listed(culprits, 2)} ${culprits.length === 1 ? 'keeps' : 'keep'} it`;
}

/** `Not scraped: …` or `Unknown: …`. */
export function unscrapedVerdict(unknown: boolean, because: string): string {
  return sentence(`${unknown ? 'Unknown' : 'Not scraped'}: ${because}`);
}

import type { ChainLink } from '../report/explanation';
import type { Target } from '../report/target-list';
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

/** `Not scraped: …` or `Unknown: …`. */
export function unscrapedVerdict(unknown: boolean, because: string): string {
  return sentence(`${unknown ? 'Unknown' : 'Not scraped'}: ${because}`);
}

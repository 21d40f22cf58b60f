import type { IConstruct } from 'constructs';
import type { Suppression } from '../check/suppression/suppress';
import { Problems } from '../private/problems';
import { placeOf } from './proof-scope';

/** Type of the metadata entries that hold what is to be passed over. */
const TYPE = 'cdk8s-prometheus:ignore';

/**
 * Notes on a construct that findings of one check below it are to be passed over.
 *
 * @throws Error if the check is no id, or no reason is given
 */
export function ignoreAt(construct: IConstruct, check: string, reason: string): void {
  const problems = new Problems(() => `Proof.ignore at ${placeOf(construct)}`);
  if (typeof check !== 'string' || !/^[a-z-]+\/[a-z0-9-]+$/.test(check)) {
    problems.add('check', `"${check}" is no id of a check.`, "give it as findings show it: 'monitor/not-selected'.");
  }
  if (typeof reason !== 'string' || reason.trim() === '') {
    problems.add('reason', 'is empty, and whoever reads this later has to know why.', 'say why in a few words.');
  }
  problems.throwIfAny();
  construct.node.addMetadata(TYPE, { check, reason });
}

/** What is to be passed over at a construct and below it. */
export function ignoredAt({ node }: IConstruct): Suppression[] {
  return node.metadata
    .filter(({ type }) => type === TYPE)
    .map(({ data: { check, reason } }) => ({ check, reason, construct: node.path }));
}

import type { IConstruct } from 'constructs';
import { Problems } from '../private/problems';
import type { ProofProps } from './proof-props';
import { type ProofScope, placeOf, proofScope } from './proof-scope';
import { validateScope } from './validate-scope';

/**
 * Has cdk8s ask for the proof of a scope whenever it validates the app. Once for each scope, however often it is called.
 *
 * @throws Error if the props contradict those of an earlier call
 */
export function registerProof(scope: IConstruct, how: 'on request' | 'by itself', props: ProofProps = {}): ProofScope {
  const known = proofScope(scope);
  known.props = mergeProps(known, props);
  if (known.registered === undefined) {
    scope.node.addValidation({ validate: () => validateScope(known) });
  }
  known.registered = known.registered === 'on request' ? known.registered : how;
  return known;
}

function mergeProps({ scope, props: earlier }: ProofScope, later: ProofProps): ProofProps {
  const problems = new Problems(() => `Proof of ${placeOf(scope)}`);
  const merged: { -readonly [name in keyof ProofProps]: any } = { ...earlier };
  for (const name of ['complete', 'operatorVersion', 'kubernetesVersion'] as const) {
    const [before, now] = [earlier[name], later[name]];
    if (now === undefined) {
      continue;
    }
    if (before !== undefined && before !== now) {
      problems.add(name, `is "${now}" here, and was "${before}" in an earlier Proof.of.`, 'say it once.');
    }
    if (name !== 'complete' && !/^v?\d+\.\d+(\.\d+)?(-.+)?$/.test(String(now))) {
      problems.add(name, `"${now}" is no version.`, `write it as '${name === 'operatorVersion' ? '0.93.0' : '1.33'}'.`);
    }
    merged[name] = now;
  }
  problems.throwIfAny();
  return merged;
}

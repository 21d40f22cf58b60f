import { isDeepStrictEqual } from 'node:util';
import { createEvaluation } from '../check/create-evaluation';
import type { Evaluation } from '../check/evaluation';
import type { ProofProps } from './proof-props';
import type { ProofScope } from './proof-scope';
import { readScope, type ScopeContent, type ScopeReading } from './read-scope';

interface Evaluated {
  readonly content: ScopeContent;
  readonly props: ProofProps;
  readonly evaluation: Evaluation;
}

const evaluated = new WeakMap<ProofScope, Evaluated>();

/** What is in a scope, looked at from all sides. */
export interface EvaluatedScope extends ScopeReading {
  readonly evaluation: Evaluation;
}

/**
 * Evaluates what a scope holds now. While that stays the same, so does the evaluation.
 *
 * @throws whatever the rendering of an object throws
 */
export function evaluateScope(proof: ProofScope): EvaluatedScope {
  const { scope, props } = proof;
  const { content, rendered } = readScope(scope);
  const last = evaluated.get(proof);
  if (last !== undefined && last.props === props && isDeepStrictEqual(last.content, content)) {
    return { content, rendered, evaluation: last.evaluation };
  }
  const evaluation = createEvaluation(content.objects, {
    absence: props.complete ? 'complete' : 'tree',
    operatorVersion: props.operatorVersion,
    kubernetesVersion: props.kubernetesVersion,
    stacks: content.stacks,
    delivering: content.delivering,
    suppressions: content.suppressions,
  });
  evaluated.set(proof, { content, props, evaluation });
  return { content, rendered, evaluation };
}

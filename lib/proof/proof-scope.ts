import type { IConstruct } from 'constructs';
import type { ProofProps } from './proof-props';

/** A part of a tree whose objects are seen together, and what is known of it. */
export interface ProofScope {
  readonly scope: IConstruct;
  props: ProofProps;
  /**
   * `on request`: somebody has said that this is one cluster. `by itself`: a `StackRelease` has registered it.
   * `undefined`: nobody has, so nothing happens when it is synthesized.
   */
  registered?: 'on request' | 'by itself';
}

/** Each scope by its construct. */
const scopes = new WeakMap<IConstruct, ProofScope>();

/** The scope of a construct, whether it is registered or not. */
export function proofScope(scope: IConstruct): ProofScope {
  let known = scopes.get(scope);
  if (known === undefined) {
    known = { scope, props: {} };
    scopes.set(scope, known);
  }
  return known;
}

/** Whether what lies below a construct is proven for itself. */
export function isRegistered(construct: IConstruct): boolean {
  return scopes.get(construct)?.registered !== undefined;
}

/** The registered scope that a construct is in; its root where there is none. */
export function scopeAround(construct: IConstruct): ProofScope {
  const { scopes: around, root } = construct.node;
  return proofScope([...around].reverse().find(isRegistered) ?? root);
}

/** How messages name a construct; the root has no path. */
export function placeOf({ node }: IConstruct): string {
  return node.path === '' ? 'the app' : node.path;
}

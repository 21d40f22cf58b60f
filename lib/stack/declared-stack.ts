import type { StackSpec } from '../simulator/stack/stack-spec';

const specs = new WeakMap<object, StackSpec>();

/** Notes what a construct will install. */
export function declareStack(construct: object, spec: StackSpec): void {
  specs.set(construct, spec);
}

/** The release that a construct stands for; `undefined` for any other construct. */
export function declaredStack(construct: object): StackSpec | undefined {
  return specs.get(construct);
}

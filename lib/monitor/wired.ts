import type { ApiObject } from 'cdk8s';

/** What is known of a target that was made together with its monitor. */
export interface Wired {
  /** The object that is monitored. */
  readonly target: ApiObject;
  /** Name of the port that was given to both. */
  readonly port: string;
  /** Labels that were given to the target, by which the monitor selects it. */
  readonly labels: { readonly [key: string]: string };
}

const known = new WeakMap<object, Wired>();

/**
 * Marks the props of a monitor whose target was made together with it, by a construct that has checked both. The monitor
 * then neither checks its props again nor reads the target to learn what it was given.
 */
export function wire<P extends object>(props: P, wired: Wired): P {
  known.set(props, wired);
  return props;
}

/** What is known of the target; `undefined` for a target that stands for itself. */
export function wiredBy(props: object): Wired | undefined {
  return known.get(props);
}

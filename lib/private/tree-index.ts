import type { IConstruct } from 'constructs';

interface Snapshot<T> {
  readonly value: T;
  readonly asked: Set<object>;
}

/**
 * Something that is read from a whole tree of constructs, for many who ask.
 *
 * The tree is walked once for all of them and not once for each. It changes until it is synthesized, and nothing tells
 * when, so a snapshot holds until somebody asks for the second time: all others have then asked in the same step (while
 * the tree was built, when it was validated, when it was rendered), and the next step begins. Nor does it outlive a task.
 */
export class TreeIndex<T> {
  private readonly snapshots = new WeakMap<IConstruct, Snapshot<T>>();

  public constructor(private readonly read: (root: IConstruct) => T) {}

  /** @param asker asks once in each step */
  public at(root: IConstruct, asker: object): T {
    let snapshot = this.snapshots.get(root);
    if (!snapshot || snapshot.asked.has(asker)) {
      snapshot = { value: this.read(root), asked: new Set() };
      this.snapshots.set(root, snapshot);
      queueMicrotask(() => this.snapshots.delete(root));
    }
    snapshot.asked.add(asker);
    return snapshot.value;
  }
}

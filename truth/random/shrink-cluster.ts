import type { KubeObject } from '../../lib/simulator/kube-object';
import { minimize } from './minimize';
import { fieldsAt, withoutFields } from './object-fields';

export interface ShrinkOptions {
  /**
   * How often it may be tried whether a smaller cluster still fails.
   *
   * @default 200
   */
  readonly trials?: number;
}

/** The smallest cluster that was found. */
export interface ShrunkCluster {
  readonly objects: KubeObject[];
  /** How often it was tried. */
  readonly trials: number;
  /** Whether nothing more can be taken away; else the trials were used up. */
  readonly complete: boolean;
}

/**
 * Takes away from a cluster what is not needed for it to fail: first whole namespaces, then objects, then fields and items
 * of lists, always many at once before it tries them one by one. Whether what is left makes sense, `fails` alone decides.
 *
 * Source of the method: Zeller and Hildebrandt, "Simplifying and Isolating Failure-Inducing Input"; Misherghi and Su,
 * "HDD: Hierarchical Delta Debugging".
 *
 * @param fails whether a cluster still shows what it is shrunk for; each call may take long
 * @throws if the cluster does not fail as it is
 */
export async function shrinkCluster(
  objects: readonly KubeObject[],
  fails: (objects: KubeObject[]) => Promise<boolean>,
  options: ShrinkOptions = {},
): Promise<ShrunkCluster> {
  const budget = new Budget(fails, options.trials ?? 200);
  if (!(await budget.fails([...objects]))) {
    throw new Error('this cluster does not fail, or not every time, so it cannot be shrunk');
  }
  let best = [...objects];
  for (let before = ''; before !== JSON.stringify(best); ) {
    before = JSON.stringify(best);
    best = await withoutNamespaces(best, budget);
    best = await minimize(best, (kept) => budget.fails(kept));
    best = await withoutMostFields(best, budget);
  }
  return { objects: best, trials: budget.used, complete: !budget.exhausted };
}

async function withoutNamespaces(objects: readonly KubeObject[], budget: Budget): Promise<KubeObject[]> {
  const groups = new Map<string, KubeObject[]>();
  for (const object of objects) {
    const namespace = object.kind === 'Namespace' ? object.metadata.name : (object.metadata.namespace ?? '');
    groups.set(namespace, [...(groups.get(namespace) ?? []), object]);
  }
  const inOrder = (some: readonly KubeObject[][]): KubeObject[] => {
    const kept = new Set(some.flat());
    return objects.filter((object) => kept.has(object));
  };
  return inOrder(await minimize([...groups.values()], (some) => budget.fails(inOrder(some))));
}

/** From the outside in, so that as few fields as possible are left to try. */
async function withoutMostFields(objects: readonly KubeObject[], budget: Budget): Promise<KubeObject[]> {
  let best = [...objects];
  for (let depth = 1; ; depth++) {
    const fields = fieldsAt(best, depth);
    if (fields.length === 0) {
      return best;
    }
    const given = best;
    const without = (kept: readonly string[]): KubeObject[] => {
      const needed = new Set(kept);
      return withoutFields(given, new Set(fields.filter((field) => !needed.has(field))));
    };
    best = without(await minimize(fields, (kept) => budget.fails(without(kept)), { all: true }));
  }
}

/** Tries clusters, none of them twice, and no more than there is time for. */
class Budget {
  public used = 0;
  public exhausted = false;
  private readonly known = new Map<string, boolean>();

  constructor(
    private readonly ask: (objects: KubeObject[]) => Promise<boolean>,
    private readonly trials: number,
  ) {}

  /** Whether a cluster fails; of one that nobody has the time to try, it is not known that it does. */
  public async fails(objects: KubeObject[]): Promise<boolean> {
    const key = JSON.stringify(objects);
    const known = this.known.get(key);
    if (known !== undefined) {
      return known;
    }
    if (this.used >= this.trials) {
      this.exhausted = true;
      return false;
    }
    this.used += 1;
    const answer = await this.ask(structuredClone(objects));
    this.known.set(key, answer);
    return answer;
  }
}

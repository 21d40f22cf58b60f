import type { SourcedObject } from '../kube-object';
import { modelledFrom } from '../stack/modelled-source';
import { resolveKey } from './key-reference';
import type { ObjectLookup } from './object-lookup';
import { type Certainty, joinPath, nameOf, type Problem } from './problem';

/** What a problem says beside its code and field. */
export interface ProblemText {
  readonly message: string;
  readonly fix?: string;
  readonly values?: { readonly [name: string]: unknown };
  readonly certainty?: Certainty;
}

/** Collects the problems of one object; every code gets the same group and every message the same consequence. */
export class ProblemList {
  public readonly found: Problem[] = [];

  constructor(
    /** Where the mistakes are. */
    private readonly object: SourcedObject,
    /** `rejected` or `frozen`. */
    private readonly group: string,
    /** What comes of any of them, for example "The Operator skips the whole ServiceMonitor." */
    private readonly consequence: string,
    /** Namespace that references are looked up in. */
    private readonly namespace: string,
    private readonly objects: ObjectLookup,
  ) {}

  public add(name: string, field: string, text: ProblemText): void {
    this.found.push({
      code: `${this.group}/${name}`,
      certainty: text.certainty ?? 'certain',
      object: this.object,
      field,
      values: text.values ?? {},
      message: `${text.message.replace(/(?<![.!?])$/, '.')} ${this.consequence}`,
      fix: text.fix,
    });
  }

  /** As `resolve`, for a reference of which `optional` counts. */
  public read(selector: any, field: string): string | undefined {
    if (selector?.optional !== true) {
      return this.resolve('Secret', selector, field);
    }
    const resolved = resolveKey('Secret', this.namespace, selector, this.objects);
    return resolved.outcome === 'known' ? resolved.value : undefined;
  }

  /**
   * Looks up a reference to a Secret or ConfigMap and adds a problem if the key is not there.
   *
   * @returns the text behind it, where it is known
   */
  public resolve(kind: 'Secret' | 'ConfigMap', selector: any, field: string): string | undefined {
    const resolved = resolveKey(kind, this.namespace, selector, this.objects);
    const code = kind === 'Secret' ? 'secret' : 'config-map';
    const name = selector?.name ?? '';
    const key = selector?.key ?? '';
    const values = { kind, namespace: this.namespace, name, key };
    switch (resolved.outcome) {
      case 'known':
        return resolved.value;
      case 'no-name':
        this.add(`${code}-not-named`, joinPath(field, 'name'), {
          message: `names no ${kind}.`,
          fix: `name: the ${kind} in namespace "${this.namespace}", and key: its key.`,
          values,
        });
        return undefined;
      case 'missing-key':
        this.add(`${code}-key-missing`, joinPath(field, 'key'), {
          message: `${nameOf(resolved.object)} has no key "${key}"; ${resolved.keys.length > 0 ? `it has ${resolved.keys.join(', ')}` : 'it has none'}.`,
          fix: resolved.keys.length === 1 ? `key: ${resolved.keys[0]}` : `key: one that the ${kind} has.`,
          values: { ...values, keys: resolved.keys },
        });
        return undefined;
      case 'missing-object': {
        const places = resolved.elsewhere.map(({ object }) => `"${object.metadata.namespace ?? 'default'}"`).join(', ');
        const hint = places
          ? ` There is one of this name in namespace ${places}, where the Operator does not look.`
          : '';
        this.add(`${code}-missing`, joinPath(field, 'name'), {
          message: `There is no ${kind} "${name}" in namespace "${this.namespace}".${hint}`,
          fix: `create ${kind} "${name}" with the key "${key}" in namespace "${this.namespace}".`,
          values,
          certainty: 'absent',
        });
        return undefined;
      }
      case 'unknown':
        this.add(`${code}-missing`, joinPath(field, 'name'), {
          message: `${kind} "${name}" in namespace "${this.namespace}" is not among these objects. ${makerName(resolved.maker)} may make it, so whether it has the key "${key}" shows only in the cluster.`,
          values: { ...values, maker: makerName(resolved.maker) },
          certainty: 'made',
        });
        return undefined;
    }
  }
}

function makerName(maker: SourcedObject): string {
  return modelledFrom(maker)?.declaredBy ?? nameOf(maker);
}

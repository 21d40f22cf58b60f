import { isPlainObject } from '../../private/plain-object';
import type { LabelSelector } from '../../selection/label-selector';

/** A cluster of a list. */
export interface StackClusterElement {
  /** Name of the cluster in Argo CD; `{{ .name }}` in templates. */
  readonly name: string;

  /**
   * What else templates can refer to, by name: `{{ .region }}`. All elements of a list should have the same ones, since
   * a missing one is an error.
   *
   * @default - nothing
   */
  readonly parameters?: { [key: string]: string };
}

/**
 * What a `StackApplicationSet` makes an Application for.
 */
export class StackGenerator {
  /**
   * The clusters that Argo CD knows, by the labels of their Secrets. The cluster that Argo CD runs in counts without a
   * selector; with one it needs a Secret of its own.
   *
   * @param selector labels of the Secrets; all clusters unless given
   * @throws if the selector takes nothing
   */
  public static clusters(selector?: LabelSelector): StackGenerator {
    if (selector?.selectsNothing) {
      throw new Error(
        'StackGenerator.clusters: this selector takes nothing, and to Argo CD an absent selector is all clusters. Fix: select by a label, or leave the selector out.',
      );
    }
    const manifest = selector?.toManifest() ?? {};
    return new StackGenerator({ clusters: Object.keys(manifest).length > 0 ? { selector: manifest } : {} });
  }

  /**
   * The clusters of a list.
   *
   * @throws if the list is empty, or names a cluster twice
   */
  public static list(...elements: StackClusterElement[]): StackGenerator {
    const names = elements.map(({ name }) => name);
    const twice = names.find((name, index) => names.indexOf(name) !== index);
    if (elements.length === 0 || twice !== undefined) {
      throw new Error(
        twice === undefined
          ? "StackGenerator.list: the list is empty, so nothing would be deployed. Fix: StackGenerator.list({ name: 'production' })"
          : `StackGenerator.list: "${twice}" stands in the list twice, and two Applications of one name clash. Fix: remove one.`,
      );
    }
    return new StackGenerator({
      list: { elements: elements.map(({ name, parameters }) => ({ ...parameters, name })) },
    });
  }

  /**
   * Any other generator, as it stands in a manifest. Unless it gives a parameter `name`, set `applicationName` and
   * `destination` as well.
   *
   * @throws if that is no map of one generator
   */
  public static of(generator: any): StackGenerator {
    if (!isPlainObject(generator) || Object.keys(generator).length === 0) {
      throw new Error(
        `StackGenerator.of: ${JSON.stringify(generator)} is no generator. Fix: give a map, for example { git: { repoURL: '…', revision: 'main', directories: [{ path: 'clusters/*' }] } }.`,
      );
    }
    return new StackGenerator(generator);
  }

  private constructor(private readonly generator: any) {}

  /** The generator as it stands in a manifest. */
  public toManifest(): any {
    return this.generator;
  }
}

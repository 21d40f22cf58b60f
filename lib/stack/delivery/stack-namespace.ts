import { ApiObject, type ApiObjectMetadata, JsonPatch } from 'cdk8s';
import { Construct } from 'constructs';
import type { StackRelease } from '../stack-release';
import { DeliveredRelease } from './delivered-release';
import { namespaceLabels } from './pod-security';
import { SYNC_WAVE } from './sync-annotations';

/** Properties for `StackNamespace`. */
export interface StackNamespaceProps {
  /** The release whose namespace this is. */
  readonly release: StackRelease;

  /**
   * Labels and annotations of the Namespace. Its name is that of the release's namespace.
   *
   * @default - the labels that Pod Security needs
   */
  readonly metadata?: ApiObjectMetadata;
}

/**
 * The Namespace of a release, as an object of the app.
 *
 * Where node-exporter is part of the release, or something else that needs the host, it carries
 * `pod-security.kubernetes.io/enforce: privileged` (with `audit` and `warn`): Pod Security's other levels refuse such
 * pods, and labels of the pods change nothing (helm-charts#4837).
 */
export class StackNamespace extends Construct {
  /** The Namespace. */
  public readonly apiObject: ApiObject;

  /** Its name. */
  public readonly name: string;

  private readonly ownWave: boolean;

  /**
   * @throws Error with all problems: a name other than that of the release's namespace; a Pod Security level that refuses
   * pods of the release
   */
  public constructor(scope: Construct, id: string, props: StackNamespaceProps) {
    super(scope, id);
    const delivered = new DeliveredRelease(this, 'StackNamespace', props.release);
    const { problems, values } = delivered;
    this.name = props.release.releaseNamespace;
    const given = props.metadata ?? {};
    if ((given.name ?? this.name) !== this.name) {
      problems.add(
        'metadata.name',
        `"${given.name}" is not the namespace of ${delivered.label}, which is "${this.name}".`,
        'leave it out.',
      );
    }
    const labels = namespaceLabels(problems, values, this.name, 'metadata.labels', given.labels);
    const metadata = delivered.metadata({ ...given, labels }, { name: this.name });
    problems.throwIfAny();
    this.apiObject = new ApiObject(this, 'Resource', { apiVersion: 'v1', kind: 'Namespace', metadata });
    if (this.apiObject.metadata.namespace !== undefined) {
      // cdk8s gives it that of the chart, and no Namespace is in a namespace.
      this.apiObject.addJsonPatch(JsonPatch.remove('/metadata/namespace'));
    }
    this.ownWave = given.annotations?.[SYNC_WAVE] !== undefined;
  }

  /**
   * Puts the Namespace into the wave of an Argo CD Application, where Argo CD creates namespaces first.
   *
   * @internal
   */
  public _inWave(wave: string): void {
    if (!this.ownWave) {
      this.apiObject.metadata.addAnnotation(SYNC_WAVE, wave);
    }
  }
}

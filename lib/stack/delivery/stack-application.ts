import { ApiObject } from 'cdk8s';
import { Construct, type IConstruct } from 'constructs';
import { checkArgo } from './argo-checks';
import { StackDestination } from './argo-destination';
import type { StackArgoOptions } from './argo-options';
import { applicationSpec, argoMetadata, compareAnnotations, FINALIZER } from './argo-template';
import { DeliveredRelease } from './delivered-release';
import { writeAfter } from './namespace-object';
import { SYNC_OPTIONS, SYNC_WAVE } from './sync-annotations';

/** Properties for `StackApplication`. */
export interface StackApplicationProps extends StackArgoOptions {
  /**
   * The cluster to deploy to.
   *
   * @default StackDestination.inCluster()
   */
  readonly destination?: StackDestination;

  /**
   * Whether the values stand as text (`helm.values`) instead of data (`helm.valuesObject`).
   *
   * @default - true when one of them is null, which would get lost otherwise, or a text that cdk8s writes as a number (`0o17`)
   */
  readonly valuesAsText?: boolean;
}

/** An Argo CD Application that installs a release of kube-prometheus-stack. */
export class StackApplication extends Construct {
  /**
   * Lets Argo CD deploy monitors, rules and the like before their CRDs are there: each object of
   * `monitoring.coreos.com` below the scope gets the sync option `SkipDryRunOnMissingResource=true`. For an Application
   * of an app that may be synced before the stack is.
   *
   * It is about the objects that exist now, so call it last.
   */
  public static tolerateMissingCrds(scope: IConstruct): void {
    const option = 'SkipDryRunOnMissingResource=true';
    for (const object of scope.node.findAll()) {
      if (ApiObject.isApiObject(object) && object.apiGroup === 'monitoring.coreos.com') {
        const present = object.metadata.toJson()?.annotations?.[SYNC_OPTIONS] ?? '';
        const options = String(present)
          .split(',')
          .map((text) => text.trim())
          .filter((text) => text !== '');
        object.metadata.addAnnotation(SYNC_OPTIONS, [...new Set([...options, option])].join(','));
      }
    }
  }

  /** The Application. */
  public readonly apiObject: ApiObject;

  /**
   * @throws Error with all problems: a release whose Secrets would change with every sync, that lists Endpoints which
   * Argo CD leaves out, or whose jobs it never sees finished; options that contradict each other or have no effect
   */
  public constructor(scope: Construct, id: string, props: StackApplicationProps) {
    super(scope, id);
    const delivered = new DeliveredRelease(this, 'StackApplication', props.release);
    const { problems } = delivered;
    checkArgo(delivered, props);
    if (props.valuesFromGit !== undefined && props.valuesAsText !== undefined) {
      problems.add('valuesAsText', 'has no effect with valuesFromGit.', 'leave out one of the two.');
    }
    const metadata = argoMetadata(delivered, props);
    const spec = applicationSpec(
      delivered,
      props,
      props.destination ?? StackDestination.inCluster(),
      props.valuesFromGit ? {} : valuesOf(delivered, props.valuesAsText),
    );
    problems.throwIfAny();

    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'Application',
      metadata: {
        ...metadata,
        annotations: { ...compareAnnotations(props), ...metadata.annotations },
        finalizers: [...new Set([...(props.deleteRelease ? [FINALIZER] : []), ...(metadata.finalizers ?? [])])],
      },
      spec,
    });
    delivered.deliveredBy(this.apiObject);
    props.namespace?._inWave(String(metadata.annotations?.[SYNC_WAVE]));
    writeAfter(props.namespace, this);
  }
}

function valuesOf(delivered: DeliveredRelease, asText: boolean | undefined) {
  return delivered.travelsAsText(asText) ? { values: delivered.text() } : { valuesObject: delivered.values };
}

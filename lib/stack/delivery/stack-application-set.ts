import { ApiObject } from 'cdk8s';
import { Construct } from 'constructs';
import { definedOnly } from '../../private/defined-only';
import { checkArgo } from './argo-checks';
import { StackDestination } from './argo-destination';
import type { StackGenerator } from './argo-generator';
import type { StackArgoOptions } from './argo-options';
import { applicationSpec, argoMetadata, compareAnnotations, FINALIZER } from './argo-template';
import { DeliveredRelease } from './delivered-release';
import { writeAfter } from './namespace-object';
import { SYNC_WAVE } from './sync-annotations';

/** Properties for `StackApplicationSet`. */
export interface StackApplicationSetProps extends StackArgoOptions {
  /** What an Application is made for, in all of them together. */
  readonly generators: StackGenerator[];

  /**
   * Name of each Application, a template.
   *
   * @default - the name of the release, followed by `-{{ .name | normalize }}`
   */
  readonly applicationName?: string;

  /**
   * The cluster to deploy to, with a template.
   *
   * @default StackDestination.cluster('{{ .name }}')
   */
  readonly destination?: StackDestination;

  /**
   * Values that differ from cluster to cluster: templates by their path in the chart, for example
   * `{ 'prometheus.prometheusSpec.externalLabels.cluster': '{{ .name }}' }`. They become texts, whatever they look like.
   * Not names and selectors, which other constructs rely on.
   *
   * @default - none
   */
  readonly clusterValues?: { [path: string]: string };
}

/** Values by which other constructs arrange themselves. */
const RELIED_UPON =
  /^(fullnameOverride|nameOverride|namespaceOverride|cleanPrometheusOperatorObjectNames)$|^prometheus\.(enabled|agentMode|serviceAccount\.)|[sS]elector|NamespaceSelectors$|^prometheusOperator\.(namespaces|denyNamespaces)/;

/**
 * An Argo CD ApplicationSet that installs a release of kube-prometheus-stack in several clusters, under the same name, so
 * that one set of monitors fits them all.
 *
 * The values stand as text, in which `{{` is escaped: the generator evaluates every text of the template, and would
 * otherwise take `{{ $labels.pod }}` of an alert for its own.
 */
export class StackApplicationSet extends Construct {
  /** The ApplicationSet. */
  public readonly apiObject: ApiObject;

  /**
   * @throws Error with all problems: those of `StackApplication`; no generator; values for each cluster that decide names
   * or selectors
   */
  public constructor(scope: Construct, id: string, props: StackApplicationSetProps) {
    super(scope, id);
    const delivered = new DeliveredRelease(this, 'StackApplicationSet', props.release);
    const { problems, release } = delivered;
    checkArgo(delivered, props);
    const { generators = [], clusterValues = {} } = props;
    if (generators.length === 0) {
      problems.add('generators', 'is empty, so nothing would be deployed.', 'generators: [StackGenerator.clusters()]');
    }
    for (const path of Object.keys(clusterValues).filter((key) => key === '' || RELIED_UPON.test(key))) {
      problems.add(
        'clusterValues',
        path === ''
          ? 'has an empty path.'
          : `"${path}" must be the same in all clusters: the monitors of the app are made for one release.`,
        path === '' ? 'remove it.' : 'set it on the StackRelease; for clusters that differ in it use one release each.',
      );
    }
    const metadata = argoMetadata(delivered, props);
    const spec = applicationSpec(delivered, props, props.destination ?? StackDestination.cluster('{{ .name }}'), {
      values: props.valuesFromGit ? undefined : escaped(delivered.text()),
      parameters: parameters(clusterValues),
    });
    problems.throwIfAny();

    this.apiObject = new ApiObject(this, 'Resource', {
      apiVersion: 'argoproj.io/v1alpha1',
      kind: 'ApplicationSet',
      metadata,
      spec: definedOnly({
        goTemplate: true,
        goTemplateOptions: ['missingkey=error'],
        generators: generators.map((generator) => generator.toManifest()),
        // Without this, Argo CD adds the finalizer itself: argo-cd v3.1 `applicationset/utils/utils.go`,
        // `RenderTemplateParams`. A cluster that loses its label would lose the stack with all monitors.
        syncPolicy: props.deleteRelease ? undefined : { preserveResourcesOnDeletion: true },
        template: {
          metadata: definedOnly({
            name: props.applicationName ?? `${release.releaseName}-{{ .name | normalize }}`,
            annotations: compareAnnotations(props),
            finalizers: props.deleteRelease ? [FINALIZER] : undefined,
          }),
          spec,
        },
      }),
    });
    delivered.deliveredBy(this.apiObject);
    props.namespace?._inWave(String(metadata.annotations?.[SYNC_WAVE]));
    writeAfter(props.namespace, this);
  }
}

/** In backquotes, which need no escape in whatever quotes the YAML of the values has around them. */
function escaped(text: string): string {
  return text.replaceAll('{{', '{{`{{`}}');
}

function parameters(values: { [path: string]: string }): any[] | undefined {
  const entries = Object.entries(values).sort(([one], [other]) => (one < other ? -1 : 1));
  return entries.length > 0 ? entries.map(([name, value]) => ({ name, value, forceString: true })) : undefined;
}

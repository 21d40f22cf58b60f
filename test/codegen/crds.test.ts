import * as fs from 'node:fs';
import * as path from 'node:path';
import { parse } from 'yaml';
import { readSchema } from '../../codegen/bindings';
import type { Kind } from '../../codegen/schema';
import { describeWithData } from '../shared-data';
import { hasPath, pathsOfCrd, requiredDifferences } from './crd-paths';

const schema = readSchema(path.join(__dirname, '../../node_modules'));

/** Fields of the Operator v0.93 that the models do not have yet; `additionalFields` takes them until then. */
const NEWER_THAN_THE_MODELS: readonly string[] = [
  'v1 Prometheus spec.otlp.labelNamePreserveMultipleUnderscores',
  'v1 Prometheus spec.otlp.labelNameUnderscoreSanitization',
  'v1 Prometheus spec.tsdb.chunkEncoding',
  'v1 Prometheus spec.tsdb.chunkEncoding.floats',
  'v1 Prometheus spec.tsdb.staleSeriesCompactionThreshold',
  'v1alpha1 AlertmanagerConfig spec.receivers[].slackConfigs[].updateMessage',
  'v1alpha1 AlertmanagerConfig spec.receivers[].snsConfigs[].useAWSHTTPClient',
  'v1alpha1 AlertmanagerConfig spec.receivers[].webhookConfigs[].payload',
  'v1alpha1 PrometheusAgent spec.otlp.labelNamePreserveMultipleUnderscores',
  'v1alpha1 PrometheusAgent spec.otlp.labelNameUnderscoreSanitization',
  'v1alpha1 PrometheusAgent spec.tsdb.chunkEncoding',
  'v1alpha1 PrometheusAgent spec.tsdb.chunkEncoding.floats',
  'v1alpha1 PrometheusAgent spec.tsdb.staleSeriesCompactionThreshold',
];

describeWithData('crds-v0.93', 'bindings and the CRDs of the Operator v0.93', (directory) => {
  const versions = fs.readdirSync(directory).flatMap((file) => {
    const crd = parse(fs.readFileSync(path.join(directory, file), 'utf8'));
    return crd.spec.versions.map((version: any) => ({
      apiVersion: `${crd.spec.group}/${version.name}`,
      kind: crd.spec.names.kind as string,
      spec: version.schema.openAPIV3Schema.properties.spec,
    }));
  });
  const kindOf = (apiVersion: string, kind: string) =>
    schema.kinds.find((candidate) => candidate.apiVersion === apiVersion && candidate.kind === kind);

  test('every kind and version of the CRDs has a class', () => {
    const classes = schema.kinds.map((kind) => `${kind.apiVersion} ${kind.kind}`);
    expect(versions).toHaveLength(10);
    expect(classes).toEqual(expect.arrayContaining(versions.map(({ apiVersion, kind }) => `${apiVersion} ${kind}`)));
  });

  test('every spec path is in the schema or on the list of newer ones, and the list names no path that is there', () => {
    const missing = versions.flatMap(({ apiVersion, kind, spec }) => {
      const binding = kindOf(apiVersion, kind) as Kind;
      return pathsOfCrd(spec)
        .filter((field) => !hasPath(schema, binding, field))
        .map((field) => `${apiVersion.split('/')[1]} ${kind} ${field}`);
    });
    const total = versions.reduce((sum, { spec }) => sum + pathsOfCrd(spec).length, 0);
    console.info(`${total - missing.length} of ${total} spec paths of the CRDs are typed`);
    expect(missing.sort()).toEqual([...NEWER_THAN_THE_MODELS].sort());
  });

  test('the same fields are required', () => {
    const differences = versions.flatMap(({ apiVersion, kind, spec }) => {
      const binding = kindOf(apiVersion, kind) as Kind;
      return requiredDifferences(schema, spec, { $ref: `#/definitions/${binding.spec}` }).map(
        (text) => `${kind} ${text}`,
      );
    });
    expect(differences).toEqual([]);
  });
});

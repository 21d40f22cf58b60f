import { LineCounter, parseAllDocuments } from 'yaml';
import type { EvaluationOptions } from '../../lib/check/evaluation';
import type { Engine, ReadProblem, ReadResult, StackRequest, TextFile } from '../../lib/engine/engine';
import { type Finding, Level } from '../../lib/report/finding';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import { pictureOf } from '../picture/samples';
import { checkReport, explanation, finding, stackReport, target } from '../report/samples';

/** An engine that knows no Kubernetes, and remembers what it was asked. */
export interface FakeEngine extends Engine {
  readonly stacks: StackRequest[];
  readonly valuesFiles: TextFile[];
  options?: EvaluationOptions;
}

/** Each object is a finding of the level in its field `level`, and each Service a target. */
export function fakeEngine(): FakeEngine {
  const stacks: StackRequest[] = [];
  const valuesFiles: TextFile[] = [];
  const engine: FakeEngine = {
    stacks,
    valuesFiles,
    readManifests,
    readValuesFile: (file) => {
      valuesFiles.push(file);
      return { objects: [], problems: [] };
    },
    readStack: (request) => {
      stacks.push(request);
      const object = { apiVersion: 'v1', kind: 'Stack', metadata: { name: request.release } };
      const problems = request.values.flatMap((file) => readManifests(file).problems.filter((one) => !one.noManifest));
      return { objects: [{ object, source: {} }], problems };
    },
    describeStacks: () => stacks.map(({ release, namespace }) => stackReport({ release, namespace })),
    locate: (source) => source,
    edit: () => undefined,
    evaluate: (objects, options) => {
      engine.options = options;
      const findings = objects.flatMap((one) => findingsOf(one));
      return {
        report: () => ({
          ...checkReport(findings),
          summary: { ...checkReport(findings).summary, objects: objects.length },
        }),
        targets: () => ({
          version: 1,
          targets: objects
            .filter(({ object }) => object.kind === 'Service')
            .map(({ object }) => target({ service: object.metadata.name })),
          unknown: [],
        }),
        route: (labels) => ({ version: 1, labels, alertmanagers: [] }),
        picture: () => pictureOf(objects),
        alerts: () => [],
        explain: (kind, namespace, name) => {
          const found = objects.find(
            ({ object: { kind: other, metadata } }) =>
              other === kind && (metadata.namespace ?? 'default') === namespace && metadata.name === name,
          );
          const reference = { apiVersion: 'v1', kind, namespace, name };
          return found && explanation({ object: reference, source: found.source, findings: findingsOf(found) });
        },
        explainable: () => objects,
      };
    },
  };
  return engine;
}

function findingsOf({ object, source }: SourcedObject): Finding[] {
  const { kind, metadata, level } = object;
  const known = Object.values(Level).find((one) => one === level);
  const reference = { apiVersion: object.apiVersion, kind, namespace: metadata.namespace, name: metadata.name };
  return known ? [finding({ level: known, object: reference, field: 'level', source })] : [];
}

function readManifests({ file, text }: TextFile): ReadResult {
  const lines = new LineCounter();
  const objects: SourcedObject[] = [];
  const problems: ReadProblem[] = [];
  for (const document of parseAllDocuments(text, { lineCounter: lines, logLevel: 'silent' })) {
    const { line, col: column } = lines.linePos(document.contents?.range?.[0] ?? document.range?.[0] ?? 0);
    const [error] = document.errors;
    let value: any;
    try {
      value = error ? undefined : document.toJS({ maxAliasCount: 100 });
    } catch (thrown) {
      problems.push({ file, line, column, message: (thrown as Error).message });
      continue;
    }
    if (error) {
      const at = lines.linePos(error.pos[0]);
      problems.push({ file, line: at.line, column: at.col, message: error.message.split('\n')[0] });
    } else if (typeof value?.metadata?.name === 'string' && typeof value.apiVersion === 'string') {
      objects.push({ object: value, source: { file, line, column } });
    } else if (value !== null && value !== undefined) {
      const message = 'There is neither apiVersion nor kind.';
      problems.push({
        file,
        line,
        column,
        message,
        noManifest: value.apiVersion === undefined && value.kind === undefined,
      });
    }
  }
  return { objects, problems };
}

import { createEvaluation } from '../check/create-evaluation';
import { describeStack } from '../check/describe-stack';
import type { Evaluation, EvaluationOptions } from '../check/evaluation';
import { parseValues } from '../check/parse-values';
import type { ObjectSource, PatchOperation } from '../report/finding';
import type { StackReport } from '../report/stack-report';
import type { SourcedObject } from '../simulator/kube-object';
import { stackOf, stackOfValuesFile } from '../simulator/stack/stack-of';
import type { StackProblem, StackSpec } from '../simulator/stack/stack-spec';
import { chartOfOperator } from '../stack/facts/chart-versions';
import { ManifestText, type TextEdit } from '../yaml/manifest-text';
import { readManifests } from '../yaml/read-manifests';
import { readValues } from '../yaml/read-values';
import type { Engine, ReadProblem, ReadResult, StackRequest, TextFile } from './engine';

/** The engine of the library: the one place where the command line meets reading, stacks, simulator and checks. */
export function connectedEngine(): Engine {
  return new ConnectedEngine();
}

class ConnectedEngine implements Engine {
  private readonly texts = new Map<string, ManifestText>();
  private readonly stacks: StackSpec[] = [];
  private readonly stackProblems: StackProblem[] = [];

  public readManifests({ file, text }: TextFile): ReadResult {
    const read = readManifests(text, file);
    this.texts.set(file, read.text);
    const problems: ReadProblem[] = read.problems.map((problem) => ({ ...problem, file }));
    const objects: SourcedObject[] = [];
    for (const sourced of read.objects) {
      if (isManifest(sourced)) {
        objects.push(sourced);
      } else {
        problems.push(noManifest(sourced, file));
      }
    }
    return { objects, problems };
  }

  public readValuesFile({ file, text }: TextFile): ReadResult {
    const place = new ManifestText(text, file);
    this.texts.set(file, place);
    const source = place.add({ start: startOf(text), end: text.length });
    const { problems } = readValues(text, file);
    if (problems.length > 0) {
      return { objects: [], problems: problems.map((problem) => ({ ...problem, file })) };
    }
    const reading = stackOfValuesFile(text, source, parseValues);
    return this.take(reading.stack, reading.problems, file);
  }

  public readStack({ release, namespace, values, chartVersion }: StackRequest): ReadResult {
    const documents: { values: unknown; source: ObjectSource }[] = [];
    const problems: ReadProblem[] = [];
    for (const { file, text } of values) {
      const read = readValues(text, file);
      problems.push(...read.problems.map((problem) => ({ ...problem, file })));
      const place = new ManifestText(text, file);
      this.texts.set(file, place);
      documents.push({ values: read.data, source: place.add({ start: startOf(text), end: text.length }) });
    }
    if (problems.length > 0) {
      return { objects: [], problems };
    }
    const { stack, problems: found } = stackOf(`${release}/${namespace}`, documents, chartVersion);
    return this.take(stack, found, '--stack');
  }

  public describeStacks(): readonly StackReport[] {
    return this.stacks.map(describeStack);
  }

  public locate(source: ObjectSource, field: string): ObjectSource {
    const text = source.file === undefined ? undefined : this.texts.get(source.file);
    const { construct, file, line, column } = { ...source, ...text?.locate(source, field) };
    return construct === undefined ? { file, line, column } : { construct };
  }

  public edit(source: ObjectSource, patch: readonly PatchOperation[]): TextEdit | undefined {
    return source.file === undefined ? undefined : this.texts.get(source.file)?.edit(source, patch);
  }

  public evaluate(objects: readonly SourcedObject[], options: EvaluationOptions): Evaluation {
    const { operatorVersion } = options;
    const stacks = this.stacks.map((stack) => withChart(stack, operatorVersion));
    return createEvaluation(objects, { ...options, stacks, stackProblems: this.stackProblems });
  }

  /** Without a stack the problems keep it from being read; with one they are findings. */
  private take(stack: StackSpec | undefined, problems: readonly StackProblem[], file: string): ReadResult {
    if (stack === undefined) {
      return { objects: [], problems: problems.map(({ source, message, fix }) => ({ file, ...source, message, fix })) };
    }
    this.stacks.push(stack);
    this.stackProblems.push(...problems);
    return { objects: [], problems: [] };
  }
}

/** Where the first value of a text begins. */
function startOf(text: string): number {
  return Math.max(0, text.search(/^[^\s#]/m));
}

/** A release of `--stack` with the chart that brings this Operator; one that was read says itself what it is. */
function withChart(stack: StackSpec, operatorVersion: string | undefined): StackSpec {
  return stack.chartVersionFix === undefined || operatorVersion === undefined
    ? stack
    : { ...stack, chartVersion: chartOfOperator(operatorVersion) };
}

/** Whether an object says what it is; one that says half of it is a manifest with a mistake. */
function isManifest({ object }: SourcedObject): boolean {
  return object === null || typeof object !== 'object' || 'apiVersion' in object || 'kind' in object;
}

function noManifest({ source: { line, column } }: SourcedObject, file: string): ReadProblem {
  return {
    file,
    line,
    column,
    message: 'this document has neither apiVersion nor kind, so it is no Kubernetes object',
    fix: 'leave the file out, or render it first',
    noManifest: true,
  };
}

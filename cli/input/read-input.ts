import { resolve } from 'node:path';
import type { Engine, ReadProblem, ReadResult, StackRequest, TextFile } from '../../lib/engine/engine';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import type { Environment } from '../environment';
import type { Progress } from '../output/progress';
import { UsageError } from '../usage-error';
import { findFiles } from './find-files';
import type { FoundFile } from './found-file';
import { readTextFile } from './read-file';

/** What to read. */
export interface InputRequest {
  readonly paths: readonly string[];
  /** Stacks that are only described, with the paths of their values. */
  readonly stacks: readonly (Omit<StackRequest, 'values'> & { readonly values: readonly string[] })[];
}

/** What has been read. */
export interface Input {
  readonly objects: SourcedObject[];
  /** How many of them are from the paths, rather than from a stack that is only described. */
  readonly given: number;
  /** What could not be read; the rest is in `objects`. */
  readonly problems: ReadProblem[];
  /** Whether a stack could not be modelled, so that findings would be guesses. */
  readonly stackUnknown: boolean;
  /** Files that are no manifests, among those found in folders. */
  readonly skippedFiles: number;
  /** Documents that are no manifests, in files that hold manifests too. */
  readonly skippedDocuments: number;
  /** Kustomizations in folders, of which nothing is read but which files are patches. */
  readonly kustomizations: readonly string[];
}

interface MutableInput extends Input {
  given: number;
  stackUnknown: boolean;
  skippedFiles: number;
  skippedDocuments: number;
}

/**
 * Reads all files and stacks.
 *
 * @throws UsageError if a path is empty, or the values of a stack cannot be read
 */
export async function readInput(
  request: InputRequest,
  engine: Engine,
  environment: Environment,
  progress: Progress,
): Promise<Input> {
  const stacks: StackRequest[] = [];
  for (const stack of request.stacks) {
    stacks.push({ ...stack, values: await readHelmValues(stack.values, request.paths, environment) });
  }
  const { files, problems, skipped, kustomizations } = await findFiles(request.paths, environment);
  const input: MutableInput = {
    objects: [],
    given: 0,
    stackUnknown: false,
    problems: [...problems],
    skippedFiles: skipped,
    skippedDocuments: 0,
    kustomizations,
  };
  for (const [index, file] of files.entries()) {
    progress.show(`Reading file ${index + 1} of ${files.length}: ${file.file}`);
    await readOne(file, engine, environment, input);
  }
  input.given = input.objects.length;
  for (const stack of stacks) {
    const { objects, problems: inValues } = engine.readStack(stack);
    add({ objects, problems: inValues }, input, () => true);
    input.stackUnknown ||= inValues.length > 0;
  }
  return input;
}

async function readOne(found: FoundFile, engine: Engine, { stdin }: Environment, input: MutableInput): Promise<void> {
  const file = await readTextFile(found, stdin);
  if ('message' in file) {
    if (file.binary && !found.named) {
      input.skippedFiles += 1;
    } else {
      input.problems.push(file);
    }
    return;
  }
  const isValues = found.file.toLowerCase().endsWith('.values');
  if (!found.named && !isValues && !mayBeManifest(file.text)) {
    input.skippedFiles += 1;
    return;
  }
  const result = isValues ? engine.readValuesFile(file) : engine.readManifests(file);
  const misplaced = found.named ? [] : result.problems.filter(({ noManifest }) => noManifest);
  add(result, input, (problem) => !misplaced.includes(problem));
  if (misplaced.length > 0 && result.objects.length === 0) {
    input.skippedFiles += 1;
  } else {
    input.skippedDocuments += misplaced.length;
  }
}

/**
 * Whether the text has the two keys of every manifest. In a folder this spares files that are no YAML at all, such as a
 * tsconfig.json with comments.
 */
function mayBeManifest(text: string): boolean {
  return /\bapiVersion\b/.test(text) && /\bkind\b/.test(text);
}

/**
 * Reads Helm values, before anything else: without them nobody can tell what a stack selects.
 *
 * @throws UsageError if one cannot be read
 */
export async function readHelmValues(
  given: readonly string[],
  paths: readonly string[],
  environment: Environment,
): Promise<TextFile[]> {
  const values: TextFile[] = [];
  for (const file of given) {
    if (file === '-' && (paths.includes('-') || values.some((other) => other.file === '-'))) {
      throw new UsageError('Standard input can be read once only.', 'write the Helm values to a file');
    }
    const path = file === '-' ? '-' : resolve(environment.cwd, file);
    const read = await readTextFile({ file, path, named: true }, environment.stdin);
    if ('message' in read) {
      throw new UsageError(`The Helm values "${file}" cannot be used: ${read.message}`, read.fix);
    }
    values.push(read);
  }
  return values;
}

/** Not with `push(...)`: a file may hold more objects than a call may have arguments. */
function add(result: ReadResult, input: MutableInput, isProblem: (problem: ReadProblem) => boolean): void {
  for (const object of result.objects) {
    input.objects.push(object);
  }
  for (const problem of result.problems) {
    if (isProblem(problem)) {
      input.problems.push(problem);
    }
  }
}

import type { Evaluation } from '../../lib/check/evaluation';
import type { PackageInfo } from '../../lib/engine/package-info';
import { checkPage } from '../../lib/report/check-page';
import { countText } from '../../lib/report/count-text';
import type { Finding } from '../../lib/report/finding';
import { ObjectsOfFindings } from '../../lib/report/objects-of-findings';
import type { TextStyle } from '../../lib/report/text-style';
import type { SourcedObject } from '../../lib/simulator/kube-object';
import type { TextEdit } from '../../lib/yaml/manifest-text';
import type { Environment } from '../environment';
import { ExitCode } from '../exit-code';
import { type Input, readInput } from '../input/read-input';
import type { Diagnostics } from '../output/diagnostics';
import type { Progress } from '../output/progress';
import type { StreamWriter } from '../output/stream-writer';
import { writeFile } from '../output/write-file';
import { styleOf } from '../terminal';
import { UsageError } from '../usage-error';
import { evaluationOptions, inputRequest, type OutputOptions, type SharedOptions } from './shared-options';

/** What a command works with. */
export interface Context {
  readonly environment: Environment;
  readonly stdout: StreamWriter;
  readonly diagnostics: Diagnostics;
  readonly progress: Progress;
  readonly info: PackageInfo;
}

/** The input, as the engine sees it. */
export interface Evaluated {
  readonly evaluation: Evaluation;
  /** What has been read from the paths. */
  readonly objects: readonly SourcedObject[];
  /** The fix of a finding as a change of its file; undefined where that is not plain. */
  readonly editOf: (finding: Finding) => TextEdit | undefined;
  /** Whether a part of the input could not be read. */
  readonly incomplete: boolean;
}

/**
 * Reads the input, tells what could not be read, and hands the rest to the engine.
 *
 * @throws UsageError if there is no object at all, or a stack whose values cannot be read
 */
export async function evaluateInput(
  paths: readonly string[],
  options: SharedOptions,
  { environment, diagnostics, progress }: Context,
): Promise<Evaluated> {
  if (paths.includes('-') && environment.stdin.isTTY === true) {
    await diagnostics.note('Reading manifests from the terminal; end with Ctrl-D (Ctrl-Z and Enter on Windows).');
  }
  const engine = environment.engine();
  const input = await readInput(inputRequest(paths, options), engine, environment, progress);
  progress.clear();
  for (const problem of input.problems) {
    await diagnostics.problem(problem);
  }
  await noteSkipped(input, diagnostics);
  if (input.given === 0) {
    throw nothingThere(paths, input);
  }
  if (input.stackUnknown) {
    throw new UsageError('Nothing was looked at, since without its values nobody can tell what the stack selects.');
  }
  progress.show(`Looking at ${countText(input.objects.length, 'object')}`);
  const locate = engine.locate.bind(engine);
  const evaluation = engine.evaluate(input.objects, { ...evaluationOptions(options), locate });
  const objects = input.objects.slice(0, input.given);
  let index: ObjectsOfFindings | undefined;
  const editOf = (finding: Finding): TextEdit | undefined => {
    index ??= new ObjectsOfFindings(objects);
    const object = finding.fix?.patch && index.objectOf(finding);
    return object && engine.edit(object.source, finding.fix?.patch ?? []);
  };
  return { evaluation, objects, editOf, incomplete: input.problems.length > 0 };
}

/** Silence about nothing would look like approval: a render before the pipe may have failed. */
function nothingThere(paths: readonly string[], { problems }: Input): UsageError {
  if (problems.length > 0) {
    return new UsageError('Nothing was looked at, since no object could be read.');
  }
  const where = paths.map((path) => (path === '-' ? 'standard input' : `"${path}"`)).join(', ');
  const fix = paths.includes('-')
    ? 'run the command before the pipe alone, and see whether it prints manifests'
    : undefined;
  return new UsageError(`There is no Kubernetes object in ${where}.`, fix);
}

async function noteSkipped(
  { skippedFiles, skippedDocuments, kustomizations }: Input,
  diagnostics: Diagnostics,
): Promise<void> {
  const parts = [
    ...(skippedFiles > 0 ? [countText(skippedFiles, 'file')] : []),
    ...(skippedDocuments > 0 ? [countText(skippedDocuments, 'document')] : []),
  ];
  if (parts.length > 0) {
    await diagnostics.note(`Skipped ${parts.join(' and ')} without Kubernetes objects.`);
  }
  const [first, ...others] = kustomizations;
  if (first !== undefined) {
    const more = others.length === 0 ? '' : ` and ${others.length} more`;
    await diagnostics.note(
      `Not applied: ${first}${more}. What Kustomize changes (namespaces, names, labels, patches) is not seen here; ` +
        `give what it builds: kustomize build ${folderOf(first)} | cdk8s-prometheus check -`,
    );
  }
}

function folderOf(file: string): string {
  return file.includes('/') ? file.slice(0, file.lastIndexOf('/')) : '.';
}

/** How text is to look where it will be written. */
export function outputStyle({ output, color }: OutputOptions, { environment }: Context): TextStyle {
  return output === undefined || output === '-' ? styleOf(environment.stdout, environment, color) : {};
}

/** Address of the page of a check. */
export function pageOf({ info }: Context): (check: string) => string {
  return (check) => checkPage(info.homepage, check);
}

/**
 * Writes the result, and tells the exit code. With input that could not be read, a file stays as it is: what is missing
 * from it would look like something that has vanished.
 */
export async function writeResult(
  chunks: Iterable<string>,
  incomplete: boolean,
  otherwise: ExitCode,
  { output }: OutputOptions,
  { environment, stdout, diagnostics, progress }: Context,
): Promise<ExitCode> {
  progress.clear();
  if (output === undefined || output === '-') {
    await stdout.write(chunks);
  } else if (incomplete) {
    await diagnostics.error(`"${output}" was not written, since not all input could be read.`);
  } else {
    await writeFile(output, environment.cwd, chunks);
    await diagnostics.note(`Wrote "${output}".`);
  }
  return incomplete ? ExitCode.USAGE : otherwise;
}

import * as fs from 'node:fs';
import * as path from 'node:path';
import type { IConstruct } from 'constructs';
import { VALUES_HEADER, type ValuesSubject, valuesSubject } from './values-header';

/** A text file that belongs beside the manifests, without being one. */
export interface ValuesFile {
  /** Base name. */
  readonly name: string;
  /** Makes the whole content, when it is written. */
  readonly content: () => string;
}

/**
 * Extensions that some consumer reads as manifests: cdk8s-cli `findManifests` (.yaml), kubectl
 * `resource.FileExtensions` (.json .yaml .yml), Argo CD `manifestFile` in reposerver/repository (.yaml .yml .json
 * .jsonnet), Flux' generator for kustomizations (.yaml .yml).
 */
export const MANIFEST_EXTENSIONS = ['.yaml', '.yml', '.json', '.jsonnet'];

/** A construct and its file. */
interface Entry {
  readonly construct: IConstruct;
  readonly file: ValuesFile;
}

/** Files by the root of the tree that they were asked for in. */
const entries = new WeakMap<IConstruct, Entry[]>();
/** Prototypes whose `synth` is wrapped already. */
const hooked = new WeakSet<object>();

/** The two members of a cdk8s `App` that matter here, whichever copy of cdk8s made it. */
interface SynthesizingApp extends IConstruct {
  readonly outdir: string;
  synth(): void;
}

/**
 * Content of a values file, with a comment on what it is for.
 *
 * @param comment lines of comment that follow on that, each with its `#`
 */
export function valuesFileContent(
  subject: ValuesSubject,
  installCommand: string,
  yaml: string,
  comment: string[] = [],
): string {
  const command = installCommand.split('\n').map((line) => `#   ${line}`);
  const head = [`${VALUES_HEADER}${valuesSubject(subject)}`, '# Install or upgrade, in this folder:', ...command];
  return [...head, ...comment, yaml].join('\n');
}

/**
 * Lets `app.synth()` write the file of this construct, after everything is validated and written.
 *
 * cdk8s has no hook for files of a construct: validations also run for `Testing.synth`, `chart.toJson()` and
 * `app.synthYaml()`, which must write nothing. So `synth` itself is wrapped, and does what it did before for an app
 * without such a file.
 */
export function writeOnSynth(construct: IConstruct, file: ValuesFile): void {
  const app = construct.node.root;
  entries.set(app, [...(entries.get(app) ?? []), { construct, file }]);
  construct.node.addValidation({ validate: () => sameName(construct, file) });
  if (synthesizes(app)) {
    wrapSynth(app);
  }
}

/**
 * Wraps `synth` on the prototype that has it, once. Not on the object: the kernel of jsii, by which the other languages
 * call, looks at the prototype first and would pass the object by (`@jsii/kernel`, `Kernel#findInvokeTarget`).
 */
function wrapSynth(app: SynthesizingApp): void {
  let owner = Object.getPrototypeOf(app);
  while (owner !== null && !Object.hasOwn(owner, 'synth')) {
    owner = Object.getPrototypeOf(owner);
  }
  if (owner === null || hooked.has(owner)) {
    return;
  }
  hooked.add(owner);
  const synth = Object.getOwnPropertyDescriptor(owner, 'synth') as PropertyDescriptor;
  const wrapped = function (this: SynthesizingApp, ...args: unknown[]): unknown {
    // A synth that fails must not leave the values of an earlier one.
    removeStale(this);
    const result = synth.value.apply(this, args);
    write(this);
    return result;
  };
  Object.defineProperty(owner, 'synth', { ...synth, value: wrapped });
}

function write(app: SynthesizingApp): void {
  for (const { file } of filesIn(app)) {
    fs.writeFileSync(path.join(folderFor(app), file.name), file.content(), { encoding: 'utf8' });
  }
}

function removeStale(app: SynthesizingApp): void {
  for (const { file } of filesIn(app)) {
    const target = path.join(folderFor(app), file.name);
    if (fs.existsSync(target) && fs.readFileSync(target, { encoding: 'utf8' }).startsWith(VALUES_HEADER)) {
      fs.rmSync(target);
    }
  }
}

/**
 * The output folder; but the root of the chart when cdk8s-cli makes a Helm chart (`--format helm`), for Helm takes every
 * file below `templates/` for a template.
 */
function folderFor(app: SynthesizingApp): string {
  const parent = path.dirname(path.resolve(app.outdir));
  const inHelmChart = path.basename(app.outdir) === 'templates' && fs.existsSync(path.join(parent, 'Chart.yaml'));
  return inHelmChart ? parent : app.outdir;
}

function sameName(construct: IConstruct, file: ValuesFile): string[] {
  const others = filesIn(construct.node.root).filter(
    (other) => other.construct !== construct && other.file.name.toLowerCase() === file.name.toLowerCase(),
  );
  return others.map(
    (other) =>
      `values file "${file.name}" is also that of ${other.construct.node.path}; one would overwrite the other. Fix: give one of them another \`valuesFile\`.`,
  );
}

/** The files of those constructs that are still in the tree. */
function filesIn(root: IConstruct): Entry[] {
  return (entries.get(root) ?? []).filter(({ construct }) =>
    construct.node.scopes.every((part) => part === root || part.node.scope?.node.tryFindChild(part.node.id) === part),
  );
}

function synthesizes(root: IConstruct): root is SynthesizingApp {
  const app = root as Partial<SynthesizingApp>;
  return typeof app.synth === 'function' && typeof app.outdir === 'string';
}

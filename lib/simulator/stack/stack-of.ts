import { isDnsLabel } from '../../private/kubernetes-names';
import { mergeValues } from '../../stack/values';
import { parseValuesHeader } from '../../stack/values-header';
import type { Source } from '../kube-object';
import { type ParseYaml, plainValues, valuesOfText } from './plain-values';
import { type StackProblem, StackProblems, type StackSpec } from './stack-spec';

/** Namespace of a Helm release where none is named. */
const DEFAULT_NAMESPACE = 'default';

/** A release that was read, and what is to be said of it. */
export interface StackReading {
  /** `undefined` where no release can be made of what was given. */
  readonly stack: StackSpec | undefined;
  readonly problems: readonly StackProblem[];
}

/** Values of one file, read as YAML. */
export interface ValuesDocument {
  /** Content; anything but a map is reported. */
  readonly values: unknown;
  readonly source: Source;
}

/** How messages name the option of the command line. */
const OPTION = '--stack';

/** The option names no version, so that of the Operator, which a cluster shows, has to tell it. */
const CHART_VERSION_FIX = 'add --operator-version, and the newest chart that brings that Operator is taken.';

/**
 * The release of the option `--stack RELEASE[/NAMESPACE]`, with the values of `--helm-values`.
 *
 * @param text the value of the option
 * @param documents values files, the later ones winning as with `helm --values`
 * @param chartVersion the version of the chart; left open unless given
 */
export function stackOf(text: string, documents: readonly ValuesDocument[] = [], chartVersion?: string): StackReading {
  const source: Source = documents.length > 0 ? documents[documents.length - 1].source : {};
  const problems: StackProblem[] = [];
  const own = new StackProblems(source, OPTION);
  const [release, namespace = DEFAULT_NAMESPACE, ...more] = text.split('/');
  if (more.length > 0) {
    own.field('stack/bad-option', 'certain', OPTION, `"${text}" has more than one slash.`, 'write RELEASE/NAMESPACE.');
  }
  checkNames(own, release, namespace);
  for (const { values, source: place } of documents) {
    const { problem } = plainValues(values);
    if (problem !== undefined) {
      const file = new StackProblems(place, OPTION);
      file.field('stack/bad-values', 'certain', '--helm-values', `${place.file ?? 'the values file'} ${problem}.`);
      problems.push(...file.list);
    }
  }
  const values = mergeValues(...documents.map((document) => plainValues(document.values).values));
  problems.unshift(...own.list);
  return own.list.length > 0
    ? { stack: undefined, problems }
    : {
        stack: {
          release,
          namespace,
          chartVersion,
          chartVersionFix: CHART_VERSION_FIX,
          values,
          source,
          declaredBy: `${OPTION} ${text}`,
          origins: documents.map((document) => ({
            values: plainValues(document.values).values,
            source: document.source,
            field: '',
          })),
        },
        problems,
      };
}

/**
 * The release of a values file that this library wrote beside the manifests; no stack and no problem for any other text.
 */
export function stackOfValuesFile(text: string, source: Source, parseYaml: ParseYaml): StackReading {
  const subject = parseValuesHeader(text);
  if (subject === undefined) {
    return { stack: undefined, problems: [] };
  }
  const declaredBy = `values file${source.file === undefined ? '' : ` ${source.file}`}`;
  const problems = new StackProblems(source, declaredBy);
  checkNames(problems, subject.release, subject.namespace);
  if (problems.list.length > 0) {
    return { stack: undefined, problems: problems.list };
  }
  const { values, problem } = valuesOfText(text, parseYaml);
  if (problem !== undefined) {
    problems.field('stack/bad-values', 'certain', '', `The ${declaredBy} ${problem}.`);
  }
  const origins = [{ values, source, field: '' }];
  return { stack: { ...subject, values: mergeValues(values), source, declaredBy, origins }, problems: problems.list };
}

/**
 * Reports names that Helm and Kubernetes refuse.
 *
 * Source: helm v3 `pkg/chart/v2/util/validate_name.go`, `ValidateReleaseName`.
 */
export function checkNames(problems: StackProblems, release: string, namespace: string): void {
  if (!isReleaseName(release)) {
    problems.field(
      'stack/bad-release-name',
      'certain',
      '',
      `"${release}" is no name of a Helm release.`,
      'use at most 53 lower-case letters, digits, hyphens and dots, with a letter or digit at both ends.',
    );
  }
  if (!isDnsLabel(namespace)) {
    problems.field(
      'stack/bad-namespace',
      'certain',
      '',
      `"${namespace}" is no name of a namespace.`,
      'use at most 63 lower-case letters, digits and hyphens.',
    );
  }
}

/** Whether Helm takes a release name. */
export function isReleaseName(name: string): boolean {
  return name.length <= 53 && name.split('.').every(isDnsLabel);
}

import { readdirSync, readFileSync } from 'node:fs';
import * as path from 'node:path';
import { connectedEngine } from '../engine/connected-engine';
import type { Engine, ReadProblem } from '../engine/engine';
import { packageInfo } from '../engine/package-info';
import { checkPage } from '../report/check-page';
import type { CheckReport } from '../report/check-report';
import { type Finding, Level } from '../report/finding';
import { objectText, placeText } from '../report/object-text';
import type { SourcedObject } from '../simulator/kube-object';
import { checkValidationProps } from './check-validation-props';
import type { MonitoringValidationProps } from './monitoring-validation-props';

const ORDER = [Level.INFO, Level.WARNING, Level.ERROR];

/**
 * A validation plugin for the cdk8s command line: `cdk8s synth` fails where what the app monitors cannot work. For
 * `validations:` in `cdk8s.yaml`.
 *
 * The contract is that of cdk8s-cli v2.207, `src/plugins/validation.ts`, `Validation`.
 */
export class MonitoringValidation {
  private readonly props: MonitoringValidationProps;

  /**
   * @param props the `properties:` of `cdk8s.yaml`
   * @throws Error if a property is unknown, or has a value that it cannot have
   */
  constructor(props: MonitoringValidationProps = {}) {
    checkValidationProps(props);
    this.props = props;
  }

  /**
   * Reads the manifests that were synthesized, and reports what is wrong.
   *
   * @param context the `ValidationContext` of cdk8s-cli
   * @throws Error if a file cannot be read
   */
  public async validate(context: any): Promise<void> {
    const { level = Level.ERROR } = this.props;
    const engine = connectedEngine();
    const { objects, problems } = this.read(engine, context.manifests);
    for (const problem of problems) {
      context.report.addViolation(violationOfProblem(problem));
    }
    const report = engine
      .evaluate(objects, {
        defaultNamespace: this.props.namespace,
        operatorVersion: this.props.operatorVersion,
        kubernetesVersion: this.props.kubernetesVersion,
        absence: this.props.complete ? 'complete' : 'default',
        locate: engine.locate.bind(engine),
      })
      .report();
    namePaths(context.metadata, objects);
    const { homepage } = packageInfo();
    // Infos are for those who ask for them.
    for (const finding of report.findings.filter((one) => level === Level.INFO || one.level !== Level.INFO)) {
      context.report.addViolation(violationOf(finding, checkPage(homepage, finding.check)));
    }
    const failed =
      problems.length > 0 || report.findings.some((one) => ORDER.indexOf(one.level) >= ORDER.indexOf(level));
    context.report.submit(failed ? 'failure' : 'success', metadataOf(report));
  }

  private read(engine: Engine, manifests: readonly string[]): { objects: SourcedObject[]; problems: ReadProblem[] } {
    const files = [...manifests].sort();
    const folders = [...new Set(files.map((file) => path.dirname(file)))];
    const values = folders.flatMap((folder) =>
      readdirSync(folder)
        .filter((name) => name.endsWith('.values'))
        .sort()
        .map((name) => path.join(folder, name)),
    );
    const textOf = (file: string) => ({ file, text: readFileSync(file, 'utf8') });
    const results = [
      ...files.map((file) => engine.readManifests(textOf(file))),
      ...values.map((file) => engine.readValuesFile(textOf(file))),
      ...(this.props.stacks ?? []).map(({ release, namespace = 'default', valuesFiles = [], chartVersion }) =>
        engine.readStack({ release, namespace, chartVersion, values: valuesFiles.map(textOf) }),
      ),
    ];
    return {
      objects: results.flatMap(({ objects }) => objects),
      problems: results.flatMap(({ problems }) => problems),
    };
  }
}

/** One finding each, since a violation has one recommendation and one fix, whatever it is found in. */
function violationOf({ check, level, object, field, message, why, fix, source }: Finding, page: string): object {
  const place = placeText({ line: source.line, column: source.column, file: source.file });
  return {
    ruleName: check,
    recommendation: `${level}: ${message} ${why}`,
    fix: fix === undefined ? `see ${page}` : `${fix.text} (${page})`,
    violatingResources: [
      {
        resourceName: objectText(object),
        manifestPath: source.file ?? 'N/A',
        locations: [[field, place === undefined ? '' : `(${place})`].filter((part) => part !== '').join(' ')],
      },
    ],
  };
}

function violationOfProblem({ file, line, column, message, fix }: ReadProblem): object {
  return {
    ruleName: 'input',
    recommendation: message,
    fix: fix ?? 'mend the file',
    violatingResources: [
      { resourceName: 'N/A', manifestPath: file, locations: [placeText({ file, line, column }) ?? file] },
    ],
  };
}

/**
 * Lets the report of cdk8s-cli find the constructs of objects by kind, namespace and name. It looks them up by name, and
 * of several objects of one name it knows one only; so those of a name that occurs once are told, and others have no
 * path rather than that of another object.
 */
function namePaths(metadata: { [name: string]: unknown } | undefined, objects: readonly SourcedObject[]): void {
  const counts = new Map<string, number>();
  for (const { object } of objects) {
    counts.set(object.metadata?.name, (counts.get(object.metadata?.name) ?? 0) + 1);
  }
  for (const { object } of objects) {
    const { name, namespace } = object.metadata ?? {};
    if (metadata !== undefined && counts.get(name) === 1 && Object.hasOwn(metadata, name)) {
      metadata[objectText({ kind: object.kind, namespace: namespace ?? 'default', name })] = metadata[name];
      metadata[objectText({ kind: object.kind, namespace, name })] = metadata[name];
    }
  }
}

function metadataOf({ summary }: CheckReport): { [name: string]: string } {
  const { objects, targets, errors, warnings, infos, suppressed } = summary;
  const counts = { objects, targets, errors, warnings, infos, suppressed };
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, String(count)]));
}

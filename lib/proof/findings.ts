import type { IConstruct } from 'constructs';
import type { CheckReport } from '../report/check-report';
import { checkText } from '../report/check-text';
import { type Finding, Level } from '../report/finding';
import { evaluateBelow, isBelow } from './scopes-below';

/** What is wrong with the objects below a construct, seen together with everything else in the app. */
export class Findings {
  /**
   * Looks at the objects as they are now. It registers nothing, so it can be asked of any app, chart or construct.
   *
   * @param scope the app, a chart, or a single construct
   * @throws if an object cannot be rendered
   */
  public static of(scope: IConstruct): Findings {
    return new Findings(
      evaluateBelow(scope).map(({ evaluation }) => {
        const report = evaluation.report();
        const findings = report.findings.filter(({ source }) => isBelow(scope, source.construct));
        return findings.length === report.findings.length ? report : narrowed(report, findings);
      }),
    );
  }

  /** Errors first; then by construct, object and field. */
  public readonly list: Finding[];

  private constructor(private readonly reports: readonly CheckReport[]) {
    this.list = reports.flatMap(({ findings }) => findings);
  }

  /** The findings for people to read, with a summary as the last line; one such text for each part that is proven for itself. */
  public toText(): string {
    return this.reports.map((report) => [...checkText(report)].join('')).join('\n');
  }
}

function narrowed({ version, suppressed, summary }: CheckReport, findings: Finding[]): CheckReport {
  const count = (level: Level): number => findings.filter((finding) => finding.level === level).length;
  const [errors, warnings, infos] = [Level.ERROR, Level.WARNING, Level.INFO].map(count);
  return { version, findings, suppressed, summary: { ...summary, errors, warnings, infos } };
}

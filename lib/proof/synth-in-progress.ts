/** Who has asked for a validation. */
export type Asker = 'app' | 'chart of the same synth' | 'unknown';

/** Callers of a validation within cdk8s are nearer than this. */
const FRAMES = 16;

const NAMES: ReadonlySet<string> = new Set(['synth', 'synthYaml', '_synthChart', 'validate']);
const APP = /[\\/]cdk8s[\\/]lib[\\/]app\.js$/;

/**
 * Which function of cdk8s has asked for the validation that runs now: `app.synth()` or `app.synthYaml()`, or one of the
 * charts that these then render one by one, each of which has the whole app validated once more. Anything else, and any
 * doubt, is `unknown`.
 *
 * cdk8s tells nobody, so the stack is read. The answer only saves doing the same thing twice: where it is `unknown`, as in
 * a bundle, everything is looked at once more.
 *
 * Source: cdk8s 2.70 `src/app.ts`, `synth`, `synthYaml` and `_synthChart`.
 */
export function whoAsks(): Asker {
  const names = functionsOfApp();
  const synth = names.findIndex((name) => name === 'synth' || name === 'synthYaml');
  const chart = names.indexOf('_synthChart');
  if (synth < 0) {
    return 'unknown';
  }
  return chart < 0 || chart > synth ? 'app' : 'chart of the same synth';
}

/** Whether the synth in progress renders a chart now, to write it. */
export function isRenderingChart(): boolean {
  const names = functionsOfApp();
  const chart = names.indexOf('_synthChart');
  return (
    chart >= 0 &&
    !names.slice(0, chart).includes('validate') &&
    names.slice(chart).some((name) => name === 'synth' || name === 'synthYaml')
  );
}

/** Those of the functions above, and of the one that validates, that are running; the innermost first. */
function functionsOfApp(): string[] {
  const { prepareStackTrace, stackTraceLimit } = Error;
  try {
    Error.stackTraceLimit = FRAMES;
    Error.prepareStackTrace = (_, sites) =>
      sites
        .map((site) => ({ site, name: site.getFunctionName() ?? '' }))
        // The name first: this is asked for every object.
        .filter(({ site, name }) => NAMES.has(name) && APP.test(site.getFileName() ?? ''))
        .map(({ name }) => name);
    const { stack } = new Error() as { stack?: unknown };
    return Array.isArray(stack) ? stack : [];
  } finally {
    Error.prepareStackTrace = prepareStackTrace;
    Error.stackTraceLimit = stackTraceLimit;
  }
}

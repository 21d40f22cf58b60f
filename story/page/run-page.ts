import type { Breakage, Shown } from '../breakages';
import type { ComparedFact } from '../compare-target';

/** What happened with one breakage. */
export interface BrokenRun {
  readonly breakage: Breakage;
  /** What `check` printed, but for the links. */
  readonly said: string;
  /** What Prometheus showed, which is what the breakage says. */
  readonly shown: Shown;
  /** What the Operator said in an event. */
  readonly event: string | undefined;
  /** Name of the picture. */
  readonly picture: string;
}

/** What the whole run saw. */
export interface StoryRun {
  readonly versions: readonly { readonly name: string; readonly version: string }[];
  readonly up: number;
  readonly facts: readonly ComparedFact[];
  readonly broken: readonly BrokenRun[];
}

const SHOWN: { readonly [shown in Shown]: string } = {
  'no job': 'It has no job `serviceMonitor/…/sample-app/0`.',
  'pods not discovered':
    'It has the job, and does not discover the pods for it: they are not even among the dropped targets.',
  'pods dropped': 'It has the job, discovers the pods, and drops all of them.',
};

/** The page that says what the run saw. */
export function runPage({ versions, up, facts, broken }: StoryRun): string {
  return `# What the run of the tutorial saw

<!-- Written by \`npm run story\`. -->

\`npm run story\` did what [the tutorial](../tutorial.md) says, with these programs; see [story](../../story/README.md) for
what stands for a kubelet, a network and the chart.

| program | version |
| --- | --- |
${versions.map(({ name, version }) => `| ${name} | ${version} |`).join('\n')}

## UP

${up} pods, both UP. Prometheus' own page:

![The Targets page of Prometheus: serviceMonitor/default/sample-app/0, ${up} of ${up} up](targets-up.png)

What \`npx cdk8s-prometheus targets dist --format json\` predicted, and what the API of Prometheus told. Names and addresses
of pods are made up by the cluster; they stand here as the prediction writes them.

| | predicted | Prometheus |
| --- | --- | --- |
${facts.map(({ name, predicted, observed }) => `| ${name} | ${cell(predicted)} | ${cell(observed)} |`).join('\n')}

## Broken on purpose

Each change was made in \`dist/sample-app.k8s.yaml\`, checked, applied with \`kubectl apply\`, looked at, and taken back; after
each the targets were UP again.
${broken.map(section).join('')}`;
}

function section({ breakage, said, shown, event, picture }: BrokenRun): string {
  const told = event === undefined ? '' : `\n\nThe Operator said, in an event that nobody reads:\n\n> ${event}`;
  return `
### ${breakage.check}

${breakage.kind}: ${breakage.change}. \`npx cdk8s-prometheus check dist\` says:

\`\`\`text
${said.trim()}
\`\`\`

What Prometheus showed once it was applied: ${SHOWN[shown]}${told}

![The Targets page of Prometheus after that change](${picture})
`;
}

function cell(value: string | undefined): string {
  return value === undefined ? '(none)' : `\`${value}\``;
}

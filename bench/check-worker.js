// Reads, simulates, checks and writes a big bag, as `cdk8s-prometheus check` and `targets` do, and prints what each took.
const fs = require('node:fs');
const os = require('node:os');
const path = require('node:path');

const [, , input] = process.argv;
const build = path.join(__dirname, '..', 'build', 'lib');

const laps = {};
let start = process.hrtime.bigint();
function lap(name) {
  const now = process.hrtime.bigint();
  laps[name] = Number(now - start) / 1e6;
  start = now;
}

const { readManifests } = require(path.join(build, 'yaml', 'read-manifests.js'));
const { createEvaluation } = require(path.join(build, 'check', 'create-evaluation.js'));
const { checkJson } = require(path.join(build, 'report', 'check-json.js'));
const { targetsJson } = require(path.join(build, 'report', 'targets-json.js'));

const text = fs.readFileSync(input, 'utf8');
lap('load');
const { objects, text: places } = readManifests(text, input);
lap('read');
const evaluation = createEvaluation(objects, {
  locate: (source, field) => ({ ...source, ...places.locate(source, field) }),
});
const report = evaluation.report();
lap('check');
const targets = evaluation.targets();
lap('targets');
const output = path.join(fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-bench-')), 'output');
const file = fs.openSync(output, 'w');
// In pieces as large as those of the command line.
let piece = '';
for (const chunks of [checkJson(report), targetsJson(targets)]) {
  for (const chunk of chunks) {
    piece += chunk;
    if (piece.length > 65_536) {
      fs.writeSync(file, piece);
      piece = '';
    }
  }
}
fs.writeSync(file, piece);
fs.closeSync(file);
lap('write');
fs.rmSync(path.dirname(output), { recursive: true });
process.stdout.write(
  JSON.stringify({
    ...laps,
    summary: report.summary,
    megabytes: process.resourceUsage().maxRSS / 1024,
    bytes: text.length,
  }),
);

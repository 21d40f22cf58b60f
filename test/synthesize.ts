import * as fs from 'node:fs';
import * as os from 'node:os';
import * as path from 'node:path';

/** Runs an app file as `cdk8s synth` would and returns the files that it wrote. */
export function synthesize(main: string): { [file: string]: string } {
  const outdir = fs.mkdtempSync(path.join(os.tmpdir(), 'cdk8s-prometheus-'));
  process.env.CDK8S_OUTDIR = outdir;
  try {
    jest.isolateModules(() => require(main));
    return Object.fromEntries(
      fs
        .readdirSync(outdir)
        .sort()
        .map((file) => [file, fs.readFileSync(path.join(outdir, file), 'utf8')]),
    );
  } finally {
    delete process.env.CDK8S_OUTDIR;
    fs.rmSync(outdir, { recursive: true });
  }
}

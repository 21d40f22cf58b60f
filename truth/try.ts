import * as path from 'node:path';
import { stringify } from 'yaml';
import { compare, differenceText } from './comparison/compare';
import { Cluster } from './machine/cluster';
import { furnishEnclosure, runEnclosed, workFolder } from './machine/enclosure';
import { Etcd } from './machine/etcd';
import { Operators } from './machine/operators';
import { runScenario } from './run-scenario';
import { readScenario, scenarioNames } from './scenario/scenario-file';

async function main() {
  furnishEnclosure();
  const folder = workFolder() as string;
  const etcd = new Etcd(folder);
  await etcd.ready();
  const cluster = await Cluster.start(path.join(folder, 'one'), etcd);
  const operators = new Operators(cluster);
  for (const name of scenarioNames()) {
    console.time(name);
    const { recording, prediction } = await runScenario({ cluster, operators }, readScenario(name).objects);
    console.timeEnd(name);
    console.log(stringify(recording, { lineWidth: 0 }));
    console.log(compare(prediction, recording.truth).map(differenceText).join('\n'));
  }
}
if (workFolder() === undefined) {
  process.exitCode = runEnclosed(__filename, process.argv.slice(2));
} else {
  main().then(
    () => process.exit(0),
    (e) => {
      console.error(e);
      process.exit(1);
    },
  );
}

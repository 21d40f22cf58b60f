import * as fs from 'node:fs';
import { check } from './check';
import { load } from './load';
import { manyApps } from './many-apps';
import type { Figure } from './measure';
import { proof } from './proof';
import { size } from './size';
import { userSynth } from './user-synth';
import { createWorkplace } from './workplace';

const workplace = createWorkplace();
try {
  const figures = [userSynth(workplace), load(workplace), size(workplace), ...manyApps(), ...proof(), ...check()];
  for (const figure of figures.filter((f): f is Figure => f !== undefined)) {
    const verdict = figure.ratio <= figure.limit ? 'ok  ' : 'OVER';
    console.log(`${verdict} ${figure.ratio.toFixed(3)} (at most ${figure.limit.toFixed(3)})  ${figure.title}`);
    console.log(`       ${figure.detail}`);
  }
} finally {
  fs.rmSync(workplace.folder, { recursive: true });
}

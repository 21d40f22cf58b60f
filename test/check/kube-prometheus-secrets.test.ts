import * as fs from 'node:fs';
import * as path from 'node:path';
import { evaluateYaml } from './evaluate-yaml';

const FOLDER = path.join(__dirname, '../../../shared/data/kube-prometheus-manifests');
const isThere = fs.existsSync(FOLDER);
if (!isThere) {
  console.warn(`SKIPPED: secrets in kube-prometheus, since ${FOLDER} is not there`);
}

(isThere ? test : test.skip)('kube-prometheus holds no secrets, although it has Secrets with configuration', () => {
  const files = fs.readdirSync(FOLDER).filter((file) => file.endsWith('.yaml'));
  const found = files.flatMap(
    (file) => evaluateYaml(fs.readFileSync(path.join(FOLDER, file), 'utf8'), file).report().findings,
  );
  expect(files.length).toBeGreaterThan(50);
  expect(found.filter(({ check }) => check.startsWith('secret/'))).toEqual([]);
});

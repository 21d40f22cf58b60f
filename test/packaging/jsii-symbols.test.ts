import { readFileSync } from 'node:fs';
import * as path from 'node:path';
import { builtPackage, repositoryRoot } from './built-package';
import { runNode } from './run-node';

const build = builtPackage();

interface Assembly {
  readonly name: string;
  readonly version: string;
  readonly types: { [fqn: string]: { kind: string; fqn: string } };
}

const assembly = JSON.parse(readFileSync(path.join(repositoryRoot, '.jsii'), 'utf8')) as Assembly;

/**
 * Finds each class and enum as the jsii runtime does for Python, Java, Go and .NET: member by member from the main
 * entry (jsii `packages/@jsii/kernel/src/kernel.ts`, `#findSymbol`), and by the name a class carries.
 */
const script = `
  const library = require('cdk8s-prometheus');
  const types = JSON.parse(process.argv[1]);
  const rtti = Symbol.for('jsii.rtti');
  const wrong = types.filter(({ kind, fqn }) => {
    const found = fqn.split('.').slice(1).reduce((scope, name) => scope?.[name], library);
    return kind === 'class' ? found?.[rtti]?.fqn !== fqn : typeof found !== 'object';
  });
  console.log(JSON.stringify(wrong.map(({ fqn }) => fqn)));`;

test('the jsii runtime finds every class and enum of the assembly', () => {
  const types = Object.values(assembly.types)
    .filter(({ kind }) => kind !== 'interface')
    .map(({ kind, fqn }) => ({ kind, fqn }));
  expect(types).not.toEqual([]);
  expect(JSON.parse(runNode(['-e', script, JSON.stringify(types)], build))).toEqual([]);
});

test('the assembly is that of this version', () => {
  const manifest = JSON.parse(readFileSync(path.join(repositoryRoot, 'package.json'), 'utf8'));
  expect([assembly.name, assembly.version]).toEqual([manifest.name, manifest.version]);
});

import * as path from 'node:path';
import { generateBindings, readSchema } from '../../codegen/bindings';
import { fieldTableOf } from '../../codegen/field-tables';
import { INLINE_ENUMS, PROP_NAMES, SHARED_ENUMS } from '../../codegen/names';
import { isStruct, type Kind, nameOfId, refOf } from '../../codegen/schema';

const NODE_MODULES = path.join(__dirname, '../../node_modules');
/** What `cdk8s import` makes of the ten CRDs of the Operator v0.93. */
const STOCK_IMPORT_BYTES = 6_480_000;

const files = generateBindings(NODE_MODULES);
const schema = readSchema(NODE_MODULES);
const kind = (name: string) => schema.kinds.find((candidate) => candidate.kind === name) as Kind;
const textOf = (file: string) => files.get(file) as string;

describe('the tables of names', () => {
  /** The field under `module.Struct.field`, or undefined where the models have no such field. */
  const fieldOf = (path: string) => {
    const [module, struct, field] = path.split('.');
    const definition = schema.definitions[`${module}.${struct}`];
    return definition && isStruct(definition) ? definition.properties[field] : undefined;
  };

  test.each(Object.entries(INLINE_ENUMS))('name the enum of %s, which the models have', (path, [home, name]) => {
    expect(refOf(fieldOf(path) ?? {})).toBe(`${home}.${name}`);
  });

  test('name props of fields that the models have', () => {
    expect(Object.keys(PROP_NAMES).filter((path) => fieldOf(path) === undefined)).toEqual([]);
  });

  test('share enums that the models have', () => {
    expect(Object.values(SHARED_ENUMS).filter((id) => schema.definitions[id] === undefined)).toEqual([]);
  });
});

describe('the generated files', () => {
  test('are the same bytes for the same models', () => {
    expect([...generateBindings(NODE_MODULES)]).toEqual([...files]);
  });

  test('hold one file per kind', () => {
    expect([...files.keys()].filter((file) => !/(\/(index|enums|shared)|^schema-table)\.ts$/.test(file))).toEqual([
      'monitoring.coreos.com/v1/alertmanager.ts',
      'monitoring.coreos.com/v1/pod-monitor.ts',
      'monitoring.coreos.com/v1/probe.ts',
      'monitoring.coreos.com/v1/prometheus.ts',
      'monitoring.coreos.com/v1/prometheus-rule.ts',
      'monitoring.coreos.com/v1/service-monitor.ts',
      'monitoring.coreos.com/v1/thanos-ruler.ts',
      'monitoring.coreos.com/v1alpha1/alertmanager-config.ts',
      'monitoring.coreos.com/v1alpha1/prometheus-agent.ts',
      'monitoring.coreos.com/v1alpha1/scrape-config.ts',
      'monitoring.coreos.com/v1beta1/alertmanager-config.ts',
    ]);
  });

  test('take at most a fifth of the bytes of the stock import', () => {
    const bytes = [...files.values()].reduce((sum, code) => sum + Buffer.byteLength(code), 0);
    expect(bytes).toBeLessThan(STOCK_IMPORT_BYTES / 5);
  });

  test('of a kind load cdk8s and the runtime, and no other generated file', () => {
    const loaded = [...files]
      .filter(([, code]) => code.includes('extends ApiObject'))
      .flatMap(([, code]) => [...code.matchAll(/^import (?!type).* from '(.*)';$/gm)].map((match) => match[1]));
    expect(new Set(loaded)).toEqual(new Set(['cdk8s', '../../../lib/private/manifest/typed-manifest']));
  });

  test('declare each enum once', () => {
    const names = [...files].flatMap(([file, code]) =>
      [...code.matchAll(/^export enum (\w+)/gm)].map((match) => `${path.dirname(file)} ${match[1]}`),
    );
    expect(names).toHaveLength(Object.values(schema.definitions).filter((definition) => !isStruct(definition)).length);
    expect(new Set(names).size).toBe(names.length);
  });

  test('have no type names longer than the longest one of Kubernetes itself', () => {
    const names = Object.keys(schema.definitions).map(nameOfId);
    const longest = names.reduce((best, name) => (name.length > best.length ? name : best));
    expect(longest).toBe('StatefulSetPersistentVolumeClaimRetentionPolicy');
  });

  test('take no prop that jsii refuses', () => {
    expect([...files.values()].filter((code) => /^ *readonly get[A-Z]/m.test(code))).toEqual([]);
  });

  test('say where they come from', () => {
    for (const code of files.values()) {
      expect(code).toMatch(/^\/\/ Generated from @kubernetes-models\/prometheus-operator \d+\.\d+\.\d+ /);
    }
  });

  test('have no props for the status, which is not the user’s to write', () => {
    expect(textOf('monitoring.coreos.com/v1/service-monitor.ts')).not.toMatch(/readonly status\b/);
  });

  test('give plain values where the API takes a number or a string', () => {
    expect(textOf('monitoring.coreos.com/v1/service-monitor.ts')).toMatch(
      /A number or a string\.\n {3}\*\/\n {2}readonly targetPort\?: any;/,
    );
  });
});

describe('field tables', () => {
  test('say what is renamed and where structs are, and nothing else', () => {
    expect(fieldTableOf(schema, kind('PrometheusRule'))).toEqual({
      Props: { spec: 'PrometheusRuleSpec' },
      PrometheusRuleSpec: { groups: 'RuleGroup' },
      RuleGroup: {
        partialResponseStrategy: ['partial_response_strategy'],
        queryOffset: ['query_offset'],
        rules: 'Rule',
      },
      Rule: { keepFiringFor: ['keep_firing_for'] },
    });
  });

  test('refer only to structs that they list', () => {
    for (const table of schema.kinds.map((candidate) => fieldTableOf(schema, candidate))) {
      const targets = Object.values(table).flatMap((entries) =>
        Object.values(entries).map((entry) => (typeof entry === 'string' ? entry : (entry[1] ?? ''))),
      );
      const missing = targets.map((target) => target.replace(/^\{\}/, '')).filter((name) => name && !table[name]);
      expect(missing).toEqual([]);
    }
  });
});

import { Duration, Size } from 'cdk8s';
import * as plus from 'cdk8s-plus-27';
import * as k8s from '../../../imports/k8s';
import * as v1 from '../../../imports/monitoring.coreos.com/v1';
import { LabelSelector } from '../../../lib/selection/label-selector';
import { NamespaceSelector } from '../../../lib/selection/namespace-selector';
import { STACK } from '../../../lib/stack/typed/stack-table';
import { tableProblems } from '../../../lib/stack/typed/value-table';
import { ENUMS, isStruct, listItem, mapItem, propsOf } from './struct-source';

/** The name that stands for each key of a map of structs. */
export const ENTRY = 'main';

/** One prop that is no struct itself, by the path of fields that leads to it. */
export interface LeafProp {
  readonly field: string;
  readonly type: string;
}

/** Values for each type, by its name; the table decides which of several fit. */
const SAMPLES: { [type: string]: readonly any[] } = {
  boolean: [true],
  number: [2, 100],
  string: ['text', '/path', 'https://example.com', '1.2.3', '1h', '50Gi'],
  any: ['text', { key: 'text' }, true],
  Duration: [Duration.hours(2)],
  Size: [Size.gibibytes(2)],
  ContainerResources: [
    {
      cpu: { request: plus.Cpu.millis(100), limit: plus.Cpu.units(2) },
      memory: { request: Size.mebibytes(100), limit: Size.gibibytes(1) },
      ephemeralStorage: { request: Size.mebibytes(10), limit: Size.mebibytes(20) },
    },
  ],
  PercentOrAbsolute: [plus.PercentOrAbsolute.percent(50)],
  LabelSelector: [LabelSelector.matchLabels({ team: 'a' }), LabelSelector.everything()],
  NamespaceSelector: [NamespaceSelector.matchLabels({ team: 'a' })],
};

/** What a struct of the bindings is filled with: any field goes. */
const BOUND = { additionalFields: { sample: 'text' } };

/** Values of a type, of which at least one fits where the type stands. */
export function samplesOf(type: string): readonly any[] {
  const map = mapItem(type);
  const list = listItem(type);
  if (type in SAMPLES) {
    return SAMPLES[type];
  }
  if (isStruct(type)) {
    return [Object.fromEntries(propsOf(type).map((prop) => [prop.name, samplesOf(prop.type)[0]]))];
  }
  if (map !== undefined) {
    const keys = [ENTRY, ...[...ENUMS.values()].flat()];
    return samplesOf(map).flatMap((item) => keys.map((key) => ({ [key]: item })));
  }
  if (list !== undefined) {
    return samplesOf(list).map((item) => [item]);
  }
  const values = enumOf(type);
  return values ?? [BOUND];
}

function enumOf(type: string): string[] | undefined {
  const [name, module] = type.split('.').reverse();
  const found = module === undefined ? (plus as any)[name] : ({ v1, k8s } as any)[module]?.[name];
  return ENUMS.get(name) ?? (typeof found === 'object' ? Object.values(found) : undefined);
}

/** All props below a struct that are no structs; those in lists count as one. */
export function leafProps(struct: string, prefix = ''): LeafProp[] {
  return propsOf(struct).flatMap(({ name, type }) => {
    const item = mapItem(type);
    if (isStruct(type)) {
      return leafProps(type, `${prefix}${name}.`);
    }
    return item !== undefined && isStruct(item)
      ? leafProps(item, `${prefix}${name}.${ENTRY}.`)
      : [{ field: `${prefix}${name}`, type }];
  });
}

/** Props with nothing but one field. */
export function propsWith(field: string, value: any): any {
  return field.split('.').reduceRight((inner, key) => ({ [key]: inner }), value);
}

/** The samples that the table accepts at a field; what is missing beside it does not count. */
export function fittingSamples({ field, type }: LeafProp): any[] {
  return samplesOf(type).filter((value) =>
    tableProblems(STACK, propsWith(field, value), '').every((problem) => !problem.field.startsWith(field)),
  );
}

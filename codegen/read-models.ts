import * as fs from 'node:fs';
import * as path from 'node:path';
import * as ts from 'typescript';
import type { Model, ModelField, Models, ModuleName, TypeExpression } from './models';

const PACKAGE = '@kubernetes-models/prometheus-operator';
const API_GROUP = 'monitoring.coreos.com';

/** The custom resources, in the order in which they are emitted. */
export const KINDS: ReadonlyArray<readonly [version: ModuleName, kind: string]> = [
  ['v1', 'Alertmanager'],
  ['v1', 'PodMonitor'],
  ['v1', 'Probe'],
  ['v1', 'Prometheus'],
  ['v1', 'PrometheusRule'],
  ['v1', 'ServiceMonitor'],
  ['v1', 'ThanosRuler'],
  ['v1alpha1', 'AlertmanagerConfig'],
  ['v1alpha1', 'PrometheusAgent'],
  ['v1alpha1', 'ScrapeConfig'],
  ['v1beta1', 'AlertmanagerConfig'],
];

/** The file of a custom resource's model. */
export function modelFileOfKind(version: ModuleName, kind: string): string {
  return `${PACKAGE}/${API_GROUP}/${version}/${kind}`;
}

/** Version of the models' package, for the headers of the generated files. */
export function modelsVersion(nodeModules: string): string {
  return JSON.parse(fs.readFileSync(path.join(nodeModules, PACKAGE, 'package.json'), 'utf8')).version;
}

/**
 * Reads the models of all kinds and of everything they refer to.
 *
 * Only syntax is read, file by file: each file of the models declares one type and imports the others by path, so that
 * the type checker would add seconds and nothing else.
 *
 * @throws Error when a file uses a construct that this reader does not know
 */
export function readModels(nodeModules: string): Models {
  const models = new Map<string, Model>();
  const queue = KINDS.map(([version, kind]) => modelFileOfKind(version, kind));
  for (let file = queue.shift(); file !== undefined; file = queue.shift()) {
    if (!models.has(file)) {
      const { model, imports } = readFile(nodeModules, file);
      models.set(file, model);
      queue.push(...imports);
    }
  }
  return new Map([...models].sort(([a], [b]) => (a < b ? -1 : 1)));
}

function readFile(nodeModules: string, file: string): { model: Model; imports: string[] } {
  const text = fs.readFileSync(path.join(nodeModules, `${file}.d.ts`), 'utf8');
  const source = ts.createSourceFile(`${file}.d.ts`, text, ts.ScriptTarget.ES2022, true);
  const reader = new FileReader(file, source);
  return { model: reader.read(), imports: reader.imports() };
}

class FileReader {
  private readonly name: string;
  private readonly fileOfSymbol = new Map<string, string>();

  public constructor(
    private readonly file: string,
    private readonly source: ts.SourceFile,
  ) {
    this.name = path.posix.basename(file);
    this.fileOfSymbol.set(`I${this.name}`, file);
    for (const statement of source.statements) {
      if (ts.isImportDeclaration(statement) && statement.importClause?.namedBindings) {
        const specifier = (statement.moduleSpecifier as ts.StringLiteral).text;
        if (specifier !== '@kubernetes-models/base') {
          for (const element of (statement.importClause.namedBindings as ts.NamedImports).elements) {
            this.fileOfSymbol.set(element.name.text, this.resolve(specifier));
          }
        }
      } else if (ts.isExportDeclaration(statement) && statement.exportClause) {
        // `export type { IRoute as ICom…V1Route }`: the name under which a type refers to itself
        for (const element of (statement.exportClause as ts.NamedExports).elements) {
          this.fileOfSymbol.set(element.name.text, file);
        }
      }
    }
  }

  public imports(): string[] {
    return [...new Set(this.fileOfSymbol.values())].filter((file) => file !== this.file);
  }

  public read(): Model {
    const common = { file: this.file, module: moduleOf(this.file), name: this.name };
    for (const statement of this.source.statements) {
      if (ts.isInterfaceDeclaration(statement) && statement.name.text === `I${this.name}`) {
        return {
          ...common,
          is: 'struct',
          doc: this.docOf(statement),
          bases: (statement.heritageClauses ?? [])
            .flatMap((clause) => clause.types.map((type) => type.expression.getText(this.source)))
            .filter((base) => base !== 'TypeMeta')
            .map((base) => this.fileOf(base)),
          fields: statement.members.map((member) => this.readField(member)),
        };
      }
      if (ts.isTypeAliasDeclaration(statement) && statement.name.text === `I${this.name}`) {
        return { ...common, is: 'alias', doc: this.docOf(statement), type: this.readType(statement.type) };
      }
    }
    throw new Error(`${this.file}.d.ts declares no interface or type I${this.name}`);
  }

  private readField(member: ts.TypeElement): ModelField {
    if (!ts.isPropertySignature(member) || !member.type) {
      throw this.unknown(member);
    }
    return {
      name: (member.name as ts.StringLiteral | ts.Identifier).text,
      required: member.questionToken === undefined,
      type: this.readType(member.type),
      doc: this.docOf(member),
    };
  }

  private readType(node: ts.TypeNode): TypeExpression {
    if (node.kind === ts.SyntaxKind.StringKeyword) {
      return { is: 'string' };
    }
    if (node.kind === ts.SyntaxKind.NumberKeyword) {
      return { is: 'number' };
    }
    if (node.kind === ts.SyntaxKind.BooleanKeyword) {
      return { is: 'boolean' };
    }
    if (ts.isTypeReferenceNode(node)) {
      const name = node.typeName.getText(this.source);
      return name === 'Array' && node.typeArguments?.length === 1
        ? { is: 'list', of: this.readType(node.typeArguments[0]) }
        : { is: 'reference', file: this.fileOf(name) };
    }
    if (ts.isTypeLiteralNode(node) && node.members.length === 1 && ts.isIndexSignatureDeclaration(node.members[0])) {
      return { is: 'map', of: this.readType(node.members[0].type) };
    }
    const options: readonly ts.TypeNode[] = ts.isUnionTypeNode(node) ? node.types : [node];
    const values = options.flatMap((option) =>
      ts.isLiteralTypeNode(option) && ts.isStringLiteral(option.literal) ? [option.literal.text] : [],
    );
    if (values.length === options.length) {
      return { is: 'literals', values };
    }
    if (
      options.length > 1 &&
      options
        .map((option) => this.readType(option).is)
        .sort()
        .join() === 'number,string'
    ) {
      return { is: 'number-or-string' };
    }
    throw this.unknown(node);
  }

  /** Text of the last doc comment before a declaration, without its asterisks. */
  private docOf(node: ts.Node): string {
    const text = this.source.text;
    const range = ts.getLeadingCommentRanges(text, node.getFullStart())?.at(-1);
    if (!range || !text.startsWith('/**', range.pos)) {
      return '';
    }
    return text
      .slice(range.pos + 3, range.end - 2)
      .split('\n')
      .map((line) => line.replace(/^\s*\* ?/, '').trimEnd())
      .join('\n')
      .trim();
  }

  private fileOf(symbol: string): string {
    const file = this.fileOfSymbol.get(symbol);
    if (!file) {
      throw new Error(`${this.file}.d.ts uses ${symbol}, which it neither imports nor declares`);
    }
    return file;
  }

  private resolve(specifier: string): string {
    return specifier.startsWith('.')
      ? path.posix.join(path.posix.dirname(this.file), specifier.replace(/\.js$/, ''))
      : specifier;
  }

  private unknown(node: ts.Node): Error {
    return new Error(`${this.file}.d.ts: no rule for \`${node.getText(this.source)}\``);
  }
}

function moduleOf(file: string): ModuleName {
  const match = file.match(new RegExp(`^${PACKAGE}/${API_GROUP}/(v1|v1alpha1|v1beta1)/`));
  return match ? (match[1] as ModuleName) : 'k8s';
}
